"""What is refused, and where: every fault has its place in the JSON, and no word of the talk."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import recorded
from groundrules.errors import BadInput
from groundrules.record.odrl import document, from_odrl, to_odrl
from groundrules.record.odrl.node import MOST
from talks import HOUSE

if TYPE_CHECKING:
    from collections.abc import Callable

TALK = """
    [00:00:01] S1: May I speak on background, as an aide, and not before the vote?
      > ask background description="an aide" embargo="the vote" approval=yes delete-by=2026-12-01 tell="my office"
    [00:00:05] AR: Not before noon.
      > counter background scope="the harbor" until=00:01:05 embargo=2026-11-03T12:00Z
    [00:00:09] S1: All right.
      > agree
      The bank pulled the loan.
    [00:00:20] S2: My words are off the record.
      > assert off-the-record
    [00:00:30] S2: There is more.
"""  # noqa: E501 - an act stands on one line


def exported() -> Any:
    return json.loads(json.dumps(to_odrl(recorded(TALK, head="outlet: The Post"), HOUSE)))


def messages(value: object) -> list[str]:
    with pytest.raises(BadInput) as refusal:
        from_odrl(value, "talk.jsonld")
    assert {"talk.jsonld"} == {fault.path for fault in refusal.value.faults}
    assert all(fault.remedy for fault in refusal.value.faults)
    told = [fault.message for fault in refusal.value.faults]
    assert not any("aide" in one or "vote" in one or "harbor" in one for one in told)
    return told


def the(value: Any, form: str) -> tuple[str, Any]:
    """Return the place of the first policy of a form, and the policy."""
    at = next(at for at, node in enumerate(value["@graph"]) if node["type"] == form)
    return f"$['@graph'][{at}]", value["@graph"][at]


def rule(policy: Any, effect: str, action: str, left: str = "") -> tuple[str, Any]:
    """Return the place of a rule in a policy, and the rule."""
    for at, one in enumerate(policy[effect]):
        operands = [limit["leftOperand"] for limit in one.get("constraint", [])]
        if one["action"] == action and (left in operands if left else True):
            return f".{effect}[{at}]", one
    raise AssertionError


ANOTHER = "this is not the context of the profile, so that its words may mean anything"


@pytest.mark.parametrize("value", [None, [], "text", 3, {}, {"@context": {"a": "b"}}])
def test_what_is_no_export_is_refused(value: object) -> None:
    assert [f"$['@context']: {ANOTHER}"] == messages(value)


def test_an_export_without_policies_is_refused() -> None:
    value = {**document([]), "@graph": {}}

    assert ["$['@graph']: there must be a list of policies"] == messages(value)


def test_a_further_part_of_an_export_is_refused() -> None:
    value = {**document([]), "included": []}

    assert ["$.included: the profile has no such property here"] == messages(value)


def test_what_no_policy_calls_for_is_refused() -> None:
    value = {**document([]), "@graph": [{"uid": "urn:x"}, {"uid": 3}, 4]}

    assert ["$['@graph'][2]: it must be an object"] == messages(value)
    del value["@graph"][2]
    assert [
        f"$['@graph'][{at}]: nothing here calls for it, or it is twice" for at in (0, 1)
    ] == messages(value)


def test_a_policy_that_stands_twice_is_refused() -> None:
    value = exported()
    value["@graph"].append(value["@graph"][-1])
    at = len(value["@graph"]) - 1

    assert [f"$['@graph'][{at}]: nothing here calls for it, or it is twice"] == messages(value)


def test_something_that_a_policy_names_must_be_there() -> None:
    value = exported()
    value["@graph"] = [one for one in value["@graph"] if not one["uid"].endswith("participants")]

    assert ["$['@graph']: something is missing that a policy here names"] == messages(value)


def _set(place: str, key: str, wrong: object) -> Callable[[Any], None]:
    def spoil(value: Any) -> None:
        _, policy = the(value, place)
        policy[key] = wrong

    return spoil


@pytest.mark.parametrize(
    ("key", "wrong", "message"),
    [
        ("uid", "urn:x", "it is no name of a step"),
        ("uid", 3, "it must be text"),
        ("type", "Ticket", "the profile has no such word here"),
        ("gr:level", "between-us", "the profile has no such word here"),
        ("gr:act", "whisper", "the profile has no such word here"),
        ("gr:basis", "hoped", "the profile has no such word here"),
        ("gr:policy", ["ap"], "it must be text"),
        ("gr:doubt", [3], "it must be text, or a list of texts"),
        ("gr:doubt", ["sure"], "the profile has no such property here"),
        ("gr:quotationsApproved", 1, "the profile has no such property here"),
        ("profile", "urn:x", "it is not what the rest of this policy comes to"),
        ("conflict", "perm", "it is not what the rest of this policy comes to"),
        ("permission", "all", "it must be a list of objects"),
        ("more", "x", "the profile has no such property here"),
        ("prov:wasAttributedTo", "urn:x", "the profile has no such property here"),
    ],
)
def test_a_property_that_is_wrong_is_named(key: str, wrong: object, message: str) -> None:
    value = exported()
    place, policy = the(value, "Agreement")
    policy[key] = wrong

    shown = f".{key}" if key.isidentifier() else f"[{key!r}]"
    assert f"{place}{shown}: {message}" in messages(value)


@pytest.mark.parametrize("key", ["gr:level", "gr:policy", "gr:policyVersion", "type", "uid"])
def test_a_property_that_is_missing_is_named(key: str) -> None:
    value = exported()
    policy = the(value, "Agreement")[1]
    del policy[key]

    assert any("it is missing" in one for one in messages(value))


def test_a_property_that_the_terms_call_for_is_missed() -> None:
    value = exported()
    place, policy = the(value, "Agreement")
    del policy["conflict"]

    assert [f"{place}.conflict: it is missing"] == messages(value)


@pytest.mark.parametrize(
    ("effect", "action", "left", "right", "message"),
    [
        ("prohibition", "gr:publish", "dateTime", {"@value": "noon"}, "the instant of an embargo"),
        (
            "prohibition",
            "gr:publish",
            "dateTime",
            {"@value": "2026-11-03T12:00"},
            "the instant of an embargo",
        ),
        ("prohibition", "gr:publish", "dateTime", 3, "the instant of an embargo"),
        ("obligation", "delete", "dateTime", {"@value": "soon"}, "the day by which notes"),
        ("prohibition", "gr:tell", "recipient", ["my office"], "a list of agreed words"),
        ("prohibition", "gr:tell", "recipient", {"@list": [3]}, "a list of agreed words"),
    ],
)
def test_a_value_that_cannot_be_read_is_named(effect, action, left, right, message) -> None:
    value = exported()
    place, policy = the(value, "Agreement")
    rule(policy, effect, action, left)[1]["constraint"][-1]["rightOperand"] = right

    (told,) = messages(value)
    assert told.startswith(f"{place}: {message}")


def test_an_event_that_is_no_text_is_named() -> None:
    value = exported()
    place, policy = the(value, "Offer")
    rule(policy, "prohibition", "gr:publish", "event")[1]["constraint"][0]["rightOperand"] = 3

    assert [f"{place}: the event of an embargo is no text"] == messages(value)


def test_conditions_without_constraints_are_named() -> None:
    value = exported()
    place, policy = the(value, "Agreement")
    del policy["obligation"][0]["constraint"]
    duty = rule(policy, "permission", "gr:publish")[1]["duty"][0]
    del duty["constraint"]

    assert {
        f"{place}: the day by which notes must be gone cannot be read",
        f"{place}: a list of agreed words cannot be read",
    } == set(messages(value))


def test_an_axis_on_which_nothing_certain_is_said_is_named() -> None:
    value = exported()
    place, policy = the(value, "Agreement")
    at = rule(policy, "permission", "gr:pursue")[1]
    policy["permission"].remove(at)
    policy["prohibition"].append(dict(rule(policy, "permission", "gr:contradict")[1]))

    assert [
        f"{place}: its rules on gr:pursue say nothing certain",
        f"{place}: its rules on gr:contradict say nothing certain",
    ] == messages(value)


def test_a_rule_on_something_else_is_refused() -> None:
    value = exported()
    place, policy = the(value, "Agreement")
    policy["permission"].append({"action": "gr:leak"})

    at = len(policy["permission"]) - 1
    assert [f"{place}.permission[{at}]: the profile has nothing of the kind here"] == messages(
        value
    )


def test_a_rule_with_another_party_is_refused() -> None:
    value = exported()
    place, policy = the(value, "Agreement")
    where, found = rule(policy, "permission", "gr:pursue")
    found["assigner"] = "urn:groundrules:talk:harbor:party:3"

    assert [
        f"{place}{where}.assigner: it is not what the rest of this policy comes to"
    ] == messages(value)


def test_rules_may_stand_in_another_order() -> None:
    value = exported()
    for node in value["@graph"]:
        for effect in ("permission", "prohibition"):
            node.get(effect, []).reverse()

    assert from_odrl(exported()) == from_odrl(value)


def test_a_rule_that_stands_twice_is_refused() -> None:
    value = exported()
    place, policy = the(value, "Agreement")
    policy["permission"].append(policy["permission"][0])

    (told,) = messages(value)
    assert told.startswith(f"{place}.permission[")


def test_a_rule_that_is_missing_is_missed() -> None:
    value = exported()
    place, policy = the(value, "Set")
    policy["prohibition"].remove(rule(policy, "prohibition", "gr:publish", "gr:settled")[1])

    assert [f"{place}.prohibition: something is missing that the rest calls for"] == messages(value)


def test_a_policy_without_a_rule_on_publishing_is_refused() -> None:
    value = exported()
    place, policy = the(value, "Agreement")
    for effect in ("permission", "prohibition", "obligation"):
        del policy[effect]

    told = messages(value)
    assert f"{place}: no rule says what may be published" in told


@pytest.mark.parametrize("target", [None, [], "urn:x", {"source": "urn:x"}, 3, [{}, 3]])
def test_a_target_that_names_no_words_is_refused(target: object) -> None:
    value = exported()
    policy = the(value, "Agreement")[1]
    for effect in ("permission", "prohibition"):
        for one in policy[effect]:
            one["target"] = target

    told = messages(value)
    assert any("target" in one for one in told)


@pytest.mark.parametrize("wrong", ["PT1H", 3, {"@value": 3}, {"@value": "PT1.5S"}])
def test_a_limit_of_time_that_cannot_be_read_is_refused(wrong: object) -> None:
    value = exported()
    policy = the(value, "Agreement")[1]
    for effect in ("permission", "prohibition"):
        for one in policy[effect]:
            if isinstance(one["target"], dict):
                one["target"]["refinement"][1]["rightOperand"] = wrong

    assert messages(value)


def test_a_limit_of_topic_that_is_no_text_is_refused() -> None:
    value = exported()
    policy = the(value, "Agreement")[1]
    for effect in ("permission", "prohibition"):
        for one in policy[effect]:
            if isinstance(one["target"], dict):
                one["target"]["refinement"][0]["rightOperand"] = ["the harbor"]

    assert messages(value)


def test_many_faults_are_counted() -> None:
    value = {**document([]), "@graph": [{"uid": f"urn:{at}"} for at in range(MOST + 3)]}
    told = messages(value)

    assert MOST + 1 == len(told)
    assert "and 3 more faults" == told[-1]


def test_lists_without_end_are_compared_place_by_place() -> None:
    value = exported()
    place, policy = the(value, "Agreement")
    policy["permission"] += [{"action": "gr:leak"}] * 2000

    told = messages(value)
    assert f"{place}.permission" in told[0]


def test_a_key_without_end_is_cut() -> None:
    value = {**document([]), "x y" * 100: 1}

    (told,) = messages(value)
    assert len(told) < 120


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def places(value: Any, path: tuple = ()) -> list[tuple]:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, one in inner:
        found.append((*path, key))
        if isinstance(one, (dict, list)):
            found += places(one, (*path, key))
    return found


SOUND = exported()
PLACES = places(SOUND)


@settings(max_examples=200)
@given(st.sampled_from(PLACES), JSON)
def test_whatever_stands_at_any_place_is_refused_or_a_part_of_what_is_read(place, wrong) -> None:
    value = deepcopy(SOUND)
    holder = value
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = wrong

    try:
        read = from_odrl(value)
    except BadInput:
        return
    assert value == json.loads(json.dumps(document(read)))

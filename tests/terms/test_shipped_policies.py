"""The policies that ship: whole, coherent, resting on evidence, and clashing where they do."""

import json
import re
from collections.abc import Iterator

import jsonschema
import pytest
from shelf import FOLDER, POLICIES, RAW

from groundrules.rules.registry import all_rules
from groundrules.terms.levels import Level
from groundrules.terms.policy import PRACTICES, LevelRuling, Policy, Practice, Ruling, Status
from groundrules.terms.policy_ruling import DESCRIBERS, SEVERITIES
from groundrules.terms.rights import AXES, FREE, Attribute, Publish, Pursue, Rights

SCHEMA = json.loads((FOLDER / "policy.schema.json").read_text("utf-8"))

ALL = pytest.mark.parametrize("policy", POLICIES.values(), ids=list(POLICIES))

PROMISED = {
    *("ap", "washington-post", "nyt", "npr", "bbc", "guardian", "reuters", "propublica"),
    *("state-department", "chatham-house", "bundespressekonferenz", "default", "negotiation"),
}

RULES = {rule.name for rule in all_rules()}


def rulings(policy: Policy) -> Iterator[Ruling[object]]:
    for level in policy.levels.values():
        yield from level.axes.values()
        if level.description_set_by:
            yield level.description_set_by
    yield from policy.practices.values()
    yield from policy.severities.values()


def test_the_promised_policies_ship() -> None:
    assert set() == PROMISED - set(POLICIES)


@ALL
def test_every_level_has_every_axis(policy: Policy) -> None:
    assert list(Level) == list(policy.levels)
    for level in policy.levels.values():
        assert list(AXES) == list(level.axes)


@ALL
def test_every_policy_ends_in_the_cautious_default(policy: Policy) -> None:
    assert policy.lineage[0] == policy.id
    assert policy.lineage[-1] == "default"


@ALL
def test_every_policy_says_what_it_is(policy: Policy) -> None:
    assert policy.title
    assert policy.version
    assert policy.summary.endswith((".", "?"))
    assert policy.jurisdiction or policy.id == "default"


@ALL
def test_every_value_rests_on_evidence_that_is_there(policy: Policy) -> None:
    missing = [ruling for ruling in rulings(policy) if policy.evidence_for(ruling) is None]

    assert [] == missing


@ALL
def test_all_evidence_is_used(policy: Policy) -> None:
    used = {f"{ruling.policy}/{ruling.evidence}" for ruling in rulings(policy)}
    own = {key for key in policy.evidence if key.startswith(f"{policy.id}/")}

    assert set() == own - used


@ALL
def test_no_outlet_s_words_are_the_cautious_default_s_own(policy: Policy) -> None:
    if policy.id != "default":
        said = [ruling for ruling in rulings(policy) if ruling.policy == policy.id]
        assert said


@ALL
def test_what_may_not_be_published_may_not_be_quoted(policy: Policy) -> None:
    for level in Level:
        rights = policy.rights(level)
        if rights.publish is Publish.NO:
            assert (rights.quote, rights.attribute) == ("no", "none")


@ALL
def test_what_may_be_published_may_be_taken_to_others(policy: Policy) -> None:
    for level in Level:
        rights = policy.rights(level)
        if rights.publish is not Publish.NO:
            assert Pursue.YES is rights.pursue


@pytest.mark.parametrize(
    ("policy", "level"),
    [
        ("bundespressekonferenz", Level.DEEP_BACKGROUND),
        ("german-interviews", Level.DEEP_BACKGROUND),
        ("uk-police", Level.BACKGROUND),
    ],
)
def test_what_is_read_as_off_the_record_has_its_rights(policy: str, level: Level) -> None:
    assert off_the_record(policy) == POLICIES[policy].rights(level)


@ALL
def test_the_record_is_free(policy: Policy) -> None:
    assert FREE == policy.levels[Level.ON_THE_RECORD].rights == policy.rights(Level.ON_THE_RECORD)
    assert FREE == policy.levels[Level.PLAIN_WORDS].rights


@ALL
def test_every_severity_is_of_a_rule_there_is(policy: Policy) -> None:
    assert RULES == set(policy.severities)


@ALL
def test_every_meaning_is_one_of_ours_in_full_sentences(policy: Policy) -> None:
    for level in policy.levels.values():
        assert re.fullmatch(r"[A-Z].*[.?]", level.meaning)


def test_the_default_rests_on_itself_alone() -> None:
    default = POLICIES["default"]

    assert {("default", "own", Status.VERIFIED)} == {
        (ruling.policy, ruling.evidence, ruling.status) for ruling in rulings(default)
    }


def test_the_default_is_the_strict_reading() -> None:
    default = POLICIES["default"]
    free_of = {
        level: {
            axis for axis, value in default.rights(level).by_axis().items() if free(axis, value)
        }
        for level in Level
    }

    assert set() == free_of[Level.OFF_THE_RECORD]
    assert {"publish", "pursue"} == free_of[Level.DEEP_BACKGROUND]
    assert {"publish", "quote", "attendance", "pursue", "contradict"} == (free_of[Level.BACKGROUND])
    assert free_of[Level.NOT_FOR_ATTRIBUTION] == free_of[Level.BACKGROUND]
    assert {"publish", "quote", "pursue", "repeat", "contradict"} == (free_of[Level.CHATHAM_HOUSE])


def free(axis: str, value: object) -> bool:
    return value is FREE.by_axis()[axis]


def off_the_record(policy: str) -> Rights:
    return POLICIES[policy].rights(Level.OFF_THE_RECORD)


def test_the_post_does_not_pursue_what_the_press_does() -> None:
    assert Pursue.YES is off_the_record("ap").pursue
    assert Pursue.NO is off_the_record("washington-post").pursue
    assert (Publish.NO, Publish.NO) == (
        off_the_record("ap").publish,
        off_the_record("washington-post").publish,
    )


def test_off_the_record_is_printed_in_westminster() -> None:
    assert Publish.YES is off_the_record("uk-lobby").publish
    assert off_the_record("uk-lobby").contradict == "no"


def test_the_textbook_hides_whom_the_post_describes() -> None:
    level = Level.NOT_FOR_ATTRIBUTION

    assert POLICIES["missouri-group"].rights(level).attribute == "none"
    assert POLICIES["washington-post"].rights(level).attribute == "description"


def test_the_rule_protects_what_background_gives() -> None:
    rule = POLICIES["chatham-house"]

    assert rule.rights(Level.CHATHAM_HOUSE).attribute == "none"
    assert rule.rights(Level.CHATHAM_HOUSE).attendance == "secret"
    assert rule.rights(Level.CHATHAM_HOUSE).repeat == "anyone"
    assert rule.rights(Level.BACKGROUND).attribute == "description"


def test_the_three_steps_of_berlin() -> None:
    berlin = POLICIES["bundespressekonferenz"]

    assert FREE == berlin.rights(Level.ON_THE_RECORD)
    assert berlin.rights(Level.BACKGROUND).attribute == "institution"
    assert Publish.NO is berlin.rights(Level.OFF_THE_RECORD).publish
    assert berlin.levels[Level.DEEP_BACKGROUND].axes["publish"].status is Status.UNVERIFIED


def test_the_times_flags_formulas_with_which_the_press_is_content() -> None:
    times, press = POLICIES["nyt"], POLICIES["ap"]

    assert "not authorized to speak" in times.phrases("banned_reasons")
    assert ("error", "off") == tuple(
        policy.severities["boilerplate-reason"].value for policy in (times, press)
    )
    assert press.phrases("banned_reasons") == ()
    assert press.severities["missing-reason"].value == "error"
    assert press.number("min_anonymous_sources") == 2


@pytest.mark.parametrize(
    ("policy", "rule"),
    [
        ("ap", "declined-comment"),
        ("propublica", "declined-comment"),
        ("reuters", "plural-for-one-source"),
        ("npr", "vague-attribution"),
        ("default", "withheld-statement"),
    ],
)
def test_what_an_outlet_forbids_is_an_error_there(policy: str, rule: str) -> None:
    assert POLICIES[policy].severities[rule].value == "error"


@pytest.mark.parametrize(
    ("policy", "word"),
    [
        ("nyt", "forbidden"),
        ("reuters", "discouraged"),
        ("german-interviews", "customary"),
        ("default", "on-request"),
    ],
)
def test_approval_of_quotations_is_seen_differently(policy: str, word: str) -> None:
    assert POLICIES[policy].word("quote_approval") == word


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", RAW)
def test_every_policy_is_of_the_schema(name: str) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(RAW[name])


def test_the_schema_knows_the_levels_and_their_axes() -> None:
    levels = SCHEMA["properties"]["levels"]["properties"]
    level, free_level = SCHEMA["$defs"]["level"], SCHEMA["$defs"]["free-level"]

    assert list(Level) == list(levels)
    assert {*AXES, "meaning", "description_set_by"} == set(level["properties"])
    assert {*AXES, "meaning"} == set(free_level["properties"])
    for name, axis in AXES.items():
        value = level["properties"][name]["properties"]["value"]
        assert list(axis) == value["enum"]
        assert list(axis)[0] == free_level["properties"][name]["properties"]["value"]["const"]  # noqa: RUF015 - the freest


def test_the_schema_knows_who_is_free() -> None:
    levels = SCHEMA["properties"]["levels"]["properties"]
    free_ones = {name for name, level in levels.items() if level["$ref"] == "#/$defs/free-level"}

    assert {Level.ON_THE_RECORD, Level.PLAIN_WORDS} == free_ones


def test_the_schema_knows_the_words_of_a_ruling() -> None:
    describer = SCHEMA["$defs"]["level"]["properties"]["description_set_by"]

    assert list(Status) == SCHEMA["$defs"]["status"]["enum"]
    assert list(SEVERITIES) == SCHEMA["$defs"]["severity"]["properties"]["value"]["enum"]
    assert list(DESCRIBERS) == describer["properties"]["value"]["enum"]


@pytest.mark.parametrize(("name", "practice"), PRACTICES.items(), ids=list(PRACTICES))
def test_the_schema_knows_every_practice(name: str, practice: Practice) -> None:
    described = SCHEMA["properties"]["practices"]["properties"][name]
    kinds = {int: "integer", bool: "boolean", tuple: "array"}
    value = described["properties"]["value"]

    assert described["description"] == practice.about
    assert list(practice.choices) == value.get("enum", [])
    assert kinds.get(practice.kind) == value.get("type")


def test_the_schema_knows_no_other_practice() -> None:
    assert set(PRACTICES) == set(SCHEMA["properties"]["practices"]["properties"])


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    bad = {
        "id": "The Ledger",
        "title": " ",
        "levels": {"background": {"meaning": "M.", "pursue": {"value": "perhaps"}}},
        "practices": {"binds": {"value": "outlet", "status": "verified"}},
        "severities": {"missing-reason": {"value": "fatal", "negotiable": True}},
    }
    errors = jsonschema.Draft202012Validator(SCHEMA).iter_errors(bad)

    assert {
        "$",
        "$.id",
        "$.title",
        "$.levels.background.pursue.value",
        "$.practices.binds",
        "$.severities.missing-reason",
        "$.severities.missing-reason.value",
    } == {error.json_path.replace("['missing-reason']", ".missing-reason") for error in errors}


def test_a_level_that_nobody_ruled_on_would_be_sealed() -> None:
    assert LevelRuling("", {}).rights.publish is Publish.NO


def test_the_definitions_that_are_known_best() -> None:
    """The Associated Press on the record, background, deep background and off the record."""
    policy = POLICIES["ap"]
    background = policy.levels[Level.BACKGROUND].axes

    assert policy.rights(Level.ON_THE_RECORD) == FREE
    assert (Publish.YES, Attribute.DESCRIPTION, Pursue.YES) == (
        background["publish"].value,
        background["attribute"].value,
        background["pursue"].value,
    )
    assert background["attribute"].negotiable
    deep = policy.rights(Level.DEEP_BACKGROUND)
    assert (Publish.YES, Attribute.NONE, Pursue.YES) == (deep.publish, deep.attribute, deep.pursue)
    off = policy.rights(Level.OFF_THE_RECORD)
    assert (Publish.NO, Pursue.YES) == (off.publish, off.pursue)

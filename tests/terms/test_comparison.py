"""The same word, different rights: what differs, and how it is told."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import POLICIES

from groundrules.terms.comparison import DESCRIBER, Difference, compare, headline, sentence
from groundrules.terms.levels import Level
from groundrules.terms.policy import PRACTICES, LevelRuling, Policy, Ruling, Status
from groundrules.terms.policy_wording import CLAUSES, SUBJECTS, in_sentence, practice_value
from groundrules.terms.rights import AXES, Attribute, Publish, Pursue

PAIRS = list(combinations(POLICIES, 2))

policies = st.sampled_from(list(POLICIES.values()))


def told(a: str, b: str, level: Level | None, subject: str) -> str:
    differences = compare(POLICIES[a], POLICIES[b])
    (found,) = (one for one in differences if (one.level, one.subject) == (level, subject))
    return sentence(found)


def test_the_best_demonstration() -> None:
    expected = (
        "Off the record: the Associated Press lets reporters take the information to other "
        "sources; the Washington Post does not (second-hand)."
    )

    assert expected == told("ap", "washington-post", Level.OFF_THE_RECORD, "pursue")
    assert expected == told("washington-post", "ap", Level.OFF_THE_RECORD, "pursue")


def test_two_clauses_where_neither_only_denies_the_other() -> None:
    expected = (
        "On background: the Bundespressekonferenz lets the institution or circle be given but no "
        "person; the US State Department lets the source be described but not named."
    )

    assert expected == told(
        "bundespressekonferenz", "state-department", Level.BACKGROUND, "attribute"
    )


def test_who_words_the_description() -> None:
    expected = (
        "On background: the Associated Press has the description agreed between the two; "
        "the US State Department lets the source word the description."
    )

    assert expected == told("ap", "state-department", Level.BACKGROUND, DESCRIBER)


def test_what_a_policy_does_not_say_is_not_put_into_its_mouth() -> None:
    expected = (
        "Off the record: the Associated Press lets reporters take the information to other "
        "sources; the New York Times does not (it does not say itself: the cautious default)."
    )

    assert expected == told("ap", "nyt", Level.OFF_THE_RECORD, "pursue")


def test_what_comes_from_another_policy_is_said_to() -> None:
    expected = (
        "On deep background: the US State Department lets the information be published; German "
        "interview practice does not (it does not say itself: the policy bundespressekonferenz, "
        "unverified)."
    )

    assert expected == told(
        "german-interviews", "state-department", Level.DEEP_BACKGROUND, "publish"
    )


def test_what_the_agreement_decides_is_said_to() -> None:
    expected = (
        "Off the record: the Westminster lobby lets the information be published unless agreed "
        "otherwise (second-hand); the Associated Press does not."
    )

    assert expected == told("ap", "uk-lobby", Level.OFF_THE_RECORD, "publish")


def test_policies_may_differ_only_in_what_the_agreement_decides() -> None:
    expected = (
        "On background, attribution: the Associated Press leaves the last word to the agreement; "
        "the Washington Post settles it (second-hand)."
    )

    assert expected == told("ap", "washington-post", Level.BACKGROUND, "attribute")


@pytest.mark.parametrize(
    ("a", "b", "practice", "expected"),
    [
        (
            "nyt",
            "reuters",
            "quote_approval",
            (
                "Whether a source may approve quotations before they are used: the New York "
                "Times, “forbidden”; Reuters, “discouraged” (second-hand)."
            ),
        ),
        (
            "ap",
            "nyt",
            "approval_direct_quote",
            (
                "Who approves a direct quotation of an unnamed source: the Associated Press does "
                "not say; the New York Times, “department head” (second-hand)."
            ),
        ),
    ],
)
def test_practices_are_told_side_by_side(a: str, b: str, practice: str, expected: str) -> None:
    assert expected == told(a, b, None, practice)


def test_a_headline_says_whether_the_word_is_the_same_right() -> None:
    differences = compare(POLICIES["ap"], POLICIES["washington-post"])

    assert [
        "Off the record: same word, different rights",
        "On deep background: no difference found",
        "Practices",
    ] == [
        headline(level, differences)
        for level in (Level.OFF_THE_RECORD, Level.DEEP_BACKGROUND, None)
    ]
    assert headline(None, ()) == "Practices: no difference found"


@given(policies)
def test_a_policy_does_not_differ_from_itself(policy: Policy) -> None:
    assert () == compare(policy, policy)


@given(policies, policies)
def test_comparing_the_other_way_round_finds_the_same(a: Policy, b: Policy) -> None:
    turned = tuple(
        Difference(one.level, one.subject, one.second, one.first) for one in compare(b, a)
    )

    assert turned == compare(a, b)


@given(policies, policies)
def test_policies_that_allow_something_else_differ(a: Policy, b: Policy) -> None:
    found = {one.level for one in compare(a, b)}

    for level in Level:
        if a.rights(level) != b.rights(level):
            assert level in found


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_every_difference_can_be_told_in_one_sentence(a: str, b: str) -> None:
    for one in compare(POLICIES[a], POLICIES[b]):
        text = sentence(one)

        assert text.endswith(".")
        assert text[0].isupper()
        for policy in (a, b):
            assert in_sentence(POLICIES[policy].title) in text


BARE = Policy("bare", "Bare", "1")


def ruled(**axes: Ruling[object]) -> Policy:
    level = LevelRuling("M.", axes)  # type: ignore[arg-type]
    return Policy("ruled", "Ruled", "1", levels={Level.BACKGROUND: level})


def test_what_nobody_says_is_protected_and_said_to_be() -> None:
    (found,) = compare(ruled(pursue=Ruling(Pursue.YES, "ruled", "", Status.VERIFIED)), BARE)

    assert sentence(found) == (
        "On background: Ruled lets reporters take the information to other sources; Bare does "
        "not, for it says nothing and what is unclear is protected."
    )


def test_saying_what_silence_means_is_no_difference() -> None:
    assert compare(ruled(attribute=Ruling(Attribute.NONE, "ruled")), BARE) == ()


def test_silence_and_leaving_it_to_the_agreement_differ() -> None:
    open_to_talk = ruled(publish=Ruling(Publish.NO, "ruled", "", Status.UNVERIFIED, True))  # noqa: FBT003 - the field's place
    (found,) = compare(BARE, open_to_talk)

    assert sentence(found) == (
        "On background, publication: Bare says nothing; "
        "Ruled leaves the last word to the agreement (unverified)."
    )


def test_who_words_the_description_may_be_left_unsaid() -> None:
    level = LevelRuling("M.", {}, Ruling("journalist", "ruled", "", Status.VERIFIED))
    (found,) = compare(Policy("ruled", "Ruled", "1", levels={Level.BACKGROUND: level}), BARE)

    assert sentence(found) == (
        "On background: Ruled lets the journalist word the description; "
        "Bare does not say who words the description."
    )


def test_every_permission_has_its_words() -> None:
    permissions = {(name, str(value)) for name, axis in AXES.items() for value in axis}

    assert permissions == {key for key in CLAUSES if key[0] != DESCRIBER}
    assert {*AXES, DESCRIBER} == set(SUBJECTS)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "yes"),
        (False, "no"),
        (2, "2"),
        ("", "nobody"),
        ("manager-first", "“manager first”"),
        ((), "none"),
        (("a source", "sources"), "“a source”, “sources”"),
    ],
)
def test_the_value_of_a_practice_in_words(value: object, expected: str) -> None:
    assert expected == practice_value(value)


def test_a_practice_s_question_reads_on_into_the_answers() -> None:
    assert all(practice.about.endswith(".") for practice in PRACTICES.values())

"""What is left to settle: one question for each axis that is undefined, open or read two ways."""

from __future__ import annotations

from dataclasses import replace

import pytest
from script_cases import DEFAULT, ENGLISHES, POLICIES, wording

from groundrules.talk.script.request import Side
from groundrules.talk.script.settling import (
    Choice,
    Question,
    Reading,
    Sureness,
    Why,
    questions,
    sureness,
)
from groundrules.terms.comparison import Difference, compare
from groundrules.terms.levels import Level
from groundrules.terms.policy import LevelRuling, Policy, Ruling, Status
from groundrules.terms.rights import AXES, FREE, Publish, Pursue

AP, POST = POLICIES["ap"], POLICIES["washington-post"]


def asked(
    level: Level, theirs: Policy, mine: Policy | None = None, side: Side = Side.SOURCE
) -> dict[str, Question]:
    found = questions(level, theirs, mine, side=side, wording=wording())
    return {question.axis: question for question in found}


def settled(policy: str, **changes: object) -> Policy:
    """Return a policy that has settled every axis of background as on the record, but for these."""
    verified = {
        axis: Ruling(permission, policy, "code", Status.VERIFIED)
        for axis, permission in FREE.by_axis().items()
    }
    ruled = {axis: ruling for axis, ruling in {**verified, **changes}.items() if ruling}
    levels = {Level.BACKGROUND: LevelRuling("Free.", ruled)}
    return replace(DEFAULT, id=policy, title=f"The {policy}", levels=levels)


def test_pursuit_off_the_record_is_where_two_well_known_policies_differ() -> None:
    question = asked(Level.OFF_THE_RECORD, POST, AP)["pursue"]

    assert question == Question(
        axis="pursue",
        theirs=Reading(Pursue.NO, "the Washington Post", Sureness.SETTLED, second_hand=True),
        mine=Reading(Pursue.YES, "the Associated Press", Sureness.SETTLED),
        why=Why.DIFFERENT,
        text="Will you take it to other people and try to get it from them?",
        reason=(
            "The two of you read this in two ways. They may mean: “You may not ask other people "
            "about it, and you may not try to get it from anyone else.” You mean: “You may ask "
            "other people about it and try to get it from them.”"
        ),
        choices=(
            Choice(Pursue.YES, "You may ask other people about it and try to get it from them."),
            Choice(
                Pursue.NO,
                "You may not ask other people about it, and you may not try to get it from anyone "
                "else.",
            ),
        ),
    )


def test_an_axis_that_a_policy_leaves_to_the_cautious_default_is_asked() -> None:
    question = asked(Level.OFF_THE_RECORD, AP)["repeat"]

    assert question.why is Why.SILENT
    assert question.theirs.sureness is Sureness.SILENT
    assert question.reason == (
        "We found nothing on this from the Associated Press. "
        "Your words above hold only if they get a yes."
    )


def test_an_axis_that_could_not_be_verified_is_asked() -> None:
    assert asked(Level.OFF_THE_RECORD, POLICIES["uk-lobby"])["pursue"].why is Why.UNVERIFIED


def test_an_axis_that_is_left_to_the_agreement_is_asked() -> None:
    question = asked(Level.BACKGROUND, AP, side=Side.REPORTER)["publish"]

    assert question.why is Why.NEGOTIABLE
    assert question.reason == (
        "This is left open by the Associated Press: what the two of you agree on holds."
    )


def test_what_is_settled_and_read_alike_is_not_asked() -> None:
    assert asked(Level.OFF_THE_RECORD, AP).keys() == {
        "quote",
        "attribute",
        "attendance",
        "repeat",
        "contradict",
    }
    assert asked(Level.BACKGROUND, settled("ledger"), settled("tribune")) == {}


def test_an_outlet_that_was_not_named_leaves_every_axis_to_be_asked() -> None:
    found = asked(Level.BACKGROUND, DEFAULT)

    assert list(found) == list(AXES)
    assert {question.why for question in found.values()} == {Why.SILENT}
    assert {question.theirs.policy for question in found.values()} == {"this outlet"}


def test_a_level_that_no_policy_rules_on_leaves_every_axis_to_be_asked() -> None:
    bare = replace(DEFAULT, id="bare", title="The Bare", levels={})
    found = asked(Level.BACKGROUND, bare)

    assert {axis: question.theirs.permission for axis, question in found.items()} == {
        axis: list(scale)[-1] for axis, scale in AXES.items()
    }


def test_my_own_policy_may_be_the_one_that_leaves_it_open() -> None:
    mine = settled(
        "tribune",
        publish=Ruling(Publish.YES, "tribune", "code", Status.VERIFIED, negotiable=True),
    )
    (question,) = questions(
        Level.BACKGROUND, settled("ledger"), mine, side=Side.SOURCE, wording=wording()
    )

    assert (question.axis, question.why) == ("publish", Why.NEGOTIABLE)
    assert question.reason.startswith("This is left open by the tribune:")


def test_my_own_policy_may_be_the_one_that_could_not_be_verified() -> None:
    mine = settled("tribune", publish=Ruling(Publish.YES, "tribune"))

    assert asked(Level.BACKGROUND, settled("ledger"), mine)["publish"].why is Why.UNVERIFIED


def test_where_mine_is_silent_and_theirs_says_the_same_nothing_is_asked() -> None:
    assert asked(Level.BACKGROUND, settled("ledger"), settled("tribune", publish=None)).keys() == {
        "publish"  # silent altogether: nothing would be allowed, which is not what theirs says
    }
    mine = settled("tribune", pursue=Ruling(Pursue.YES, "default", "own", Status.VERIFIED))
    assert asked(Level.BACKGROUND, settled("ledger"), mine) == {}


def test_a_policy_that_is_silent_is_not_said_to_differ() -> None:
    found = asked(Level.OFF_THE_RECORD, DEFAULT, AP)

    assert found["pursue"].why is Why.SILENT


def test_nothing_is_left_to_settle_on_the_record() -> None:
    assert asked(Level.ON_THE_RECORD, AP, POST) == {}


def test_plain_words_leave_everything_to_be_said() -> None:
    found = asked(Level.PLAIN_WORDS, AP)

    assert list(found) == list(AXES)
    assert {question.why for question in found.values()} == {Why.OPEN}


def only_the_default_is_softer(difference: Difference) -> bool:
    """Tell whether all that differs is how firm mine is, and mine says nothing itself."""
    theirs, mine = difference.first.ruling, difference.second.ruling
    assert theirs
    assert mine
    return theirs.value == mine.value and sureness(mine) is Sureness.SILENT


@pytest.mark.parametrize("level", [level for level in Level if level is not Level.ON_THE_RECORD])
@pytest.mark.parametrize("theirs", POLICIES.values(), ids=lambda policy: policy.id)
def test_whatever_a_comparison_finds_is_asked(level: Level, theirs: Policy) -> None:
    for mine in POLICIES.values():
        differing = {
            one.subject
            for one in compare(theirs, mine)
            if one.level is level and one.subject in AXES and not only_the_default_is_softer(one)
        }

        assert differing <= asked(level, theirs, mine).keys()


@pytest.mark.parametrize("english", ENGLISHES)
@pytest.mark.parametrize("side", Side)
def test_a_question_offers_every_permission_in_words(english: str, side: Side) -> None:
    for question in questions(Level.PLAIN_WORDS, DEFAULT, side=side, wording=wording(english)):
        assert question.text.endswith("?")
        assert [choice.permission for choice in question.choices] == list(AXES[question.axis])
        assert len({choice.words for choice in question.choices}) == len(question.choices)


@pytest.mark.parametrize(
    ("ruling", "expected"),
    [
        (None, Sureness.SILENT),
        (Ruling("x", "default", "own", Status.VERIFIED), Sureness.SILENT),
        (Ruling("x", "ap"), Sureness.UNVERIFIED),
        (Ruling("x", "ap", "code", Status.SECONDARY, negotiable=True), Sureness.NEGOTIABLE),
        (Ruling("x", "ap", "code", Status.SECONDARY), Sureness.SETTLED),
        (Ruling("x", "ap", "code", Status.VERIFIED), Sureness.SETTLED),
    ],
)
def test_how_far_the_word_of_a_policy_goes(ruling: Ruling[str] | None, expected: Sureness) -> None:
    assert sureness(ruling) == expected

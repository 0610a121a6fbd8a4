"""What a level lets the reporter do at an outlet, how sure that is, and facts of a situation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from groundrules.talk.preparing.facts import facts_of
from groundrules.talk.preparing.permissions import SURENESS, Permission, permissions
from groundrules.terms.levels import Level
from groundrules.terms.policy import LevelRuling, Policy, Ruling, Status
from groundrules.terms.rights import Pursue
from interviewed import CAREFUL, FOUR, GUIDANCE, MANY, POLICIES, POST, situation

AP = POLICIES.load("ap")


def on(axis: str, level: Level, policy: Policy) -> Permission:
    return next(one for one in permissions(level, policy, GUIDANCE) if one.axis == axis)


def test_two_outlets_read_one_word_differently() -> None:
    assert on("pursue", Level.OFF_THE_RECORD, AP) == Permission(
        "pursue",
        "They may take it to other people, and print what those say.",
        "read in the outlet's own rules",
    )
    assert on("pursue", Level.OFF_THE_RECORD, POST) == Permission(
        "pursue", "They may not take it to other people.", "read at second hand"
    )


def test_what_an_outlet_does_not_say_is_our_careful_reading() -> None:
    inherited = "the outlet does not say; our careful reading"

    assert on("repeat", Level.OFF_THE_RECORD, AP).sureness == inherited
    assert on("repeat", Level.OFF_THE_RECORD, CAREFUL).sureness == inherited
    assert on("publish", Level.BACKGROUND, AP).sureness == (
        "read in the outlet's own rules; you may agree on something else"
    )


def test_what_nobody_says_is_withheld() -> None:
    silent = Policy("silent", "A silent one", "1")

    assert on("pursue", Level.BACKGROUND, silent) == Permission(
        "pursue",
        "They may not take it to other people.",
        "nobody says; so we take it as not allowed",
    )


@pytest.mark.parametrize(
    ("status", "policy", "expected"),
    [
        (Status.UNVERIFIED, "ours", "not checked"),
        (Status.VERIFIED, "parent", "from the rules that this outlet builds on"),
    ],
)
def test_how_sure_a_permission_is(status: Status, policy: str, expected: str) -> None:
    ruling = LevelRuling("", {"pursue": Ruling(Pursue.YES, policy, status=status)})
    own = replace(AP, id="ours", levels={Level.BACKGROUND: ruling})

    assert on("pursue", Level.BACKGROUND, own).sureness == expected


def test_where_nothing_is_published_it_does_not_matter_how() -> None:
    axes = [one.axis for one in permissions(Level.OFF_THE_RECORD, POST, GUIDANCE)]

    assert axes == ["publish", "attendance", "pursue", "repeat"]
    assert len(permissions(Level.BACKGROUND, POST, GUIDANCE)) == 7


def test_every_way_of_being_sure_has_words() -> None:
    assert set(GUIDANCE.sureness) == set(SURENESS)


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ({"outlet": "A", "knowers": 11}, set()),
        ({"outlet": "A", "knowers": 10}, {"few-know"}),
        ({"outlet": "A", "descriptions": (FOUR,), "fits": {FOUR: 4}}, {"narrow-description"}),
        ({"outlet": "A", "descriptions": (MANY,), "fits": {MANY: 300}}, set()),
        ({"outlet": "A", "descriptions": (MANY,)}, set()),
        ({"outlet": "A", "points": ("a",), "printed": {"a": "never"}}, {"point-never-printed"}),
        ({"outlet": "A", "points": ("a",), "conditions": {"a": "b"}}, set()),
    ],
)
def test_the_facts_of_a_situation(given, facts) -> None:
    assert facts_of(situation(policy=CAREFUL, **given)) == facts


def test_facts_about_the_outlet() -> None:
    nyt = POLICIES.load("nyt")
    conditions = {"points": ("a",), "conditions": {"a": "I approve the words"}}

    assert facts_of(situation(policy=nyt, outlet="NYT", **conditions)) == {"condition-refused"}
    assert facts_of(situation(policy=AP, descriptions=("A Source",))) == {"vague-description"}
    assert facts_of(situation(policy=CAREFUL, outlet="X", is_outlets_own=False)) == {
        "outlet-unknown"
    }
    assert facts_of(situation(policy=CAREFUL, is_outlets_own=False)) == {"outlet-unnamed"}


def test_an_answer_that_was_not_asked_for_is_empty() -> None:
    here = situation()

    assert (here.word("fits", "x"), here.several("paper"), here.number("fits", "x")) == ("", (), 0)

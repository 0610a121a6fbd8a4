"""The advice as a whole: every way side by side, disagreements shown, nothing deceitful."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from groundrules.readers.wordings import SHIPPED
from groundrules.talk.preparing.advice import advise
from groundrules.talk.preparing.alternatives import Alternative
from groundrules.talk.preparing.situation import Situation
from interviewed import (
    CAREFUL,
    FERRY,
    GUIDANCE,
    INTERVIEW,
    MANY,
    POLICIES,
    POST,
    interviews,
    situation,
)

AP = POLICIES.load("ap")


def advice_to(**given):
    return advise(situation(**given), INTERVIEW, GUIDANCE)


def flags_of(**given) -> str:
    return " ".join(advice_to(**given).flags)


def way(advice, alternative: str):
    return next(one for one in advice.weighed if one.alternative == alternative)


def test_the_advice_on_a_whole_story() -> None:
    advice = advice_to(**FERRY)

    assert advice.chosen is Alternative.BACKGROUND
    assert advice.reasons == (GUIDANCE.reasons["hidden_among_many"],)
    assert way(advice, "background").printed == f"… according to {MANY}."
    assert way(advice, "document-trail").permissions == ()
    assert advice.known_to == "an editor"
    assert len(advice.flags) == 4


@pytest.mark.parametrize("name", POLICIES.names())
def test_at_every_outlet_every_way_is_weighed(name: str) -> None:
    advice = advice_to(policy=POLICIES.load(name))

    assert [one.alternative for one in advice.weighed] == list(Alternative)
    assert all(one.permissions or one.way.lets for one in advice.weighed)


def test_a_guide_and_an_outlet_that_disagree_are_both_shown() -> None:
    at_the_post = way(advice_to(policy=POST), "off-the-record").disagreements
    at_ap = way(advice_to(policy=AP), "off-the-record").disagreements

    assert "may still be taken to other people" in at_the_post[0].guide
    assert at_the_post[0].outlet.says == "They may not take it to other people."
    assert "it ends here" in at_ap[0].guide
    assert at_ap[0].outlet.says == "They may take it to other people, and print what those say."


def test_a_reading_on_an_axis_that_is_moot_is_not_held_against_the_outlet() -> None:
    reading = GUIDANCE.readings[0]._replace(axis="quote", value="verbatim")
    own = GUIDANCE._replace(readings=(reading,))

    assert way(advise(situation(), INTERVIEW, own), "off-the-record").disagreements == ()


def test_who_at_the_outlet_knows_and_approves_is_said_where_it_is_known() -> None:
    assert (advice_to(policy=AP).known_to, advice_to(policy=AP).approved_by) == (
        "a manager of the newsroom",
        "a manager of the newsroom",
    )
    assert advice_to(policy=CAREFUL).approved_by == ""


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"bear_named": "no", "bear_unnamed": "no"}, "even without your name. Do not say it"),
        ({"points": ("a",), "printed": {"a": "never"}}, "under: do not say it"),
        ({"bear_named": "no"}, "Nothing can be taken back afterwards"),
        ({"accuracy": "untrue"}, "Take that part out"),
        ({"accuracy": "unconfirmed"}, "call a guess a guess"),
        ({"basis": ("told",)}, "a tip, not a proof"),
        ({"basis": ("opinion",)}, "For an opinion"),
        ({"trust": "distrusted"}, "Find another one"),
        ({}, "get burned"),
        ({"purpose": "friendly"}, "a talk is work"),
        ({"asked_by": "reporter"}, "You owe nobody a talk"),
        ({"stakes": ("law",)}, "Ask a lawyer before you speak"),
        ({"documents": True, "paper": ("taken",)}, "Ask a lawyer before you show them"),
        ({"stakes": ("safety",)}, "Do not settle this alone"),
        ({"knowers": 3}, "the facts can point back to you"),
        ({}, "Take it that they are few"),
        ({"descriptions": ("x",), "fits": {"x": 2}}, "Do not agree to them"),
        ({"policy": AP, "descriptions": ("a source",)}, "so vague"),
        ({"interest": ("private",)}, "which side you are on"),
        ({}, "You named no reason"),
        ({"interest": ("harm",)}, "going further than you like"),
        ({"channel": "work"}, "an account of your employer"),
        ({"channel": "own-mail"}, "wait for a spoken yes"),
        ({"documents": True, "paper": ("printed",)}, "tiny dots"),
        ({"documents": True, "paper": ("pictures",)}, "Agree that this will not be done"),
        ({"documents": True, "paper": ("few-copies",)}, "Whoever looks for the source"),
        ({"helpers": ("adviser",)}, "put it in writing"),
        ({"told": ("my brother",)}, "one more who may tell"),
        ({"reasons": ("organisation",)}, "who may speak, on what"),
        ({"reasons": ("hurt",)}, "Sleep on it"),
        ({"reasons": ("preview",)}, "who said yes to it"),
        ({"is_outlets_own": False, "outlet": "X"}, "no published rules of this outlet"),
        ({"is_outlets_own": False}, "You named no outlet"),
        ({"gut": "wait"}, "A day seldom does harm"),
    ],
)
def test_what_to_look_out_for_is_said_where_it_applies_and_only_there(given, words: str) -> None:
    calm = {**FERRY, "bear_named": "yes", "points": (), "descriptions": (MANY,)}
    calm |= {"fits": {MANY: 300}, "interest": ("current",), "stakes": ()}

    assert words in flags_of(**given)
    assert flags_of(**calm) == ""


def test_own_conditions_are_flagged_where_the_outlet_refuses_approval() -> None:
    conditions = {"points": ("a",), "conditions": {"a": "I approve"}}

    assert "before you rely on them" in flags_of(policy=POLICIES.load("nyt"), **conditions)
    assert "before you rely on them" not in flags_of(policy=CAREFUL, **conditions)


@given(interviews())
def test_saying_nothing_is_always_among_the_ways_and_the_choice_has_a_reason(answers) -> None:
    advice = advise(Situation(answers, POST, is_outlets_own=True), INTERVIEW, GUIDANCE)

    assert [one.alternative for one in advice.weighed] == list(Alternative)
    assert advice.weighed[-1].alternative is Alternative.NOTHING
    assert advice.reasons


def test_nothing_deceitful_is_advised() -> None:
    texts = " ".join(
        (SHIPPED / kind / "source.toml").read_text(encoding="utf-8").casefold()
        for kind in ("interviews", "advice")
    )

    assert re.findall(r"(?<!do not )\bdeny\b|distort|misquot|plausibl|pretend", texts) == []
    assert "do not deny what is true" in texts
    assert "do not lie" in texts

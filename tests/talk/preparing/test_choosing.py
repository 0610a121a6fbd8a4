"""Which way is chosen, and why: every rule by itself, and their order."""

from __future__ import annotations

import pytest
from hypothesis import given

from groundrules.talk.preparing.alternatives import Alternative
from groundrules.talk.preparing.choosing import RULES, choose
from groundrules.talk.preparing.situation import Situation
from groundrules.terms.levels import Level
from interviewed import FOUR, MANY, POST, interviews, situation

BEARABLE = {"bear_named": "no", "bear_unnamed": "yes", "knowers": 40, "gut": "go"}
DESCRIBED = {**BEARABLE, "descriptions": (MANY, FOUR), "fits": {MANY: 300, FOUR: 4}}


@pytest.mark.parametrize(
    ("given", "chosen", "because"),
    [
        ({**DESCRIBED, "accuracy": "untrue"}, "say-nothing", "untrue"),
        ({"bear_named": "no", "bear_unnamed": "no"}, "say-nothing", "unbearable"),
        ({**DESCRIBED, "trust": "distrusted"}, "say-nothing", "distrusted"),
        ({**DESCRIBED, "gut": "stay-out"}, "say-nothing", "gut_against"),
        ({**DESCRIBED, "stakes": ("law",)}, "say-nothing", "lawless"),
        ({**DESCRIBED, "stakes": ("law",), "helpers": ("adviser",)}, "say-nothing", "lawless"),
        ({**DESCRIBED, "stakes": ("safety",)}, "say-nothing", "unsafe"),
        ({**DESCRIBED, "accuracy": "unconfirmed"}, "say-nothing", "unconfirmed"),
        (
            {**DESCRIBED, "accuracy": "unconfirmed", "requests": "yes"},
            "document-trail",
            "unconfirmed_traceable",
        ),
        ({"bear_named": "yes", "knowers": 3}, "on-the-record", "unhurt_by_name"),
        ({**DESCRIBED, "knowers": 10}, "say-nothing", "found_easily"),
        (
            {**DESCRIBED, "knowers": 1, "elsewhere": ("the minutes",)},
            "document-trail",
            "found_easily_but_traceable",
        ),
        ({**DESCRIBED, "bear_unnamed": "unsure"}, "say-nothing", "unsure"),
        (
            {**DESCRIBED, "stakes": ("job",), "points": ("a",), "evidence": {"a": "the minutes"}},
            "document-trail",
            "traceable",
        ),
        ({**DESCRIBED, "reasons": ("organisation",)}, "not-for-attribution", "voice_of_others"),
        (
            {**DESCRIBED, "reasons": ("context",), "trust": "trusted"},
            "off-the-record",
            "only_context",
        ),
        (DESCRIBED, "background", "hidden_among_many"),
        (
            {**DESCRIBED, "stakes": ("law",), "helpers": ("lawyer",)},
            "background",
            "hidden_among_many",
        ),
        ({**BEARABLE, "reasons": ("organisation",)}, "deep-background", "no_safe_description"),
        ({**BEARABLE, "reasons": ("context",)}, "deep-background", "no_safe_description"),
        (
            {**BEARABLE, "bear_named": "yes", "stakes": ("job",)},
            "deep-background",
            "no_safe_description",
        ),
        ({**BEARABLE, "elsewhere": ("the minutes",)}, "deep-background", "no_safe_description"),
        ({}, "say-nothing", "unsure"),
    ],
)
def test_the_first_rule_that_fits_decides(given, chosen, because) -> None:
    choice = choose(situation(**given))

    assert (choice.alternative, choice.because[0]) == (chosen, because)


def test_every_rule_that_speaks_for_the_same_is_named() -> None:
    choice = choose(situation(accuracy="untrue", trust="distrusted", knowers=2))

    assert choice.because == ("untrue", "distrusted", "found_easily", "unsure")


def test_every_rule_has_a_name_of_its_own_and_says_what_it_is() -> None:
    names = [rule.name for rule in RULES]

    assert len(set(names)) == len(names)
    assert all(rule.applies.__doc__ for rule in RULES)


def test_the_ways_to_talk_are_always_in_the_same_order() -> None:
    assert [way.value for way in Alternative] == [
        "on-the-record",
        "not-for-attribution",
        "background",
        "deep-background",
        "off-the-record",
        "document-trail",
        "say-nothing",
    ]
    assert [way.level for way in Alternative] == [
        Level.ON_THE_RECORD,
        Level.NOT_FOR_ATTRIBUTION,
        Level.BACKGROUND,
        Level.DEEP_BACKGROUND,
        Level.OFF_THE_RECORD,
        None,
        None,
    ]


@given(interviews())
def test_there_is_always_a_choice_and_never_one_to_speak_what_one_could_not_bear(answers) -> None:
    here = Situation(answers, POST, is_outlets_own=True)
    choice = choose(here)

    assert choice.because
    if here.word("bear_unnamed") == "no" or here.word("accuracy") == "untrue":
        assert choice.alternative is Alternative.NOTHING
    if choice.alternative is Alternative.ON_THE_RECORD:
        assert here.word("bear_named") == "yes"

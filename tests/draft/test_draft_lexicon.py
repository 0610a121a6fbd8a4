from __future__ import annotations

import pytest

from groundrules.draft.lexicon import INSTITUTIONS, PAPERS, is_person
from groundrules.draft.reporting_verbs import REPORTING_VERBS, Needs, Tense


def test_the_verbs_of_saying_are_many() -> None:
    assert len({verb.base for verb in REPORTING_VERBS.values()}) >= 200


@pytest.mark.parametrize(
    ("form", "base", "tense"),
    [
        ("said", "say", Tense.PAST),
        ("says", "say", Tense.THIRD_PERSON),
        ("say", "say", Tense.PLURAL),
        ("told", "tell", Tense.PAST),
        ("wrote", "write", Tense.PAST),
        ("admitted", "admit", Tense.PAST),
        ("replied", "reply", Tense.PAST),
        ("replies", "reply", Tense.THIRD_PERSON),
        ("confesses", "confess", Tense.THIRD_PERSON),
        ("acknowledged", "acknowledge", Tense.PAST),
        ("went_on", "go_on", Tense.PAST),
        ("quipped", "quip", Tense.PAST),
    ],
)
def test_verbs_are_known_in_every_form(form: str, base: str, tense: Tense) -> None:
    assert (base, tense) == REPORTING_VERBS[form][::2]


def test_a_verb_that_may_mean_something_else_needs_more_beside_it() -> None:
    assert [Needs.A_SUBJECT, Needs.NO_INFINITIVE, Needs.THAT_OR_QUOTATION, Needs.A_QUOTATION] == [
        REPORTING_VERBS[form].needs for form in ("said", "insisted", "charged", "laughed")
    ]


@pytest.mark.parametrize(
    "noun",
    ["official", "officials", "spokeswoman", "spokeswomen", "witness", "witnesses", "deputies"],
)
def test_nouns_for_people_are_known_in_both_numbers(noun: str) -> None:
    assert is_person(noun)


def test_papers_and_bodies_are_no_people() -> None:
    assert [False] * 4 == [is_person(noun) for noun in ("memo", "report", "agency", "ministry")]
    assert {"memo", "report"} <= PAPERS
    assert {"agency", "ministry"} <= INSTITUTIONS

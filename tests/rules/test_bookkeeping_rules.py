from __future__ import annotations

import pytest

from groundrules.record.standing import OPEN, Doubt, OpenPoint
from groundrules.rules.bookkeeping.undefined_terms import UndefinedTerms
from groundrules.rules.rule import Severity
from rule_cases import Told, a_case, background, only, shown

BID, VOTE = "The bid collapsed on Friday", "The vote is next week"
TEXT = f"{BID}. {VOTE}."
OFFICIAL = background("a port official")


def doubtful(words: str, doubt: Doubt, fact: str = "harbor!1", **also: str) -> Told:
    point = OpenPoint(doubt, (fact,), "nobody said what it means")
    return Told(words, OFFICIAL, standing=(("open", (point,)),), **also)  # type: ignore[arg-type]


@pytest.mark.parametrize("doubt", [Doubt.UNDEFINED, Doubt.UNCONFIRMED_DEFINITION])
def test_a_level_without_an_agreed_meaning_is_noted(doubt: Doubt) -> None:
    found = only(UndefinedTerms(), a_case(TEXT, doubtful(BID, doubt)))

    assert found.severity is Severity.NOTE
    assert "nobody said what it means" in found.message


@pytest.mark.parametrize("doubt", [Doubt.UNTIMED, Doubt.NO_DESCRIPTION])
def test_other_doubts_are_not_its_own(doubt: Doubt) -> None:
    assert shown(UndefinedTerms(), a_case(TEXT, doubtful(BID, doubt))) == []


def test_each_agreement_is_noted_once() -> None:
    first = doubtful(BID, Doubt.UNDEFINED)

    assert shown(UndefinedTerms(), a_case(TEXT, first, doubtful(VOTE, Doubt.UNDEFINED))) == [BID]
    later = doubtful(VOTE, Doubt.UNDEFINED, "harbor!4")
    assert shown(UndefinedTerms(), a_case(TEXT, first, later)) == [BID, VOTE]
    elsewhere = doubtful(VOTE, Doubt.UNDEFINED, talk="docks")
    assert shown(UndefinedTerms(), a_case(TEXT, first, elsewhere)) == [BID, VOTE]


def test_open_terms_are_another_rules() -> None:
    case = a_case(TEXT, doubtful(BID, Doubt.UNDEFINED, status=OPEN))

    assert shown(UndefinedTerms(), case) == []

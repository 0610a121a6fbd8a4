from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.record.standing import OPEN, Basis, Doubt, OpenPoint
from groundrules.rules.disclosure.graced_statement import GracedStatement
from groundrules.rules.disclosure.unsettled_statement import UnsettledStatement
from groundrules.rules.disclosure.withheld_statement import WithheldStatement
from groundrules.rules.rule import Confidence, Severity
from groundrules.terms.rights import FREE, Publish
from rule_cases import DEEP, OFF, Told, a_case, background, only, shown

if TYPE_CHECKING:
    from groundrules.terms.promise import Terms

TEXT = "The bid collapsed on Friday. The vote is next week."
BID, VOTE = "The bid collapsed on Friday", "The vote is next week"
UNANSWERED = OpenPoint(Doubt.UNANSWERED, ("harbor!1",), "nobody answered")
UNCLEAR = OpenPoint(Doubt.UNCLEAR, ("harbor!2",), "it can be read two ways")


def test_only_what_is_withheld_is_found() -> None:
    case = a_case(TEXT, Told(BID, OFF), Told(VOTE))

    assert shown(WithheldStatement(), case) == [BID]


def test_the_finding_says_how_the_words_were_spoken_and_names_the_statement() -> None:
    found = only(WithheldStatement(), a_case(TEXT, Told(BID, OFF)))

    assert found.message == "uses words spoken off the record, which may not be published"
    assert found.remedy == "leave it out, or ask the source to release it (statement harbor#1)"
    assert found.statement == "harbor#1"


def test_what_may_be_had_elsewhere_has_a_message_of_its_own() -> None:
    terms = OFF._replace(rights=FREE._replace(publish=Publish.IF_INDEPENDENT))

    assert "only if" in only(WithheldStatement(), a_case(TEXT, Told(BID, terms))).message


@pytest.mark.parametrize("terms", [DEEP, background()])
def test_what_may_be_published_in_some_form_is_not_withheld(terms: Terms) -> None:
    assert shown(WithheldStatement(), a_case(TEXT, Told(BID, terms))) == []


def test_a_reporters_own_words_carry_the_terms_too() -> None:
    assert shown(WithheldStatement(), a_case(TEXT, Told(BID, OFF, by="AR"))) == [BID]


@pytest.mark.parametrize(
    ("sure", "expected"),
    [
        (1.0, Confidence.HIGH),
        (0.85, Confidence.HIGH),
        (0.7, Confidence.MEDIUM),
        (0.6, Confidence.MEDIUM),
        (0.59, Confidence.LOW),
    ],
)
def test_a_finding_is_as_sure_as_its_match_and_always_as_severe(
    sure: float, expected: Confidence
) -> None:
    found = only(WithheldStatement(), a_case(TEXT, Told(BID, OFF, confidence=sure)))

    assert (expected, Severity.ERROR) == (found.confidence, found.severity)


def test_open_terms_are_found_once_and_by_one_rule() -> None:
    case = a_case(TEXT, Told(BID, OFF, status=OPEN, standing=(("open", (UNANSWERED, UNCLEAR)),)))

    assert shown(WithheldStatement(), case) == []
    assert only(UnsettledStatement(), case).message == (
        "uses words whose terms are not settled: nobody answered: it can be read two ways"
    )


def test_what_was_only_heard_is_to_be_confirmed_or_rejected() -> None:
    heard = OpenPoint(Doubt.PROPOSED, ("harbor?1",), "nobody has confirmed it")
    case = a_case(TEXT, Told(BID, OFF, status=OPEN, standing=(("open", (heard,)),)))

    assert only(UnsettledStatement(), case).remedy.startswith(
        "confirm or reject what was heard: `groundrules review` on the record of harbor"
    )


def test_a_doubt_that_settled_terms_may_have_is_no_reason() -> None:
    undefined = OpenPoint(Doubt.UNDEFINED, ("harbor!1",), "nobody said what it means")
    case = a_case(TEXT, Told(BID, OFF, status=OPEN, standing=(("open", (undefined,)),)))

    assert only(UnsettledStatement(), case).message == "uses words whose terms are not settled"


def test_an_open_point_of_settled_terms_leaves_them_settled() -> None:
    case = a_case(TEXT, Told(BID, DEEP, standing=(("open", (UNANSWERED,)),)))

    assert shown(UnsettledStatement(), case) == []


def test_a_grace_is_a_warning_until_a_release() -> None:
    graced = (("graces", ("harbor!1",)),)
    case = a_case(TEXT, Told(BID, standing=graced), Told(VOTE))

    assert shown(GracedStatement(), case) == [BID]
    assert only(GracedStatement(), case).severity is Severity.WARNING
    released = Told(BID, standing=(*graced, ("basis", Basis.RELEASED)))
    assert shown(GracedStatement(), a_case(TEXT, released)) == []

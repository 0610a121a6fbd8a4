"""The door: what may join a report, for whom."""

from __future__ import annotations

import pytest

from groundrules.draft.document import Span
from groundrules.reporters.redaction import Redaction
from harbor_case import TEXT, examined, span_of, the_case, the_findings


def covered(text: str) -> str:
    """Return the text with everything that must be covered as dots."""
    case = the_case(TEXT + text)
    spans = Redaction().covered(examined(case, the_findings()))
    return "".join(
        "." if any(start <= place < end for start, end in spans) else case.draft.text[place]
        for place in range(len(TEXT), len(TEXT + text))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dana Whitfield left.", ".............. left."),
        ("Whitfield left.", "......... left."),
        ("WHITFIELD LEFT.", "......... LEFT."),
        ("Dana’s car.", "....’s car."),
        ("Dee left.", "... left."),
        ("the port of Larchmere said", "the ................. said"),
        ("the port of call", "the port of call"),
        ("Ana Ruiz wrote this.", "Ana Ruiz wrote this."),
        ("whitfield is a field.", "whitfield is a field."),
        ("Whit\u00adfield left.", ".......... left."),
        ("Dana Whit\u200bfield left.", "............... left."),
    ],
)
def test_namings_of_a_protected_source_are_covered(text: str, expected: str) -> None:
    assert covered(text) == expected


def test_findings_and_restricted_matches_are_covered() -> None:
    case = the_case()
    spans = Redaction().covered(examined(case, ()))

    assert {match.span for match in case.matches} <= set(spans)
    assert {finding.span for finding in the_findings()} <= set(
        Redaction().covered(examined(case, the_findings()))
    )


@pytest.mark.parametrize("redaction", [Redaction(revealed=True), Redaction(on_terminal=True)])
def test_nothing_is_covered_for_who_may_read_it(redaction: Redaction) -> None:
    assert redaction.covered(examined(the_case(), the_findings())) == ()


def test_nothing_passes_the_door_unasked() -> None:
    case = the_case()
    evidenced = case.statements["harbor#8"]
    for closed in (Redaction(), Redaction(on_terminal=True)):
        assert closed.passage(case, Span(0, 5)) == ""
        assert closed.said(evidenced) == ""
        assert closed.speaker(evidenced) == ""
        assert closed.descriptions(evidenced.standing.terms) == ()


def test_what_was_asked_for_passes() -> None:
    case = the_case()
    evidenced = case.statements["harbor#8"]
    door = Redaction(revealed=True)

    assert door.passage(case, span_of(TEXT, "Whitfield")) == "Whitfield"
    assert door.said(evidenced) == "The mayor was told twice."
    assert door.speaker(evidenced) == "Dana Whitfield"
    assert door.descriptions(evidenced.standing.terms) == ("a person briefed on the talks",)

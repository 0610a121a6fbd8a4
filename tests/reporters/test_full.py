"""The full report, as it is read at the screen and as it leaves it."""

from __future__ import annotations

from groundrules.reporters import full
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.report import Report
from harbor_case import examined, printed, the_case, the_findings, the_report

AT_THE_SCREEN = """\
stories/draft.md:3:1: error GR101 withheld-statement (high confidence)
  the words were spoken off the record
3 | The deal was dead by Friday, Whitfield said.
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = terms: off the record (ap): not to be published; nobody to be disclosed as present; to be \
told inside the newsroom only where there is need
  = agreed: conversation harbor, turn 3 at 00:13:58, asked in turn 1 at 00:13:41, defined in \
turn 2 at 00:13:50
  = remedy: take the passage out, or ask for a release
  = see: groundrules explain GR101

stories/draft.md:4:17: warning GR102 unsettled-statement (medium confidence)
  the terms of these words are not settled
4 | She added that “The mayor was told twice”.
  |                 ^^^^^^^^^^^^^^^^^^^^^^^^
  = terms: not settled, so kept as on background (ap): to be told inside the newsroom only where \
there is need; described in the agreed words only
  = open: conversation harbor, asked in turn 7; terms were put and nobody has answered
  = remedy: settle them with the source
  = see: groundrules explain GR102

1 error and 1 warning in 1 draft.
Held against 1 conversation with 8 statements, 5 of them restricted, 2 with open terms; policy \
default, as of 2026-11-05T09:00:00+00:00.
1 of 1 quotation traced to the record; 2 statements used, 2 of them restricted.
Not checked: information restated in other words, without words in common.
"""


def test_at_the_screen_the_drafts_own_lines_stand_as_they_are() -> None:
    assert printed(full.lines(the_report(on_terminal=True))) == AT_THE_SCREEN


def test_anywhere_else_they_are_covered() -> None:
    expected = AT_THE_SCREEN.replace(
        "The deal was dead by Friday, Whitfield said", f"{'█' * 27}, {'█' * 9} said"
    ).replace("The mayor was told twice", "█" * 24)

    assert printed(full.lines(the_report())) == expected


def test_a_revealed_report_says_who_and_what() -> None:
    report = printed(full.lines(the_report(revealed=True)))

    assert "  = source: Dana Whitfield\n  = said: “The deal was dead by Friday.”\n" in report
    assert "described as “a person briefed on the talks”" in report
    assert "█" not in report


def test_a_finding_without_a_statement_has_no_terms() -> None:
    finding = the_findings()[0]._replace(statement="", remedy="")
    report = Report((examined(the_case(), (finding,)),), Redaction(on_terminal=True))

    assert printed(full.lines(report)).split("\n\n", maxsplit=1)[0] == (
        "stories/draft.md:3:1: error GR101 withheld-statement (high confidence)\n"
        "  the words were spoken off the record\n"
        "3 | The deal was dead by Friday, Whitfield said.\n"
        "  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  = see: groundrules explain GR101"
    )


def test_a_report_without_findings_still_says_what_was_checked() -> None:
    report = printed(full.lines(Report((examined(the_case(), ()),), Redaction())))

    assert report.startswith("No broken promise found in 1 draft.\nHeld against 1 conversation")


def test_no_report_calls_a_draft_safe() -> None:
    every = [
        the_report(),
        the_report(revealed=True),
        Report((examined(the_case(), ()),), Redaction()),
    ]

    for report in every:
        assert not {"safe", "clean"} & set(printed(full.lines(report)).lower().split())


def test_a_path_with_control_characters_stays_on_its_line() -> None:
    report = Report((examined(the_case(path="a\nb\x1b.md"), the_findings()),), Redaction())

    assert printed(full.lines(report)).startswith("a␊b␛.md:3:1: error")

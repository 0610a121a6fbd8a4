"""The comparison of two runs: what is new, what is mended, what is as before."""

from __future__ import annotations

from dataclasses import replace

from groundrules.draft.document import Draft, Span
from groundrules.reporters.run_comparison import compared, lines
from groundrules.rules.examination import Examination
from groundrules.rules.registry import all_rules
from groundrules.rules.rule import Confidence, Finding, Severity
from groundrules.rules.selection import select
from harbor_case import the_report

REPORT = the_report()


def examined(text: str, *found: tuple[str, str, str]) -> Examination:
    """Return findings at words of a text: code, statement, and the words."""
    case = replace(REPORT.case, draft=Draft("draft.md", text, (Span(0, len(text)),)))
    findings = [
        Finding(
            code,
            code.lower(),
            Severity.ERROR,
            Confidence.HIGH,
            Span(text.index(words), text.index(words) + len(words)),
            "breaks",
            "mend it",
            statement,
        )
        for code, statement, words in found
    ]
    return Examination(case, tuple(findings), REPORT.examinations[0].tally)


def counts(before: Examination, after: Examination) -> tuple[list[str], list[str], int]:
    outcome = compared([before], [after])
    new, mended = ([one.finding.code for one in some] for some in (outcome.new, outcome.mended))
    return new, mended, outcome.kept


def test_a_finding_is_the_same_wherever_its_passage_stands_now():
    before = examined("the mayor knew", ("GR1", "a#1", "mayor"), ("GR2", "", "knew"))
    after = examined("Rain.\n\nHe knew: the mayor", ("GR2", "", "knew"), ("GR1", "a#1", "mayor"))

    assert ([], [], 2) == counts(before, after)


def test_a_passage_that_was_rewritten_is_the_same_where_the_statement_is():
    before = examined("the mayor knew", ("GR1", "a#1", "mayor"))
    after = examined("\n\nwell, the mayor told", ("GR1", "a#1", "mayor told"))

    assert ([], [], 1) == counts(before, after)


def test_without_a_statement_it_is_the_same_only_in_the_same_line():
    before = examined("sources said", ("GR2", "", "sources"))

    assert ([], [], 1) == counts(before, examined("aides said", ("GR2", "", "aides")))
    assert (["GR2"], ["GR2"], 0) == counts(
        before, examined("x\n\naides said", ("GR2", "", "aides"))
    )


def test_one_finding_stands_for_one():
    twice = examined("so so", ("GR1", "a#1", "so"), ("GR1", "a#1", "so so"))
    once = examined("so so", ("GR1", "a#1", "so"))

    assert ([], ["GR1"], 1) == counts(twice, once)
    assert (["GR1"], [], 1) == counts(once, twice)


def test_the_lines_say_how_many_and_which_without_a_word_of_the_draft():
    before = examined("the mayor knew", ("GR1", "a#1", "mayor"))
    after = examined("it rained", ("GR2", "", "rained"))
    shown = ["".join(piece.text for piece in line) for line in lines(compared([before], [after]))]

    assert [
        "+ 1 new, 1 mended, 0 as before",
        "  + draft.md:1:4: GR2 breaks",
        "  - draft.md:1:5: GR1 breaks [a#1]",
    ] == shown


def test_what_is_gone_with_its_rule_is_not_called_mended():
    before = examined("the mayor knew", ("GR101", "a#1", "mayor"), ("GR2", "", "knew"))
    after = examined("it rained")._replace(off=select(all_rules(), ["GR101"]))
    shown = ["".join(piece.text for piece in line) for line in lines(compared([before], [after]))]

    assert [
        "+ 0 new, 1 mended, 0 as before, 1 switched off",
        "  - draft.md:1:11: GR2 breaks",
        "  ? draft.md:1:5: GR101 breaks [a#1]",
    ] == shown

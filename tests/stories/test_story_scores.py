"""How findings are held against marks."""

from __future__ import annotations

from pathlib import Path

from story_scores import Finding, Rate, judge, rates, silent, together

from stories import Mark, Span, Story

BREACH = Mark(Span(10, 20), "GR101", frozenset({"GR301"}))
OTHER = Mark(Span(30, 40), "GR401")
STORY = Story(
    path=Path("story.md"),
    split="dev",
    style="news",
    as_of="2026-11-05T06:00-05:00",
    text="",
    quotations=(),
    sources=(),
    findings=(BREACH, OTHER),
    defensible=(Mark(Span(50, 60), "", frozenset({"GR205"})),),
    beyond=(Mark(Span(70, 80), "", frozenset({"GR105"}), "restated"),),
    near_misses=(Mark(Span(22, 28), "GR101"),),
)


def found(rule: str, start: int, end: int) -> Finding:
    return Finding(rule, Span(start, end))


def test_a_finding_of_the_rule_that_touches_the_phrase_meets_the_breach():
    verdict = judge(STORY, [found("GR101", 19, 25)])
    assert ((BREACH,), (OTHER,)) == (verdict.met, verdict.missed)
    assert (found("GR101", 19, 25),) == verdict.right


def test_a_finding_that_ends_where_the_phrase_begins_does_not_meet_it():
    verdict = judge(STORY, [found("GR101", 5, 10)])
    assert ((), (found("GR101", 5, 10),)) == (verdict.met, verdict.false)


def test_another_rule_at_the_phrase_is_false_unless_it_has_a_case_there():
    verdict = judge(STORY, [found("GR301", 10, 20), found("GR302", 10, 20)])
    assert (found("GR301", 10, 20),) == verdict.neutral
    assert (found("GR302", 10, 20),) == verdict.false


def test_what_is_defensible_is_neither_right_nor_false():
    cases = [found("GR205", 50, 55), found("GR105", 70, 72)]
    assert tuple(cases) == judge(STORY, cases).neutral


def test_a_near_miss_is_kept_while_its_own_rule_is_silent_at_it():
    assert 1 == silent(STORY, [found("GR102", 22, 28)])
    assert 0 == silent(STORY, [found("GR101", 25, 26)])


def test_rates_count_marks_once_and_findings_each():
    findings = [found("GR101", 10, 14), found("GR101", 16, 20), found("GR101", 90, 95)]
    counts = rates([judge(STORY, findings)])
    assert {"GR101": Rate(1, 1, 2, 1), "GR401": Rate(1, 0, 0, 0)} == counts
    both = together(counts.values())
    assert Rate(2, 1, 2, 1) == both
    assert (2 / 3, 0.5) == (both.precision, both.recall)


def test_nothing_marked_and_nothing_found_is_no_fault():
    assert (1.0, 1.0) == (together([]).precision, together([]).recall)

"""The concise report: one line for each finding."""

from __future__ import annotations

from groundrules.reporters import concise
from harbor_case import printed, the_report, two_drafts


def test_one_line_for_each_finding_and_one_for_the_tally() -> None:
    assert printed(concise.lines(the_report())) == (
        "stories/draft.md:3:1: GR101 the words were spoken off the record [harbor#4]\n"
        "stories/draft.md:4:17: GR102 the terms of these words are not settled [harbor#8]\n"
        "1 error and 1 warning in 1 draft. Held against 1 conversation with 8 statements, 5 of "
        "them restricted, 2 with open terms; policy default, as of 2026-11-05T09:00:00+00:00. "
        "1 of 1 quotation traced to the record; 2 statements used, 2 of them restricted. "
        "Not checked: information restated in other words, without words in common.\n"
    )


def test_even_at_the_screen_it_holds_no_word_of_the_draft() -> None:
    assert printed(concise.lines(the_report(on_terminal=True))) == (
        printed(concise.lines(the_report()))
    )


def test_a_revealed_one_says_what_and_who() -> None:
    first = printed(concise.lines(the_report(revealed=True))).split("\n", maxsplit=1)[0]

    assert first == (
        "stories/draft.md:3:1: GR101 the words were spoken off the record [harbor#4] "
        "“The deal was dead by Friday” source Dana Whitfield"
    )


def test_drafts_are_counted_together() -> None:
    tally = printed(concise.lines(two_drafts())).splitlines()[-1]

    assert tally.startswith("1 error and 1 warning in 2 drafts. Held against 1 conversation ")
    assert " 1 of 2 quotations traced to the record; 2 statements used" in tally

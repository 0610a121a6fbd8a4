"""What is refused in the talk and below it: turns, words, what came afterwards."""

from __future__ import annotations

import pytest

from groundrules.record.notation import parse
from refusals import (
    ABOVE,
    COUNT,
    DECLARE,
    HEAD,
    INSTANT,
    LATER,
    TALK_AT,
    TIMECODE,
    TURN,
    VERBS,
    faults,
    only,
)


@pytest.mark.parametrize(
    ("talk", "line", "column", "message", "remedy"),
    [
        ("S3: words\nS3: more", 0, 1, "this is not the id of a declared party", DECLARE),
        ("[00:10] S3: words", 0, 9, "this is not the id of a declared party", DECLARE),
        ("(noise): words\n  > ask", 0, 1, "this is not the id of a party", DECLARE),
        (
            "S\u200d1: words",
            0,
            2,
            "an invisible character (U+200D) stands where the id of a party should",
            "delete it, or type the word again",
        ),
        ("Dana said no", 0, 1, "this is neither a turn nor indented", TURN),
        ("[00:13:41] Dana Whitfield: no", 0, 1, "this is neither a turn nor indented", TURN),
        ("[00:13:41 S1: no", 0, 1, "this is neither a turn nor indented", TURN),
        ("> agree", 0, 1, "this is neither a turn nor indented", TURN),
        ("S1: no\nmatter: the port", 1, 1, "matter: stands where a turn is expected", ABOVE),
        ("[0:10] afterwards:", 0, 8, "afterwards: stands where a turn is expected", ABOVE),
        ("[13:60] S1: no", 0, 2, "minutes and seconds go to 59", TIMECODE),
        ("[0:60:00] S1: no", 0, 2, "minutes and seconds go to 59", TIMECODE),
        ("[00:60:00] S1: no", 0, 2, "minutes and seconds go to 59", TIMECODE),
        ("[00:13:4x] S1: no", 0, 2, "this is not a time in the recording", TIMECODE),
        ("[] S1: no", 0, 2, "this is not a time in the recording", TIMECODE),
        ("[noon] S1: no", 0, 2, "this is not a time in the recording", TIMECODE),
        ("[1:00:00:00] S1: no", 0, 2, "this is not a time in the recording", TIMECODE),
        ("[٠٠:١٣:٤١] S1: no", 0, 2, "this is not a time in the recording", TIMECODE),
        ("[1111111:00:00] S1: no", 0, 2, "minutes and seconds go to 59", TIMECODE),
        (
            "[0:10-0:09] S1: no",
            0,
            2,
            "the turn ends before it starts",
            "write the earlier time first",
        ),
        ("[0:10-0:61] S1: no", 0, 2, "minutes and seconds go to 59", TIMECODE),
        (
            "[0:10-0:11-0:12] S1: no",
            0,
            2,
            "these are more than two times",
            "write when the turn starts and ends",
        ),
        (
            "S1:  > agree",
            0,
            6,
            "the words begin as an act does",
            "write the act on the next line, indented, or \\ in front of words",
        ),
        (
            "S1: no\n   AR: yes",
            1,
            4,
            "the indented line begins as a turn does",
            "begin a turn at the margin; write \\ in front of words of the talk",
        ),
        (
            "S1: no\n\t[0:10] Dana: yes",
            1,
            2,
            "the indented line begins as a turn does",
            "begin a turn at the margin; write \\ in front of words of the talk",
        ),
        (
            "S1: no\x0b  > agree",
            0,
            7,
            "the character U+000B has no place in a record",
            "delete it; lines end with a line feed and nothing else",
        ),
        (
            "S1: no\u2028  > agree",
            0,
            7,
            "the character U+2028 has no place in a record",
            "delete it; lines end with a line feed and nothing else",
        ),
        (
            "S1: no\rS1: yes",
            0,
            7,
            "the character U+000D has no place in a record",
            "delete it; lines end with a line feed and nothing else",
        ),
        (
            "S1: no\n  \ud800",
            1,
            3,
            "the character U+D800 has no place in a record",
            "delete it; lines end with a line feed and nothing else",
        ),
    ],
)
def test_a_fault_of_the_talk(talk: str, line: int, column: int, message: str, remedy: str) -> None:
    assert (TALK_AT + line, column, message, remedy) == only(HEAD + talk)


def test_what_belongs_to_an_unreadable_line_is_passed_over() -> None:
    text = f"{HEAD}[0:10 S1: no\n  > agre\n  S1: more\nS1: words\n  > agre"

    assert [(TALK_AT, 1), (TALK_AT + 4, 5)] == [(one.line, one.column) for one in faults(text)]


@pytest.mark.parametrize(
    ("later", "column", "message", "remedy"),
    [
        ("S1: words", 1, "this is not an act from afterwards", LATER),
        ("2026-11-05T09:10Z S1 > agree", 1, "this is not an act from afterwards", LATER),
        ("  S1 > agree", 3, "this is not an act from afterwards", LATER),
        ("  2026-11-05T09:10Z > agree", 3, "this is not an act from afterwards", LATER),
        ("  2026-11-05T09:10Z S1 agree", 3, "this is not an act from afterwards", LATER),
        ("afterwards:", 1, "this is not an act from afterwards", LATER),
        ("  2026-11-05 S1 > agree", 3, "the time of day is missing", INSTANT),
        (
            "  2026-11-05 09:10 S1 > agree",
            3,
            "the time has no offset from UTC",
            f"{INSTANT}, or the date alone",
        ),
        (
            "  2026-11-31T09:10Z S1 > agree",
            3,
            "there is no such day or time",
            "check it against a calendar",
        ),
        ("  2026-11-05T09:10Z S3 > agree", 21, "this is not the id of a declared party", DECLARE),
        (
            "  2026-11-05T09:10Z S1 > agre",
            26,
            "this is not a verb",
            f"did you mean agree? It is one of {VERBS}",
        ),
        (
            "  2026-11-05T09:10Z S1 > approve turns=2",
            40,
            "a turn is named that is not among the 1 down to here",
            COUNT,
        ),
        (
            "  2026-11-05T09:10Z S1 > agree by=AR",
            32,
            "the line says by= in front of the act",
            "take it away here",
        ),
        (
            '  2026-11-05T09:10Z S1 > happened "it" when=2026-11-05T09:00Z',
            40,
            "the line says when= in front of the act",
            "take it away here",
        ),
    ],
)
def test_a_fault_of_what_came_afterwards(
    later: str, column: int, message: str, remedy: str
) -> None:
    text = f"{HEAD}S1: words\nafterwards:\n{later}\n"

    assert (TALK_AT + 2, column, message, remedy) == only(text)


@pytest.mark.parametrize(
    ("date", "later", "is_early"),
    [
        ("2026-11-05T09:10Z", "2026-11-05T09:09Z S1 > release on-the-record turns=1", True),
        ("2026-11-05T09:10Z", "2026-11-05T10:10+01:00 S1 > release on-the-record turns=1", False),
        ("2026-11-05", "2025-11-06T09:10Z S1 > release on-the-record turns=1", True),
        ("2026-11-05", "2026-11-04T10:00Z S1 > release on-the-record turns=1", False),
        ("2026-11-05", '2026-11-01T10:00Z S1 > incident "leak"', True),
        ("2026-11-05", '2026-11-01T10:00Z AR > sign-off role=manager use=promise "vital"', False),
        ("", "2025-11-06T09:10Z S1 > release on-the-record turns=1", False),
    ],
)
def test_what_came_afterwards_did_not_come_before(date: str, later: str, is_early: bool) -> None:  # noqa: FBT001 - a table of truths
    text = f"{HEAD}date: {date}\nS1: words\nafterwards:\n  {later}\n"
    remedy = "check day and year here, and date: in the head"

    if is_early:
        assert (TALK_AT + 3, 3, "this is dated before the talk", remedy) == only(text)
    else:
        assert len(parse(text).facts) == 1


def test_nothing_stands_behind_afterwards() -> None:
    expected = (
        TALK_AT,
        13,
        "nothing stands behind afterwards:",
        "write each act on a line of its own below it, indented",
    )

    assert expected == only(f"{HEAD}afterwards: 2026-11-05T09:10Z S1 > agree\n")

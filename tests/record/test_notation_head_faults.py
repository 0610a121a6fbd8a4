"""What is refused above the talk: keys and parties, each fault at its exact place."""

from __future__ import annotations

import pytest

from refusals import DAY, FIELDS, INSTANT, KEYS, NAME, PARTY, ROLES, only


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "remedy"),
    [
        (
            "",
            1,
            1,
            "the record names no conversation",
            "begin with a line such as conversation: harbor-2026-11-03",
        ),
        ("conversation:", 1, 14, "this is not a name for a conversation", NAME),
        ("conversation: my talk", 1, 15, "this is not a name for a conversation", NAME),
        ("conversation: c\u200b", 1, 15, "this is not a name for a conversation", NAME),
        ("conversation: c\npolicy:  A P", 2, 10, "this is not a name for a policy", NAME),
        (
            "conversation: c\nconversation: d",
            2,
            1,
            "conversation: stands in line 1 already",
            "keep one of them",
        ),
        (
            "conversation: c\nparties:\n\nparties:",
            4,
            1,
            "parties: stands in line 2 already",
            "keep one of them",
        ),
        (
            "conversation: c\noutlt: The Bay Wire",
            2,
            1,
            "this is not a key of the head",
            f"did you mean outlet? It is one of {KEYS}; parties stand indented below parties:",
        ),
        (
            "conversation: c\nWe met at the harbor",
            2,
            1,
            "this is not a key of the head",
            f"one of {KEYS}; parties stand indented below parties:",
        ),
        (
            "conversation: c\nparties:\nS1: source\n  > ask",
            3,
            1,
            "this is not a key of the head",
            f"one of {KEYS}; parties stand indented below parties:",
        ),
        (
            "conversation: c\nda\u200bte: 2026-11-03",
            2,
            3,
            "an invisible character (U+200B) stands where a key of the head should",
            "delete it, or type the word again",
        ),
        (
            "conversation: c\ndate: tomorrow",
            2,
            7,
            "this is not a date",
            f"{DAY}, or with a time 2026-11-03T14:00Z",
        ),
        (
            "conversation: c\ndate: 20261103",
            2,
            7,
            "this is not a date",
            f"{DAY}, or with a time 2026-11-03T14:00Z",
        ),
        (
            "conversation: c\ndate: 2026-02-30",
            2,
            7,
            "there is no such day or time",
            "check it against a calendar",
        ),
        (
            "conversation: c\ndate: 2026-02-03T25:00Z",
            2,
            7,
            "there is no such day or time",
            "check it against a calendar",
        ),
        (
            "conversation: c\ndate: 2026-02-03T14:00",
            2,
            7,
            "the time has no offset from UTC",
            f"{INSTANT}, or the date alone",
        ),
        (
            "conversation: c\n  matter: the port",
            2,
            3,
            "the line is indented and belongs to nothing",
            "indent parties below parties: and nothing else above the first turn",
        ),
        (
            "conversation: c\nparties: S1: source",
            2,
            10,
            "nothing stands behind parties:",
            "write each party on a line of its own below it, indented",
        ),
    ],
)
def test_a_fault_of_the_head(text: str, line: int, column: int, message: str, remedy: str) -> None:
    assert (line, column, message, remedy) == only(text)


@pytest.mark.parametrize(
    ("party", "column", "message", "remedy"),
    [
        ("S1 source", 3, "this is not a party", PARTY),
        (": source", 3, "this is not a party", PARTY),
        (
            "1S: source",
            3,
            "this is not an id",
            "write a letter, then letters, digits, _ or -, such as S1",
        ),
        (
            "?: source",
            3,
            "this is not an id",
            "write a letter, then letters, digits, _ or -, such as S1",
        ),
        (
            "S\u202e1: source",
            4,
            "an invisible character (U+202E) stands where an id should",
            "delete it, or type the word again",
        ),
        (
            "date: source",
            3,
            "a party cannot have the id date, which begins a line of its own",
            "choose another id, such as S1",
        ),
        (
            "S1: sourse",
            7,
            "this is not a role",
            f"did you mean source? It is {ROLES}",
        ),
        ("S1:", 6, "this is not a role", ROLES),
        ("S1: source, Whitfield, Dana", 26, "the party has one name already", FIELDS),
        ('S1: source, "one", "two"', 22, "the party has one description already", FIELDS),
        ("S1: source, , Dana", 15, "the field is empty", "fill it in, or take the comma away"),
        ("S1: source, of", 15, "the field is empty", "fill it in, or take the comma away"),
        ('S1: source, " "', 15, "the field is empty", "fill it in, or take the comma away"),
        (
            'S1: source, "one" two',
            15,
            "the quotation marks do not enclose a whole field",
            'write "description", with \\" for a quotation mark in it, and a comma behind it',
        ),
        (
            'S1: source, "one',
            15,
            "the quotation marks do not enclose a whole field",
            'write "description", with \\" for a quotation mark in it, and a comma behind it',
        ),
        (
            "S2: source",
            3,
            "the party is declared already",
            "give each party an id of its own, on one line",
        ),
    ],
)
def test_a_fault_of_a_party(party: str, column: int, message: str, remedy: str) -> None:
    text = f"conversation: c\nparties:\n  S2: source\n  {party}\n"

    assert (4, column, message, remedy) == only(text)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.record.transcript import Party, Role
from recognised import Heard, is_the_talk, read, read_fixture, runs, said, seconds, talks

VOICES = ["0", "1", "2"]


def text(value: str, start: float, end: float) -> dict[str, object]:
    return {"type": "text", "value": value, "ts": start, "end_ts": end, "confidence": 0.9}


def punct(value: str) -> dict[str, object]:
    return {"type": "punct", "value": value}


def elements(row: list[Heard], *, blanks: bool) -> list[dict[str, object]]:
    """Return the elements of a row of words, with the blanks between them or without."""
    listed: list[dict[str, object]] = []
    for at, heard in enumerate(row):
        if at and blanks:
            listed.append(punct(" "))
        listed.append(text(heard.core, seconds(heard.start), seconds(heard.end)))
        if heard.mark:
            listed.append(punct(heard.mark))
    return listed


def monologue(speaker: object, *listed: dict[str, object]) -> dict[str, object]:
    return {"speaker": speaker, "elements": list(listed)}


def test_monologues_are_turns() -> None:
    assert [
        (500, 3020, "SPEAKER-0", "Hello, you wanted to talk about the ferry."),
        (4100, 5340, "SPEAKER-1", "Not on the record. <inaudible>"),
        (6000, 7880, "SPEAKER-0", "Off the record, then. Go on."),
    ] == said(read_fixture("rev_ai", "ferry"))


def test_a_name_that_somebody_gave_is_a_name_and_a_numbered_one_is_none() -> None:
    conversation = read_fixture("rev_ai", "named-speakers")

    assert [(0, 1240, "RUIZ", "May I quote you?"), (1750, 2400, "SPEAKER-2", "Not yet.")] == said(
        conversation
    )
    assert (Party("RUIZ", Role.OTHER, "Ana Ruiz"), Party("SPEAKER-2", Role.OTHER)) == (
        conversation.parties
    )


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([text("Hello", 0, 1), text("World", 1, 2), punct(".")], "Hello World."),
        ([text("Hi", 0, 1), punct(". "), text("You", 1, 2)], "Hi. You"),
        ([text("Hi", 0, 1), punct("."), text("You", 1, 2)], "Hi. You"),
        ([text("twenty", 0, 1), punct("-"), text("one", 1, 2)], "twenty-one"),
        ([punct("“"), text("Yes", 0, 1), punct("”")], "“Yes”"),
        ([text("Yes", 0, 1), text(" No", 1, 2)], "Yes No"),
        ([{"type": "unknown", "value": "<laugh>"}, text("No", 1, 2)], "<laugh> No"),
        ([text("Yes", 0, 1), punct(""), text("No", 1, 2)], "Yes No"),
    ],
)
def test_values_are_put_together_as_they_stand(
    listed: list[dict[str, object]], expected: str
) -> None:
    assert expected == read({"monologues": [monologue(0, *listed)]}).turns[0].text


def test_a_monologue_without_times_has_none() -> None:
    assert [(None, None, "", "Yes")] == said(
        read({"monologues": [monologue(None, {"type": "text", "value": "Yes"})]})
    )


@given(talk=talks(["", *VOICES]), blanks=st.booleans())
def test_words_keep_speakers_and_times(talk: list[Heard], *, blanks: bool) -> None:
    monologues = [
        monologue(row[0].voice and int(row[0].voice), *elements(row, blanks=blanks))
        for row in runs(talk)
    ]

    assert is_the_talk(read({"monologues": monologues}), talk, ["", *VOICES])

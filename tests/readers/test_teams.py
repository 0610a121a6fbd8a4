from __future__ import annotations

from datetime import date
from itertools import groupby

import pytest
from hypothesis import given

from groundrules.readers.transcript.teams import (
    is_teams,
    is_teams_cues,
    read_teams,
    read_teams_cues,
)
from groundrules.readers.word.word_transcript import read_word_transcript
from spoken import (
    FIXTURES,
    NAMES,
    ORIGIN,
    Spoken,
    clock,
    fixture,
    is_kept_by_the_notation,
    talks,
    told,
    turns,
)
from word_files import from_text

TEAMS_NAMES = (*NAMES, "Okafor, Ben (Guest)", "Dana: Harbor Board")

TOP = "\n\n".join(  # noqa: FLY002 - one line of the file to a line
    ["Review", "November 3, 2026, 2:02PM", "27m 42s", "Ana Ruiz started transcription"]
)


def word(name: str) -> bytes:
    return from_text((FIXTURES / "teams" / name).read_text())


def test_the_newer_word_file() -> None:
    talk = read_word_transcript(word("harbor-review.docx.txt"), ORIGIN)

    assert ("harbor.txt, Teams, Word", date(2026, 11, 3), "2026-11-03-harbor") == (
        talk.origin,
        talk.date,
        talk.id,
    )
    assert (
        "Harbor Review-20261103_140212-Meeting Transcript | November 3, 2026, 2:02PM | 27m 42s"
        == (talk.matter)
    )
    assert [
        ("", None, "Ana Ruiz started transcription"),
        ("RUIZ", 3_000, "Thanks for joining."),
        ("WHITFIELD", 3_000, "Can we go off the record? Just for this part."),
        ("OKAFOR", 3_745_000, "I was told at 10:30."),
        ("", None, "Ana Ruiz stopped transcription"),
    ] == turns(talk)


def test_the_older_word_file_joins_what_one_speaker_said() -> None:
    talk = read_word_transcript(word("older.docx.txt"), ORIGIN)

    assert "harbor.txt, Teams, Word" == talk.origin
    assert [
        ("RUIZ", 0, 1_250, "Thanks for joining."),
        ("WHITFIELD", 2_090, 6_000, "Can we go off the record for this part?"),
        ("", 6_100, 6_900, "Who is this?"),
        ("RUIZ", 3_599_999, 3_601_005, "Sure."),
    ] == [(turn.speaker, turn.start, turn.end, turn.text) for turn in talk.turns]


def test_the_captions_are_read_as_webvtt() -> None:
    talk = fixture("teams/harbor-review.vtt")

    assert "harbor-review.vtt, WebVTT" == talk.origin
    assert [
        ("RUIZ", 3_103, "Thanks for joining."),
        ("WHITFIELD", 5_303, "Can we go off the record?"),
        ("RUIZ", 7_023, "Sure."),
    ] == turns(talk)


@given(talks(TEAMS_NAMES))
def test_the_newer_form_keeps_words_speakers_and_times(talk: list[Spoken]) -> None:
    said = (f"\n{one.name}   {clock(one.start or 0, short=True)}\n{one.words}" for one in talk)
    text = "\n\n".join([TOP, *said])
    joined = [one._replace(words=one.words.replace("\n", " ")) for one in talk]
    found = read_teams(text, ORIGIN)

    assert is_teams(text)
    assert [Spoken("", "Ana Ruiz started transcription"), *joined] == told(found, TEAMS_NAMES)
    assert is_kept_by_the_notation(found)


def unfilled(milliseconds: int) -> str:
    """Return a time as the older form has it."""
    seconds, part = divmod(milliseconds, 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60}:{seconds % 60}.{part}"


@given(talks(TEAMS_NAMES, unit=1, lines=1))
def test_the_older_form_keeps_words_speakers_and_times(talk: list[Spoken]) -> None:
    talk = [one._replace(end=(one.start or 0) + 40) for one in talk]
    text = "\n\n".join(
        f"{unfilled(one.start or 0)} --> {unfilled(one.end or 0)}\n{one.name}\n{one.words}"
        for one in talk
    )
    runs = [list(run) for _, run in groupby(talk, key=lambda one: one.name)]
    joined = [
        Spoken(run[0].name, " ".join(one.words for one in run), run[0].start, run[-1].end)
        for run in runs
    ]

    assert is_teams_cues(text)
    assert joined == told(read_teams_cues(text, ORIGIN), TEAMS_NAMES)


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("Review\n\nNovember 3, 2026, 2:02PM", date(2026, 11, 3)),
        ("Review\n\n3 November 2026, 02:02pm\n\n1h 2m 3s", date(2026, 11, 3)),
        ("Review\n\n30 February 2026, 02:02pm", None),
    ],
)
def test_the_day_stands_above_the_talk(top: str, day: date | None) -> None:
    text = f"{top}\n\nAna Ruiz   0:03\nHi."

    assert is_teams(text)
    assert (day, top.replace("\n\n", " | "), ["RUIZ"]) == (
        (talk := read_teams(text, ORIGIN)).date,
        talk.matter,
        [turn.speaker for turn in talk.turns],
    )


def test_a_time_behind_words_is_no_head() -> None:
    text = f"{TOP}\n\nAna Ruiz   0:03\nHi.\n\nwe met there at 10:30\n\nDana Whitfield 0:09\nHo."

    assert ["Hi.\nwe met there at 10:30", "Ho."] == [
        turn.text for turn in read_teams(text, ORIGIN).turns[1:]
    ]


@pytest.mark.parametrize(
    ("text", "newer", "older"),
    [
        ("Ana Ruiz started transcription\n\nAna Ruiz   0:03\nHi.", True, False),
        ("Ana Ruiz started transcription\n\nHi.", False, False),
        ("Ana Ruiz   0:03\nHi.", False, False),
        ("0:0:0.0 --> 0:0:1.250\nAna Ruiz\nHi.", False, True),
        ("0:0:0.0 --> noon\nAna Ruiz\nHi.", False, False),
        ("", False, False),
    ],
)
def test_what_tells_the_forms(text: str, *, newer: bool, older: bool) -> None:
    assert (newer, older) == (is_teams(text), is_teams_cues(text))

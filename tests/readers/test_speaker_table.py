from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.readers.transcript.speaker_table import is_table, read_table
from groundrules.record.transcript import Role
from spoken import (
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

TABLE_NAMES = (*NAMES, "dana_w", "Dana: Harbor, Board", "")


def test_an_oral_history() -> None:
    talk = fixture("table/oral-history.csv")

    assert "oral-history.csv, CSV, 1 other column not read" == talk.origin
    assert [
        ("INTERVIEWER", 0, "Could you tell me about the pier?"),
        (
            "WHITFIELD",
            1_455_000,
            'Yes. It was built in a year, and nobody asked "why".\nNobody at all.',
        ),
        ("", 2_912_000, "Who is this?"),
        ("WHITFIELD", 3_825_500, "That is my son."),
    ] == turns(talk)
    assert Role.REPORTER == talk.parties[0].role


def test_an_export_with_tabs_and_milliseconds() -> None:
    talk = fixture("table/export.tsv")

    assert "export.tsv, TSV" == talk.origin
    assert [(0, 1_250), (1_300, 4_480)] == [(turn.start, turn.end) for turn in talk.turns]
    assert 'On the 12th, um, and nobody asked "why".' == talk.turns[1].text


def test_the_table_of_a_recogniser_has_milliseconds_and_no_speakers() -> None:
    assert [("", 0, 1_250), ("", 1_300, 4_480)] == [
        (turn.speaker, turn.start, turn.end) for turn in fixture("table/whisper.tsv").turns
    ]


@given(talk=talks(TABLE_NAMES, unit=1), separator=st.sampled_from(",;\t"), part=st.booleans())
def test_every_word_stays_with_its_speaker_and_every_time_is_exact(
    talk: list[Spoken], separator: str, *, part: bool
) -> None:
    sheet = StringIO(newline="")
    writer = csv.writer(sheet, delimiter=separator)
    writer.writerow(["Name", "start_ms" if part else "Timecode", "tags", "Transcript"])
    for one in talk:
        start = one.start or 0
        time = start if part else clock(start, part=True)
        writer.writerow([one.name, time, "a, b; c", one.words])
    found = read_table(sheet.getvalue(), ORIGIN)

    assert is_table(sheet.getvalue())
    assert talk == told(found, TABLE_NAMES)
    assert is_kept_by_the_notation(found)


@pytest.mark.parametrize(
    ("head", "cell", "start", "end"),
    [
        ("time", "1:02", 62_000, None),
        ("time", "[00:01:02,5]", 62_500, None),
        ("time", "0:01 - 0:04", 1_000, 4_000),
        ("time", "00:00:01.000 --> 00:00:04.250", 1_000, 4_250),
        ("time", "75:30", 4_530_000, None),
        ("time", "", None, None),
        ("start", "12.5", 12_500, None),
        ("start_s", "12", 12_000, None),
        ("Start (sec)", "12", 12_000, None),
        ("Start Time (ms)", "12", 12, None),
        ("start_ms", "12.9", 12, None),
    ],
)
def test_times_as_people_and_programs_write_them(
    head: str, cell: str, start: int | None, end: int | None
) -> None:
    turn = read_table(f'speaker,{head},text\nAna,"{cell}",Hi.', ORIGIN).turns[0]

    assert (start, end) == (turn.start, turn.end)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("speaker,time,text\nAna,12,Hi.", 2, "the time is none, or a number of nobody knows what"),
        (
            "speaker,time,text\nAna,noon,Hi.",
            2,
            "the time is none, or a number of nobody knows what",
        ),
        ("speaker,time,text\nAna,0:99,Hi.", 2, "the time is past 59 minutes or 59 seconds"),
        ("speaker,text\nAna,Hi, there.", 2, "the row has more cells than the first one"),
        ('speaker,text\nAna,"Hi.', 2, "a cell is not closed as it was opened, or has more than"),
        ('speaker,text\nAna,"Hi" there', 2, "a cell is not closed as it was opened, or has more"),
        ("speaker,text\nAna," + "x" * 140_000, 2, "a cell is not closed as it was opened, or has"),
        ("speaker,start,end,text\nAna,0:05,0:04,Hi.", 2, "the turn ends before it starts"),
        ("speaker,time,text\nAna,5:00,Hi.\nAna,3:00,Ho.", 3, "the clock steps back by more than"),
        ("speaker,text\n", 0, "there are no words in it"),
    ],
)
def test_what_does_not_fit_is_a_fault_of_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_table(text, ORIGIN)

    (fault,) = caught.value.faults
    assert line == fault.line
    assert fault.message.startswith(message)


def test_a_short_row_and_an_empty_one_lose_nothing() -> None:
    text = "text,speaker,time\nHi.\n,,\n\nHo.,Ana\n"

    assert [("", None, "Hi."), ("ANA", None, "Ho.")] == turns(read_table(text, ORIGIN))


def test_of_two_columns_for_one_thing_the_better_name_counts() -> None:
    talk = read_table("name,speaker,text\nfile 1,Ana,Hi.", ORIGIN)

    assert ("harbor.txt, CSV, 1 other column not read", "ANA") == (
        talk.origin,
        talk.turns[0].speaker,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("speaker,words", True),
        ("Speaker;Time;Text", True),
        ("\n\nSpeaker,text", True),
        ('"Speaker Name","Start Time","Transcript"', True),
        ("Utterance\tTimestamp", True),
        ("speaker,time", False),
        ("text", False),
        ("text,notes", False),
        ("Speaker, text and time: all of it.", False),
        ("Ana: who, what, text", False),
        ("", False),
    ],
)
def test_what_tells_the_form(text: str, *, expected: bool) -> None:
    assert expected == is_table(text)

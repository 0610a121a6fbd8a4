from __future__ import annotations

import pytest
from hypothesis import given

from groundrules.errors import BadInput
from groundrules.readers.transcript.otter import is_otter, read_otter
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

OTTER_NAMES = (*NAMES, "Dana: Harbor Board", "dana_w", "")


DEFINED = "Sure. To me that means I can't publish it, but I may take it to other people. All right?"

DEAD = "Yes. The deal was dead by Friday.\nThey told us on the 12th at 10:30, and nobody asked why."


def written(talk: list[Spoken]) -> str:
    """Return a talk as Otter writes it."""
    blocks = (
        f"{one.name}  {clock(one.start or 0, short=True)}  \n".lstrip()
        + one.words.replace("\n", "\n\n")
        for one in talk
    )
    return "\n\n".join([*blocks, "Transcribed by https://otter.ai\n"])


def test_an_interview_with_names() -> None:
    talk = fixture("otter/harbor-interview.txt")

    assert "harbor-interview.txt, Otter" == talk.origin
    assert [
        ("RUIZ", 0, "Thanks for making the time. Shall we start with the pier?"),
        ("WHITFIELD", 7_000, "Before that, can we go off the record for a second?"),
        ("RUIZ", 12_000, DEFINED),
        ("WHITFIELD", 21_000, DEAD),
        ("", 62_000, "Sorry, is this room taken?"),
        ("WHITFIELD", 3_669_000, "Back on the record: the board has not voted."),
    ] == turns(talk)


def test_one_voice_without_a_name_is_nobody_known() -> None:
    talk = fixture("otter/single-voice.txt")

    assert [("", 0), ("", 15_000), ("", 24_000)] == [one[:2] for one in turns(talk)]
    assert "Thank you." == talk.turns[-1].text


@given(talks(OTTER_NAMES))
def test_every_word_stays_with_its_speaker_and_every_time_is_exact(talk: list[Spoken]) -> None:
    text = written(talk)
    found = read_otter(text, ORIGIN)

    assert is_otter(text)
    assert talk == told(found, OTTER_NAMES)
    assert is_kept_by_the_notation(found)


def test_an_export_without_times_has_names_before_the_words() -> None:
    text = "Ana Ruiz: When?\n\nBen Okafor: Now.\n\nTranscribed by https://otter.ai"

    assert [("RUIZ", None, "When?"), ("OKAFOR", None, "Now.")] == turns(read_otter(text, ORIGIN))


def test_heads_without_blank_lines_above_them_are_heads() -> None:
    text = "Ana Ruiz  0:00\nWhen?\nBen Okafor  0:04\nNow.\n\nTranscribed by https://otter.ai"

    assert [("RUIZ", 0, "When?"), ("OKAFOR", 4_000, "Now.")] == turns(read_otter(text, ORIGIN))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz  0:00\nHi.\n\nDana  0:04\nHo.", True),
        ("Hi.\n\nTranscribed by https://otter.ai", True),
        ("Hi.\n\nTRANSCRIBED BY otter.ai/", True),
        ("Hi.\n\nAna Ruiz  0:00\nHi.\n\nDana  0:04\nHo.", False),
        ("Ana Ruiz  0:00\nHi.", False),
        ("Ana Ruiz 0:00\nHi.\n\nDana 0:04\nHo.", False),
        ("MR. ROE:  6:30\n\nMR. ROE:  6:31", False),
        ("", False),
    ],
)
def test_what_tells_the_form(text: str, *, expected: bool) -> None:
    assert expected == is_otter(text)


@pytest.mark.parametrize(
    ("time", "message"),
    [
        ("0:99", "the time is past 59 minutes or 59 seconds"),
        ("1:60:00", "the time is past 59 minutes or 59 seconds"),
        ("0:00:01:12", "the time counts frames, or is none"),
    ],
)
def test_a_time_that_is_none_is_a_fault_of_its_line(time: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_otter(f"Ana Ruiz  0:00\nHi.\n\nDana  {time}\nHo.", ORIGIN)

    assert [(4, message)] == [(fault.line, fault.message) for fault in caught.value.faults]


def test_a_second_recording_in_the_file_is_a_fault() -> None:
    with pytest.raises(BadInput, match=r"^talks/harbor.txt:4: the clock steps back"):
        read_otter("Ana Ruiz  5:00\nHi.\n\nDana  3:59\nHo.", ORIGIN)


def test_a_file_without_words_is_a_fault() -> None:
    with pytest.raises(BadInput, match="there are no words in it"):
        read_otter("Ana Ruiz  5:00\n\nTranscribed by https://otter.ai", ORIGIN)

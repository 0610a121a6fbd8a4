from __future__ import annotations

import pytest
from hypothesis import given

from groundrules.readers.transcript.trint import is_trint, read_trint
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

TRINT_NAMES = (*NAMES, "")


def test_a_call_with_times_within_it() -> None:
    talk = fixture("trint/harbor-call.txt")

    assert "harbor-call.txt, Trint, 1 time within turns not kept" == talk.origin
    assert [
        ("RUIZ", 3_000, "When did the board last meet?"),
        ("WHITFIELD", 8_000, "On the 12th, at 10:30. And nobody asked why.\nIt was short."),
        ("SPEAKER-3", 31_000, "May I?"),
        ("", 40_000, "Who is this?"),
        ("RUIZ", 3_600_000, "We're out of time."),
    ] == turns(talk)


def test_words_below_their_heads() -> None:
    assert [
        ("RUIZ", 3_000, "When did the board last meet?"),
        ("WHITFIELD", 8_000, "On the 12th."),
    ] == turns(fixture("trint/below.txt"))


@given(talks(TRINT_NAMES, unit=1))
def test_every_word_stays_with_its_speaker_and_every_time_is_exact(talk: list[Spoken]) -> None:
    text = "\n\n".join(
        f"{one.name} [{clock(one.start or 0, part=True)}] ".lstrip()
        + one.words.replace("\n", "\n\n")
        for one in talk
    )
    found = read_trint(text, ORIGIN)

    assert talk == told(found, TRINT_NAMES)
    assert is_kept_by_the_notation(found)


def test_a_time_in_the_middle_of_words_makes_no_speaker() -> None:
    text = "Ana Ruiz [0:01] When?\n\nwe met [0:04] and left.\n\nAna Ruiz [0:09] Ah."

    assert [("RUIZ", 1_000, "When?"), ("", None, "we met and left."), ("RUIZ", 9_000, "Ah.")] == (
        turns(read_trint(text, ORIGIN))
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz [00:00:01] Hi.\n\nDana [00:00:02] Ho.", True),
        ("Ana Ruiz [00:00:01]: Hi.", True),
        ("Words.\n\nAna Ruiz [00:00:01] Hi.", False),
        ("we met [00:00:01] there\n\nand went [00:00:05] on", False),
        ("[00:00:01] Hi.\n\n[00:00:02] Ho.", False),
        ("Ana Ruiz: Hi. [Laughter]", False),
        ("", False),
    ],
)
def test_what_tells_the_form(text: str, *, expected: bool) -> None:
    assert expected == is_trint(text)

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.readers.transcript.zoom import (
    is_zoom_captions,
    is_zoom_chat,
    read_zoom_captions,
    read_zoom_chat,
)
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

ZOOM_NAMES = (*NAMES, "Dana: Harbor Board", "dana_w", "Dana (she/her)")

DAY = 24 * 60 * 60 * 1000


def of_the_day(talk: list[Spoken]) -> list[Spoken]:
    """Return the turns that begin within the day on which the talk does."""
    return [one for one in talk if (one.start or 0) < DAY // 3]


def test_saved_captions_pass_midnight() -> None:
    talk = fixture("zoom/meeting_saved_closed_caption.txt")

    assert "meeting_saved_closed_caption.txt, Zoom captions, times of the day" == talk.origin
    assert [
        ("RUIZ", 86_281_000, "When did the board last meet?"),
        ("WHITFIELD", 86_289_000, "On the 12th. And nobody asked why."),
        ("RUIZ", 86_490_000, "Can I use that?"),
    ] == turns(talk)


def test_a_saved_chat_keeps_whom_a_message_was_for() -> None:
    talk = fixture("zoom/meeting_saved_chat.txt")

    assert "meeting_saved_chat.txt, Zoom chat, typed, times of the day" == talk.origin
    assert [
        ("RUIZ", 36_093_000, "Is the audio all right?"),
        ("BOARD", 36_125_000, "Yes: loud and clear.\nGo on."),
        ("BOARD", 36_160_000, "[to Ana Ruiz(Direct Message)] Don't quote me on the date."),
    ] == turns(talk)
    assert "Dana: Harbor Board" == talk.parties[1].name


def test_a_chat_with_its_day() -> None:
    talk = fixture("zoom/dated_chat.txt")

    assert date(2026, 11, 3) == talk.date
    assert [("RUIZ", 50_549_000), ("OKAFOR", 50_580_000)] == [one[:2] for one in turns(talk)]


def test_the_oldest_chat_names_nobody_whom_it_was_for() -> None:
    assert [
        ("RUIZ", 50_549_000, "Is the audio all right? Or not: tell me."),
        ("OKAFOR", 50_580_000, "I want to say: it is."),
    ] == turns(fixture("zoom/first_chat.txt"))


def test_the_captions_of_a_recording_are_read_as_webvtt() -> None:
    talk = fixture("zoom/audio_transcript.vtt")

    assert "audio_transcript.vtt, WebVTT" == talk.origin
    assert [
        ("RUIZ", 2_720, "When did the board last meet?"),
        ("WHITFIELD", 6_480, "On the 12th, um. And nobody asked: why?"),
        ("OKAFOR", 11_000, "I did."),
    ] == turns(talk)


@given(talks(ZOOM_NAMES))
def test_captions_keep_words_speakers_and_times(talk: list[Spoken]) -> None:
    talk = of_the_day(talk)
    text = "\n\n".join(f"[{one.name}] {clock(one.start or 0)}\n{one.words}" for one in talk)
    joined = [one._replace(words=one.words.replace("\n", " ")) for one in talk]
    found = read_zoom_captions(text, ORIGIN)

    assert is_zoom_captions(text)
    assert joined == told(found, ZOOM_NAMES)
    assert is_kept_by_the_notation(found)


HEADS = ["{time}\t From {name} to Everyone:\n\t", "{time} From {name} to Everyone: ",
         "2026-11-03 {time} From {name} to Everyone:\n\t"]  # fmt: skip


@given(talk=talks(ZOOM_NAMES, lines=1), head=st.sampled_from(HEADS))
def test_a_chat_keeps_words_speakers_and_times(talk: list[Spoken], head: str) -> None:
    talk = of_the_day(talk)
    text = "\n".join(
        head.format(time=clock(one.start or 0), name=one.name) + one.words for one in talk
    )
    found = read_zoom_chat(text, ORIGIN)

    assert is_zoom_chat(text)
    assert talk == told(found, ZOOM_NAMES)
    assert is_kept_by_the_notation(found)


@pytest.mark.parametrize(
    ("text", "captions", "chat"),
    [
        ("[Ana] 10:00:01\nHi.", True, False),
        ("10:00:01 From Ana to Everyone: Hi.", False, True),
        ("10:00:01 From the board: nothing.", False, True),
        ("[Ana] Hi.", False, False),
        ("[00:00:01] Ana: Hi.", False, False),
        ("From Ana to Everyone: Hi.", False, False),
        ("", False, False),
    ],
)
def test_what_tells_the_forms(text: str, *, captions: bool, chat: bool) -> None:
    assert (captions, chat) == (is_zoom_captions(text), is_zoom_chat(text))


def test_an_impossible_day_is_none() -> None:
    text = "2026-02-30 10:00:01 From Ana to Everyone:\n\tHi."

    assert None is read_zoom_chat(text, ORIGIN).date

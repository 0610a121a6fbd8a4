from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognised import (
    Heard,
    is_the_talk,
    read,
    read_fixture,
    runs,
    said,
    seconds,
    talks,
    text_of,
    voiced,
)

VOICES = ["SPEAKER_00", "SPEAKER_01"]


def word(heard: Heard, *, time: bool = True) -> dict[str, object]:
    entry: dict[str, object] = {"word": heard.text}
    if time:
        entry |= {"start": seconds(heard.start), "end": seconds(heard.end), "score": 0.8}
    return entry | ({"speaker": heard.voice} if heard.voice else {})


def document(talk: list[Heard], size: int, *, time: bool = True) -> dict[str, object]:
    """Return what the aligner writes, with segments of so many words."""
    words = [word(one) for one in talk]
    return {"segments": cut(talk, size, time=time), "word_segments": words, "language": "en"}


def cut(talk: list[Heard], size: int, *, time: bool = True) -> list[dict[str, object]]:
    """Return segments of so many words, whoever speaks in them."""
    segments = []
    for at in range(0, len(talk), size):
        words = talk[at : at + size]
        voice = next((one.voice for one in words if one.voice), "")
        segments.append(
            {
                "start": seconds(words[0].start),
                "end": seconds(words[-1].end),
                "text": f" {text_of(words)}",
                "words": [word(one, time=time) for one in words],
            }
            | ({"speaker": voice} if voice else {})
        )
    return segments


def segment(text: str, speaker: str | None, *words: tuple[str, str]) -> dict[str, object]:
    """Return a segment of a second whose words, if any, have these voices."""
    listed = [{"word": one} | ({"speaker": voice} if voice else {}) for one, voice in words]
    return {"start": 1, "end": 2, "text": text, "speaker": speaker, "words": listed}


def test_a_segment_is_cut_where_its_words_change_the_speaker() -> None:
    assert [
        (974, 3116, "SPEAKER_00", "Is this off the record?"),
        (3400, 5921, "SPEAKER_01", "Yes. All 14 of them signed."),
        (6002, 6700, "SPEAKER_00", "Signed what?"),
        (7000, 7750, "SPEAKER_01", "The lease."),
        (8000, 9250, "", "Mm-hm."),
    ] == said(read_fixture("whisperx", "pier-lease"))


def test_the_hosted_service_gives_segments_with_letters() -> None:
    conversation = read_fixture("whisperx", "hosted-diarized")

    assert [
        (0, 1950, "A", "Who told you that?"),
        (2100, 3400, "B", "I can't say."),
        (3400, 7200, "A", "Then on background?"),
    ] == said(conversation)
    assert ["", ""] == [party.name for party in conversation.parties]


@pytest.mark.parametrize(
    ("given_segment", "expected"),
    [
        # A word without a voice goes with its neighbours where they agree, else with nobody.
        (segment("a b c", "X1", ("a", "Y1"), ("b", ""), ("c", "Y1")), [("Y1", "a b c")]),
        (segment("a b c", "X1", ("a", "X1"), ("b", ""), ("c", "Y1")),
         [("X1", "a"), ("", "b"), ("Y1", "c")]),
        (segment("a b", "X1", ("a", ""), ("b", "Y1")), [("", "a"), ("Y1", "b")]),
        (segment("a b", "X1", ("a", "X1"), ("b", "")), [("X1", "a b")]),
        (segment("a b", None, ("a", "X1"), ("b", "")), [("X1", "a"), ("", "b")]),
        (segment("a b", None, ("a", ""), ("b", "")), [("", "a b")]),
        # Words that are not those of the segment: the segment's stay, and nobody is known.
        (segment("a b c", "X1", ("a", "X1"), ("c", "Y1")), [("", "a b c")]),
        (segment("a b", "X1", ("a", "X1"), ("b", "Y1"), ("c", "Y1")), [("", "a b")]),
        (segment("a b c", "X1", ("a", "X1"), ("b", "Y1")), [("", "a b c")]),
        # A segment without text, but with words.
        (segment(" ", "X1", ("a", "X1"), ("b", "Y1")), [("X1", "a"), ("Y1", "b")]),
        # No blanks between words, as in Chinese.
        (segment("你好吗", "X1", ("你", "X1"), ("好", "X1"), ("吗", "Y1")),
         [("X1", "你好"), ("Y1", "吗")]),
        (segment("a b", "UNKNOWN"), [("", "a b")]),
    ],
)  # fmt: skip
def test_whose_words_they_are(
    given_segment: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    turns = read({"segments": [given_segment], "word_segments": []})

    assert expected == [(speaker, text) for _, _, speaker, text in said(turns)]


@given(talks(VOICES), st.integers(1, 9))
def test_words_keep_their_speakers_and_times(talk: list[Heard], size: int) -> None:
    assert is_the_talk(read(document(talk, size)), talk, VOICES)


@given(talks(["", *VOICES]))
def test_segments_without_a_speaker_stay_without(talk: list[Heard]) -> None:
    segments = [segment for row in runs(talk) for segment in cut(row, len(row))]

    assert is_the_talk(read({"segments": segments, "word_segments": []}), talk, ["", *VOICES])


@given(talks(VOICES), st.integers(1, 9))
def test_words_without_times_keep_their_speakers(talk: list[Heard], size: int) -> None:
    conversation = read(document(talk, size, time=False))

    assert [(one.voice, one.text) for one in talk] == voiced(conversation, VOICES)
    assert talk[0].start == conversation.turns[0].start

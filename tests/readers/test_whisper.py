from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from recognised import (
    Heard,
    counted,
    is_the_talk,
    read,
    read_fixture,
    said,
    seconds,
    talks,
    text_of,
)

if TYPE_CHECKING:
    from groundrules.record.transcript import Conversation


def document(segments: list[list[Heard]]) -> dict[str, object]:
    """Return what the recogniser writes of these segments, with the words of each."""
    listed = [
        {
            "id": at,
            "seek": 0,
            "start": seconds(words[0].start),
            "end": seconds(words[-1].end),
            "text": f" {text_of(words)}",
            "tokens": [50364, at],
            "temperature": 0.0,
            "avg_logprob": -0.25,
            "compression_ratio": 1.2,
            "no_speech_prob": 0.01,
            "words": [
                {"word": f" {one.text}", "start": seconds(one.start), "end": seconds(one.end)}
                for one in words
            ],
        }
        for at, words in enumerate(segments)
    ]
    whole = "".join(str(segment["text"]) for segment in listed)
    return {"text": whole, "segments": listed, "language": "en"}


def in_fours(talk: list[Heard]) -> list[list[Heard]]:
    return [talk[at : at + 4] for at in range(0, len(talk), 4)]


def test_segments_with_words_are_turns_of_nobody_known() -> None:
    assert [
        (0, 2840, "", "Can we go off the record for a second?"),
        (3400, 6240, "", "Sure. To me that means I can't publish it."),
        (7120, 9320, "", "Fine. The pier was sold in March."),
    ] == said(read_fixture("whisper", "harbour-with-words"))


def test_the_answer_of_the_hosted_service_has_the_same_shape() -> None:
    conversation = read_fixture("whisper", "council-verbose")

    assert [
        (0, 2480, "", "I'd rather not say."),
        (2480, 9840, "", "On background, the vote was moved."),
    ] == said(conversation)
    assert ("council-verbose", "council-verbose.json, Whisper") == (
        conversation.id,
        conversation.origin,
    )


def test_a_segment_without_words_is_no_turn() -> None:
    segments = [{"start": 0, "end": 1, "text": " "}, {"start": 1, "end": 2, "text": " Yes."}]

    assert [(1000, 2000, "", "Yes.")] == said(read({"segments": segments}))


@given(talks([""]))
def test_every_segment_is_a_turn_with_its_words_and_times(talk: list[Heard]) -> None:
    conversation: Conversation = read(document(in_fours(talk)))

    assert len(in_fours(talk)) == len(conversation.turns)
    assert is_the_talk(conversation, talk, [""])
    assert counted(str(document(in_fours(talk))["text"])) == counted(text_of(talk))

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognised import Heard, is_the_talk, read, read_fixture, runs, said, talks, voiced

VOICES = ["spk_0", "spk_1", "spk_12"]
CHANNELS = ["ch_0", "ch_1"]
PORT_CALL = [
    (4870, 7070, "SPK_0", "Before we start, are we on background?"),
    (8490, 10370, "SPK_1", "On background, as a port official."),
    (11300, 11580, "SPK_0", "Agreed."),
    (12040, 13600, "SPK_1", "The cranes were never inspected."),
]


def clock(milliseconds: int, digits: int = 2) -> str:
    """Return seconds as text, with at least so many digits behind the point: `1.30`."""
    exact = Decimal(milliseconds) / 1000
    return str(exact.quantize(Decimal(10) ** -digits) if milliseconds % 10 == 0 else exact)


def times(word: Heard) -> dict[str, object]:
    return {"start_time": clock(word.start), "end_time": clock(word.end)}


def items(talk: list[Heard], key: str = "") -> list[dict[str, object]]:
    """Return the items of a talk, each with its voice at this key, if any."""
    listed: list[dict[str, object]] = []
    for word in talk:
        voice: dict[str, object] = {key: word.voice} if key else {}
        spoken = {"alternatives": [{"confidence": "0.99", "content": word.core}]}
        listed.append({**times(word), **spoken, **voice, "type": "pronunciation"})
        if word.mark:
            mark = {"alternatives": [{"confidence": "0.0", "content": word.mark}]}
            listed.append({**mark, **voice, "type": "punctuation"})
    return listed


def labels(talk: list[Heard]) -> dict[str, object]:
    """Return the labels apart from the items, as older files have them."""
    segments = [
        {
            **times(row[0]),
            "end_time": clock(row[-1].end),
            "speaker_label": row[0].voice,
            "items": [{**times(word), "speaker_label": word.voice} for word in row],
        }
        for row in runs(talk)
    ]
    return {"speakers": 2, "segments": segments}


def job(**results: object) -> dict[str, object]:
    return {"jobName": "talk", "results": {"transcripts": [], **results}, "status": "COMPLETED"}


@pytest.mark.parametrize("name", ["labels-apart", "labels-in-items"])
def test_words_and_punctuation_become_turns(name: str) -> None:
    assert PORT_CALL == said(read_fixture("aws_transcribe", name))


def test_channels_are_put_in_the_order_of_time() -> None:
    assert [
        (4860, 6100, "CH_0", "Did the board vote?"),
        (7210, 8130, "CH_1", "It did not."),
        (9100, 10020, "CH_0", "You are certain?"),
        (11020, 12260, "CH_1", "Not for attribution, yes."),
    ] == said(read_fixture("aws_transcribe", "two-channels"))


def test_without_items_the_segments_hold_the_text() -> None:
    segments = [
        {"id": 0, "transcript": "Hello.", "start_time": "0.0", "end_time": "1.30",
         "speaker_label": "spk_0", "items": [0, 1]},
        {"id": 1, "transcript": "Hi.", "start_time": "1.4", "end_time": "1.505", "items": [2, 3]},
    ]  # fmt: skip

    assert [(0, 1300, "SPK_0", "Hello."), (1400, 1505, "", "Hi.")] == said(
        read(job(audio_segments=segments))
    )


def test_an_item_is_nobody_s_where_its_label_is_missing_empty_or_in_dispute() -> None:
    talk = [Heard(voice, voice or "x", "", at * 9, at * 9) for at, voice in enumerate(VOICES)]
    apart = labels(talk)
    apart["segments"] = [
        {"items": [{**times(talk[0]), "speaker_label": "spk_0"}]},
        {"items": [{**times(talk[0]), "speaker_label": "spk_1"}]},
        {"items": [{**times(talk[1]), "speaker_label": ""}]},
    ]

    turns = read(job(items=items(talk), speaker_labels=apart)).turns

    assert [""] * len(turns) == [turn.speaker for turn in turns]


def test_speakers_of_two_channels_are_not_the_same_voice() -> None:
    talk = [Heard("spk_0", "one", ".", 0, 900), Heard("spk_0", "two", ".", 1000, 1900)]
    channels = [
        {"channel_label": channel, "items": items([word], "speaker_label")}
        for channel, word in zip(CHANNELS, talk, strict=True)
    ]

    assert [(0, 900, "CH_0-SPK_0", "one."), (1000, 1900, "CH_1-SPK_0", "two.")] == said(
        read(job(channel_labels={"channels": channels}))
    )


def test_a_mark_without_a_word_before_it_stays() -> None:
    mark = {"alternatives": [{"content": "…"}], "type": "punctuation"}

    assert [(None, None, "", "…")] == said(read(job(items=[mark])))


@given(talks(["", *VOICES]))
def test_labels_in_the_items_are_kept(talk: list[Heard]) -> None:
    assert is_the_talk(read(job(items=items(talk, "speaker_label"))), talk, ["", *VOICES])


@given(talks(VOICES))
def test_labels_apart_are_found_by_the_times(talk: list[Heard]) -> None:
    # Two words at the same time cannot be told apart there.
    apart = [word for at, word in enumerate(talk) if (word.start, word.end) not in {
        (other.start, other.end) for other in talk[:at]
    }]  # fmt: skip

    assert is_the_talk(read(job(items=items(apart), speaker_labels=labels(apart))), apart, VOICES)


@given(talk=talks(CHANNELS), repeated=st.booleans())
def test_no_word_of_a_channel_is_lost_or_moved(talk: list[Heard], *, repeated: bool) -> None:
    channels = [
        {"channel_label": channel,
         "items": items([word for word in talk if word.voice == channel], "channel_label")}
        for channel in CHANNELS
    ]  # fmt: skip
    every: dict[str, object] = {"items": items(talk, "channel_label")} if repeated else {}

    conversation = read(job(channel_labels={"channels": channels}, **every))

    assert sorted((word.voice, word.text) for word in talk) == sorted(
        voiced(conversation, CHANNELS)
    )
    for channel in CHANNELS:
        of_channel = [text for voice, text in voiced(conversation, CHANNELS) if voice == channel]
        assert [word.text for word in talk if word.voice == channel] == of_channel
    starts = [turn.start or 0 for turn in conversation.turns]
    assert sorted(starts) == starts

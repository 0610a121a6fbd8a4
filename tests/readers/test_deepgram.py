from __future__ import annotations

from hypothesis import given

from recognised import Heard, is_the_talk, read, read_fixture, said, seconds, talks, text_of, voiced

VOICES = ["0", "1", "22"]


def word(heard: Heard) -> dict[str, object]:
    entry: dict[str, object] = {
        "word": heard.core.casefold(),
        "start": seconds(heard.start),
        "end": seconds(heard.end),
        "confidence": 0.99,
        "punctuated_word": heard.text,
    }
    return entry | ({"speaker": int(heard.voice)} if heard.voice else {})


def channel(talk: list[Heard]) -> dict[str, object]:
    words = [word(heard) for heard in talk]
    return {"alternatives": [{"transcript": text_of(talk), "confidence": 0.9, "words": words}]}


def answer(*channels: dict[str, object], **more: object) -> dict[str, object]:
    return {"metadata": {"channels": len(channels)}, "results": {"channels": channels, **more}}


def test_words_with_speakers_are_read_once() -> None:
    # The times of the file are a hair before the millisecond, as the service gives them.
    assert [
        (480, 2360, "SPEAKER-0", "Hi. Are we still on background?"),
        (3600, 5480, "SPEAKER-1", "We are. No name, no title."),
        (6400, 6680, "SPEAKER-0", "Understood."),
    ] == said(read_fixture("deepgram", "background-diarised"))


def test_channels_are_put_in_the_order_of_time() -> None:
    assert [
        (1000, 1920, "CHANNEL-0", "Who signed it?"),
        (3000, 4560, "CHANNEL-1", "The mayor and the clerk."),
        (6000, 6920, "CHANNEL-0", "Both of them?"),
    ] == said(read_fixture("deepgram", "two-lines"))


def test_where_no_words_are_listed_the_text_is_read() -> None:
    bare = {"alternatives": [{"transcript": "Yes. No.", "confidence": 0.9, "words": []}]}

    assert [(None, None, "", "Yes. No.")] == said(read(answer(bare)))


def test_where_channels_hold_nothing_the_utterances_are_read() -> None:
    utterance = {"start": 0.5, "end": 1.2004, "transcript": "Yes.", "speaker": 1, "channel": 0}

    assert [(500, 1200, "SPEAKER-1", "Yes.")] == said(read(answer(utterances=[utterance])))


def test_a_word_without_its_punctuated_form_is_read_as_it_was_heard() -> None:
    words = [{"word": "yes", "start": 0, "end": 1, "speaker": 0}]

    assert [(0, 1000, "SPEAKER-0", "yes")] == said(
        read(answer({"alternatives": [{"words": words}]}))
    )


@given(talks(["", *VOICES]))
def test_words_keep_speakers_and_times(talk: list[Heard]) -> None:
    assert is_the_talk(read(answer(channel(talk))), talk, ["", *VOICES])


@given(talks(VOICES))
def test_no_word_of_a_channel_is_lost_or_moved(talk: list[Heard]) -> None:
    halves = [talk[::2], talk[1::2]]
    names = {f"channel {at} speaker {voice}" for at in range(2) for voice in VOICES}

    conversation = read(answer(*map(channel, halves)))

    assert sorted(
        (f"channel {at} speaker {one.voice}", one.text) for at in range(2) for one in halves[at]
    ) == sorted(voiced(conversation, sorted(names)))
    starts = [turn.start or 0 for turn in conversation.turns]
    assert sorted(starts) == starts

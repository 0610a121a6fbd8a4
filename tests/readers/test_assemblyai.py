from __future__ import annotations

import pytest
from hypothesis import given

from groundrules.errors import BadInput
from recognised import Heard, is_the_talk, read, read_fixture, runs, said, talks, text_of

VOICES = ["A", "B", "1C"]


def word(heard: Heard) -> dict[str, object]:
    return {
        "text": heard.text,
        "start": heard.start,
        "end": heard.end,
        "confidence": 0.97,
        "speaker": heard.voice or None,
    }


def utterance(row: list[Heard]) -> dict[str, object]:
    whole = {"text": text_of(row), "start": row[0].start, "end": row[-1].end}
    return {**whole, "speaker": row[0].voice or None, "words": [word(heard) for heard in row]}


def answer(**entries: object) -> dict[str, object]:
    return {"id": "5552493", "status": "completed", "audio_duration": 9, **entries}


def test_utterances_are_turns_with_times_in_milliseconds() -> None:
    conversation = read_fixture("assemblyai", "audit-utterances")

    assert [
        (250, 2770, "A", "Do I have your word, off the record?"),
        (3610, 4850, "B", "You have my word."),
        (5200, 7080, "A", "Then listen. The audit was stopped."),
    ] == said(conversation)
    assert [("", ()), ("", ())] == [(party.name, party.aliases) for party in conversation.parties]


def test_without_utterances_the_words_are_read_sentence_by_sentence() -> None:
    assert [
        (1437, 2997, "", "This is a test call."),
        (3037, 4917, "", "Nothing here is on the record."),
    ] == said(read_fixture("assemblyai", "test-call-words"))


def test_without_words_the_text_is_one_turn() -> None:
    assert [(None, None, "", "Yes. No.")] == said(read(answer(text="Yes. No.", utterances=None)))


def test_an_utterance_is_cut_where_its_words_change_the_speaker() -> None:
    row = [Heard("A", "yes", ".", 0, 9), Heard("A", "sure", "", 10, 20)]
    mixed = utterance(row) | {"words": [word(row[0]), word(row[1]._replace(voice="B"))]}

    assert [(0, 9, "A", "yes."), (10, 20, "B", "sure")] == said(read(answer(utterances=[mixed])))


@pytest.mark.parametrize("time", [0.25, "1.5", "2s"])
def test_times_that_are_no_whole_milliseconds_are_a_fault(time: object) -> None:
    row = utterance([Heard("A", "yes", ".", 0, 900)]) | {"start": time}

    with pytest.raises(BadInput, match=r"\$\.utterances\[0\]\.start: it is no time: it must be a "):
        read(answer(utterances=[row]))


@given(talks(["", *VOICES]))
def test_utterances_keep_words_speakers_and_times(talk: list[Heard]) -> None:
    document = answer(utterances=[utterance(row) for row in runs(talk)], words=[])

    assert is_the_talk(read(document), talk, ["", *VOICES])


@given(talks(["", *VOICES]))
def test_words_keep_speakers_and_times(talk: list[Heard]) -> None:
    document = answer(utterances=None, words=[word(heard) for heard in talk])

    assert is_the_talk(read(document), talk, ["", *VOICES])

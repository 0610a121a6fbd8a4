"""Talks as a recogniser hears them, word by word, and what became of them in a record.

The words are counted here, from the generated talk and from the record's text, so that no reader
has a part in its own proof.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from groundrules.readers.transcript.json_transcripts import read_json_transcript
from groundrules.readers.transcript.origin import Origin
from groundrules.readers.transcript.speakers import goes_by

if TYPE_CHECKING:
    from groundrules.record.transcript import Conversation

FIXTURES = Path(__file__).parent / "fixtures" / "transcripts"

_CORE = re.compile(r"[^\W_]+", re.UNICODE)


class Heard(NamedTuple):
    """One word: whose voice, the word with its punctuation, milliseconds from start to end."""

    voice: str
    core: str
    mark: str
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.core + self.mark


def talks(
    voices: list[str], alphabet: str = "abcXYZé019", largest: int = 30
) -> st.SearchStrategy[list[Heard]]:
    """Return talks in order: each word starts where or after the one before it does."""
    word = st.tuples(
        st.sampled_from(voices),
        st.text(alphabet, min_size=1, max_size=6),
        st.sampled_from(["", "", "", ".", ",", "?"]),
        st.integers(0, 4_000),
        st.integers(0, 900),
    )
    return st.lists(word, min_size=1, max_size=largest).map(_timed)


def _timed(words: list[tuple[str, str, str, int, int]]) -> list[Heard]:
    heard = []
    at = 0
    for voice, core, mark, pause, length in words:
        at += pause
        heard.append(Heard(voice, core, mark, at, at + length))
        at += length
    return heard


def runs(talk: list[Heard]) -> list[list[Heard]]:
    """Return the words of a talk in rows of one voice."""
    rows: list[list[Heard]] = []
    for word in talk:
        if rows and rows[-1][0].voice == word.voice:
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def text_of(words: list[Heard]) -> str:
    return " ".join(word.text for word in words)


def seconds(milliseconds: int) -> float:
    return milliseconds / 1000


def read(document: object, name: str = "talk.json") -> Conversation:
    return read_json_transcript(json.dumps(document), Origin(name))


def read_fixture(form: str, name: str) -> Conversation:
    path = FIXTURES / form / f"{name}.json"
    return read_json_transcript(path.read_text("utf-8"), Origin(str(path)))


def said(conversation: Conversation) -> list[tuple[int | None, int | None, str, str]]:
    """Return times, speaker and words of each turn."""
    return [(turn.start, turn.end, turn.speaker, turn.text) for turn in conversation.turns]


def counted(text: str) -> Counter[str]:
    """Return how often each word is in a text, without its punctuation."""
    return Counter(_CORE.findall(text))


def voiced(conversation: Conversation, voices: list[str]) -> list[tuple[str, str]]:
    """Return every word of a record with the voice whose it is."""
    labels = {"": ""} | {
        party.id: next(voice for voice in voices if voice and goes_by(party, voice))
        for party in conversation.parties
    }
    return [
        (labels[turn.speaker], word) for turn in conversation.turns for word in turn.text.split()
    ]


def timed(conversation: Conversation) -> list[tuple[int | None, int | None]]:
    return [(turn.start, turn.end) for turn in conversation.turns]


def expected_times(conversation: Conversation, talk: list[Heard]) -> list[tuple[int, int]]:
    """Return the times that the turns must have, by the words that stand in each."""
    times = []
    at = 0
    for turn in conversation.turns:
        words = talk[at : at + len(turn.text.split())]
        times.append((words[0].start, max(word.end for word in words)))
        at += len(words)
    return times


def is_the_talk(conversation: Conversation, talk: list[Heard], voices: list[str]) -> bool:
    """Prove that a record has the words of a talk, each with its speaker, and the times."""
    assert counted(text_of(talk)) == counted(" ".join(turn.text for turn in conversation.turns))
    assert [(word.voice, word.text) for word in talk] == voiced(conversation, voices)
    assert expected_times(conversation, talk) == timed(conversation)
    assert all(not party.name and not party.aliases for party in conversation.parties)
    return True

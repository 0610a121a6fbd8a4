"""Talks as tests make them up, the turns that a reader found, and a counter of words of its own."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from groundrules.readers.transcript.origin import Origin
from groundrules.readers.transcript.speakers import goes_by
from groundrules.readers.transcripts import read_transcript
from groundrules.record.notation import parse, to_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.transcript import Conversation

FIXTURES = Path(__file__).parent / "fixtures" / "transcripts"

ORIGIN = Origin("talks/harbor.txt")

NAMES = ("Ana Ruiz", "Dana Whitfield", "Ben Okafor-Reyes", "Speaker 1", "María José de la Cruz")

_ALPHABET = "abcdefgé’'-"

_PLAIN = st.lists(st.text(_ALPHABET, min_size=1, max_size=7), min_size=1, max_size=8)
"""Words in small letters, without a colon: no line of them looks like a head."""


class Spoken(NamedTuple):
    """A turn: who spoke, "" for nobody known, the words, and milliseconds or None."""

    name: str
    words: str
    start: int | None = None
    end: int | None = None


def talks(
    names: Iterable[str] = NAMES, *, unit: int = 1000, ends: str = ".?!", lines: int = 3
) -> st.SearchStrategy[list[Spoken]]:
    """Return talks in the order of time.

    Args:
        names: who may speak; "" for somebody unknown.
        unit: times are whole multiples of so many milliseconds.
        ends: what a line of words may end in.
        lines: the most paragraphs of a turn.
    """
    line = st.tuples(_PLAIN.map(" ".join), st.sampled_from(ends)).map("".join)
    words = st.lists(line, min_size=1, max_size=lines).map("\n".join)
    pauses = st.integers(0, 400_000_000 // 12 // unit)
    turn = st.tuples(st.sampled_from(list(names)), words, pauses)

    def timed(turns: list[tuple[str, str, int]]) -> list[Spoken]:
        start = 0
        talk = []
        for name, said, pause in turns:
            talk.append(Spoken(name, said, start * unit))
            start += pause
        return talk

    return st.lists(turn, min_size=2, max_size=10).map(timed)


def clock(milliseconds: int, *, short: bool = False, part: bool = False) -> str:
    """Return a time as `H:MM:SS`, without hours where it is short and there are none."""
    seconds, thousandths = divmod(milliseconds, 1000)
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    fraction = f".{thousandths:03}" if part else ""
    if short and not hours:
        return f"{minutes}:{rest:02}{fraction}"
    return f"{hours:02}:{minutes:02}:{rest:02}{fraction}"


def told(conversation: Conversation, names: Iterable[str] = NAMES) -> list[Spoken]:
    """Return the turns of a conversation, each with the label that the talk gave its speaker."""
    labels = {"": ""} | {
        party.id: next((name for name in names if name and goes_by(party, name)), party.id)
        for party in conversation.parties
    }
    return [
        Spoken(labels[turn.speaker], turn.text, turn.start, turn.end) for turn in conversation.turns
    ]


def turns(conversation: Conversation) -> list[tuple[str, int | None, str]]:
    """Return speaker, start and words of each turn."""
    return [(turn.speaker, turn.start, turn.text) for turn in conversation.turns]


def fixture(name: str) -> Conversation:
    """Return the conversation of a fixture, read by what stands in it."""
    return read_transcript(FIXTURES / name)


def is_kept_by_the_notation(conversation: Conversation) -> bool:
    """Tell whether a conversation is the same when it is written and read again."""
    return conversation == parse(to_text(conversation))


def words(text: str) -> Counter[str]:
    """Return the words of a text with how often each stands in it."""
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def labels_of(conversation: Conversation) -> set[str]:
    """Return every word by which the parties go."""
    names = (
        " ".join((one.id, one.name, one.description, *one.aliases)) for one in conversation.parties
    )
    return set(words(" ".join(names)))

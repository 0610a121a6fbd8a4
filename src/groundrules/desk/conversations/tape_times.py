"""Tapes beside a transcript: which there are, and where the talk's clock begins on each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from groundrules.desk.conversations.conversation_shapes import TapeSeen
from groundrules.desk.vaults.tapes import add_chunk, begin_tape, mark_tape, tapes
from groundrules.errors import BadInput, Fault
from groundrules.record.transcript import AFTERWARDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from groundrules.record.transcript import Conversation
    from groundrules.vault.paper_answers import Tape, TapeMark

CLOCK_BEGINS = "clock begins"
"""The mark at the place of a tape at which the times of the transcript begin."""

_NEAR = 2000
"""Milliseconds within which a mark of the tape and an act of the record can be the same."""

_CHUNK = 1 << 20

_KINDS = (
    (b"\x1aE\xdf\xa3", 0, "audio/webm"),
    (b"OggS", 0, "audio/ogg"),
    (b"WAVE", 8, "audio/wav"),
    (b"fLaC", 0, "audio/flac"),
    (b"ftyp", 4, "audio/mp4"),
    (b"ID3", 0, "audio/mpeg"),
    (b"\xff\xfb", 0, "audio/mpeg"),
    (b"\xff\xf3", 0, "audio/mpeg"),
    (b"\xff\xf2", 0, "audio/mpeg"),
    (b"\xff\xf1", 0, "audio/aac"),
    (b"\xff\xf9", 0, "audio/aac"),
)
"""The first bytes of a file, from which byte on, and the type that they tell."""


def tapes_seen(vault: Path, talk: Conversation) -> tuple[TapeSeen, ...]:
    """Return the tapes of a conversation, the oldest first, each with where the talk begins on it.

    Raises:
        BadInput: one may not read the conversation's words.
    """
    return tuple(
        TapeSeen(one.id, one.mime, one.since, one.author, one.until_ms, clock_begins(one, talk))
        for one in tapes(vault, talk.id)
        if one.chunks
    )


def clock_begins(tape: Tape, talk: Conversation) -> int:
    """Return at which millisecond of a tape the times of its talk begin; negative for before it.

    Where no mark says so, the marks of acts are laid beside the acts of the record: what most of
    them agree on counts, and where there is nothing to lay beside, both begin together.
    """
    said = [mark.at_ms for mark in tape.marks if mark.mark == CLOCK_BEGINS]
    if said:
        return said[-1]
    found = Counter(round(one / _NEAR) for one in _differences(tape.marks, talk))
    if not found:
        return 0
    most = max(found, key=lambda near: (found[near], -abs(near)))
    near = [one for one in _differences(tape.marks, talk) if round(one / _NEAR) == most]
    return sorted(near)[len(near) // 2]


def keep_tape(vault: Path, name: str, content: bytes, begins: int) -> str:
    """Keep a recording that somebody brought, and return the tape's id.

    Args:
        vault: its folder.
        name: the conversation's name.
        content: the file.
        begins: at which millisecond of the tape the times of the transcript begin.

    Raises:
        BadInput: it is no recording of a known type, or one may not read the conversation's words.
    """
    tape = begin_tape(vault, name, _type_of(content, name))
    for number, first in enumerate(range(0, len(content), _CHUNK)):
        add_chunk(vault, tape, number, 0, content[first : first + _CHUNK])
    if begins:
        mark_tape(vault, tape, CLOCK_BEGINS, begins)
    return tape


def _differences(marks: Sequence[TapeMark], talk: Conversation) -> Iterator[int]:
    """Yield how far from each other a mark and an act of the same kind are, for each pair."""
    for fact in talk.facts:
        start = None if fact.at == AFTERWARDS else talk.turns[fact.at.turn - 1].start
        for mark in marks:
            if start is not None and mark.mark == fact.kind:
                yield mark.at_ms - start


def _type_of(content: bytes, name: str) -> str:
    for sign, first, kind in _KINDS:
        if content[first : first + len(sign)] == sign:
            return kind
    message = "this is no recording of a type that a browser can play"
    remedy = "save it as WAV, MP3, M4A, Ogg, WebM or FLAC"
    raise BadInput(Fault(name, message, remedy))

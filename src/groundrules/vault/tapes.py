"""The tapes of conversations: recordings, chunk by chunk, each in the ledger before the next.

What has been added is never lost and never changed. A chunk that comes twice is taken once; one
that would leave a gap is refused, so that what is kept can be played.
"""

from __future__ import annotations

import base64
import re
import secrets
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.vault.committing import Batch, committed
from groundrules.vault.entering import new_entry
from groundrules.vault.finding import found
from groundrules.vault.opened import WORDS, not_yours
from groundrules.vault.paper_answers import Tape, TapeMark
from groundrules.vault.tape_streams import (
    BEGUN,
    CHUNK,
    MARK,
    Opener,
    last_turn,
    next_entry,
    no_tape,
    sealed_now,
    talk_form,
    tapes_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.ledger.entries import Entry
    from groundrules.vault.opened import Vault
    from groundrules.vault.tape_streams import Turn

MOST_BYTES = 4 << 20
"""The most bytes of one chunk."""

AT_ONCE = 100
"""How many chunks are given at once."""

_MOST_MS = 1000 * 60 * 60 * 48
_STREAM_BYTES = 16
_MIME = re.compile(r'audio/[A-Za-z0-9.+-]{1,40}(; ?codecs="?[A-Za-z0-9., -]{1,40}"?)?')
_MARK = re.compile(r"[a-z][a-z0-9 -]{0,39}")


def begin_tape(vault: Vault, talk_name: str, mime: str) -> str:
    """Begin a tape of a conversation, and return its id.

    Args:
        vault: whose member records it.
        talk_name: the conversation's name.
        mime: the type of what is recorded: `audio/...`, perhaps with its codecs.

    Raises:
        BadInput: one may not read the conversation's words, or the type is none.
    """
    if not _MIME.fullmatch(mime):
        message = "a tape is of a type that begins with audio/"
        raise _refused(vault, message, "give the type that the recorder names")
    stream = secrets.token_bytes(_STREAM_BYTES)

    def make() -> Batch:
        talk = found(vault, talk_name)
        if talk.words is None:
            raise not_yours(vault, WORDS)
        own = talk.head.stream
        says = {"talk": own.hex(), "mime": mime, "at_ms": 0, "next": 0}
        entry = new_entry(vault, stream, {BEGUN: sealed_now(vault, own, says)}, None)
        return Batch((entry,), forms=(talk_form(vault, own, stream),))

    return committed(vault, make, stream.hex())


def add_chunk(vault: Vault, tape: str, number: int, at_ms: int, content: bytes) -> None:
    """Add the next chunk of a tape; one that is there already, the same, stays as it is.

    Args:
        vault: whose member records it.
        tape: its id.
        number: of the chunk, counted from 0.
        at_ms: milliseconds from the beginning of the tape to that of the chunk.
        content: as the recorder gave it.

    Raises:
        BadInput: chunks before it are missing, another one has its number, there is no such tape,
            or one may not read the conversation's words. Nothing was written then.
    """
    if not 1 <= len(content) <= MOST_BYTES:
        message = f"a chunk of a tape has from 1 byte to {MOST_BYTES >> 20} MB"
        raise _refused(vault, message, "record in chunks of a few seconds")
    said = base64.b64encode(content).decode()
    says = {"number": number, "at_ms": _time(vault, at_ms), "audio": said, "next": number + 1}

    def make() -> Batch:
        last = last_turn(vault, tape)
        if 0 <= number < last.next:
            _refuse_other(vault, last, number, says)
            return Batch()
        if number != last.next:
            message = f"the next chunk of the tape is number {last.next}"
            raise _refused(vault, message, "send the chunks before it first")
        return Batch((next_entry(vault, last, CHUNK, says),))

    committed(vault, make, None)


def _refuse_other(vault: Vault, last: Turn, number: int, says: dict[str, object]) -> None:
    """Refuse another chunk in the place of one that is there.

    Raises:
        BadInput: it is another.
    """
    there = _chunk_turn(vault, last.entry.stream, number).says
    if any(there[name] != value for name, value in says.items()):
        message = f"chunk {number} of the tape is there already, and is another one"
        raise _refused(vault, message, "what is on a tape stays as it is; begin a new tape")


def mark_tape(vault: Vault, tape: str, mark: str, at_ms: int) -> None:
    """Mark what happened on a tape; the same again, with nothing in between, changes nothing.

    Args:
        vault: whose member marks it.
        tape: its id.
        mark: `stopped`, `resumed`, `agreed`...: a word or two in small letters.
        at_ms: milliseconds from the beginning of the tape.

    Raises:
        BadInput: the mark is none, there is no such tape, or one may not hear it.
    """
    if not _MARK.fullmatch(mark):
        message = "a mark is a word or two in small letters"
        raise _refused(vault, message, "mark it as stopped, resumed or the like")
    at = _time(vault, at_ms)

    def make() -> Batch:
        last = last_turn(vault, tape)
        if last.part == MARK and (last.says["mark"], last.at_ms) == (mark, at):
            return Batch()
        says = {"mark": mark, "at_ms": at, "next": last.next}
        return Batch((next_entry(vault, last, MARK, says),))

    committed(vault, make, None)


def tapes(vault: Vault, talk_name: str) -> list[Tape]:
    """Return the tapes of a conversation, the oldest first.

    Raises:
        BadInput: one may not read the conversation's words.
    """
    talk = found(vault, talk_name)
    if talk.words is None:
        raise not_yours(vault, WORDS)
    by_stream: dict[bytes, list[Entry]] = {}
    for entry in vault.ledger.entries_of(tapes_of(vault, [talk.head.stream]), [BEGUN, MARK]):
        by_stream.setdefault(entry.stream, []).append(entry)
    opener = Opener(vault)
    return [_tape(vault, opener, entries) for entries in by_stream.values()]


def _tape(vault: Vault, opener: Opener, entries: Sequence[Entry]) -> Tape:
    """Return a tape, of whose entries all parts but the chunks were read."""
    begun = opener.turn(entries[0])
    marks = [opener.turn(one) for one in entries if MARK in dict(one.digests)]
    card = vault.house().known.get(entries[0].author.hex())
    (last,) = vault.ledger.last_entries([begun.entry.stream])
    return Tape(
        id=begun.entry.stream.hex(),
        mime=str(begun.says["mime"]),
        since=entries[0].day,
        author=card.name if card else "",
        chunks=sum(CHUNK in dict(one.digests) for one in entries),
        until_ms=opener.turn(last).at_ms,
        marks=tuple(TapeMark(str(one.says["mark"]), one.at_ms, one.next) for one in marks),
    )


def tape_chunks(vault: Vault, tape: str, first: int = 0, count: int = AT_ONCE) -> list[bytes]:
    """Return chunks of a tape, in order; fewer where it ends.

    Args:
        vault: the vault.
        tape: its id.
        first: the number of the first one.
        count: how many at most.

    Raises:
        BadInput: there is no such tape or no such number of chunks, or one may not hear it.
    """
    last = last_turn(vault, tape)
    if not (first >= 0 and 0 <= count <= AT_ONCE):
        message = f"chunks are counted from 0, and given up to {AT_ONCE} at once"
        raise _refused(vault, message, "ask for fewer")
    contents: list[bytes] = []
    if first >= last.next or not count:
        return contents
    opener, turn = Opener(vault), _chunk_turn(vault, last.entry.stream, first)
    while len(contents) < count:
        if turn.part == CHUNK:
            contents.append(base64.b64decode(str(turn.says["audio"])))
        following = vault.ledger.entry(turn.entry.stream, turn.entry.version + 1)
        if following is None:
            break
        turn = opener.turn(following)
    return contents


def _chunk_turn(vault: Vault, stream: bytes, number: int) -> Turn:
    """Return the entry of a chunk that is known to be there, reading only a few others.

    The first entry is no chunk, so that chunk 0 has version 2 where no mark is before it; every
    entry that is read says how many versions too early it is.
    """
    opener, version = Opener(vault), number + 2
    while True:
        entry = vault.ledger.entry(stream, version)
        if entry is None:
            raise no_tape(vault)
        turn = opener.turn(entry)
        missing = number + 1 - turn.next
        if turn.part == CHUNK and not missing:
            return turn
        version += max(missing, 1)


def _time(vault: Vault, at_ms: int) -> int:
    if not 0 <= at_ms <= _MOST_MS:
        message = "a place on a tape is a number of milliseconds from its beginning"
        raise _refused(vault, message, "count them from the beginning of the tape")
    return at_ms


def _refused(vault: Vault, message: str, remedy: str) -> BadInput:
    return BadInput(Fault(str(vault.folder), message, remedy))

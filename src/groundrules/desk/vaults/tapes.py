"""The tapes of conversations, chunk by chunk, as a recorder makes them and a player wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.vaults.doors import door_of, doors_kept
from groundrules.errors import BadInput, Fault
from groundrules.vault.paper_answers import Tape

if TYPE_CHECKING:
    from pathlib import Path

_AT_ONCE = 100
"""How many chunks the vault gives at once: some megabytes."""


def begin_tape(vault: Path, talk_name: str, mime: str) -> str:
    """Begin a tape of a conversation, and return its id.

    Args:
        vault: its folder.
        talk_name: the conversation's name.
        mime: `audio/...`, as the recorder names it.

    Raises:
        BadInput: one may not read the conversation's words, or the type is none.
    """
    with door_of(vault) as door:
        return door.ask(str, "begin_tape", talk_name=talk_name, mime=mime)


def add_chunk(vault: Path, tape: str, number: int, at_ms: int, content: bytes) -> None:
    """Add the next chunk of a tape; the same one again changes nothing.

    Args:
        vault: its folder.
        tape: the tape's id.
        number: of the chunk, counted from 0.
        at_ms: milliseconds from the beginning of the tape to that of the chunk.
        content: as the recorder gave it.

    Raises:
        BadInput: chunks before it are missing, another one has its number, or there is no such
            tape that one may add to.
    """
    with door_of(vault) as door:
        door.ask(type(None), "add_chunk", tape=tape, number=number, at_ms=at_ms, content=content)


def mark_tape(vault: Path, tape: str, mark: str, at_ms: int) -> None:
    """Mark what happened on a tape: `stopped`, `resumed`...

    Raises:
        BadInput: the mark is none, or there is no such tape that one may add to.
    """
    with door_of(vault) as door:
        door.ask(type(None), "mark_tape", tape=tape, mark=mark, at_ms=at_ms)


def tapes(vault: Path, talk_name: str) -> list[Tape]:
    """Return the tapes of a conversation, the oldest first.

    Raises:
        BadInput: one may not read the conversation's words.
    """
    with door_of(vault) as door:
        return door.ask(list[Tape], "tapes", talk_name=talk_name)


def tape_chunk(vault: Path, tape: str, number: int) -> bytes:
    """Return one chunk of a tape.

    Raises:
        BadInput: there is no such tape or chunk, or one may not hear it.
    """
    chunks = _chunks(vault, tape, number, 1)
    if not chunks:
        message = f"the tape has no chunk {number}"
        raise BadInput(Fault(str(vault), message, "chunks are counted from 0"))
    return chunks[0]


def tape_content(vault: Path, tape: str) -> bytes:
    """Return the whole of a tape as it can be played: all chunks, one behind the other.

    Raises:
        BadInput: there is no such tape, or one may not hear it.
    """
    chunks: list[bytes] = []
    with doors_kept():
        while more := _chunks(vault, tape, len(chunks), _AT_ONCE):
            chunks += more
    return b"".join(chunks)


def _chunks(vault: Path, tape: str, first: int, count: int) -> list[bytes]:
    with door_of(vault) as door:
        return door.ask(list[bytes], "tape_chunks", tape=tape, first=first, count=count)

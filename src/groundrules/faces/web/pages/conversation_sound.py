"""Sound: a tape in memory, of which a player gets the range that it asks for (RFC 9110, 14)."""

import re
import threading
from pathlib import Path
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from groundrules.desk.vaults.tapes import tape_content, tapes

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_PIECE = 2 << 20
"""The most bytes of an answer to a range without an end: a player asks on by itself."""


class Tape(NamedTuple):
    """A tape in memory."""

    mime: str
    content: bytes

    def __repr__(self) -> str:
        """Show its size."""
        return f"Tape({len(self.content)} bytes)"


class TapeShelf:
    """The tape that was heard last; it is dropped with the lock, or for another one."""

    def __init__(self) -> None:
        """Begin with none."""
        self._key = ("", "", 0)
        self._tape: Tape | None = None
        self._guard = threading.Lock()

    def tape(self, vault: Path, name: str, tape: str) -> Tape | None:
        """Return a tape of a conversation, as one may hear it now; None where it has none such.

        Raises:
            BadInput: one may not read the conversation's words.
        """
        there = next((one for one in tapes(vault, name) if one.id == tape), None)
        if there is None:
            return None
        key = (name, tape, there.chunks)
        with self._guard:
            if self._key != key:
                self._tape = Tape(there.mime, tape_content(vault, tape))
                self._key = key
            return self._tape


class Sound(Response):
    """An answer with a tape, or with the range of it that was asked for."""

    def __init__(self, tape: Tape) -> None:
        """Take the whole of it; which part is sent is told by the request."""
        super().__init__(media_type=tape.mime)
        self._tape = tape

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what was asked for."""
        content, size = self._tape.content, len(self._tape.content)
        self.headers["accept-ranges"] = "bytes"
        asked = Headers(scope=scope).get("range", "")
        wanted = range_of(asked, size)
        if wanted is None:
            self.status_code, self.body = 416, b""
            self.headers["content-range"] = f"bytes */{size}"
        else:
            first, behind = wanted
            self.body = content[first:behind]
            if asked:
                self.status_code = 206
                self.headers["content-range"] = f"bytes {first}-{behind - 1}/{size}"
        self.headers["content-length"] = str(len(self.body))
        await super().__call__(scope, receive, send)


def range_of(header: str, size: int) -> tuple[int, int] | None:
    """Return the bytes that a `Range` header asks for; the whole without one, None for none.

    Args:
        header: one range, as players send it; "" for none.
        size: of the whole, in bytes.

    Returns:
        The first byte and the one behind the last.
    """
    if not header:
        return 0, size
    found = _RANGE.fullmatch(header.strip())
    if not found or not size:
        return None
    first, last = found.groups()
    if not first:
        return (max(size - int(last), 0), size) if last and int(last) else None
    begin = int(first)
    if begin >= size or (last and int(last) < begin):
        return None
    behind = int(last) + 1 if last else begin + _PIECE
    return begin, min(behind, size)

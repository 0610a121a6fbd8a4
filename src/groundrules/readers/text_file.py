r"""A text file as somebody gave it to us: read whole, within bounds, or refused with its fault.

What is accepted: a regular file, or standard input as `-`; UTF-8 with or without a byte-order
mark, or UTF-16 with one (RFC 3629; The Unicode Standard, section 3.10). Line endings stay exactly
as they are. What is refused: other encodings, NUL, more than `limit` bytes, and a line of more than
`MAX_LINE` characters, which no transcript, record or draft has and which makes every later step
slow. Folders, pipes and devices named by a path are refused before anything is read from them.
"""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
import sys
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

MEBIBYTE = 1 << 20

LIMIT = 64 * MEBIBYTE
"""The most bytes that a file may have, unless the reader says otherwise."""

MAX_LINE = MEBIBYTE
"""The most characters that one line may have."""

STANDARD_INPUT = "-"

_SAVE_AS_UTF8 = "save it as UTF-8"

_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:\{\s*"|\[\s*[\[{"\d]))')

_OPENING = os.O_RDONLY | sum(
    getattr(os, flag, 0) for flag in ("O_CLOEXEC", "O_NONBLOCK", "O_NOCTTY", "O_BINARY")
)

_REFUSALS = {
    errno.ENOENT: ("there is no such file", "check the path"),
    errno.ENOTDIR: ("a part of the path is not a folder", "check the path"),
    errno.ENAMETOOLONG: ("the path is too long", "check the path"),
    errno.EACCES: ("the file may not be read", "check its permissions"),
    errno.EPERM: ("the file may not be read", "check its permissions"),
    errno.ELOOP: ("the path runs into a loop of symbolic links", "name the file itself"),
    errno.EEXIST: ("something else of this name is there already", "name another"),
    errno.EISDIR: ("this is a folder", "name a file in it"),
    errno.ENOSPC: ("the disk is full", "make room on it"),
    errno.EROFS: ("the disk is read-only", "name a file elsewhere"),
}


def read_text(path: Path | str, *, limit: int = LIMIT, json_limit: int = 0) -> str:
    """Return the whole text of a file, its line endings as they are, without a byte-order mark.

    Args:
        path: a regular file, or `-` for standard input.
        limit: the most bytes that are read; a larger input is refused, not cut.
        json_limit: the most bytes of a text that begins as JSON does, which then may be one line,
            as programs write it; 0 for no difference.

    Raises:
        BadInput: it cannot be opened, is no regular file, is too large, is in another encoding, or
            holds a NUL or a line of more than `MAX_LINE` characters. No message shows its content.
    """
    return text_of(read_content(path, limit=max(limit, json_limit)), path, limit, json_limit)


def read_content(path: Path | str, *, limit: int) -> bytes:
    """Return the bytes of a file, for what may be no text.

    Raises:
        BadInput: it cannot be opened, is no regular file, or has more bytes than `limit`.
    """
    return _content(path, shown(path), limit)


def text_of(content: bytes, path: Path | str, limit: int, json_limit: int = 0) -> str:
    """Return the text that the bytes of a file are; see `read_text`.

    Raises:
        BadInput: it is too large, is in another encoding, or holds a NUL or a line too long.
    """
    name = shown(path)
    size = len(content)
    text = _decoded(name, content)
    del content  # a large text need not be held twice
    _refuse_nul(name, text)
    if not (json_limit and begins_as_json(text)):
        if size > limit:
            raise _too_large(name, limit)
        _refuse_long_line(name, text)
    return text


def begins_as_json(text: str) -> bool:
    """Tell whether a text begins as a JSON object does, or a list of lists or objects.

    What a transcript may begin with, such as `[Laughter]` and `{an8}`, does not.
    """
    return _JSON.match(text) is not None


def shown(path: Path | str) -> str:
    """Return the path as the caller named it, with what cannot be printed on one line escaped."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in os.fspath(path)
    )


def _content(path: Path | str, name: str, limit: int) -> bytes:
    try:
        if os.fspath(path) == STANDARD_INPUT:
            return _bounded(_standard_input(name), name, limit)
        _refuse_irregular(name, os.stat(path), limit)  # noqa: PTH116 - takes a str as it is
        with open(os.open(path, _OPENING), "rb") as stream:  # noqa: PTH123 - flags that Path lacks
            _refuse_irregular(name, os.fstat(stream.fileno()), limit)
            return _bounded(stream, name, limit)
    except OSError as error:
        raise refused(name, error) from None
    except ValueError:  # a NUL in the path itself
        raise BadInput(Fault(name, "this is no path", "check the path")) from None


def refused(name: str, error: OSError) -> BadInput:
    """Return what to raise where the operating system refused a file."""
    known = _REFUSALS.get(error.errno or 0)
    message, remedy = known or (f"cannot be used: {error.strerror or 'input error'}", "check it")
    return BadInput(Fault(name, message, remedy))


def _standard_input(name: str) -> BinaryIO:
    if sys.stdin is None:
        raise BadInput(Fault(name, "there is no standard input", "name a file"))
    return sys.stdin.buffer


def _refuse_irregular(name: str, status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise BadInput(Fault(name, *_REFUSALS[errno.EISDIR]))
    if not stat.S_ISREG(status.st_mode):
        remedy = f"name a regular file, or {STANDARD_INPUT} for standard input"
        raise BadInput(Fault(name, "this is a pipe, a socket or a device", remedy))
    if status.st_size > limit:
        raise _too_large(name, limit)


def _bounded(stream: BinaryIO, name: str, limit: int) -> bytes:
    # Not one `read(limit + 1)`: that sets aside the whole limit even for a small file.
    chunks: list[bytes] = []
    left = limit
    while chunk := stream.read(MEBIBYTE):
        left -= len(chunk)
        if left < 0:
            raise _too_large(name, limit)
        chunks.append(chunk)
    return b"".join(chunks)


def _too_large(name: str, limit: int) -> BadInput:
    size = f"{limit // MEBIBYTE} MiB" if limit % MEBIBYTE == 0 else f"{limit} bytes"
    return BadInput(Fault(name, f"it has more than {size}", "split it, or name another file"))


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise BadInput(Fault(name, "it is in UTF-32", _SAVE_AS_UTF8, 1, 1))
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        # The codec for UTF-8 with a mark counts from behind the mark.
        mark = 3 if not wide and content.startswith(codecs.BOM_UTF8) else 0
        at = error.start + mark
        before = content[:at].decode(encoding, "ignore")
        shown_as = "UTF-16" if wide else "UTF-8"
        message = f"byte {at + 1} is not {shown_as}"
        raise BadInput(Fault(name, message, _SAVE_AS_UTF8, *place(before, len(before)))) from None


def place(text: str, offset: int) -> tuple[int, int]:
    """Return the line and the column of an offset into a text, both counted from 1."""
    both = text.count("\r\n", 0, offset)
    line = text.count("\n", 0, offset) + text.count("\r", 0, offset) - both + 1
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return line, offset - start + 1


def _refuse_nul(name: str, text: str) -> None:
    found = text.find("\0")
    if found >= 0:
        remedy = "it is no text, or it is damaged: export it again as UTF-8 text"
        raise BadInput(Fault(name, "it holds a NUL character", remedy, *place(text, found)))


def _refuse_long_line(name: str, text: str) -> None:
    # From line end to line end, as far as the bound reaches each time: no character is read twice
    # but those of the last short line in each stride.
    start = 0
    while len(text) - start > MAX_LINE:
        reach = start + MAX_LINE + 1
        end = max(text.rfind("\n", start, reach), text.rfind("\r", start, reach))
        if end < 0:
            message = f"the line has more than {MAX_LINE:,} characters"
            raise BadInput(Fault(name, message, "break it into lines", place(text, start)[0]))
        start = end + 1

"""The packing: columns of texts and of statement ids in few bytes, each row read on its own."""

from __future__ import annotations

import json
import zlib
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

OFFSET = np.dtype("<u4")

_COUNTED = b"n"
_SHORT = b"#"
_WHOLE = b"="


class Column:
    """Rows of bytes behind one another, and where each begins.

    On disk: `rows + 1` offsets of four bytes, counted from the end of the offsets, and the bytes.
    """

    def __init__(self, content: NDArray[np.uint8], rows: int) -> None:
        """Take the bytes of a packed column.

        Raises:
            ValueError: it is no column of so many rows.
        """
        self._rows = rows
        self._start = start = (rows + 1) * OFFSET.itemsize
        if len(content) < start:
            raise ValueError("the column is cut off")
        self._content = content
        self._offsets = content[:start].view(OFFSET)
        if self._offsets[0] or int(self._offsets[-1]) != len(content) - start:
            raise ValueError("the column has another length than it says")

    def row(self, number: int) -> bytes:
        """Return one row.

        Raises:
            ValueError: the offsets lead nowhere.
        """
        first, last = int(self._offsets[number]), int(self._offsets[number + 1])
        if not first <= last <= len(self._content) - self._start:
            raise ValueError("the column's offsets lead nowhere")
        return self._content[self._start + first : self._start + last].tobytes()

    def find(self, row: bytes) -> int | None:
        """Return the number of the first row that is this one, without taking all rows apart.

        Args:
            row: what is looked for; at least one byte.
        """
        content = self._content[self._start :].tobytes()
        at = content.find(row)
        while at >= 0:
            number = int(np.searchsorted(self._offsets, at, side="right")) - 1
            if self._offsets[number] == at and self._offsets[number + 1] == at + len(row):
                return number
            at = content.find(row, at + 1)
        return None

    def rows(self) -> list[bytes]:
        """Return every row.

        Raises:
            ValueError: the offsets lead nowhere.
        """
        offsets = self._offsets.tolist()
        if any(last < first for first, last in pairwise(offsets)):
            raise ValueError("the column's offsets lead nowhere")
        content = self._content[self._start :].tobytes()
        return [content[first:last] for first, last in pairwise(offsets)]


def column(rows: Iterable[bytes]) -> bytes:
    """Return rows packed as a column."""
    rows = list(rows)
    offsets = np.fromiter(accumulate(map(len, rows), initial=0), dtype=np.int64)
    if offsets[-1] > np.iinfo(OFFSET).max:
        raise ValueError("a column has less than 4 GiB")
    return offsets.astype(OFFSET).tobytes() + b"".join(rows)


def text_bytes(text: str) -> bytes:
    """Return a text as bytes, whatever its characters: a file's name may hold half surrogates."""
    return text.encode("utf-8", "surrogatepass")


def bytes_text(content: bytes) -> str:
    """Return the text that bytes stand for.

    Raises:
        ValueError: they stand for none.
    """
    return content.decode("utf-8", "surrogatepass")


def packed_ids(talk: str, ids: Sequence[str]) -> bytes:
    """Return the ids of a talk's statements in few bytes.

    Nearly all of them are the talk's id, a `#` and a number, or two with a full stop between them.
    """
    start = f"{talk}#"
    if not all(one.startswith(start) for one in ids):
        return _WHOLE + _squeezed(ids)
    rests = [one[len(start) :] for one in ids]
    if rests == _numbers(len(ids)):
        return _COUNTED
    return _SHORT + _squeezed(rests)


def unpacked_ids(talk: str, packed: bytes, size: int) -> tuple[str, ...]:
    """Return the ids of a talk's statements.

    Raises:
        ValueError: these are no ids of so many statements.
    """
    kind, rest = packed[:1], packed[1:]
    if kind == _COUNTED:
        ids = _numbers(size)
    elif kind in {_SHORT, _WHOLE}:
        ids = _unsqueezed(rest)
    else:
        raise ValueError("the statement ids are packed in an unknown way")
    if len(ids) != size:
        raise ValueError("there are more or fewer statement ids than statements")
    return tuple(ids) if kind == _WHOLE else tuple(f"{talk}#{one}" for one in ids)


def _numbers(size: int) -> list[str]:
    return list(map(str, range(1, size + 1)))


def _squeezed(texts: Sequence[str]) -> bytes:
    return zlib.compress(json.dumps(list(texts), separators=(",", ":")).encode("ascii"))


def _unsqueezed(content: bytes) -> list[str]:
    try:
        texts = json.loads(zlib.decompress(content))
    except zlib.error:
        raise ValueError("the statement ids are damaged") from None
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError("the statement ids are no list of texts")
    return texts

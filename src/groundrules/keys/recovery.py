"""A recovery key: 256 random bits, printed so that a typing mistake is named by its line.

Three lines of twenty characters in groups of four, in the alphabet of base32 (RFC 4648), and two
characters more on each line that check it. The 37 bytes are: the version, the key, and the first
four bytes of SHA-256 over both.

A line's check follows ISO/IEC 7064's pure systems: the line, with its number before it and the
check behind it, read as a number of base 32, leaves 1 when divided by the prime 1021. One wrong
character, or two exchanged ones, always change the remainder, since no power of 32 within a line
is another's equal by that prime; a line in the place of another does as well.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys.secret import KEY_BYTES, Hidden

VERSION = 1

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_MODULUS = 1021
_LINES = 3
_DATA = 20
_GROUP = 4
_CHECK = 2
_WHOLE = _DATA + _CHECK
_SUM_BYTES = 4
_LOOK_ALIKES = str.maketrans("018", "OIB", " \t-\u00a0")
_NUMBER = re.compile(r"^\s*[1-3]\s*[:.)]")


class _Row(NamedTuple):
    """A line as it was typed, and by which number a mistake in it is named."""

    place: int
    text: str


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Recovery(Hidden):
    """A recovery key; its representation hides it."""

    _key: bytes

    def __post_init__(self) -> None:
        """Refuse what is no key.

        Raises:
            ValueError: there are not 32 bytes.
        """
        if len(self._key) != KEY_BYTES:
            raise ValueError(f"a recovery key has {KEY_BYTES} bytes")

    @classmethod
    def new(cls) -> Recovery:
        """Return a new random one."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def reveal(self) -> bytes:
        """Return the key itself."""
        return self._key

    def lines(self) -> tuple[str, ...]:
        """Return the lines to be printed, each of five groups and a check."""
        content = bytes((VERSION,)) + self._key
        text = base64.b32encode(content + _sum(content)).decode().rstrip("=")
        rows = (text[start : start + _DATA] for start in range(0, len(text), _DATA))
        return tuple(_shown(row + _check(number, row)) for number, row in enumerate(rows, 1))


def parse(text: str, path: str = "-") -> Recovery:
    """Return the recovery key that somebody typed or scanned.

    Small letters, any spaces and hyphens, numbers before the lines, and 0, 1 and 8 for O, I and B
    are taken; the lines may stand in one, or in the whole sheet.

    Args:
        text: the lines.
        path: where they come from, for the message.

    Raises:
        BadInput: with every line that has a mistake; none of its characters is in the message.
    """
    rows = _rows(text)
    faults = [] if len(rows) > _LINES else _faults(path, rows)
    if len(rows) != _LINES:
        message = f"a recovery sheet has {_LINES} lines, here are {len(rows)}"
        faults.append(Fault(path, message, "give them all, one below the other, and nothing else"))
    if faults:
        raise BadInput(*faults)
    whole = base64.b32decode("".join(row.text[:_DATA] for row in rows) + "====")
    content, key = whole[:-_SUM_BYTES], whole[1:-_SUM_BYTES]
    if content[0] != VERSION or whole != content + _sum(content):
        message = "the lines are whole, but not those of one sheet that this version knows"
        raise BadInput(Fault(path, message, "type them all from the same sheet"))
    return Recovery(key)


def _rows(text: str) -> list[_Row]:
    """Return what was typed, line by line, or cut into lines where it stands in one."""
    lines = [_Row(*one) for one in enumerate(text.splitlines(), 1)]
    numbered = [one for one in lines if _NUMBER.match(one.text)]
    # On a whole sheet the lines of the key alone have numbers.
    rows = [_bare(one) for one in (numbered if len(numbered) == _LINES else lines)]
    rows = [one for one in rows if one.text]
    if len(rows) == 1 and len(rows[0].text) == _LINES * _WHOLE:
        whole = rows[0].text
        parts = (whole[start : start + _WHOLE] for start in range(0, len(whole), _WHOLE))
        return [_Row(*one) for one in enumerate(parts, 1)]
    return rows


def _bare(row: _Row) -> _Row:
    return row._replace(text=_NUMBER.sub("", row.text).upper().translate(_LOOK_ALIKES))


def _faults(path: str, rows: list[_Row]) -> list[Fault]:
    remedy = "compare it with the sheet, group by group"
    found = ((row.place, _fault(number, row.text)) for number, row in enumerate(rows, 1))
    return [Fault(path, message, remedy, place) for place, message in found if message]


def _fault(number: int, row: str) -> str:
    if len(row) != _WHOLE:
        return f"this line has {len(row)} characters, and {_WHOLE} belong there"
    if not set(row) <= set(_ALPHABET):
        return "there is a character in this line that is on no sheet"
    if _check(number, row[:_DATA]) != row[_DATA:]:
        return "there is a mistake in this line"
    return ""


def _check(number: int, row: str) -> str:
    value = number
    for character in row:
        value = value * 32 + _ALPHABET.index(character)
    rest = (1 - value * 32**_CHECK) % _MODULUS
    return _ALPHABET[rest // 32] + _ALPHABET[rest % 32]


def _sum(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()[:_SUM_BYTES]


def _shown(row: str) -> str:
    return " ".join(row[start : start + _GROUP] for start in range(0, _WHOLE, _GROUP))

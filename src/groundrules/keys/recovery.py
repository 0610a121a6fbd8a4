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
    are taken; the lines may stand in one.

    Args:
        text: the lines.
        path: where they come from, for the message.

    Raises:
        BadInput: with every line that has a mistake; none of its characters is in the message.
    """
    rows = _rows(text)
    faults = [fault for place, row in enumerate(rows, 1) for fault in _faults(path, place, row)]
    if len(rows) != _LINES:
        message = f"a recovery sheet has {_LINES} lines, here are {len(rows)}"
        faults.append(Fault(path, message, "type them all, one below the other"))
    if faults:
        raise BadInput(*faults)
    whole = base64.b32decode("".join(row[:_DATA] for row in rows) + "====")
    content, key = whole[:-_SUM_BYTES], whole[1:-_SUM_BYTES]
    if content[0] != VERSION or whole != content + _sum(content):
        message = "the lines are whole, but not those of one sheet that this version knows"
        raise BadInput(Fault(path, message, "type them all from the same sheet"))
    return Recovery(key)


def _rows(text: str) -> list[str]:
    """Return what was typed, line by line, or cut into lines where it stands in one."""
    typed = (_NUMBER.sub("", line) for line in text.splitlines())
    rows = [row for row in (line.upper().translate(_LOOK_ALIKES) for line in typed) if row]
    if len(rows) == 1 and len(rows[0]) == _LINES * _WHOLE:
        return [rows[0][start : start + _WHOLE] for start in range(0, len(rows[0]), _WHOLE)]
    return rows


def _faults(path: str, number: int, row: str) -> list[Fault]:
    remedy = "compare it with the sheet, group by group"
    if len(row) != _WHOLE:
        message = f"this line has {len(row)} characters, and {_WHOLE} belong there"
    elif not set(row) <= set(_ALPHABET):
        message = "there is a character in this line that is on no sheet"
    elif _check(number, row[:_DATA]) != row[_DATA:]:
        message = "there is a mistake in this line"
    else:
        return []
    return [Fault(path, message, remedy, number)]


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

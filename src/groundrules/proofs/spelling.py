"""Values as text that has one spelling only: base64, hexadecimal digits, numbers, days, lines.

Whoever reads a proof refuses every other spelling: what can be written in two ways can be changed
without anybody noticing.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re

_NUMBER = re.compile(r"0|[1-9][0-9]{0,15}", re.ASCII)
_HEX = re.compile(r"(?:[0-9a-f]{2})+", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]"
)
"""What a reader does not see, or what turns the line around that she reads."""

LARGEST = 2**53 - 1
"""The largest number that every reader of canonical JSON reads alike (RFC 7493, section 2.2)."""


class Misspelt(ValueError):  # noqa: N818 - it says what the text is
    """A text that is not the one spelling of any value of its kind."""


def base64_of(value: bytes) -> str:
    """Return bytes in base64 (RFC 4648, section 4), with padding."""
    return base64.b64encode(value).decode("ascii")


def from_base64(text: str, size: int | None = None) -> bytes:
    """Return the bytes of a text in base64.

    Args:
        text: without white space, with padding, with unused bits zero.
        size: how many bytes it must be; any number without it.

    Raises:
        Misspelt: it is anything else.
    """
    try:
        value = base64.b64decode(text.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raise Misspelt("this is no base64") from None
    if base64_of(value) != text:
        raise Misspelt("this base64 is spelt in another way than its bytes are")
    if size is not None and len(value) != size:
        raise Misspelt(f"these are {len(value)} bytes, not {size}")
    return value


def from_hex(text: str, size: int) -> bytes:
    """Return the bytes of lower-case hexadecimal digits.

    Raises:
        Misspelt: it is anything else, or another number of bytes.
    """
    if not _HEX.fullmatch(text) or len(text) != 2 * size:
        raise Misspelt(f"this is not {2 * size} hexadecimal digits in lower case")
    return bytes.fromhex(text)


def from_decimal(text: str) -> int:
    """Return a number from 0 to 2**53 - 1, written without a sign and without leading zeros.

    Raises:
        Misspelt: it is anything else.
    """
    if not _NUMBER.fullmatch(text) or int(text) > LARGEST:
        raise Misspelt("this is no number, or one with leading zeros")
    return int(text)


def from_day(text: str) -> str:
    """Return a day of the calendar as it is written, `2026-11-03`.

    Raises:
        Misspelt: it is anything else.
    """
    try:
        if not _DAY.fullmatch(text):
            raise ValueError  # noqa: TRY301 - the same answer as for a day that is not there
        dt.date.fromisoformat(text)
    except ValueError:
        raise Misspelt("this is no day, as in 2026-11-03") from None
    return text


def from_line(text: str) -> str:
    """Return a line of words as it is: not empty, seen whole, without space at its ends.

    Raises:
        Misspelt: it is anything else.
    """
    if not is_line(text):
        raise Misspelt("this line is empty, has space at an end, or holds characters not seen")
    return text


def is_line(text: str) -> bool:
    """Tell whether a text is one line of words: not empty, seen whole, no space at its ends."""
    return bool(text) and text.strip() == text and not _UNSEEN.search(text)

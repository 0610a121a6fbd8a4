"""A passphrase: what is the same one however it was typed, and which ones are too weak.

Two strings are the same passphrase by the profile OpaqueString of PRECIS (RFC 8265, section 4.2):
every space outside ASCII becomes a space, the case stays, the width stays, and the whole is brought
to NFC. What PRECIS calls its FreeformClass (RFC 8264, section 4.3) leaves out controls, unassigned
characters, and those that are not seen. The joiners that it allows in some scripts after a virama
are refused everywhere here, since nobody sees whether one was typed.
"""

from __future__ import annotations

import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST_CHARACTERS = 12
LEAST_WORDS = 4
_LEAST_DIGITS = 20
_LEAST_DIFFERENT = 5
_LEAST_WORD = 2
_LONGEST = 1024

_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_UNSEEN_MARKS = frozenset(
    chain(
        (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0),
        range(0x180B, 0x1810),
        range(0xFE00, 0xFE10),
        range(0xE0100, 0xE01F0),
    )
)
"""Marks and letters that Unicode calls ignorable, which no category tells."""


def prepared(passphrase: str) -> bytes:
    """Return the bytes of a passphrase, the same however it was typed.

    Raises:
        ValueError: it is empty, or a character in it cannot be in a passphrase; which, is not said.
    """
    spaced = "".join(" " if unicodedata.category(one) == "Zs" else one for one in passphrase)
    text = unicodedata.normalize("NFC", spaced)
    if not text or len(text) > _LONGEST or any(_unseen(one) for one in text):
        raise ValueError("it cannot be a passphrase")
    return text.encode()


def refuse_weak(passphrase: str, where: str) -> None:
    """Refuse a new passphrase that is soon guessed.

    Twelve characters will do, or four different words. Length is what counts: nothing is asked for
    in the way of capitals or signs.

    Args:
        passphrase: as it was typed.
        where: the file or the command that it is for.

    Raises:
        BadInput: with all that is wrong with it, and no character of it.
    """
    remedy = f"take {LEAST_WORDS} or more words that have nothing to do with each other"
    faults = [Fault(where, message, remedy) for message in _weaknesses(passphrase)]
    if faults:
        raise BadInput(*faults)


def _weaknesses(passphrase: str) -> Iterator[str]:
    try:
        text = prepared(passphrase).decode()
    except ValueError:
        if not passphrase:
            yield "the passphrase is empty"
        elif len(passphrase) > _LONGEST:
            yield f"the passphrase has more than {_LONGEST:,} characters"
        else:
            yield "the passphrase holds a character that is not seen or cannot be typed again"
        return
    if len(text) < LEAST_CHARACTERS and len(_words(text)) < LEAST_WORDS:
        yield f"the passphrase has fewer than {LEAST_CHARACTERS} characters"
    if len(set(text.casefold())) < _LEAST_DIFFERENT:
        yield "the passphrase is one or a few characters again and again"
    if text.replace(" ", "").isdecimal() and len(text) < _LEAST_DIGITS:
        yield f"the passphrase is a number of fewer than {_LEAST_DIGITS} digits"


def _words(text: str) -> set[str]:
    return {word for word in text.casefold().split() if len(word) >= _LEAST_WORD}


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in _UNSEEN or ord(character) in _UNSEEN_MARKS

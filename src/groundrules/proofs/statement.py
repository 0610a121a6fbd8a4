"""What a receipt is a receipt for: an agreement, in words that name nobody."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from groundrules.proofs.canonical import canonical
from groundrules.proofs.spelling import Misspelt, from_day, from_line

SALT_SIZE = 32
"""Bytes: nobody guesses a statement from its digest (and the log outlives what is shredded)."""

DIGEST = "statement"
"""The name of a statement's digest in its entry of the ledger."""

MOST_TERMS = 64
_LONGEST = 1_000


class Statement(NamedTuple):
    """An agreement.

    Attributes:
        outlet: who is held to it.
        handle: how the outlet calls the one to whom it was promised: no name.
        agreed: the day of the conversation, `2026-11-03`.
        terms: what was agreed, in plain words, one line each.
    """

    outlet: str
    handle: str
    agreed: str
    terms: tuple[str, ...]

    @property
    def canonical(self) -> bytes:
        """Its one spelling, of which the log holds a salted digest (RFC 8785)."""
        return canonical(
            {
                "v": 1,
                "kind": "agreement",
                "outlet": self.outlet,
                "handle": self.handle,
                "agreed": self.agreed,
                "terms": list(self.terms),
            }
        )

    def digest(self, salt: bytes) -> bytes:
        """Return SHA-256 of a salt and of its one spelling.

        Raises:
            ValueError: the salt is not 32 bytes.
        """
        if len(salt) != SALT_SIZE:
            raise ValueError("a salt has 32 bytes")
        return sha256(salt + self.canonical).digest()

    def checked(self) -> Statement:
        """Return it, if each of its lines can stand in a receipt.

        Raises:
            Misspelt: a line is empty, too long, or holds what a reader would not see; the day is
                none; or there are no terms, or too many.
        """
        lines = (self.outlet, self.handle, *self.terms)
        for line in lines:
            from_line(line)
        from_day(self.agreed)
        if max(map(len, lines)) > _LONGEST:
            raise Misspelt(f"this line is longer than {_LONGEST} characters")
        if not 0 < len(self.terms) <= MOST_TERMS:
            raise Misspelt(f"an agreement has between one and {MOST_TERMS} lines of terms")
        return self

"""The audit of the entries: is each one what it was, and where it was?

A row is hashed again as it stands, and compared with what the next version of its stream continues
and with its leaf in the log. So a changed byte shows twice, and a missing row three times.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.ledger.entries import NOTHING, Entry, chained, leaf_data, require_frame
from groundrules.ledger.findings import Finding
from groundrules.proofs.merkle import leaf_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DIGESTS = re.compile(
    r'\[(?:\["[a-z][a-z0-9-]{0,31}","[0-9a-f]{64}"\](?:,(?=\[)|(?=\])))*\]', re.ASCII
)
_UNREADABLE = (AttributeError, TypeError, ValueError)
"""What a value of another type than it was written with leads to."""


class _End(NamedTuple):
    """The end of one stream as far as it was read."""

    version: int
    chain: str
    entry: str
    author: bytes
    signature: bytes


class AuditedEntries:
    """The rows of all entries, taken in the order of their numbers.

    Attributes:
        count: how many were taken.
        signatures: how many were verified.
        waiting: how many have no leaf, and are known to wait for one.
        findings: what is wrong with them.
    """

    def __init__(self, ledger: str, cards: Mapping[bytes, bytes], *, thorough: bool) -> None:
        """Begin with no row.

        Args:
            ledger: the ledger's id, in hexadecimal digits.
            cards: member's id and public Ed25519 key, 32 bytes; where there is none, signatures
                are not looked at.
            thorough: verify every signature, not only that of each stream's end.
        """
        self.count = self.signatures = self.waiting = 0
        self.findings: list[Finding] = []
        self.ends: dict[bytes, _End] = {}
        self._ledger = ledger
        self._verifier = _Verifier(cards) if cards else None
        self._thorough = thorough

    def take(self, rows: Iterable[Any]) -> None:
        """Look at rows: those of an entry, its leaf's hash, and whether it waits for one."""
        for row in rows:
            self.count += 1
            try:
                self._take(row)
            except _UNREADABLE:
                self._find("", "it is damaged", f"row {row[0]}")

    def _take(self, row: Any) -> None:  # noqa: ANN401 - a row of the driver
        _, own, stream, version, author, day, digests, previous, signature, leaf, waits = row
        entry = Entry(own, stream, version, author, day, (), previous, signature)
        require_frame(entry)
        if not DIGESTS.fullmatch(digests):
            raise ValueError("these are no digests")
        name, commitment = own.hex(), hashlib.sha256(digests.encode()).hexdigest()
        chain = chained(entry, commitment, self._ledger)
        before = self.ends.get(stream)
        self._follow(entry, before, name)
        if before and not before.signature and before.author != author:
            self._find(before.entry, "no signature of its author covers it", _place(entry))
        end = self.ends[stream] = _End(version, chain.hex(), name, author, signature)
        if leaf is None:
            self._miss(entry, name, waits=waits)
        elif leaf != leaf_hash(leaf_data(entry, commitment, end.chain, self._ledger)):
            self._find(name, "it is not what stands in the log", _place(entry))
        if self._thorough and signature:
            self._verify(stream, end)

    def _follow(self, entry: Entry, end: _End | None, name: str) -> None:
        if entry.version != (end.version + 1 if end else 1):
            before = end.version if end else 0
            self._find(name, f"it follows version {before}: one is missing", _place(entry))
        elif entry.previous.hex() != (end.chain if end else NOTHING.hex()):
            self._find(name, "it does not continue the version before it", _place(entry))

    def _miss(self, entry: Entry, name: str, *, waits: bool) -> None:
        if waits:
            self.waiting += 1
        else:
            self._find(name, "it is not in the log, and does not wait for it", _place(entry))

    def close(self) -> None:
        """Verify the signature at the end of each stream, which covers all before it."""
        for stream, end in self.ends.items():
            if not end.signature:
                place = f"version {end.version} of stream {stream.hex()}"
                self._find(end.entry, "no signature of its author covers it", place)
            elif not self._thorough:
                self._verify(stream, end)

    def _verify(self, stream: bytes, end: _End) -> None:
        if self._verifier is None:
            return
        self.signatures += 1
        if not self._verifier.is_signed(end):
            message = "its author has not signed it, or is not known"
            self._find(end.entry, message, f"version {end.version} of stream {stream.hex()}")

    def _find(self, entry: str, message: str, place: str) -> None:
        self.findings.append(Finding(entry, place, message))


class _Verifier:
    """The public keys of the members."""

    def __init__(self, cards: Mapping[bytes, bytes]) -> None:
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - start-up

        make = ed25519.Ed25519PublicKey.from_public_bytes
        self._keys = {member: make(key) for member, key in cards.items()}

    def is_signed(self, end: _End) -> bool:
        """Tell whether the author of an entry signed its chain."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - start-up time

        key = self._keys.get(end.author)
        if key is None:
            return False
        try:
            key.verify(end.signature, bytes.fromhex(end.chain))
        except InvalidSignature:
            return False
        return True


def _place(entry: Entry) -> str:
    return f"version {entry.version} of stream {entry.stream.hex()}"

"""An entry: what somebody added to one stream, and the hashes that bind it to what came before.

Three hashes are made of an entry. Its commitment stands for its parts, by their salted digests; its
chain binds the commitment to the entry before it in its stream; its leaf goes into the log of all
streams. All three are taken over canonical JSON (RFC 8785) of a fixed shape. The shapes hold
nothing but hexadecimal digits, dates, small numbers and checked names, which RFC 8785 writes as
they are; so they are written here with their keys in order, fifteen times as fast, and a test
holds them to the real serialiser.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import NamedTuple

HOUSE = bytes(16)
"""The stream of the house's own acts: its members, its epochs."""

NOTHING = bytes(32)
"""The chain before the first entry of a stream."""

ID_BYTES = 16
"""Of an entry's id, a stream, an author, the ledger's own id and a key's id."""

MOST_PARTS = 16
"""How many digests one entry can have."""

_HASH_BYTES = 32
_MOST = 2**31 - 1
_NAME = re.compile(r"[a-z][a-z0-9-]{0,31}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Entry(NamedTuple):
    """One thing that was added to a stream.

    Attributes:
        id: 16 random bytes, made by who writes: appending the same entry again is harmless.
        stream: 16 bytes: a conversation, a source, or `HOUSE`.
        version: counted from 1 in its stream, without gaps.
        author: 16 bytes, the member's id.
        day: `YYYY-MM-DD`, in UTC; coarse on purpose.
        digests: part name and salted SHA-256, sorted by name; the salt is inside the sealed part.
        previous: the chain of the version before; `NOTHING` for the first.
        signature: Ed25519 by the author over `chain_of(entry)`, 64 bytes. Of versions of a stream
            that one author appends together only the last needs one, for its chain covers the
            others; those have none, and are empty here.
        parts: part name and sealed document, sorted; can be erased, and is not in the chain.
    """

    id: bytes
    stream: bytes
    version: int
    author: bytes
    day: str
    digests: tuple[tuple[str, bytes], ...]
    previous: bytes
    signature: bytes
    parts: tuple[tuple[str, bytes], ...] = ()


class Head(NamedTuple):
    """The latest version of a stream and the chain that the next one continues."""

    stream: bytes
    version: int
    chain: bytes


def digests_text(digests: tuple[tuple[str, bytes], ...]) -> str:
    """Return `[["terms","<64 hex>"],...]`, the canonical JSON that a commitment is taken over."""
    return "[" + ",".join([f'["{name}","{digest.hex()}"]' for name, digest in digests]) + "]"


def commitment_of(entry: Entry) -> bytes:
    """Return the hash that stands for the entry's parts, 32 bytes."""
    return hashlib.sha256(digests_text(entry.digests).encode()).digest()


def chain_of(entry: Entry, ledger: str) -> bytes:
    """Return the hash that binds an entry to all before it in its stream, 32 bytes.

    Args:
        entry: whose signature need not be there yet.
        ledger: the ledger's id, in hexadecimal digits.
    """
    return chained(entry, commitment_of(entry).hex(), ledger)


def chained(entry: Entry, commitment: str, ledger: str) -> bytes:
    """Return `chain_of` an entry whose commitment is known in hexadecimal digits."""
    text = (
        f'{{"author":"{entry.author.hex()}","commitment":"{commitment}","day":"{entry.day}"'
        f',"id":"{entry.id.hex()}","ledger":"{ledger}","stream":"{entry.stream.hex()}"'
        f',"v":1,"version":{entry.version}}}'
    )
    return hashlib.sha256(entry.previous + text.encode()).digest()


def leaf_of(entry: Entry, ledger: str) -> bytes:
    """Return the data of the entry's leaf in the log, canonical JSON.

    Args:
        entry: one that is in the ledger.
        ledger: the ledger's id, in hexadecimal digits.
    """
    commitment = commitment_of(entry).hex()
    chain = chained(entry, commitment, ledger).hex()
    return leaf_data(entry, commitment, chain, ledger)


def leaf_data(entry: Entry, commitment: str, chain: str, ledger: str) -> bytes:
    """Return `leaf_of` an entry whose two hashes are known in hexadecimal digits."""
    return (
        f'{{"chain":"{chain}","commitment":"{commitment}","day":"{entry.day}"'
        f',"id":"{entry.id.hex()}","ledger":"{ledger}","v":1}}'
    ).encode()


def require_shape(entry: Entry) -> None:
    """Refuse an entry that no ledger could keep.

    Raises:
        ValueError: naming the field; only a mistake in the program makes one.
    """
    require_frame(entry)
    names = tuple([name for name, _ in entry.digests])
    _require_names(names, tuple([name for name, _ in entry.parts]))
    for _, digest in entry.digests:
        if len(digest) != _HASH_BYTES:
            raise ValueError("a digest has a wrong length")


@lru_cache(maxsize=256)
def _require_names(names: tuple[str, ...], parts: tuple[str, ...]) -> None:
    if list(names) != sorted(set(names)) or len(names) > MOST_PARTS:
        raise ValueError("an entry's digests are not sorted, or too many")
    if not all(_NAME.fullmatch(name) for name in names):
        raise ValueError("a digest has a wrong name")
    if list(parts) != sorted(set(parts)) or not set(parts) <= set(names):
        raise ValueError("an entry's parts are not sorted, or one has no digest")


def require_frame(entry: Entry) -> None:
    """Refuse an entry that has a field, beside digests and parts, which no ledger could keep.

    Raises:
        ValueError: one has a wrong length or spelling.
    """
    own, stream, version, author, day, _, previous, signature, _ = entry
    if not len(own) == len(stream) == len(author) == ID_BYTES:
        raise ValueError("an entry's id, stream or author has a wrong length")
    if len(previous) != _HASH_BYTES or len(signature) not in (0, 2 * _HASH_BYTES):
        raise ValueError("an entry's chain or signature has a wrong length")
    if not 1 <= version <= _MOST or not _DAY.fullmatch(day):
        raise ValueError("an entry's version or day is none")

"""The layout of a segment: a header of 512 bytes and thirteen sections, each with its digest.

All numbers are little-endian. `docs/reference/index-format.md` has the format byte by byte.
"""

from __future__ import annotations

import struct
from enum import IntEnum
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from groundrules.matching.index.damage import Damaged, WrongKey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MAGIC = b"GRSEGM\r\n"
VERSION = 1
HEADER = 512
BUCKETS = 1 << 16
"""Buckets of the directory: one for each value of a fingerprint's upper half."""

MOST_STATEMENTS = 1 << 24
"""A number is at most three bytes."""

MOST_POSTINGS = (1 << 32) - 1
"""The directory counts them in four bytes."""

_NIBBLE_STATEMENTS = 1 << 20
_PLAIN_STATEMENTS = 1 << 16

_ALIGNED = 64
_DIGEST = 16
_HEADER_DIGEST = 32
_KEY_CHECK = 16
_SIZES = struct.Struct("<8sHxx16sIIQQQ")
_EXTENT = struct.Struct("<QQ16s")


class Section(IntEnum):
    """The sections, in the order in which they stand in the file."""

    DIRECTORY = 0
    LOWS = 1
    NUMBERS = 2
    HIGHS = 3
    COUNTED = 4
    COUNTS = 5
    LENGTHS = 6
    FIRSTS = 7
    TALKS = 8
    STAMPS = 9
    CONTACTS = 10
    STATEMENTS = 11
    WORDS = 12


class Sizes(NamedTuple):
    """How much a segment holds.

    Attributes:
        statements: statements, numbered from 0.
        talks: conversations.
        postings: pairs of a fingerprint and a statement.
        counted: fingerprints in the table of counts.
        words: words of all statements.
    """

    statements: int
    talks: int
    postings: int
    counted: int
    words: int

    @property
    def high_bits(self) -> int:
        """Return the bits of a statement's number above the lowest sixteen: 0, 4 or 8."""
        if self.statements <= _PLAIN_STATEMENTS:
            return 0
        return 4 if self.statements <= _NIBBLE_STATEMENTS else 8

    def fixed(self) -> dict[Section, int]:
        """Return the bytes of the sections that follow from these sizes."""
        return {
            Section.DIRECTORY: 4 * (BUCKETS + 1),
            Section.LOWS: 2 * self.postings,
            Section.NUMBERS: 2 * self.postings,
            Section.HIGHS: (self.postings * self.high_bits + 7) // 8,
            Section.COUNTED: 4 * self.counted,
            Section.COUNTS: 4 * self.counted,
            Section.LENGTHS: 2 * self.statements,
            Section.FIRSTS: 4 * (self.talks + 1),
        }


class Extent(NamedTuple):
    """Where a section stands, its bytes, and the BLAKE2b digest of them."""

    offset: int
    size: int
    digest: bytes


class Header(NamedTuple):
    """What the first bytes of a segment say of the rest."""

    key_check: bytes
    sizes: Sizes
    extents: tuple[Extent, ...]

    @property
    def end(self) -> int:
        """Return how many bytes the whole file has."""
        return self.extents[-1].offset + self.extents[-1].size


def key_check_of(key_check: bytes) -> bytes:
    """Return the sixteen bytes by which a file knows the key again that it was written with."""
    return blake2b(key_check, digest_size=_KEY_CHECK, person=b"gr index").digest()


def digest() -> blake2b:
    """Return what digests a section."""
    return blake2b(digest_size=_DIGEST)


def offsets(sizes: Sequence[int]) -> list[int]:
    """Return where sections of these sizes stand, one behind the other and aligned."""
    at, found = HEADER, []
    for size in sizes:
        found.append(at)
        at += -(-size // _ALIGNED) * _ALIGNED
    return found


def packed_header(header: Header) -> bytes:
    """Return the first bytes of a segment; the last of them are a digest of the others."""
    raw = _SIZES.pack(MAGIC, VERSION, header.key_check, *header.sizes)
    raw += b"".join(_EXTENT.pack(*extent) for extent in header.extents)
    raw = raw.ljust(HEADER - _HEADER_DIGEST, b"\0")
    return raw + blake2b(raw, digest_size=_HEADER_DIGEST).digest()


def header_digest(raw: bytes) -> bytes:
    """Return the digest at the end of a header, which stands for the whole segment."""
    return raw[HEADER - _HEADER_DIGEST : HEADER]


def read_header(raw: bytes, path: Path, key_check: bytes) -> Header:
    """Return what a header says.

    Args:
        raw: the first `HEADER` bytes of the file.
        path: the file, for the message.
        key_check: what `key_check_of` says of the key that the reader has.

    Raises:
        Damaged: this is no whole header of a segment in this version of the format.
        WrongKey: it was written with another key.
    """
    if len(raw) < HEADER:
        raise Damaged(path, "the file is cut off in its header")
    if raw[: len(MAGIC)] != MAGIC:
        raise Damaged(path, "this is no segment of an index")
    _, version, written_with, *sizes = _SIZES.unpack_from(raw)
    if version != VERSION:
        raise Damaged(path, f"this is in version {version} of the format, not in {VERSION}")
    expected = blake2b(raw[: HEADER - _HEADER_DIGEST], digest_size=_HEADER_DIGEST).digest()
    if header_digest(raw) != expected:
        raise Damaged(path, "the header is damaged")
    if written_with != key_check:
        raise WrongKey(path)
    places = range(_SIZES.size, _SIZES.size + len(Section) * _EXTENT.size, _EXTENT.size)
    extents = tuple(Extent(*_EXTENT.unpack_from(raw, place)) for place in places)
    _refuse_contradiction(Sizes(*sizes), extents, path)
    return Header(written_with, Sizes(*sizes), extents)


def _refuse_contradiction(sizes: Sizes, extents: Sequence[Extent], path: Path) -> None:
    """Refuse sections that are not as long, or not where, the sizes say.

    Compiled loops read without looking whether they have come to the end.
    """
    found = [extent.size for extent in extents]
    if any(found[section] != size for section, size in sizes.fixed().items()) or (
        [extent.offset for extent in extents] != offsets(found)
    ):
        raise Damaged(path, "the header contradicts itself")

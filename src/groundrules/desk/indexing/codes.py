"""The codes: what a card holds, every word of it as a keyed code alone."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from groundrules.matching.index.keys import subkey

if TYPE_CHECKING:
    from collections.abc import Iterable


class Seen(NamedTuple):
    """What the system says of a file without opening it; four zeros where that tells nothing."""

    size: int = 0
    changed: int = 0
    inode: int = 0
    state: int = 0


class Kept(NamedTuple):
    """The head of a card.

    Attributes:
        number: by which the rest of the card is found.
        id: the conversation's.
        place: the code of the path of its record.
        seen: what the system said of that file when it was read.
        stamp: the keyed digest of the record.
        policy: the policy that the record names; "" where it names none.
        reading: the digest of the policy under which it was counted.
        statements: how many there are.
        restricted: how many of them are restricted, the open ones included.
        open: how many have terms that are not settled.
        unknown: of how many it is not known who spoke.
        settled_from: microseconds from 1970 on, UTC, from which all this holds; None for always.
    """

    number: int
    id: str
    place: int
    seen: Seen
    stamp: str
    policy: str
    reading: str
    statements: int
    restricted: int
    open: int
    unknown: int
    settled_from: int | None


class CodedBearer(NamedTuple):
    """A source, in codes: who it is, by which names, what marks them, and whether unnamed."""

    person: int
    names: int
    marks: frozenset[int]
    unnamed: bool


class CodedPhrase(NamedTuple):
    """A name or a body of somebody restricted, in codes: its first word, how many, all of it."""

    start: int
    words: int
    code: int


class Codes(NamedTuple):
    """The rest of a card, in codes.

    Attributes:
        forms: whatever calls for the conversation by itself.
        bearers: its sources.
        phrases: how those are spelled whose words are restricted.
        withheld: the stems of each withheld sentence.
        freely: the stems of what was said on the record.
    """

    forms: frozenset[int]
    bearers: frozenset[CodedBearer]
    phrases: frozenset[CodedPhrase]
    withheld: tuple[frozenset[int], ...]
    freely: frozenset[int]


class Coder:
    """Makes codes: 64 bits of a keyed BLAKE2b (RFC 7693), another function for each kind."""

    def __init__(self, secret: bytes) -> None:
        """Derive a key of its own from the secret of the index."""
        self._key = subkey(secret, b"cards", 32)
        self._stems: dict[str, int] = {}

    def code(self, kind: str, words: str) -> int:
        """Return the code of some words of a kind of up to 16 letters."""
        digest = blake2b(
            words.encode("utf-8", "surrogatepass"),
            digest_size=8,
            key=self._key,
            person=kind.encode(),
        )
        return int.from_bytes(digest.digest(), "big", signed=True)

    def codes(self, kind: str, words: Iterable[str]) -> frozenset[int]:
        """Return the codes of several."""
        return frozenset(self.code(kind, one) for one in words)

    def stems(self, stems: Iterable[str]) -> frozenset[int]:
        """Return the codes of stems, of which the same come again and again."""
        return frozenset(map(self.stem, stems))

    def stem(self, stem: str) -> int:
        """Return the code of one."""
        code = self._stems.get(stem)
        if code is None:
            code = self._stems[stem] = self.code("stem", stem)
        return code

    def stamp(self, content: str) -> str:
        """Return the keyed digest of a text."""
        encoded = content.encode("utf-8", "surrogatepass")
        return blake2b(encoded, digest_size=16, key=self._key, person=b"stamp").hexdigest()

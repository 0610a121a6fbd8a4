"""The catalogue of a segment: which conversation, and which statement of it, has which number."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from groundrules.matching.index.damage import Damaged
from groundrules.matching.index.packing import (
    Column,
    bytes_text,
    column,
    packed_ids,
    text_bytes,
    unpacked_ids,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from groundrules.matching.index.talks import Talk

_Read = TypeVar("_Read")

_FEW = 16
"""Talks that are looked for one by one; for more, all that there are are read."""

_COUNTED = packed_ids("", ())
"""How the ids of statements are packed that are their talk's, a `#` and a number from 1."""

_REMEMBERED = 256
"""Talks whose statement ids are kept unpacked."""


class Entry(NamedTuple):
    """A conversation as a catalogue lists it.

    Attributes:
        id: the conversation's id.
        stamp: which state of its source was read.
        contact: whom to ask where nobody may open it.
        ids: the id of each statement, in the order of the talk.
        words: the sealed words of its statements; see `sealed_words`.
    """

    id: str
    stamp: str
    contact: str
    ids: tuple[str, ...]
    words: bytes = b""


class Kept(NamedTuple):
    """A talk in a store.

    Attributes:
        id: the conversation's id.
        stamp: which state of its source was read.
        contact: whom to ask where nobody may open it.
        first: the number of its first statement.
        ids: the id of each statement, in the order of their numbers.
    """

    id: str
    stamp: str
    contact: str
    first: int
    ids: tuple[str, ...]


class Packed(NamedTuple):
    """A catalogue as it goes into a segment.

    Attributes:
        firsts: the number of the first statement of each talk, and the number of statements.
        talks: a column of the talks' ids.
        stamps: a column of their stamps.
        contacts: a column of their contacts.
        statements: a column of their statements' ids, packed talk by talk.
        words: a column of their sealed words.
    """

    firsts: NDArray[np.uint32]
    talks: bytes
    stamps: bytes
    contacts: bytes
    statements: bytes
    words: bytes


def entries_of(talks: Iterable[Talk], words: Iterable[bytes]) -> list[Entry]:
    """Return talks, each with its sealed words, as a catalogue lists them."""
    return [
        Entry(talk.id, talk.stamp, talk.contact, talk.ids, sealed)
        for talk, sealed in zip(talks, words, strict=True)
    ]


def packed(entries: Sequence[Entry]) -> Packed:
    """Return a catalogue of conversations, whose statements are numbered one behind the other."""
    return Packed(
        _firsts(len(entry.ids) for entry in entries),
        column(text_bytes(entry.id) for entry in entries),
        column(text_bytes(entry.stamp) for entry in entries),
        column(text_bytes(entry.contact) for entry in entries),
        column(packed_ids(entry.id, entry.ids) for entry in entries),
        column(entry.words for entry in entries),
    )


def joined(parts: Sequence[tuple[Catalogue, Sequence[int]]]) -> Packed:
    """Return a catalogue of some talks of several catalogues, one behind the other.

    Args:
        parts: each catalogue, and the places of the talks that are kept of it, in order.

    Raises:
        Damaged: a catalogue cannot be read.
    """
    sizes, rows = [], []
    for catalogue, kept in parts:
        columns = catalogue.columns()
        rows += [tuple(one[place] for one in columns) for place in kept]
        sizes += [catalogue.size_of(place) for place in kept]
    fields = Packed._fields[1:]
    return Packed(_firsts(sizes), *(column([row[at] for row in rows]) for at in range(len(fields))))


def _firsts(sizes: Iterable[int]) -> NDArray[np.uint32]:
    return np.fromiter(accumulate(sizes, initial=0), dtype=np.uint32)


class Catalogue:
    """The catalogue of an open segment; nothing of it is read before it is asked for.

    Attributes:
        firsts: the number of the first statement of each talk, and the number of statements.
    """

    def __init__(
        self, path: Path, firsts: NDArray[np.uint32], columns: Sequence[NDArray[np.uint8]]
    ) -> None:
        """Take the bytes of the columns of a packed catalogue.

        Raises:
            Damaged: they are no columns of so many talks.
        """
        self._path = path
        self.firsts = firsts
        rows = len(firsts) - 1
        self._columns = self._sound(lambda: [Column(one, rows) for one in columns])
        self._places: dict[str, int] | None = None
        self._ids: dict[int, tuple[str, ...]] = {}

    def __len__(self) -> int:
        """Return how many talks there are."""
        return len(self.firsts) - 1

    def size_of(self, place: int) -> int:
        """Return how many statements a talk has."""
        return int(self.firsts[place + 1]) - int(self.firsts[place])

    def talk(self, place: int) -> tuple[str, str, str]:
        """Return the id, the stamp and the contact of a talk.

        Raises:
            Damaged: the catalogue cannot be read.
        """
        rows = self._sound(lambda: [one.row(place) for one in self._columns[:3]])
        talk, stamp, contact = self._sound(lambda: list(map(bytes_text, rows)))
        return talk, stamp, contact

    def ids_of(self, place: int) -> tuple[str, ...]:
        """Return the ids of a talk's statements.

        Raises:
            Damaged: the catalogue cannot be read.
        """
        if place not in self._ids:
            packed_row = self._sound(lambda: self._columns[3].row(place))
            talk, size = self.talk(place)[0], self.size_of(place)
            ids = self._sound(lambda: unpacked_ids(talk, packed_row, size))
            if len(self._ids) >= _REMEMBERED:
                self._ids.clear()
            self._ids[place] = ids
        return self._ids[place]

    def id_of(self, place: int, number: int) -> str:
        """Return the id of one statement of a talk; that of all takes much longer in a long talk.

        Args:
            place: the place of the talk.
            number: the statement's place in the talk.

        Raises:
            Damaged: the catalogue cannot be read.
        """
        if self._sound(lambda: self._columns[3].row(place)) == _COUNTED:
            return f"{self.talk(place)[0]}#{number + 1}"
        return self.ids_of(place)[number]

    def words_of(self, place: int) -> bytes:
        """Return the sealed words of a talk.

        Raises:
            Damaged: the catalogue cannot be read.
        """
        return self._sound(lambda: self._columns[4].row(place))

    def places_of(self, numbers: NDArray[np.uint32]) -> NDArray[np.intp]:
        """Return the place of the talk that each statement is of."""
        return np.searchsorted(self.firsts, numbers, side="right") - 1

    def places(self, talks: Collection[str]) -> dict[str, int]:
        """Return the places of those of some talks that are here, dead or alive.

        Raises:
            Damaged: the catalogue cannot be read.
        """
        if self._places is None and len(talks) <= _FEW and "" not in talks:
            found = {talk: self._columns[0].find(text_bytes(talk)) for talk in talks}
            return {talk: place for talk, place in found.items() if place is not None}
        if self._places is None:
            self._places = {talk: place for place, talk in enumerate(self.texts(0))}
        return {talk: self._places[talk] for talk in talks if talk in self._places}

    def texts(self, field: int) -> list[str]:
        """Return the ids (0), the stamps (1) or the contacts (2) of all talks.

        Raises:
            Damaged: the catalogue cannot be read.
        """
        return self._sound(lambda: list(map(bytes_text, self._columns[field].rows())))

    def columns(self) -> list[list[bytes]]:
        """Return the packed rows of the ids, stamps, contacts, statement ids and words.

        Raises:
            Damaged: the catalogue cannot be read.
        """
        return [self._sound(one.rows) for one in self._columns]

    def _sound(self, read: Callable[[], _Read]) -> _Read:
        try:
            return read()
        except ValueError as error:
            raise Damaged(self._path, f"the catalogue is damaged: {error}") from None

"""Our own: the index on disk, with what it finds aligned; and blind, with nothing opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.matching.cases import Texts
from benchmarks.matching.measures import Reported
from benchmarks.matching.systems.system import Scaled

from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import find_quotations
from groundrules.matching.find_indexed import find_in_index, find_sealed
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.matching.index.loops import in_arrays
from groundrules.record.transcript import Place, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from groundrules.matching.index.talks import Talk

SECRET = bytes(range(32))
"""The key. A benchmark has nothing to hide, and its figures repeat."""


class Own:
    """Every statement is open: the matches are exact to the character.

    The time to read the draft counts; the time to decrypt a statement does not, since these are
    in memory: `opened` hands them over.
    """

    name = "groundrules"
    scaled = Scaled()

    def build(self, talks: Sequence[Talk], folder: Path) -> None:
        """Write the index and open it."""
        IndexedLedger.build(folder, talks, SECRET)
        self.open(talks, folder)

    def open(self, talks: Sequence[Talk], folder: Path) -> None:
        """Open what was built."""
        self._texts = Texts(talks)
        self.ledger = IndexedLedger.open(folder, SECRET)
        self.opened = 0

    def add(self, talk: Talk) -> None:
        """Append a talk to the index."""
        self._texts.add(talk)
        self.ledger.append([talk])

    def search(self, draft: str, archive: IndexedLedger | None = None) -> list[Reported]:
        """Return the matches; what an archive has printed weighs less."""
        read = as_draft(draft)
        quotations = find_quotations(read)
        found = find_in_index(read, quotations, self.ledger, self._open, archive=archive)
        return [
            Reported(match.span.start, match.span.end, match.statement, match.confidence)
            for match in (*found.matches, *found.restated)
        ]

    def _open(self, names: Sequence[str]) -> Mapping[str, Statement]:
        self.opened += len(names)
        return {name: statement(name, *self._texts.place(name)) for name in names}


class Sharing:
    """What asks the index that was built for another."""

    scaled = Scaled()

    def __init__(self, own: Own) -> None:
        """Share the other's index."""
        self._own = own

    def build(self, talks: Sequence[Talk], folder: Path) -> None:
        """Do nothing: the index is there."""


class OwnInArrays(Sharing):
    """The same in a program that has not compiled its loops, or cannot."""

    name = "groundrules, not compiled"

    def search(self, draft: str) -> list[Reported]:
        """Return the matches."""
        with in_arrays():
            return self._own.search(draft)


class OwnWithArchive(Sharing):
    """The same, where the outlet has an archive."""

    name = "groundrules, with an archive"

    def __init__(self, own: Own, archive: IndexedLedger) -> None:
        """Share the other's index, and hold drafts against an archive, too."""
        super().__init__(own)
        self._archive = archive

    def search(self, draft: str) -> list[Reported]:
        """Return the matches."""
        return self._own.search(draft, self._archive)


class OwnBlind(Sharing):
    """The same, where nothing may be opened."""

    name = "groundrules, blind"

    def search(self, draft: str) -> list[Reported]:
        """Return what can be told without a word of a statement."""
        read = as_draft(draft)
        return [
            Reported(match.span.start, match.span.end, match.statement, match.confidence)
            for match in find_sealed(read, find_quotations(read), self._own.ledger)
        ]


def as_draft(text: str) -> Draft:
    """Return a text as a draft that was just read."""
    return Draft("draft.txt", text, (Span(0, len(text)),))


def statement(name: str, talk: Talk, place: int) -> Statement:
    """Return a statement of a talk."""
    return Statement(name, talk.id, Place(place + 1), talk.speakers[place], talk.texts[place])

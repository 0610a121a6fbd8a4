"""Indexes, as they are told of: what was built, what there is, and what was proven."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.plain_words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from groundrules.reporters.lines import Line


class Built(NamedTuple):
    """What came of building an index.

    Attributes:
        folder: where it is.
        talks: how many conversations, or texts of an archive, it now holds.
        read: how many files had to be read.
        gone: how many conversations or texts were taken out.
    """

    folder: Path
    talks: int
    read: int
    gone: int


class Holding(NamedTuple):
    """What an index holds.

    Attributes:
        folder: where it is.
        talks: how many conversations, or texts of an archive.
        statements: how many statements, or paragraphs.
        bytes: how large all its files are together.
        segments: in how many files the fingerprints are.
        built: when it was made; None where that is not kept.
        changed: when it was changed last; likewise.
        added: how many records or texts are there of which it does not know.
        altered: how many have changed since it read them.
        gone: how many that it knows are not there.
        has_cards: whether it has the cards of the conversations; what is out of date cannot be
            told without them.
    """

    folder: Path
    talks: int
    statements: int
    bytes: int
    segments: int
    built: datetime | None = None
    changed: datetime | None = None
    added: int = 0
    altered: int = 0
    gone: int = 0
    has_cards: bool = True

    @property
    def bytes_each(self) -> int:
        """Return how many bytes a statement takes."""
        return round(self.bytes / self.statements) if self.statements else 0

    @property
    def is_current(self) -> bool:
        """Tell whether it is as its sources are."""
        return self.has_cards and not (self.added or self.altered or self.gone)


class Status(NamedTuple):
    """What indexes a project has; None where there is none.

    Attributes:
        records: the index of its records.
        archive: that of what the outlet has published.
    """

    records: Holding | None
    archive: Holding | None


class Proof(NamedTuple):
    """What came of it, where nothing is damaged.

    Attributes:
        talks: how many conversations were compared with their records.
        stale: how many records are new or changed since, or gone.
        archive: the archive's index was read through as well.
    """

    talks: int
    stale: int
    archive: bool


def built_lines(built: Built, *, archive: bool = False) -> Iterator[Line]:
    """Return what is said of an index that was just built or brought up to date."""
    held = counted(built.talks, "text" if archive else "conversation")
    yield plain(f"{built.folder}: {held}; {built.read:,} read, {built.gone:,} taken out.")


def status_lines(status: Status) -> Iterator[Line]:
    """Return the page of a status."""
    if status.records is None:
        yield plain("There is no index of these records: `groundrules index build` makes one.")
    else:
        yield from _holding(status.records, "conversation", "statement")
    if status.archive:
        yield EMPTY
        yield from _holding(status.archive, "text", "paragraph")


def status_json(status: Status) -> Iterator[Line]:
    """Return a status for other programs."""
    page = {"records": _object(status.records), "archive": _object(status.archive)}
    yield plain(json.dumps(page, indent=2))


def proof_lines(proof: Proof) -> Iterator[Line]:
    """Return what is said where nothing is damaged."""
    yield plain(f"Nothing is damaged: {counted(proof.talks, 'conversation')} compared.")
    if proof.archive:
        yield plain("The archive's index was read through as well.")
    if proof.stale:
        many = counted(proof.stale, "record")
        yield plain(f"Out of date: {many}; the next check brings the index up to date.")


def _holding(one: Holding, talk: str, statement: str) -> Iterator[Line]:
    yield plain(str(one.folder), "place")
    yield _row("holds", f"{counted(one.talks, talk)}, {counted(one.statements, statement)}")
    yield _row(
        "size",
        f"{counted(one.bytes, 'byte')}, {one.bytes_each:,} for each {statement}; "
        f"fingerprints in {counted(one.segments, 'file')}",
    )
    if one.built and one.changed:
        yield _row("built", f"{one.built:%Y-%m-%d %H:%M}Z, changed {one.changed:%Y-%m-%d %H:%M}Z")
    stale = "the next check makes its cards anew"
    if one.has_cards:
        stale = f"{one.added:,} new, {one.altered:,} changed, {one.gone:,} gone"
    yield _row("state", "up to date" if one.is_current else f"out of date: {stale}")


def _row(label: str, words: str) -> Line:
    return Piece(f"  {label:<7}", "label"), Piece(words)


def _object(one: Holding | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        **one._asdict(),
        "folder": str(one.folder),
        "built": one.built and one.built.isoformat(timespec="seconds"),
        "changed": one.changed and one.changed.isoformat(timespec="seconds"),
        "bytes_each": one.bytes_each,
        "is_current": one.is_current,
    }

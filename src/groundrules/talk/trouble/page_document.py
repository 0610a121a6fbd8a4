"""A page of calm as its file holds it: read key by key, with every fault that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.tables.table import Document, Faults, Table
from groundrules.talk.trouble.page import (
    Course,
    Frame,
    LegalFact,
    Reader,
    Trouble,
    Warned,
    Way,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE = ("title", "about", "calm", "holds", "proves", "cannot-prove", *Reader, "law")
_COURSE = ("title", "calm", "first-hour", "first-day", "never", "options", "lawyer")
_HEADINGS = tuple(field.replace("_", "-") for field in Frame._fields[1:])


def trouble_from(document: Document) -> Trouble:
    """Return the page that a file holds.

    Raises:
        BadInput: with every fault of the file.
    """
    faults = Faults()
    page = Table(document, faults, (), document.raw)
    page.allow(_PAGE, "part of a page")
    title, calm = (page.text(key, required=True) for key in ("title", "calm"))
    trouble = Trouble(
        name=document.name,
        title=title,
        about=page.text("about", required=True),
        holds=page.texts("holds", required=True),
        proves=page.texts("proves", required=True),
        unproved=page.texts("cannot-prove", required=True),
        courses={reader: _course(_needed(page, reader), title, calm) for reader in Reader},
        law=tuple(_law(page.table("law"))),
    )
    faults.close()
    return trouble


def frame_from(document: Document) -> Frame:
    """Return the headings that a file holds.

    Raises:
        BadInput: with every fault of the file.
    """
    faults = Faults()
    table = Table(document, faults, (), document.raw)
    table.allow((*_HEADINGS, "readers"), "heading of a page")
    names = _needed(table, "readers")
    names.allow(Reader, "reader")
    readers = {reader: names.text(reader, required=True) for reader in Reader}
    frame = Frame(readers, *(table.text(key, required=True) for key in _HEADINGS))
    faults.close()
    return frame


def _needed(table: Table, name: str) -> Table:
    """Return a table that must be there, and hold something."""
    if not table.raw.get(name):
        table.refuse(name, "it is missing", f"add [{name}] and its keys")
    return table.table(name)


def _course(table: Table, title: str, calm: str) -> Course:
    """Return what one reader does; title and calm are the page's where the reader has none."""
    if not table.raw:
        return Course(title, calm, (), (), (), (), "")
    table.allow(_COURSE, "part of a course")
    return Course(
        title=table.text("title") or title,
        calm=table.text("calm") or calm,
        first_hour=table.texts("first-hour", required=True),
        first_day=table.texts("first-day", required=True),
        never=tuple(_never(_needed(table, "never"))),
        ways=tuple(_ways(_needed(table, "options"))),
        lawyer=table.text("lawyer", required=True),
    )


def _never(tables: Table) -> Iterator[Warned]:
    for _, table in tables.tables():
        table.allow(("what", "why"), "part of a warning")
        yield Warned(table.text("what", required=True), table.text("why", required=True))


def _ways(tables: Table) -> Iterator[Way]:
    for _, table in tables.tables():
        table.allow(("title", "does", "cost"), "part of an option")
        yield Way(*(table.text(key, required=True) for key in ("title", "does", "cost")))


def _law(tables: Table) -> Iterator[LegalFact]:
    for _, table in tables.tables():
        table.allow(("says", "source"), "part of a fact of law")
        yield LegalFact(table.text("says", required=True), table.text("source", required=True))

"""The liaisons as their file names them: read key by key, with every fault that it has."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from groundrules.tables.table import Document, Faults, Table, nearest
from groundrules.talk.liaisons.liaison import Liaison, Organisation
from groundrules.terms.levels import Level, level_named

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEYS = ("organisation", "also", "liaisons")
_LIAISON = ("names", "topics", "up-to", "trained", "until")


def organisation_from(document: Document) -> Organisation:
    """Return who may talk for an organisation.

    Raises:
        BadInput: with every fault of the file.
    """
    faults = Faults()
    table = Table(document, faults, (), document.raw)
    table.allow(_KEYS, "key of a file of liaisons")
    name = table.text("organisation", required=True)
    names = (name, *table.texts("also"))
    liaisons = tuple(_liaisons(table.table("liaisons")))
    if not liaisons:
        table.refuse("liaisons", "nobody is named", 'add [liaisons.press-office] and names = ["…"]')
    faults.close()
    return Organisation(document.path, names, liaisons)


def _liaisons(tables: Table) -> Iterator[Liaison]:
    for name, table in tables.tables():
        table.allow(_LIAISON, "key of a liaison")
        yield Liaison(
            id=name,
            names=table.texts("names", required=True),
            up_to=_level(table),
            topics=table.texts("topics"),
            trained=_day(table, "trained"),
            until=_day(table, "until"),
        )


def _level(table: Table) -> Level:
    word = table.text("up-to", required=True)
    level = level_named(word)
    if word and level is None:
        table.refuse("up-to", f"{word!a} is not a level", nearest(word, Level))
    return level or Level.ON_THE_RECORD


def _day(table: Table, name: str) -> date | None:
    value = table.raw.get(name)
    if value is None:
        return None
    if not isinstance(value, date) or isinstance(value, datetime):
        table.refuse(name, "it must be a day", f"write {name} = 2026-03-01, without quotes")
        return None
    return value

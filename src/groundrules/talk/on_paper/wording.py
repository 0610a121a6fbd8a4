"""A wording of agreements: every text of one file, read and found sound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.tables.table import Faults, Table
from groundrules.talk.on_paper.shape import LISTS, MONTHS, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date, datetime

    from groundrules.record.facts import Turns
    from groundrules.tables.table import Document

_BRACED = re.compile(r"\{([^{}]*)\}")


class Wording(NamedTuple):
    """The English, or another language, in which agreements are put on paper.

    Attributes:
        name: the file's name without `.toml`.
        texts: table and key to its text.
        lists: table and key to its texts, for the keys that hold several.
    """

    name: str
    texts: Mapping[tuple[str, str], str]
    lists: Mapping[tuple[str, str], tuple[str, ...]]

    def say(self, table: str, key: str, **values: str) -> str:
        """Return a text with its braces filled; KeyError for a key that is not in the shape."""
        return _BRACED.sub(lambda found: values[found[1]], self.texts[table, key])

    def joined(self, words: Iterable[str], last: str = "and") -> str:
        """Return words as one, with commas and `and` or `or` (a key of `joining`) between."""
        *before, end = words
        if not before:
            return end
        return f"{', '.join(before)} {self.texts['joining', last]} {end}"

    def quoted(self, words: Iterable[str], last: str = "and") -> str:
        """Return agreed words in quotation marks, sorted, with `and` or `or` between."""
        return self.joined(
            (self.say("joining", "quoted", words=one) for one in sorted(words)), last
        )

    def turns(self, runs: Iterable[Turns]) -> str:
        """Return runs of turns as they read in a sentence: `turn 4 and turns 6 to 8`."""
        return self.joined(map(self._run, runs))

    def _run(self, run: Turns) -> str:
        if run.first == run.last:
            return self.say("joining", "turn", turn=str(run.first))
        return self.say("joining", "turns", first=str(run.first), last=str(run.last))

    def day(self, day: date) -> str:
        """Return a day as it is written."""
        month = self.lists["dates", "months"][day.month - 1]
        return self.say("dates", "day", day=str(day.day), month=month, year=str(day.year))

    def instant(self, instant: datetime) -> str:
        """Return an instant as it is written, with its offset from UTC."""
        zone = instant.tzname() or ""
        return self.say(
            "dates", "instant", day=self.day(instant), time=f"{instant:%H:%M}", zone=zone
        )


def wording_from(document: Document) -> Wording:
    """Return the wording that a file holds.

    Raises:
        BadInput: with every fault: a table or a key that is missing or unknown, or a text in which
            other words stand in braces than belong there.
    """
    faults = Faults()
    top = Table(document, faults, (), document.raw)
    top.allow(TEXTS, "table")
    texts: dict[tuple[str, str], str] = {}
    lists: dict[tuple[str, str], tuple[str, ...]] = {}
    for name, keys in TEXTS.items():
        table = top.table(name)
        many = LISTS.get(name, ())
        table.allow((*keys, *many), "text")
        texts |= {(name, key): text for key, text in _texts(table, keys)}
        lists |= {(name, key): table.texts(key, required=True) for key in many}
    _check_months(top, lists["dates", "months"])
    faults.close()
    return Wording(document.name, texts, lists)


def _texts(table: Table, keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for key, takes in keys.items():
        text = table.text(key, required=True)
        _check_braces(table, key, text, takes)
        yield key, text


def _check_braces(table: Table, key: str, text: str, takes: tuple[str, ...]) -> None:
    if not text:
        return
    braced = set(_BRACED.findall(text))
    wanted = " ".join(f"{{{one}}}" for one in takes) or "nothing"
    if braced != set(takes) or {"{", "}"} & set(_BRACED.sub("", text)):
        table.refuse(key, "other words stand in braces than belong there", f"it takes {wanted}")


def _check_months(top: Table, months: tuple[str, ...]) -> None:
    if months and len(months) != MONTHS:
        message = f"there are {len(months)} months"
        top.table("dates").refuse("months", message, f"name all {MONTHS}, from January on")

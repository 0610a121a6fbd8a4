"""A wording of the scripts: every text of one file, read and found sound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.tables.table import Faults, Table, dotted, nearest
from groundrules.talk.script.shape import MONTHS, SHAPE, Slot
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from groundrules.tables.table import Document, Key
    from groundrules.talk.script.shape import Shape

_BRACED = re.compile(r"\{([^{}]*)\}")
_NAMES = "names"
_START = re.compile(r"(?:^|[.?!] +)[“‘]?$")


class Wording(NamedTuple):
    """One English (or other language) in which scripts are said.

    Attributes:
        name: the file's name without `.toml`.
        texts: key to its texts; a key that holds one text has a tuple of one.
        names: policy id and level to how that house says the level: `unter 3`.
    """

    name: str
    texts: Mapping[Key, tuple[str, ...]]
    names: Mapping[tuple[str, str], str]

    def one(self, *key: str) -> str:
        """Return the text of a key; KeyError where the shape has no such key."""
        (text,) = self.texts[key]
        return text

    def all(self, *key: str) -> tuple[str, ...]:
        """Return the texts of a key that holds a list; none where it was left out."""
        return self.texts[key]

    def level(self, level: Level, form: str, policy: str = "") -> str:
        """Return how a level is said, as this policy calls it.

        Args:
            level: the level.
            form: `ask` goes on from "I would like to talk", `now` from "this is"; `name` stands
                alone.
            policy: a policy's id; "" for no policy's own name.
        """
        return self.names.get((policy, level.value)) or self.one("levels", level.value, form)

    def listed(self, phrases: Iterable[str], last: str) -> str:
        """Return phrases as one, with commas and `and` or `or` (the key of `joining`) between."""
        *before, end = phrases
        if not before:
            return end
        return f"{', '.join(before)} {self.one('joining', last)} {end}"

    def quoted(self, words: Iterable[str], last: str = "or") -> str:
        """Return words as they are quoted in this English, with `or` between."""
        marks = self.one("joining", "quoted")
        return self.listed([marks.replace("{words}", one) for one in sorted(words)], last)


def filled(text: str, **values: str) -> str:
    """Return a text with its braces filled; what opens a sentence gets a capital letter."""

    def value(found: re.Match[str]) -> str:
        put = values[found[1]]
        opens = _START.search(text[: found.start()])
        return put[:1].upper() + put[1:] if opens else put

    return _BRACED.sub(value, text)


def wording_from(document: Document) -> Wording:
    """Return the wording that a file holds.

    Raises:
        BadInput: with every fault: a key that is missing, unknown or of the wrong kind, something
            in braces that the text cannot have, or lacks.
    """
    faults = Faults()
    top = Table(document, faults, (), document.raw)
    texts = dict(_read(top, SHAPE, more=(_NAMES,)))
    names = dict(_names(top.table(_NAMES)))
    _check_months(top, texts)
    faults.close()
    return Wording(document.name, texts, names)


def _read(
    table: Table, shape: Shape, more: tuple[str, ...] = ()
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    table.allow((*shape, *more), "key")
    for name, inside in shape.items():
        if isinstance(inside, Slot):
            yield (*table.key, name), _texts(table, name, inside)
            continue
        if name not in table.raw:
            header = dotted((*table.key, name))
            table.refuse(name, "it is missing", f"add the table [{header}]")
        for _, inner in table.tables((name,)):
            yield from _read(inner, inside)


def _texts(table: Table, name: str, slot: Slot) -> tuple[str, ...]:
    if slot.is_list:
        found = table.texts(name, required=not slot.is_optional)
    else:
        text = table.text(name, required=not slot.is_optional)
        found = (text,) if text else ()
    for text in found:
        _check_braces(table, name, text, slot)
    return found


def _check_braces(table: Table, name: str, text: str, slot: Slot) -> None:
    braced = _BRACED.findall(text)
    takes = (*slot.needs, *slot.takes)
    for word in dict.fromkeys(braced):
        if word not in takes:
            table.refuse(name, f"nothing is known as {{{word}}} here", nearest(word, takes))
    for word in slot.needs:
        if word not in braced:
            table.refuse(name, f"it does not say {{{word}}}", "put it in, braces included")
    if {"{", "}"} & set(_BRACED.sub("", text)):
        table.refuse(name, "a brace stands alone", "write {word}, or take the brace out")


def _names(table: Table) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield how a house says a level; any policy may be named, and none must be."""
    for policy, levels in table.tables():
        levels.allow(Level, "level")
        for level in Level:
            if name := levels.text(level.value):
                yield (policy, level.value), name


def _check_months(top: Table, texts: Mapping[Key, tuple[str, ...]]) -> None:
    months = texts.get(("dates", "months"), ())
    if months and len(months) != MONTHS:
        message = f"there are {len(months)} months"
        top.table("dates").refuse("months", message, f"name all {MONTHS}, from January on")

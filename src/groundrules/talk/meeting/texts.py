"""The texts of one file of meetings, read and found sound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.tables.table import Faults, Table, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundrules.tables.table import Document

_BRACED = re.compile(r"\{([^{}]*)\}")


class Slot(NamedTuple):
    """One text, or one list of texts.

    Attributes:
        braces: what stands in braces in it: in one text all of it must, in a list it may.
        is_list: it is a list of texts.
    """

    braces: tuple[str, ...] = ()
    is_list: bool = False


ONE = Slot()
LIST = Slot(is_list=True)

Shape = dict[str, dict[str, Slot]]
"""Table and key to what stands there. Every one of them must."""


class Texts(NamedTuple):
    """The texts of one file.

    Attributes:
        by_key: table and key to its texts; where there is one text, to a tuple of one.
    """

    by_key: Mapping[tuple[str, str], tuple[str, ...]]

    def one(self, table: str, key: str, **values: str) -> str:
        """Return a text with its braces filled; KeyError for a key that is not in the shape."""
        (text,) = self.all(table, key, **values)
        return text

    def all(self, table: str, key: str, **values: str) -> tuple[str, ...]:
        """Return the texts of a list, each with its braces filled."""
        return tuple(
            _BRACED.sub(lambda found: values[found[1]], text) for text in self.by_key[table, key]
        )


def texts_from(document: Document, shape: Shape) -> Texts:
    """Return the texts that a file holds.

    Raises:
        BadInput: with every fault: a key that is missing or unknown, or something in braces that
            the text cannot have, or lacks.
    """
    faults = Faults()
    top = Table(document, faults, (), document.raw)
    top.allow(shape, "table")
    found = dict(_read(top, shape))
    faults.close()
    return Texts(found)


def _read(top: Table, shape: Shape) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    for name, slots in shape.items():
        table = top.table(name)
        table.allow(slots, "key")
        for key, slot in slots.items():
            yield (name, key), _texts(table, key, slot)


def _texts(table: Table, key: str, slot: Slot) -> tuple[str, ...]:
    if slot.is_list:
        found = table.texts(key, required=True)
    else:
        text = table.text(key, required=True)
        found = (text,) if text else ()
    for text in found:
        _check_braces(table, key, text, slot)
    return found


def _check_braces(table: Table, key: str, text: str, slot: Slot) -> None:
    braced = _BRACED.findall(text)
    for word in dict.fromkeys(braced):
        if word not in slot.braces:
            table.refuse(key, f"nothing is known as {{{word}}} here", nearest(word, slot.braces))
    for word in slot.braces:
        if word not in braced and not slot.is_list:
            table.refuse(key, f"it does not say {{{word}}}", "put it in, braces included")
    if {"{", "}"} & set(_BRACED.sub("", text)):
        table.refuse(key, "a brace stands alone", "write {word}, or take the brace out")

"""An object of an export, read property by property, and the faults that are found on the way.

Reading goes on after a fault, so that a person sees all of them at once. A place is a path such as
`$['@graph'][3].permission[0].action`; no message repeats a value, which may be an agreed word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 20
"""How many faults are named; the others are counted."""

ROOT = "$"

_PLAIN = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_SHOWN_KEY = 40


class Faults:
    """The faults found so far in one export."""

    def __init__(self, path: str) -> None:
        """Begin with none; `path` is what the person called the export."""
        self._path = path
        self._found: list[Fault] = []
        self._count = 0

    def add(self, place: str, message: str, remedy: str) -> None:
        """Note one fault at a place."""
        self._count += 1
        if self._count <= MOST:
            self._found.append(Fault(self._path, f"{place}: {message}", remedy))

    def close(self) -> None:
        """Raise all of them, if there are any.

        Raises:
            BadInput: with the first ones, and how many more there are.
        """
        left = self._count - len(self._found)
        if left:
            more = Fault(self._path, f"and {left:,} more faults", "mend those above first")
            self._found.append(more)
        if self._found:
            raise BadInput(*self._found)


class Node(NamedTuple):
    """One object, and where it stands."""

    faults: Faults
    place: str
    value: Mapping[str, object]

    def refuse(self, key: str, message: str, remedy: str) -> None:
        """Note a fault of a property, or of the object itself where the key is ""."""
        self.faults.add(below(self.place, key) if key else self.place, message, remedy)

    def text(self, key: str, *, required: bool = True) -> str:
        """Return a property that is text; "" where it is left out or is something else."""
        value = self.value.get(key)
        if isinstance(value, str):
            return value
        if value is not None:
            self.refuse(key, "it must be text", "write it in quotation marks")
        elif required:
            self.refuse(key, "it is missing", _EXPORT_ANEW)
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a property that is text or a list of texts; empty where it is left out."""
        value = self.value.get(key, [])
        values = value if isinstance(value, list) else [value]
        found = tuple(one for one in values if isinstance(one, str))
        if len(found) < len(values):
            self.refuse(key, "it must be text, or a list of texts", _EXPORT_ANEW)
        return found

    def nodes(self, key: str) -> tuple[Node, ...]:
        """Return a property that is an object or a list of objects; empty where it is left out."""
        value = self.value.get(key, [])
        place = below(self.place, key)
        if isinstance(value, dict):
            return (Node(self.faults, place, value),)
        if not isinstance(value, list):
            self.refuse(key, "it must be a list of objects", _EXPORT_ANEW)
            return ()
        found = []
        for at, one in enumerate(value):
            if isinstance(one, dict):
                found.append(Node(self.faults, f"{place}[{at}]", one))
            else:
                self.faults.add(f"{place}[{at}]", "it must be an object", _EXPORT_ANEW)
        return tuple(found)


_EXPORT_ANEW = "have it exported anew; docs/reference/odrl.md has the profile"


def below(place: str, key: str) -> str:
    """Return the place of a property of the object at a place."""
    shown = key if len(key) <= _SHOWN_KEY else f"{key[:_SHOWN_KEY]}…"
    return f"{place}.{key}" if _PLAIN.fullmatch(shown) else f"{place}[{shown!a}]"

"""One table of a file, read key by key, and the faults that are found on the way.

A file reaches this room already parsed (`Document`); nothing here opens a file. Reading
goes on after a fault, so that a person sees all of them at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from groundrules.tables.places import Places

    Key = tuple[str, ...]


class Document(NamedTuple):
    """One file of tables, parsed but not yet understood.

    Attributes:
        path: the file as the person named it.
        name: the file's name without `.toml`.
        raw: what the parser made of it.
        text: the file's own text, from which a fault gets its line; "" where it is not kept.
    """

    path: str
    name: str
    raw: Mapping[str, object]
    text: str = ""


class Faults:
    """Every fault found so far in the files that make up one thing."""

    def __init__(self) -> None:
        """Begin with none."""
        self.found: list[Fault] = []
        self._places: dict[str, Places] = {}

    def add(self, document: Document, key: Key, message: str, remedy: str) -> None:
        """Note one fault at a key of a file; the message gets the key, spelled out, before it."""
        text = f"{dotted(key)}: {message}" if key else message
        self.found.append(Fault(document.path, text, remedy, self._line(document, key)))

    def close(self) -> None:
        """Raise every fault there is, or return where there is none.

        Raises:
            BadInput: with all the faults, in the order in which they were found.
        """
        if self.found:
            raise BadInput(*self.found)

    def _line(self, document: Document, key: Key) -> int:
        from groundrules.tables.places import Places  # noqa: PLC0415 - a sound file needs none

        if document.path not in self._places:
            self._places[document.path] = Places(document.text)
        return self._places[document.path].line(key)


class Table(NamedTuple):
    """A table of a file: its entries, and where in which file it stands."""

    document: Document
    faults: Faults
    key: Key
    raw: Mapping[str, object]

    def refuse(self, name: str, message: str, remedy: str) -> None:
        """Note a fault of one entry; of the table itself where the name is ""."""
        key = (*self.key, name) if name else self.key
        self.faults.add(self.document, key, message, remedy)

    def allow(self, names: Iterable[str], kind: str) -> None:
        """Refuse every entry whose name is not among these; `kind` says what they would be."""
        known = tuple(names)
        for name in self.raw:
            if name not in known:
                self.refuse(name, f"there is no such {kind}", nearest(name, known))

    def text(self, name: str, *, required: bool = False) -> str:
        """Return an entry that is one piece of text, with its white space made single."""
        value = self.raw.get(name)
        if value is None:
            if required:
                self.refuse(name, "it is missing", f'add {name} = "…"')
            return ""
        if not isinstance(value, str) or not value.strip():
            self.refuse(name, "it must be text", f'write {name} = "…", in quotes and not empty')
            return ""
        return self._printable(name, " ".join(value.split()))

    def paragraphs(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """Return an entry that is text of several paragraphs, which empty lines set apart."""
        value = self.raw.get(name)
        if not isinstance(value, str) or not value.strip():
            self.text(name, required=required)  # it says what is wrong, if anything is
            return ()
        blocks = (" ".join(block.split()) for block in re.split(r"\n[ \t]*\n", value))
        return tuple(self._printable(name, block) for block in blocks if block)

    def texts(self, name: str, *, required: bool = False) -> tuple[str, ...]:
        """Return an entry that is a list of texts, each with its white space made single."""
        value = self.raw.get(name, [])
        if not isinstance(value, list) or not all(
            isinstance(text, str) and text.strip() for text in value
        ):
            remedy = f'write {name} = ["…", "…"], each in quotes and not empty'
            self.refuse(name, "it must be a list of texts", remedy)
            return ()
        if required and not value:
            self.refuse(name, "it is missing", f'add {name} = ["…"]')
        return tuple(self._printable(name, " ".join(text.split())) for text in value)

    def choice(self, name: str, choices: Iterable[str], default: str = "") -> str:
        """Return an entry that is one of these words; the default where it is left out or wrong."""
        known = tuple(choices)
        word = self.text(name, required=not default)
        if word and word not in known:
            self.refuse(name, f"it cannot be {word!a}", nearest(word, known))
        return word if word in known else default

    def flag(self, name: str) -> bool:
        """Return an entry that is true or false; false where it is left out."""
        value = self.raw.get(name, False)
        if not isinstance(value, bool):
            self.refuse(name, "it must be true or false", f"write {name} = true, without quotes")
        return value is True

    def number(self, name: str, default: int = 0) -> int:
        """Return an entry that is a whole number."""
        value = self.raw.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse(name, "it must be a whole number", f"write {name} = 3, without quotes")
            return default
        return value

    def table(self, name: str) -> Table:
        """Return an entry that is a table; an empty one where there is none."""
        return next((table for _, table in self.tables((name,))), self._at(name, {}))

    def tables(self, names: Iterable[str] | None = None) -> Iterator[tuple[str, Table]]:
        """Yield those entries of these names that are there, as tables; by default all."""
        for name in self.raw if names is None else names:
            value = self.raw.get(name)
            if isinstance(value, dict):
                yield name, self._at(name, value)
            elif value is not None:
                header = dotted((*self.key, name))
                remedy = f"write [{header}] above its keys, or {dotted((name,))} = {{ … }}"
                self.refuse(name, "it must be a table", remedy)

    def _printable(self, name: str, text: str) -> str:
        if text.isprintable():
            return text
        self.refuse(name, "it holds invisible characters", "take them out, or type it anew")
        return ""

    def _at(self, name: str, raw: Mapping[str, object]) -> Table:
        return self._replace(key=(*self.key, name), raw=raw)


def dotted(key: Iterable[str]) -> str:
    """Return a key as TOML writes it: `levels.background.publish`; quoted where it must be."""
    return ".".join(part if _is_bare(part) else ascii(part) for part in key)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a remedy for a word that is not known: the nearest that is, or all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    names = tuple(known)
    close = get_close_matches(word[:_LONGEST], names, n=1)
    listed = "write one of: " + ", ".join(names) if names else "there is none to choose from"
    return f"did you mean {close[0]}? {listed}" if close else listed


_LONGEST = 60
"""Nobody mistypes a name at greater length, and comparing costs with the square of it."""


def _is_bare(part: str) -> bool:
    return part.replace("-", "a").replace("_", "a").isalnum() and part.isascii()

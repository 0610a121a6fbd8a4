"""The styles of a Word document: which of them are titles, quotations set off, or hidden."""

from __future__ import annotations

from typing import NamedTuple

from groundrules.readers.word.word_vocabulary import OFF, known
from groundrules.readers.word.word_xml import Listener

TITLE, HEADING, QUOTE = "title", "heading", "quote"

_ROLES = {
    "title": TITLE,
    "heading 1": HEADING,
    "quote": QUOTE,
    "intense quote": QUOTE,
    "block text": QUOTE,
    "block quotation": QUOTE,
    "block quote": QUOTE,
    "quotations": QUOTE,
}
"""What a style is by its name, which is the same in every language of the word processor."""

_TOLD = frozenset({"style", "name", "basedOn", "vanish"})

_LONGEST_CHAIN = 20


class Style(NamedTuple):
    """A style: its name in lower case, the id of the one it is based on, and whether it hides."""

    name: str
    parent: str
    hides: bool


class Styles(Listener):
    """What the styles of a document are, by their ids."""

    def __init__(self) -> None:
        """Begin with none."""
        self._styles: dict[str, Style] = {}
        self._id = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        local = known(name)
        if local not in _TOLD:
            return
        values = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if local == "style":
            self._id = values.get("styleId", "")
            self._styles[self._id] = Style("", "", hides=False)
        elif self._id in self._styles:
            self._take(local, values.get("val", ""))

    def _take(self, local: str, value: str) -> None:
        style = self._styles[self._id]
        if local == "name":
            style = style._replace(name=value.lower())
        elif local == "basedOn":
            style = style._replace(parent=value)
        elif local == "vanish":
            style = style._replace(hides=value not in OFF)
        self._styles[self._id] = style

    def role(self, style: str) -> str:
        """Return what a paragraph of a style is: a title, a heading, a quotation, or ""."""
        named = (_ROLES.get(one.name, "") for one in self._chain(style))
        return next(filter(None, named), "")

    def hides(self, style: str) -> bool:
        """Tell whether what has a style is not shown."""
        return any(one.hides for one in self._chain(style))

    def _chain(self, style: str) -> list[Style]:
        found: list[Style] = []
        while style in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[style])
            style = found[-1].parent
        return found

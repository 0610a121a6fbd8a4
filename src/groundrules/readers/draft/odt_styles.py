"""The styles of an OpenDocument text: its title, what is set off as quoted, and what is hidden."""

from __future__ import annotations

from typing import NamedTuple

from groundrules.readers.draft.manuscript import HEADING, QUOTE, TITLE
from groundrules.readers.draft.odt_vocabulary import short
from groundrules.readers.word.word_xml import Listener

_ROLES = {
    "Title": TITLE,
    "Heading_20_1": HEADING,
    "Quotations": QUOTE,
    "Quote": QUOTE,
    "Intense_20_Quote": QUOTE,
    "Block_20_Text": QUOTE,
}
"""What a style is by its name, which is the same in every language of the word processor."""

_LONGEST_CHAIN = 20


class _Style(NamedTuple):
    parent: str
    hides: bool


class OdtStyles(Listener):
    """What the styles of a document are, by the family and the name of each."""

    def __init__(self) -> None:
        """Begin with none."""
        self._styles: dict[tuple[str, str], _Style] = {}
        self._current = ("", "")

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        local = short(name)
        if local == "style:style":
            values = {short(key): value for key, value in attributes.items()}
            self._current = (values.get("style:family", ""), values.get("style:name", ""))
            self._styles[self._current] = _Style(
                values.get("style:parent-style-name", ""), hides=False
            )
        elif local == "style:text-properties" and self._current in self._styles:
            values = {short(key): value for key, value in attributes.items()}
            if values.get("text:display") == "none":
                self._styles[self._current] = self._styles[self._current]._replace(hides=True)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if short(name) == "style:style":
            self._current = ("", "")

    def role(self, style: str) -> str:
        """Return what a paragraph of a style is: a title, a heading, a quotation, or ""."""
        named = (_ROLES.get(one, "") for one in self._chain("paragraph", style))
        return next(filter(None, named), "")

    def hides(self, family: str, style: str) -> bool:
        """Tell whether what has a style of a family is not shown."""
        chain = self._chain(family, style)
        return any(
            self._styles[family, one].hides for one in chain if (family, one) in self._styles
        )

    def _chain(self, family: str, style: str) -> list[str]:
        found: list[str] = []
        while style and style not in found and len(found) < _LONGEST_CHAIN:
            found.append(style)
            known = self._styles.get((family, style))
            style = known.parent if known else ""
        return found

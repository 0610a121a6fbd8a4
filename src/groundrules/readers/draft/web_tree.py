"""The elements that are open at a place in a page: what they make of the words there.

No tree is built. Ends that are not written are found as the standard has them where readers would
notice: a paragraph ends before the next one, and an end tag closes what was left open within it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.draft.web_elements import AROUND, ENDS_BEFORE, PARTING, hidden_as

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Element(NamedTuple):
    """An element that is open.

    Attributes:
        name: in lower case; "" for the page itself.
        hidden: what its words are called, if they are none of the article's.
        in_main: it stands in the main part of the page.
        in_article: it stands in an article.
        in_quote: how many block quotes it stands in.
        is_pre: white space in it is shown as it is.
        heading: which heading of the first level it stands in, counted from 1; 0 for none.
        start: the offset behind its tag.
    """

    name: str = ""
    hidden: str = ""
    in_main: bool = False
    in_article: bool = False
    in_quote: int = 0
    is_pre: bool = False
    heading: int = 0
    start: int = 0


class OpenElements:
    """The open elements, the outermost first."""

    def __init__(self) -> None:
        """Begin with the page itself."""
        self._open = [Element()]
        self._names: Counter[str] = Counter()
        self._headings = 0

    @property
    def top(self) -> Element:
        """Return the innermost one."""
        return self._open[-1]

    @property
    def depth(self) -> int:
        """Return how many are open."""
        return len(self._open) - 1

    def begin(
        self, name: str, attributes: Mapping[str, str | None], start: int
    ) -> tuple[Element, list[Element]]:
        """Open an element; return it, and those that end before it."""
        ended = list(self._implied(name))
        outer = self.top
        inside = outer.in_main or outer.in_article or bool(outer.in_quote)
        hidden = outer.hidden or hidden_as(name, attributes, inside=inside)
        self._headings += name == "h1"
        role = attributes.get("role")
        element = Element(
            name,
            "" if name == "h1" and hidden == AROUND else hidden,
            outer.in_main or name == "main" or role == "main",
            outer.in_article or name == "article" or role == "article",
            outer.in_quote + (name == "blockquote"),
            outer.is_pre or name == "pre",
            self._headings if name == "h1" else outer.heading,
            start,
        )
        self._open.append(element)
        self._names[name] += 1
        return element, ended

    def end(self, name: str) -> list[Element]:
        """Close an element and all that is open within it; return them, the innermost first."""
        if not self._names[name]:
            return []
        if name not in PARTING and not self._is_near(name):
            return []
        ended = [self._pop()]
        while ended[-1].name != name:
            ended.append(self._pop())
        return ended

    def _implied(self, name: str) -> Iterator[Element]:
        ends = ENDS_BEFORE.get(name, frozenset())
        if name in PARTING and self._names["p"]:
            yield from self._end_paragraph()
        while self.top.name in ends:
            yield self._pop()

    def _end_paragraph(self) -> list[Element]:
        """End the paragraph that is open, with what stands in it; not one outside of a block."""
        return self.end("p") if self._is_near("p") else []

    def _is_near(self, name: str) -> bool:
        """Tell whether an element is open with nothing but inline ones in it."""
        for element in reversed(self._open):
            if element.name == name:
                return True
            if element.name in PARTING or not element.name:
                return False
        return False

    def _pop(self) -> Element:
        element = self._open.pop()
        self._names[element.name] -= 1
        return element

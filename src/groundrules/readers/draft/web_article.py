"""The article of a page, picked out of everything that was heard of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.document import Draft, Omission, Span, Substitution
from groundrules.readers.draft.web_elements import AROUND, UNSEEN
from groundrules.readers.hidden_characters import refuse_hidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.readers.draft.web_tree import Element

PARTS = "parts"

_BREAK = re.compile(r"[ \t]*[\r\n\f][ \t\r\n\f]*")
_LINE = re.compile(r"[^\r\n]+")


class Item(NamedTuple):
    """One part of a page.

    Attributes:
        start: its offset in the file.
        end: the offset behind it.
        shown: what readers see in its place; None for what stands there.
        what: "" for words, `parts` for what parts paragraphs, `block quote` for a whole quotation
            that is set off, `blank` for what is blanked, and else what is called so and not read.
        element: the innermost element that it stands in.
    """

    start: int
    end: int
    shown: str | None
    what: str
    element: Element


def article(path: str, text: str, items: Sequence[Item], title: str) -> Draft:
    """Return the draft that the article of a page is.

    Where the page has a main part, that is the article; else its articles are, and else all of it
    is. Headings of the first level belong to it wherever they stand.

    Args:
        path: the file as the caller named it.
        text: the whole page.
        items: what was heard of it, in order.
        title: the title in its head.

    Raises:
        BadInput: it holds a character that hides what it says.
    """
    chosen = _Chosen(text, items)
    for item in items:
        chosen.take(item)
    blanked = _blanked(text, items)
    copy = tuple(chosen.copy)
    refuse_hidden_characters(path, _alone(blanked, copy))
    return Draft(
        path,
        blanked,
        copy,
        title=" ".join(("".join(chosen.heading) or title).split()),
        blocks=tuple(chosen.blocks),
        block_quotes=tuple(chosen.quotes),
        left_out=tuple(sorted(chosen.left_out.values())),
        substitutions=tuple(chosen.substitutions),
    )


class _Chosen:
    """What of a page is its article."""

    def __init__(self, text: str, items: Sequence[Item]) -> None:
        self.copy: list[Span] = []
        self.blocks: list[Span] = []
        self.quotes: list[Span] = []
        self.substitutions: list[Substitution] = []
        self.left_out: dict[str, Omission] = {}
        self.heading: list[str] = []
        self._heading = 0
        self._text = text
        self._parted = True
        said = [one.element for one in items if not one.what and not one.element.hidden]
        self._main = any(one.in_main for one in said)
        self._article = any(one.in_article for one in said)

    def take(self, item: Item) -> None:
        """Take the next part of the page."""
        if item.what == PARTS:
            self._parted = True
        elif item.what == "block quote":
            self.quotes.append(Span(item.start, item.end))
        elif item.what not in {"", "blank"}:
            self._leave_out(item, item.what)
        elif item.element.hidden:
            if self._words(item).strip():
                self._leave_out(item, item.element.hidden)
        elif not item.what and self._is_outside(item.element):
            if self._words(item).strip():
                self._leave_out(item, AROUND)
        elif not item.what:
            self._take_copy(item)

    def _take_copy(self, item: Item) -> None:
        words = self._words(item)
        if self._parted and not words.strip():
            return  # white space between paragraphs
        span = Span(item.start, item.end)
        if self._parted:
            self.blocks.append(Span(span.start, span.start))
            self._parted = False
        self.copy.append(span)
        if item.shown is not None:
            self.substitutions.append(Substitution(span, item.shown))
        elif not item.element.is_pre:
            self.substitutions += self._single(span)
        if item.element.heading and self._heading in {0, item.element.heading}:
            self._heading = item.element.heading
            self.heading.append(words)

    def _single(self, span: Span) -> Iterator[Substitution]:
        """Yield the line ends in a text, which readers see as a space."""
        for match in _BREAK.finditer(self._text, *span):
            yield Substitution(Span(*match.span()), " ")

    def _is_outside(self, element: Element) -> bool:
        if element.heading:
            return False
        return not element.in_main if self._main else self._article and not element.in_article

    def _words(self, item: Item) -> str:
        return self._text[item.start : item.end] if item.shown is None else item.shown

    def _leave_out(self, item: Item, what: str) -> None:
        if what not in self.left_out:
            seen = what.split(maxsplit=1)[0] not in UNSEEN
            self.left_out[what] = Omission(Span(item.start, item.end), what, seen)


def _blanked(text: str, items: Sequence[Item]) -> str:
    """Return the page with spaces for its scripts, styles and comments, every place as it was."""
    pieces: list[str] = []
    at = 0
    for start, end, _, what, _ in items:
        if what in {"blank", "comments"} and start >= at:
            pieces += [text[at:start], _spaces(text[start:end])]
            at = end
    return "".join([*pieces, text[at:]])


def _alone(text: str, copy: Sequence[Span]) -> str:
    """Return a text with spaces for all that is no copy."""
    pieces: list[str] = []
    at = 0
    for start, end in copy:
        pieces += [_spaces(text[at:start]), text[start:end]]
        at = end
    return "".join([*pieces, _spaces(text[at:])])


def _spaces(text: str) -> str:
    return _LINE.sub(lambda line: " " * len(line[0]), text)

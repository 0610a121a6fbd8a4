"""Drafts in HTML, and coverage as a browser saves it: the article, without the page around it.

The page is read by the parser of the standard library, which says at which line and column each
part of it stands; so every place is one of the file. HTML Living Standard, chapters 4 and 13.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NoReturn

from groundrules.draft.printed import printed_text
from groundrules.errors import BadInput, Fault
from groundrules.readers.draft.web_article import PARTS, Item, article
from groundrules.readers.draft.web_elements import (
    DEEPEST,
    LONG_TAG,
    MOST_ATTRIBUTES,
    MOST_LINES,
    MOST_PIECES,
    PARTING,
    VOID,
)
from groundrules.readers.draft.web_tree import Element, OpenElements

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.draft.document import Draft

_QUOTES = (("“", "”"), ("‘", "’"))

_DESCRIPTION = re.compile(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)

_QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")

_LONGEST_TAG = 2_000
"""A longer tag, such as of a picture that is written out in it, is blanked like a script."""

_MOST_ENDLESS = 100


def web_draft(path: str, text: str) -> Draft:
    """Return the draft that a page is.

    Args:
        path: the file as the caller named it.
        text: its text without a byte-order mark.

    Raises:
        BadInput: it has too many tags, or tags too deep within each other, or its copy holds a
            character that hides what it says.
    """
    page = _Page(path, text)
    page.refuse_endless()
    page.feed(text)
    page.close()
    return article(path, text, page.items, page.title)


class _Page(HTMLParser):
    """What is heard of the page, part by part."""

    def __init__(self, path: str, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.items: list[Item] = []
        self.title = ""
        self._path = path
        self._text = text
        self._lines = [0]
        self._open = OpenElements()
        self._quotes = 0
        self._left = MOST_PIECES

    def refuse_endless(self) -> None:
        """Refuse what would be searched to the end of the page again and again for its end."""
        if self._text.count("\n") > MOST_LINES:
            self._refuse(f"it has more than {MOST_LINES:,} lines", 0)
        self._lines += [match.end() for match in re.finditer("\n", self._text)]
        for begins, ends in (("<", ">"), ("<!--", "-->")):
            behind = self._text.rfind(ends) + 1
            if self._text.count(begins, behind) > _MOST_ENDLESS:
                self._refuse("it has many tags that never end", bisect_right(self._lines, behind))

    # What the parser tells, in its own words

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag that begins an element."""
        start = self._next()
        raw = self.get_starttag_text() or ""
        span = (start, start + len(raw))
        if len(raw) > _LONGEST_TAG:
            self._put(*span, "", "blank")
        if tag in VOID:
            self._void(tag, raw, span)
            return
        element, ended = self._open.begin(tag, dict(reversed(attrs)), span[1])
        if self._open.depth > DEEPEST:
            self._refuse(
                f"it has more than {DEEPEST:,} elements within each other", self.getpos()[0]
            )
        self._end(ended, start)
        if tag in PARTING:
            self._part(start)
        elif tag == "q":
            self._put(*span, _QUOTES[self._quotes % 2][0])
            self._quotes += 1
        elif tag == "a" and any(name == "href" for name, _ in attrs) and not element.hidden:
            self._put(*span, "", "addresses of links")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag that is an element without content."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._end(self._open.end(tag), self._at())

    def handle_endtag(self, tag: str) -> None:
        """Take a tag that ends an element."""
        start = self._next()
        self._end(self._open.end(tag), start)
        if tag in PARTING:
            self._part(start)

    def handle_data(self, data: str) -> None:
        """Take characters."""
        start = self._next()
        if self._open.top.name == "title" and self._open.top.hidden == "head of the page":
            self.title += data
        what = "blank" if self.cdata_elem else ""
        self._put(start, start + len(data), None, what)

    def handle_entityref(self, name: str) -> None:
        """Take a reference by name."""
        self._reference(1 + len(name))

    def handle_charref(self, name: str) -> None:
        """Take a reference by number."""
        self._reference(2 + len(name))

    def handle_comment(self, data: str) -> None:
        """Take a comment."""
        start = self._next()
        end = self._text.find(">", start + 2 + len(data)) + 1 or len(self._text)
        self._put(start, end, "", "comments" if data.strip() else "blank")

    def parse_html_declaration(self, i: int) -> int:
        """Take `<![` as the comment that the standard makes of it, and leave the rest as it is."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def close(self) -> None:
        """Take the end of the page."""
        super().close()
        if self.cdata_elem:  # it never ends, and the parser keeps it to itself
            self._put(len(self._text), len(self._text), "", "scripts and styles")

    def parse_starttag(self, i: int) -> int:
        """Take a tag, but none of very many attributes, which the parser would choke on."""
        end = self.rawdata.find(">", i)
        if end - i > LONG_TAG:
            bare = _QUOTED.sub(" ", self.rawdata[i:end])
            if sum(bare.count(each) for each in "/ \t\r\n\f") > MOST_ATTRIBUTES:
                self._refuse(
                    f"a tag has more than {MOST_ATTRIBUTES:,} attributes", self.getpos()[0]
                )
        return super().parse_starttag(i)

    # What is made of it

    def _next(self) -> int:
        """Return where the next part of the page stands, and count it."""
        self._left -= 1
        if self._left < 0:
            self._refuse(f"it has more than {MOST_PIECES:,} tags and texts", self.getpos()[0])
        return self._at()

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _void(self, tag: str, raw: str, span: tuple[int, int]) -> None:
        if tag == "br":
            self._put(*span, "\n")
        elif tag == "img":
            self._put(*span, "", "pictures")
            self._describe(raw, span[0])
        elif tag in PARTING:
            self._part(span[0])

    def _describe(self, raw: str, start: int) -> None:
        match = _DESCRIPTION.search(raw) if len(raw) <= _LONGEST_TAG else None
        group = 1 if match and match[1] is not None else 2
        if match and match[group].strip():
            begin, end = (start + place for place in match.span(group))
            shown = _seen(match[group])
            self._part(begin)
            self._put(begin, end, shown if shown != match[group] else None)
            self._part(end)

    def _reference(self, length: int) -> None:
        start = self._next()
        end = start + length
        end += self._text.startswith(";", end)
        written = self._text[start:end]
        shown = _seen(written)
        if self._open.top.name == "title" and self._open.top.hidden == "head of the page":
            self.title += shown
        self._put(start, end, shown if shown != written else None)

    def _end(self, ended: Iterable[Element], at: int) -> None:
        for element in ended:
            if element.name == "q" and self._quotes:
                self._quotes -= 1
                close = self._text.find(">", at) + 1 or at
                self._put(at, close, _QUOTES[self._quotes % 2][1])
            elif element.name == "blockquote" and element.in_quote == 1:
                self.items.append(Item(element.start, at, "", "block quote", element))

    def _part(self, at: int) -> None:
        if not self._open.top.hidden:
            self._put(at, at, "", PARTS)

    def _put(self, start: int, end: int, shown: str | None, what: str = "") -> None:
        self.items.append(Item(start, end, shown, what, self._open.top))

    def _refuse(self, message: str, line: int) -> NoReturn:
        raise BadInput(Fault(self._path, message, "save the article alone, or its text", line))


def _seen(written: str) -> str:
    """Return what readers see of characters that may be references."""
    return printed_text(html.unescape(written)).text

"""The marks inside a block of a Markdown file: emphasis, links, code, tags, references.

What readers do not see is cut, and what they see otherwise is said. Brackets that are no link
stay: `[the mayor]` is an editor's.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.draft.markdown_emphasis import Emphasis
from groundrules.readers.draft.markdown_tags import tag_marks

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

ADDRESS = "addresses of links"

_LONGEST_LABEL = 999


class Mark(NamedTuple):
    """A run of characters that readers do not see as it stands.

    Attributes:
        shown: what they see instead; None where they see nothing.
        omitted: what it is, where it holds words; "" otherwise.
    """

    start: int
    end: int
    shown: str | None = None
    omitted: str = ""


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"(?P<escape>\\[!-/:-@\[-`{-~]|\\(?=[\r\n]))"
        r"|(?P<code>`+)"
        r"|<(?P<autolink>[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>"
        r"|(?P<tag></?[A-Za-z][A-Za-z0-9]*(?=[\s/>])[^<>]*>)"
        r"|(?P<address>(?:https?://|www\.)[^\s<>()\[\]*]+)"
        r"|(?P<reference>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
        r"|(?P<opening>!?\[)"
        r"|(?P<closing>\])"
        r"|(?P<emphasis>\*+|_+|~~+)"
    )


@cache
def _destination() -> re.Pattern[str]:
    return re.compile(
        r"""\(\s*(?:<[^<>\r\n]*>|(?:[^\s()<]|\([^\s()]*\))*)"""
        r"""(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)""",
        re.DOTALL,
    )


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"\[([^\[\]]{0,999})\]")


@cache
def _footnote() -> re.Pattern[str]:
    return re.compile(r"\[\^[^\[\]\s]{1,99}\]")


@cache
def _backquotes() -> re.Pattern[str]:
    return re.compile("`+")


def inline_marks(text: str, start: int, end: int, labels: AbstractSet[str]) -> list[Mark]:
    """Return the marks of one block, in order; none overlap.

    Args:
        text: the text in which the block's lines follow each other.
        start: where the block starts in it.
        end: where it ends.
        labels: those that definitions of links define, in lower case.
    """
    return _Scanner(text, start, end, labels).scanned()


class _Scanner:
    """One walk through a block."""

    def __init__(self, text: str, start: int, end: int, labels: AbstractSet[str]) -> None:
        self.text, self.start, self.end = text, start, end
        self.labels = labels
        self.marks: list[Mark] = []
        self.opened: list[tuple[int, int]] = []
        self.emphasis = Emphasis(text, start, end)
        self.unmatched: set[int] = set()

    def scanned(self) -> list[Mark]:
        at = self.start
        while match := _token().search(self.text, at, self.end):
            at = getattr(self, f"_{match.lastgroup}")(match)
        self.marks.extend(Mark(*one) for one in self.emphasis.cuts())
        return sorted(self.marks)

    def _escape(self, match: re.Match[str]) -> int:
        self.marks.append(Mark(match.start(), match.start() + 1))
        return match.end()

    def _code(self, match: re.Match[str]) -> int:
        length = match.end() - match.start()
        if length in self.unmatched:
            return match.end()
        for run in _backquotes().finditer(self.text, match.end(), self.end):
            if run.end() - run.start() == length:
                self.marks += [Mark(*match.span()), Mark(*run.span())]
                return run.end()
        self.unmatched.add(length)
        return match.end()

    def _autolink(self, match: re.Match[str]) -> int:
        self.marks += [
            Mark(match.start(), match.start() + 1),
            Mark(match.end() - 1, match.end()),
        ]
        return match.end()

    def _tag(self, match: re.Match[str]) -> int:
        self.marks.extend(Mark(*one) for one in tag_marks(match[0], match.start()))
        return match.end()

    def _address(self, match: re.Match[str]) -> int:
        return match.end()  # what looks like emphasis in an address is none

    def _reference(self, match: re.Match[str]) -> int:
        shown = unescape(match[0])
        if shown != match[0]:
            self.marks.append(Mark(*match.span(), shown))
        return match.end()

    def _opening(self, match: re.Match[str]) -> int:
        note = _footnote().match(self.text, match.end() - 1, self.end)
        if note:
            self.marks.append(Mark(*note.span()))
            return note.end()
        self.opened.append(match.span())
        return match.end()

    def _closing(self, match: re.Match[str]) -> int:
        if not self.opened:
            return match.end()
        opening = self.opened.pop()
        if destination := _destination().match(self.text, match.end(), self.end):
            self.marks += [Mark(*opening), Mark(match.start(), destination.end(), omitted=ADDRESS)]
            return destination.end()
        label = _label().match(self.text, match.end(), self.end)
        inner = self.text[opening[1] : min(match.start(), opening[1] + _LONGEST_LABEL)]
        named = label[1] if label and label[1].strip() else inner
        if " ".join(named.lower().split()) not in self.labels:
            return match.end()
        end = label.end() if label else match.end()
        self.marks += [Mark(*opening), Mark(match.start(), end)]
        return end

    def _emphasis(self, match: re.Match[str]) -> int:
        self.emphasis.add(*match.span())
        return match.end()

"""The wording of a text: its words in the form in which they are compared, and where each stands.

Two wordings are the same where a reader would hear the same words: letter case, curly or straight
apostrophes, typographic forms (Unicode's NFKC) and characters without width do not count. The
rules: `it's` is one word, `long-term` is two, `1,200` is `1200`, `3.5` stays, `U.S.` is `us`.
Accents count, except in names (see `naming`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.document import Span
from groundrules.draft.printed import printed, printed_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.document import Draft
    from groundrules.draft.printed import Printed

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
"""Combining marks of the scripts that newsrooms meet most; `re` does not count them as letters."""

_DROPPED, _POINT = "\x01", "\x02"
"""What stands, while words are cut, for a separator inside a number or initials, and a point."""


class Words(NamedTuple):
    """Words in order: three lists of the same length.

    Attributes:
        texts: each word in the form in which it is compared; never empty.
        starts: where it starts in the text.
        ends: where it ends.
    """

    texts: list[str]
    starts: list[int]
    ends: list[int]

    def span(self, first: int, last: int) -> Span:
        """Return the span from one word to another, both included."""
        return Span(self.starts[first], self.ends[last])


def words(text: str, spans: Sequence[Span] | None = None) -> Words:
    """Return the words of a text, or of those spans of it, with offsets into the text.

    Where one span ends inside a word and the next goes on with it, it is one word. For a whole
    draft use `draft_words`, which also knows its blocks and character references.
    """
    return words_of_print(printed_text(text, spans))


def draft_words(draft: Draft) -> Words:
    """Return the words of a draft's copy, with offsets into its text."""
    return draft.keep("words", lambda one: words_of_print(printed(one)))


def word_list(text: str) -> list[str]:
    """Return the words of a text without their places: the texts of `words(text)`, but faster."""
    shown = text if text.isascii() else printed_text(text).text
    if not _keeps_places(shown):
        return words(text).texts
    return _texts(_spaced(_folded(shown)))


def words_of_print(shown: Printed) -> Words:
    """Return the words of a print, with offsets into the text that it was made of."""
    starts, ends = shown.starts, shown.ends
    if _keeps_places(shown.text):
        found = _cut(_spaced(_folded(shown.text)))
    else:
        folded, starts, ends = _folded_by_pieces(shown)
        found = _cut(_spaced(folded))
    if isinstance(starts, range):  # the whole text is its own print
        return found
    return Words(
        found.texts,
        [starts[start] for start in found.starts],
        [ends[end - 1] for end in found.ends],
    )


def _folded(text: str) -> str:
    """Return the text in the form in which words are compared, still with all its punctuation."""
    text = _plain(text)
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _plain(text: str) -> str:
    """Put ASCII, character for character, in the place of the typography that all copy has."""
    if text.isascii():
        return text
    for curly in "’‘":
        text = text.replace(curly, "'")
    for mark in "“”–—…\u00a0":
        text = text.replace(mark, " ")
    return text


def _keeps_places(text: str) -> bool:
    """Tell whether folding puts one character in the place of each, so that offsets stay."""
    text = _plain(text)
    if text.isascii():
        return True
    return unicodedata.is_normalized("NFKC", text) and all(
        len(one.casefold()) == 1 and unicodedata.is_normalized("NFKC", one.casefold())
        for one in set(text)
    )


def _folded_by_pieces(shown: Printed) -> tuple[str, list[int], list[int]]:
    """Fold piece by piece, so that each folded character still knows what it comes from."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in _pieces().finditer(shown.text):
        start, end = match.span()
        pieces.append(shown.text[at:start].lower())
        starts.extend(shown.starts[at:start])
        ends.extend(shown.ends[at:start])
        piece = _folded(match[0])
        pieces.append(piece)
        starts.extend([shown.starts[start]] * len(piece))
        ends.extend([shown.ends[end - 1]] * len(piece))
        at = end
    pieces.append(shown.text[at:].lower())
    starts.extend(shown.starts[at:])
    ends.extend(shown.ends[at:])
    return "".join(pieces), starts, ends


@cache
def _pieces() -> re.Pattern[str]:
    # One character beyond ASCII with what may combine with it, or one of ASCII with its marks.
    return re.compile(f"[^\\x00-\\x7f][{_MARKS}\u1160-\u11ff]*|[\\x00-\\x7f][{_MARKS}]+")


def _cut(spaced: str) -> Words:
    """Cut at the spaces."""
    pieces = spaced.split(" ")
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for piece in pieces:  # in CPython 3.11 this takes half as long as `map` and `accumulate`
        if piece:
            starts.append(at)
            at += len(piece)
            ends.append(at)
        at += 1
    if _DROPPED in spaced or _POINT in spaced:
        return Words(_texts(spaced), starts, ends)
    return Words(list(filter(None, pieces)), starts, ends)


def _texts(spaced: str) -> list[str]:
    """Return the words between the spaces, without what stood for a separator."""
    return spaced.replace(_DROPPED, "").replace(_POINT, ".").split()


def _spaced(folded: str) -> str:
    """Put a space in the place of each character that is no part of a word."""
    folded = folded.replace(_DROPPED, " ").replace(_POINT, " ")
    if "." in folded:
        folded = _decimal_point().sub(_POINT, folded)
        folded = _between_initials().sub(_DROPPED, folded)
    if "," in folded:
        folded = _thousands().sub(_DROPPED, folded)
    if "'" in folded:
        folded = _outer_apostrophe().sub(" ", folded)
    if folded.isascii():
        return folded.translate(_SPACES)
    return _no_word().sub(" ", folded)


_SPACES = {
    code: " "
    for code in range(128)
    if not chr(code).isalnum() and chr(code) not in ("'", _DROPPED, _POINT)
}


@cache
def _decimal_point() -> re.Pattern[str]:
    return re.compile(r"\.(?<=[0-9]\.)(?=[0-9])")


@cache
def _between_initials() -> re.Pattern[str]:
    return re.compile(r"\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)")


@cache
def _thousands() -> re.Pattern[str]:
    return re.compile(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")


@cache
def _outer_apostrophe() -> re.Pattern[str]:
    return re.compile(r"'(?:(?!\w)|(?<!\w'))")


@cache
def _no_word() -> re.Pattern[str]:
    return re.compile(f"[^\\w'{_MARKS}{_DROPPED}{_POINT}]|_")

"""A small language for fixed phrases, and the search for them among tokens.

`asked|asking not? to be named|identified` matches *asked not to be named*: words in order, `|`
between alternatives, `?` behind what may be missing, `~` for up to four words of any kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.tokens import Token

_ANY = frozenset("~")
_REACH = 4


class Element(NamedTuple):
    """One place of a phrase: the words that may stand there, and whether it may be empty."""

    words: frozenset[str]
    optional: bool


Phrase: TypeAlias = "tuple[Element, ...]"
Phrases: TypeAlias = "dict[str, list[Phrase]]"


def phrases(*written: str) -> Phrases:
    """Return phrases by the words that they begin with; the first word may not be missing."""
    book: Phrases = {}
    for phrase in written:
        elements = tuple(_element(part) for part in phrase.split())
        for first in elements[0].words:
            book.setdefault(first, []).append(elements)
    return book


def _element(part: str) -> Element:
    return Element(frozenset(part.removesuffix("?").split("|")), part.endswith("?"))


def phrase_end(tokens: Sequence[Token], at: int, book: Phrases) -> int:
    """Return where the longest phrase that begins at a token ends, or 0 where none does."""
    if at >= len(tokens) or tokens[at].low not in book:
        return 0
    return max(_end(tokens, at, phrase) for phrase in book[tokens[at].low])


def _end(tokens: Sequence[Token], at: int, phrase: Phrase) -> int:
    if not phrase:
        return at
    element, rest = phrase[0], phrase[1:]
    if element.words == _ANY:
        return _end_beyond(tokens, at, rest)
    if at < len(tokens) and tokens[at].low in element.words and (end := _end(tokens, at + 1, rest)):
        return end
    return _end(tokens, at, rest) if element.optional else 0


def _end_beyond(tokens: Sequence[Token], at: int, rest: Phrase) -> int:
    for skipped in range(at, min(at + _REACH, len(tokens)) + 1):
        if end := _end(tokens, skipped, rest):
            return end
        if skipped < len(tokens) and not tokens[skipped].is_word:
            break
    return 0

"""The tokens of a paragraph: words, marks, and each quotation as one.

What stands in quotation marks is somebody else's sentence, so nothing looks inside it for the
attribution of anything: it is one token in the sentence that it stands in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, partial
from itertools import accumulate, islice
from operator import sub
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.listed import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.draft.printed import Stretch

QUOTED = "“”"
"""The text of a token that is a whole quotation."""

ABBREVIATIONS = listed(
    """adm al amb apr asst assn atty aug ave blvd brig capt cf cmdr co col corp cpl ct dec dept det
    dist dr esq est etc ext feb fr ft gen gov hon inc insp jan jr lt ltd maj messrs mr mrs
    ms mt mx nov oct pfc pres prof pub pvt rd rep reps ret rev sec sen sens sept sgt
    sr st ste supt tel univ u.s vol vs v jul jun"""
)
"""Words in lower case behind which a full stop belongs to the word."""

_BEFORE_NUMBERS = frozenset(["no", "nos", "fig", "art", "op", "pp", "para"])
"""Words behind which it does so before a number."""


class Token(NamedTuple):
    """A word, a mark or a whole quotation, with its place in the print.

    Attributes:
        text: as it is printed, with straight apostrophes; `QUOTED` for a quotation.
        low: the text in lower case, a full stop of an abbreviation dropped.
    """

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Tell whether it is a word or a number."""
        return self.text[0].isalnum()

    @property
    def is_quotation(self) -> bool:
        """Tell whether it is a whole quotation."""
        return self.text == QUOTED

    @property
    def is_capitalised(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[0].isupper()


class Cut(NamedTuple):
    """A text cut into tokens: what a `Token` has of each, in four lists of the same length.

    A token of its own for every word takes longer to make than to find, so it is made when asked.
    """

    texts: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]

    def token(self, at: int) -> Token:
        """Return one of the tokens."""
        return Token(self.texts[at], self.lows[at], self.starts[at], self.ends[at])

    def tokens(self) -> list[Token]:
        """Return the tokens."""
        return list(map(_MAKE, zip(*self, strict=True)))

    def insert(self, at: int, token: Token) -> None:
        """Put a token before another one."""
        self.texts.insert(at, token.text)
        self.lows.insert(at, token.low)
        self.starts.insert(at, token.start)
        self.ends.insert(at, token.end)


_MAKE = partial(tuple.__new__, Token)

_IN_CONTEXT = frozenset("Σİ")
"""Capitals of which the small letter depends on what is around, or is two characters."""


def tokens(text: str, part: Stretch, quotations: Iterable[Stretch]) -> list[Token]:
    """Return the tokens of a part of a print; the quotations are those that lie in it, in order."""
    return cut(text, part, quotations).tokens()


def first_tokens(text: str, part: Stretch, most: int) -> list[Token]:
    """Return the first tokens of a part of a print in which there are no quotations."""
    # A token is a match or, with its full stop, two. An apostrophe at the end of what is cut is
    # taken for one of the word before, whatever follows it, so that two more are cut.
    found = [one.end() for one in islice(_token().finditer(text, *part), 2 * most + 2)]
    end = found[-1] if found else part.start
    return cut(text, part._replace(end=end), ()).tokens()[:most]


def cut(text: str, part: Stretch, quotations: Iterable[Stretch]) -> Cut:
    """Return what `tokens` returns before the tokens are made."""
    whole = list(quotations)
    found = _cut(without(text, part, whole), part.start)
    for quotation in reversed(whole):
        at = bisect_left(found.starts, quotation.start)
        found.insert(at, Token(QUOTED, QUOTED, *quotation))
    return found


def without(text: str, part: Stretch, quotations: Iterable[Stretch], mark: str = "") -> str:
    """Return a part of a print with straight apostrophes, and spaces in the place of quotations.

    Args:
        text: the print.
        part: the part.
        quotations: those that lie in it, in order.
        mark: a character to begin that space with.
    """
    pieces: list[str] = []
    at = part.start
    for start, end in quotations:
        pieces += text[at:start], mark.ljust(end - start)
        at = end
    shown = "".join([*pieces, text[at : part.end]])
    return shown if shown.isascii() else shown.replace("’", "'").replace("‘", "'")


def _cut(text: str, offset: int) -> Cut:
    """Cut a text of which the first character stands at the offset.

    Nearly no step here runs through the words one by one in Python. Every character is of a token
    or of the space before one, so that the lengths tell the places.
    """
    # Without space behind the last token, so that no search for one goes to the end in vain.
    spaced = _token().findall(text.rstrip())
    texts = list(map(str.lstrip, spaced))
    ends = list(accumulate(map(len, spaced), initial=offset))[1:]
    starts = list(map(sub, ends, map(len, texts)))
    lows = list(map(str.lower, texts))
    if not _IN_CONTEXT.isdisjoint(text):
        lower = " " * offset + _lower(text)
        lows = [lower[start:end] for start, end in zip(starts, ends, strict=True)]
    found = Cut(texts, lows, starts, ends)
    for at in reversed([at for at, one in enumerate(texts) if one[-1] == "."]):
        _stop(found, at, text[ends[at] - offset : ends[at] - offset + 2])
    return found


def _stop(found: Cut, at: int, behind: str) -> None:
    """Give full stops to the abbreviation before them, and take that of initials from `low`.

    Args:
        found: the tokens.
        at: the one that ends with a full stop.
        behind: the two characters behind it.
    """
    texts, lows, starts, ends = found
    if texts[at][0] != ".":  # initials
        if behind[:1] != ".":
            lows[at] = lows[at].rstrip(".")
    elif at and ends[at - 1] == starts[at]:
        behind = (texts[at][1:] + behind)[:2]
        if is_abbreviated(texts[at - 1], lows[at - 1], behind):
            texts[at - 1] += "."
            ends[at - 1] += 1
            for column in found:
                del column[at]


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one.lower()[:1] or one for one in text)


def is_abbreviated(word: str, low: str, behind: str) -> bool:
    """Tell whether a word ends with the full stop before the two characters behind it."""
    if low in _BEFORE_NUMBERS:
        return behind.strip()[:1].isdigit()
    return low in ABBREVIATIONS or (len(word) == 1 and word.isupper())


_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        # Most are letters before a space: to try this first costs less than all that follows.
        r"\s*(?:[A-Za-z]++(?=[,.]?[ \n])|(?:[^\W\d_]-)?(?:[^\W\d_]\.){2,}"
        rf"|{_WORD}(?:(?:[-'&/@‑]|[.,](?=[0-9])){_WORD})*(?:'(?!\w))?"
        r"|-{2,}|[^\s.]|\.+)"
    )

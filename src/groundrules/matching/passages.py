"""The passages of a draft: its words as readers see them, which are quoted, which are put aside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.printed import Printed, printed
from groundrules.draft.wording import words_of_print
from groundrules.matching.alphabet import BREAK, Alphabet, Lettered
from groundrules.matching.asides import asides_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.document import Draft, Span
    from groundrules.draft.quotation import Quotation

UNQUOTED = -1
"""The number of no quotation."""


class Passages(NamedTuple):
    """A draft as the search sees it.

    Attributes:
        words: the words in letters; each aside stands behind the rest, on its own.
        quoted: for each word, the number of the quotation that it stands in, or `UNQUOTED`.
        quotes: the same for each plain word.
        lengths: how many words, without fillers and asides, each quotation has.
        asides: where in the print each aside starts, in order.
        shown: the print, in which the words have their places.
        alphabet: the letters that the words are written in.
    """

    words: Lettered
    quoted: list[int]
    quotes: list[int]
    lengths: list[int]
    asides: list[int]
    shown: Printed
    alphabet: Alphabet

    def span(self, first: int, last: int) -> Span:
        """Return the span of the file from one word to another, both included."""
        return self.shown.span(self.words.starts[first], self.words.ends[last])

    def has_aside(self, first: int, last: int) -> bool:
        """Tell whether an aside stands between two words."""
        start, end = self.words.ends[first], self.words.starts[last]
        return bisect_left(self.asides, start) < bisect_left(self.asides, end)

    def is_marked(self, first: int, last: int) -> bool:
        """Tell whether an ellipsis, or an aside, stands between two words."""
        start, end = self.words.ends[first], self.words.starts[last]
        return self.has_aside(first, last) or bool(_ellipsis().search(self.shown.text, start, end))


def passages(draft: Draft, quotations: Sequence[Quotation]) -> Passages:
    """Return the passages of a draft, of which the quotations are given."""
    shown = printed(draft)
    quotes = [_shown_at(shown, quotation.words) for quotation in quotations]
    places = Printed(shown.text, range(len(shown.text)), range(1, len(shown.text) + 1))
    found, asides = asides_apart(shown.text, words_of_print(places), quotes)
    alphabet = Alphabet(found.texts)
    words = alphabet.letter(*found)
    quoted = _quoted(words, quotes)
    at_plain = list(map(quoted.__getitem__, words.at))
    counted = Counter(at_plain[: _without_asides(words.plain)])
    lengths = [counted[number] for number in range(len(quotes))]
    return Passages(words, quoted, at_plain, lengths, asides, shown, alphabet)


@cache
def _ellipsis() -> re.Pattern[str]:
    return re.compile(r"…|\.\s?\.\s?\.")


def _shown_at(shown: Printed, span: Span) -> tuple[int, int]:
    if isinstance(shown.starts, range):  # the whole text is its own print
        return span.start, span.end
    return bisect_left(shown.starts, span.start), bisect_left(shown.starts, span.end)


def _without_asides(letters: str) -> int:
    """Return how many letters there are ahead of the asides."""
    asides = letters.find(BREAK)
    return len(letters) if asides < 0 else asides


def _quoted(words: Lettered, quotes: Sequence[tuple[int, int]]) -> list[int]:
    starts, main = words.starts, _without_asides(words.letters)
    inside = [UNQUOTED] * len(starts)
    aside = sorted(range(main, len(starts)), key=starts.__getitem__)
    places = [starts[word] for word in aside]
    for number, (start, end) in enumerate(quotes):
        first, last = bisect_left(starts, start, 0, main), bisect_left(starts, end, 0, main)
        inside[first:last] = [number] * (last - first)
        for word in aside[bisect_left(places, start) : bisect_left(places, end)]:
            inside[word] = number
    return inside

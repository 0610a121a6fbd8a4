"""The tokens of a paragraph: words, marks, and each quotation as one.

What stands in quotation marks is somebody else's sentence, so nothing looks inside it for the
attribution of anything: it is one token in the sentence that it stands in.
"""

from __future__ import annotations

import re
from functools import cache
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


def tokens(text: str, paragraph: Stretch, quotations: Iterable[Stretch]) -> list[Token]:
    """Return the tokens of one paragraph of a print; the quotations are those that lie in it."""
    found: list[Token] = []
    at = paragraph.start
    for start, end in quotations:
        _add(found, text, at, start)
        found.append(Token(QUOTED, QUOTED, start, end))
        at = end
    _add(found, text, at, paragraph.end)
    return found


def _add(found: list[Token], text: str, start: int, end: int) -> None:
    # This runs for every word of a draft, so it slices one copy and makes tuples by hand.
    part = text[start:end]
    if not part.isascii():
        part = part.replace("’", "'").replace("‘", "'")
    part += "  "
    lower = part.lower()
    if len(lower) != len(part):
        lower = "".join(one.lower()[:1] or one for one in part)
    make, kind = tuple.__new__, Token
    taken = 0
    for match in _token().finditer(part, 0, end - start):
        first, last = match.span()
        if first < taken:
            continue  # the full stop of the abbreviation before it
        low = lower[first:last]
        if part[last] == ".":
            if _is_abbreviated(part[first:last], low, part[last + 1 : last + 3]):
                last += 1
        elif low[-1] == ".":
            low = low.rstrip(".") or low
        taken = last
        found.append(make(kind, (part[first:last], low, start + first, start + last)))


def _is_abbreviated(word: str, low: str, behind: str) -> bool:
    """Tell whether a word ends with the full stop before the two characters behind it."""
    if low in _BEFORE_NUMBERS:
        return behind.strip()[:1].isdigit()
    return low in ABBREVIATIONS or (len(word) == 1 and word.isupper())


_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        r"(?:[^\W\d_]-)?(?:[^\W\d_]\.){2,}"
        rf"|{_WORD}(?:(?:[-'&/@‑]|[.,](?=[0-9])){_WORD})*(?:'(?!\w))?"
        r"|-{2,}|[^\s.]|\.+"
    )

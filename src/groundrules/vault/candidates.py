"""The runs of a draft's words that could name somebody or a body: what a check asks the vault for.

They are words of the draft, and of nothing else. Which of them are names of sources is for the
vault to say, which knows keyed forms of those names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.listed import listed
from groundrules.draft.name_words import is_unspaced
from groundrules.draft.printed import printed
from groundrules.draft.small_words import FUNCTION_WORDS
from groundrules.draft.wording import words
from groundrules.vault.name_forms import MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Draft
    from groundrules.draft.wording import Words

_HANDLE = re.compile(r"[@#](\w{4,40})")
_UNSPACED = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.!?;:]\s|\n\s*\n")
_LONGEST_UNSPACED = 8
_SHORTEST_PIECE = 2
_LONGEST_INITIAL = 2
_SHORT_TITLES = listed("mr mrs ms dr prof rev sen rep gov gen col capt sgt lt hon st jr sr")
"""What a point behind it does not end a sentence."""


class _Copy(NamedTuple):
    """A draft's print and its words."""

    text: str
    words: Words


def candidates_of(draft: Draft) -> tuple[str, ...]:
    """Return each run of words that could name somebody, once, in the order of the draft.

    Runs begin with a capital, or are two words in small letters; handles are cut in two at every
    place. A script without spaces between words gives every run of characters.
    """
    text = printed(draft).text
    copy = _Copy(text, words(text))
    found = dict.fromkeys(_runs(copy))
    found |= dict.fromkeys(_handles(text))
    if is_unspaced(text):
        found |= dict.fromkeys(_unspaced(text))
    return tuple(found)


def _runs(copy: _Copy) -> Iterator[str]:
    starts, ends = copy.words.starts, copy.words.ends
    for first, start in enumerate(starts):
        most = MOST_WORDS if _has_capital(copy, first) else _small(copy, first)
        for last in range(first, min(first + most, len(starts))):
            run = copy.text[start : ends[last]]
            if last > first and _BREAK.search(copy.text[ends[last - 1] : starts[last]]):
                initial = ends[last - 1] - starts[last - 1] <= _LONGEST_INITIAL
                if not initial and copy.words.texts[last - 1] not in _SHORT_TITLES:
                    break
            yield " ".join(run.split())


def _has_capital(copy: _Copy, at: int) -> bool:
    written = copy.text[copy.words.starts[at] : copy.words.ends[at]]
    return not written.islower()


def _small(copy: _Copy, at: int) -> int:
    """Return 2 where two words in small letters may be a name, else 0."""
    pair = copy.words.texts[at : at + 2]
    return 0 if len(pair) < _SHORTEST_PIECE or set(pair) & FUNCTION_WORDS else 2


def _handles(text: str) -> Iterator[str]:
    for found in _HANDLE.finditer(text):
        joined = found[1].replace("_", "")
        for cut in range(_SHORTEST_PIECE, len(joined) - 1):
            yield f"{joined[:cut]} {joined[cut:]}"


def _unspaced(text: str) -> Iterator[str]:
    for found in _UNSPACED.finditer(text):
        run = found[0]
        if is_unspaced(run):
            for start in range(len(run)):
                for size in range(_SHORTEST_PIECE, _LONGEST_UNSPACED + 1):
                    if start + size <= len(run):
                        yield run[start : start + size]

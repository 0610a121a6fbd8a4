"""Fidelity: may a passage in quotation marks stand as what a statement says?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.draft.wording import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = r"\[[^\]]*\]|\.\s*\.\s*\.|…"
_LETTER_IN_BRACKETS = r"\[(\w)\](?=\w)"
_STAGE = r"\([^)]*\)|\[[^\]]*\]"

FILLERS = frozenset({("ah",), ("eh",), ("er",), ("erm",), ("hm",), ("hmm",), ("mm",), ("oh",)}) | {
    *(("uh",), ("uhm",), ("um",), ("i", "mean"), ("you", "know")),
}
"""What may be dropped without a mark, as houses do. A hedge such as `sort of` is of the sense."""


def is_faithful(quoted: str, spoken: str) -> bool:
    """Tell whether the quoted words are spoken ones, in order, with what is left out marked.

    Fillers and repeated words may be missing. An ellipsis, or something in brackets, stands for any
    words or none. A letter in brackets, as in `[t]he`, is the letter.
    """
    said = word_list(re.sub(_STAGE, " ", spoken))
    reached = set(range(len(said)))
    for run in _runs(quoted):
        for place, word in enumerate(run):
            starts = _past_fillers(said, reached, run[place - 1]) if place else reached
            reached = {at + 1 for at in starts if said[at : at + 1] == [word]}
        reached = set(range(min(reached, default=len(said) + 1), len(said) + 1))
    return bool(reached)


def _runs(quoted: str) -> Iterator[list[str]]:
    """Yield the words between the marks of omission."""
    text = re.sub(_LETTER_IN_BRACKETS, r"\1", quoted)
    return (run for run in map(word_list, re.split(_GAP, text)) if run)


def _past_fillers(said: list[str], reached: set[int], before: str) -> set[int]:
    """Return the places reached, and those behind fillers and repetitions of the word before."""
    found, new = set(reached), list(reached)
    while new:
        at = new.pop()
        skips = {len(one) for one in FILLERS if tuple(said[at : at + len(one)]) == one}
        if said[at : at + 1] == [before]:
            skips.add(1)
        further = {at + skip for skip in skips} - found
        found |= further
        new.extend(further)
    return found

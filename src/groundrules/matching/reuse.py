"""The reuse: exactly which words make a passage, and how do they come from the statement's?"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from groundrules.evidence.case import Reuse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.matching.align import Pair
    from groundrules.matching.alphabet import Lettered
    from groundrules.matching.passages import Passages


_CLAUSE = 3
"""Words. More than that, left out with a mark, is a clause; a negation in it is its own."""


class Piece(NamedTuple):
    """A passage of the draft and the words that it comes from.

    Attributes:
        pairs: which word of the draft is which of the statement, numbered as in `letters`.
        reuse: how close the two are.
        flaws: the words of the draft at or behind which the two differ, by more than a filler;
            one for each word that was added or left out.
    """

    pairs: Sequence[Pair]
    reuse: Reuse
    flaws: tuple[int, ...]


def piece_of(passages: Passages, said: Lettered, plain_pairs: Sequence[Pair]) -> Piece | None:
    """Return the passage that pairs of plain words make, or None where no whole word is left."""
    spoken = [(passages.words.at[i], said.at[j]) for i, j in plain_pairs]
    widened = _widened(passages, said, _with_fillers(passages.words, said, spoken))
    pairs = _whole_words(passages.words, said, widened)
    return Piece(pairs, *_compared(passages, said, pairs)) if pairs else None


def breaks(pairs: Sequence[Pair]) -> list[int]:
    """Return the places of the pairs ahead of which, on either side, is a word of no pair.

    Args:
        pairs: in order, on both sides.
    """
    first, last = pairs[0], pairs[-1]
    if last[0] - first[0] == last[1] - first[1] == len(pairs) - 1:
        return []
    return [
        at for at, ((i, j), (x, y)) in enumerate(pairwise(pairs), 1) if x != i + 1 or y != j + 1
    ]


def _compared(
    passages: Passages, said: Lettered, pairs: Sequence[Pair]
) -> tuple[Reuse, tuple[int, ...]]:
    """Return how close the two sides are, and where they differ."""
    added: list[int] = []
    left_out = turned = False
    negations = passages.alphabet.negations
    missed: list[int] = []
    for at in breaks(pairs):
        last, then = pairs[at - 1], pairs[at]
        added += range(last[0] + 1, then[0])
        gap = range(last[1] + 1, then[1])
        if gap:
            marked = passages.is_marked(last[0], then[0])
            missed += [last[0] for j in gap if not marked and _is_plain(said, j)]
            negated = not negations.isdisjoint(map(said.letters.__getitem__, gap))
            turned = turned or (negated and not (marked and len(gap) > _CLAUSE))
            left_out = True
    flaws = tuple(sorted([*added, *missed]))
    if added or turned:
        return Reuse.EDITED, flaws
    if left_out or passages.has_aside(pairs[0][0], pairs[-1][0]):
        return Reuse.TRIMMED, flaws
    return Reuse.VERBATIM, flaws


def _is_plain(said: Lettered, word: int) -> bool:
    at = bisect_left(said.at, word)
    return at < len(said.at) and said.at[at] == word


def _with_fillers(drafted: Lettered, said: Lettered, pairs: Sequence[Pair]) -> list[Pair]:
    """Pair the fillers that the draft has kept."""
    found: list[Pair] = []
    start = 0
    for at in breaks(pairs):
        found += pairs[start:at]
        start = at
        i, j = pairs[at - 1]
        for word in range(i + 1, pairs[at][0]):
            same = said.letters.find(drafted.letters[word], j + 1, pairs[at][1])
            if same >= 0:
                found.append((word, same))
                j = same
    return [*found, *pairs[start:]]


def _widened(passages: Passages, said: Lettered, pairs: Sequence[Pair]) -> list[Pair]:
    """Add what is the same on both sides beyond the ends: fillers, for all else is in a block."""
    ahead = list(_onward(passages, said, pairs[0], -1))
    return [*reversed(ahead), *pairs, *_onward(passages, said, pairs[-1], 1)]


def _onward(passages: Passages, said: Lettered, edge: Pair, step: int) -> Iterator[Pair]:
    drafted, spoken, quoted = passages.words.letters, said.letters, passages.quoted
    i, j = edge[0] + step, edge[1] + step
    while 0 <= i < len(drafted) and 0 <= j < len(spoken) and drafted[i] == spoken[j]:
        if quoted[i] != quoted[edge[0]]:
            return
        yield i, j
        i, j = i + step, j + step


def _whole_words(drafted: Lettered, said: Lettered, pairs: Sequence[Pair]) -> Sequence[Pair]:
    """Drop the ends that are half of a word such as `don't`."""
    first, last = 0, len(pairs)
    while first < last and (_goes_on(drafted, pairs[first][0]) or _goes_on(said, pairs[first][1])):
        first += 1
    while first < last and (
        _goes_on(drafted, pairs[last - 1][0] + 1) or _goes_on(said, pairs[last - 1][1] + 1)
    ):
        last -= 1
    return pairs[first:last]


def _goes_on(words: Lettered, word: int) -> bool:
    """Tell whether a word and the one before it are written as one."""
    return 0 < word < len(words.starts) and words.starts[word] == words.starts[word - 1]

"""The parts: where a passage is cut, because quotation marks open or close in it."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from groundrules.matching.passages import UNQUOTED
from groundrules.matching.weigh import gap_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundrules.matching.align import Pair
    from groundrules.matching.passages import Passages

_SPILL = 3
_SPILL_BITS = 15.0
"""What runs over a quotation mark by so few words, or bits, is dropped."""


def parts(
    passages: Passages, pairs: Sequence[Pair], bits: Mapping[str, float]
) -> Iterator[Sequence[Pair]]:
    """Yield the parts of a passage, which is given as pairs of plain words."""
    quotes = [passages.quotes[i] for i, _ in pairs]
    if quotes.count(quotes[0]) == len(quotes):  # as nearly always, and then there is nothing to cut
        yield pairs
        return
    start = 0
    for at, (last, pair) in enumerate(pairwise(pairs), 1):
        if quotes[at - 1] != quotes[at] and gap_between(last, pair).added:
            yield _without_spill(passages, pairs[start:at], bits)
            start = at
    yield _without_spill(passages, pairs[start:], bits)


def _without_spill(
    passages: Passages, part: Sequence[Pair], bits: Mapping[str, float]
) -> Sequence[Pair]:
    """Drop words outside the marks that the statement happens to have as well."""
    groups = [list(group) for _, group in groupby(part, lambda pair: passages.quotes[pair[0]])]
    says = [sum(bits[passages.words.plain[i]] for i, _ in group) for group in groups]
    best = max(range(len(groups)), key=says.__getitem__)
    if passages.quotes[groups[best][0][0]] == UNQUOTED:
        return part
    spills = [
        len(group) <= _SPILL or bits < _SPILL_BITS for group, bits in zip(groups, says, strict=True)
    ]
    first, last = 0, len(groups)
    while first < best and spills[first]:
        first += 1
    while last - 1 > best and spills[last - 1]:
        last -= 1
    return [pair for group in groups[first:last] for pair in group]

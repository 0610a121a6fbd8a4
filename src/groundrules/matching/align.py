"""The alignment: which word of a draft is which word of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from groundrules.matching import gaps
from groundrules.matching.alphabet import BREAK
from groundrules.matching.passages import UNQUOTED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.matching.blocks import Block
    from groundrules.matching.chains import Chain
    from groundrules.matching.passages import Passages
    from groundrules.matching.rarity import Rarity

Pair = tuple[int, int]
"""A word of the draft and the word of the statement that it is."""

Rows = list[list[float]]

_Row = TypeVar("_Row", str, "list[int]")

_REACH = 10
"""Words beyond the ends of a chain in which more in common is looked for."""

_GAIN = 5.0
_GAIN_QUOTED = 3.0
"""Bits that what is found there must bring, in plain text and in a quotation."""


def aligned(passages: Passages, said: str, chain: Chain, rarity: Rarity) -> list[Pair]:
    """Return which word is which, in order, both numbered as in `plain`.

    Args:
        passages: the draft.
        said: the plain letters of the statement.
        chain: the blocks that the two have in common.
        rarity: how much each word says.
    """
    found = _pairs_of(chain[0])
    for block in chain[1:]:
        i, j = found[-1][0] + 1, found[-1][1] + 1
        between = passages.words.plain[i : block.drafted], said[j : block.said]
        found += [(i + x, j + y) for x, y in _most_in_common(*between, rarity.bits)]
        found += _pairs_of(block)
    for step in (1, -1):
        found += _beyond(passages, said, found[-1], rarity, step)
        found += _interrupted(passages, said, found[-1], step)
        found.reverse()
    return found


def _pairs_of(block: Block) -> list[Pair]:
    drafted, said = range(block.drafted, block.drafted_end), range(block.said, block.said_end)
    return list(zip(drafted, said, strict=True))


def _beyond(passages: Passages, said: str, edge: Pair, rarity: Rarity, step: int) -> list[Pair]:
    """Return what more is in common beyond an edge, behind words that are not.

    Outside quotation marks that takes more than stop words: they are everywhere.
    """
    i, j = edge
    drafted, spoken = _same_quote(passages, i, step), _next_to(said, j, step)
    common = set(drafted).intersection(spoken)
    quoted = passages.quotes[i] != UNQUOTED
    if not common or not (quoted or common & rarity.content):
        return []
    gain = _GAIN_QUOTED if quoted else _GAIN
    found = _best_from_corner(drafted, spoken, rarity.bits, gain)
    if not quoted and rarity.content.isdisjoint(drafted[x] for x, _ in found):
        return []
    return [(i + step * (x + 1), j + step * (y + 1)) for x, y in found]


def _same_quote(passages: Passages, edge: int, step: int) -> str:
    """Return the words next to an edge, as far as they stand in the same quotation or none."""
    quote, quotes = passages.quotes[edge], _next_to(passages.quotes, edge, step)
    letters = _next_to(passages.words.plain, edge, step).partition(BREAK)[0]
    if quotes.count(quote) == len(quotes):
        return letters
    return letters[: next(at for at, other in enumerate(quotes) if other != quote)]


def _next_to(row: _Row, edge: int, step: int) -> _Row:
    """Return what stands next to an edge, the nearest first."""
    if step > 0:
        return row[edge + 1 : edge + 1 + _REACH]
    return row[max(0, edge - _REACH) : edge][::-1]


def _interrupted(passages: Passages, said: str, edge: Pair, step: int) -> list[Pair]:
    """Return a short quotation on the far side of an attribution: `"The deal," she said, "…"`."""
    if passages.quotes[edge[0]] == UNQUOTED:
        return []
    place = _next_quote(passages, edge[0], step)
    if place is None:
        return []
    plain, quote = passages.words.plain, passages.quotes[place]
    run: list[Pair] = []
    i, j = place, edge[1] + step
    while 0 <= i < len(plain) and plain[i] != BREAK and passages.quotes[i] == quote:
        if not 0 <= j < len(said) or plain[i] != said[j]:
            return []
        run.append((i, j))
        i, j = i + step, j + step
    return run


def _next_quote(passages: Passages, edge: int, step: int) -> int | None:
    """Return the nearest word of the next quotation, with a few words between, or None."""
    plain, quotes = passages.words.plain, passages.quotes
    for at in range(edge + step, edge + step * (gaps.MOST_INTERRUPTING + 2), step):
        if not 0 <= at < len(plain) or plain[at] == BREAK:
            return None
        if quotes[at] != UNQUOTED:
            return at if at != edge + step else None
    return None


def _most_in_common(a: str, b: str, bits: Mapping[str, float]) -> list[Pair]:
    """Return the pairs in order that say most, by the table of longest common subsequences."""
    if not a or not b or set(a).isdisjoint(b):
        return []
    rows: Rows = [[0.0] * (len(b) + 1)]
    for x in a:
        above, row = rows[-1], [0.0]
        for at, y in enumerate(b):
            row.append(above[at] + bits[x] if x == y else max(above[at + 1], row[at]))
        rows.append(row)
    return _traced(rows, a, b, (len(a), len(b)))


def _best_from_corner(a: str, b: str, bits: Mapping[str, float], gain: float) -> list[Pair]:
    """Return the pairs that bring the most over what the words before them take, if they gain."""
    common = set(a).intersection(b)
    if sum(map(bits.__getitem__, common)) <= gain + gaps.OPENED:
        return []
    # Nothing is gained behind the last word in common of each side.
    a, b = (side[: max(map(side.rfind, common)) + 1] for side in (a, b))
    rows: Rows = [[-gaps.LEFT_OUT * at for at in range(len(b) + 1)]]
    best, end = gain + gaps.OPENED, (0, 0)
    for x in a:
        above = rows[-1]
        left = above[0] - gaps.ADDED
        row = [left]
        for y, corner, over in zip(b, above, above[1:], strict=False):
            if x == y:
                left = corner + bits[x]
                if left > best:
                    best, end = left, (len(rows), len(row))
            else:
                left = max(over - gaps.ADDED, left - gaps.LEFT_OUT)
            row.append(left)
        rows.append(row)
    return _traced(rows, a, b, end, gaps.ADDED)


def _traced(rows: Rows, a: str, b: str, end: Pair, added: float = 0.0) -> list[Pair]:
    """Return the pairs of the best path to a cell. Where two words are the same, it is through."""
    found: list[Pair] = []
    i, j = end
    while i and j:
        if a[i - 1] == b[j - 1]:
            i, j = i - 1, j - 1
            found.append((i, j))
        elif rows[i][j] == rows[i - 1][j] - added:
            i -= 1
        else:
            j -= 1
    return found[::-1]

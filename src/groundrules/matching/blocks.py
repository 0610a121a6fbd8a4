"""The blocks: the longest runs of words that a draft and a statement have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_OCCURRENCES = 500
"""How often a statement may have a run of three for each of them to be looked at."""

_GRAM = 3


class Block(NamedTuple):
    """A run of words in common.

    Attributes:
        drafted: the word of the draft at which it begins, numbered as in `plain`.
        said: the word of the statement, likewise.
        length: in words.
    """

    drafted: int
    said: int
    length: int

    @property
    def drafted_end(self) -> int:
        """Return the number of the word behind it in the draft."""
        return self.drafted + self.length

    @property
    def said_end(self) -> int:
        """Return the number of the word behind it in the statement."""
        return self.said + self.length

    def behind(self, other: Block) -> Block | None:
        """Return what of the block comes behind another one on both sides, or None."""
        cut = max(other.drafted_end - self.drafted, other.said_end - self.said, 0)
        if cut >= self.length:
            return None
        return Block(self.drafted + cut, self.said + cut, self.length - cut)


def blocks(drafted: str, said: str, places: Sequence[int]) -> tuple[list[Block], bool]:
    """Return the longest common runs about some places of a draft, and whether they are all.

    Args:
        drafted: the plain letters of the draft.
        said: those of the statement.
        places: where in the draft a run of three begins that the statement has too; in order.
    """
    grams = [drafted[place : place + _GRAM] for place in places]
    occurrences = _occurrences(said, set(grams))
    found: list[Block] = []
    reached: dict[int, int] = {}
    whole = True
    for place, gram in zip(places, grams, strict=True):
        starts = occurrences.get(gram)
        if not starts:
            continue
        whole = whole and len(starts) <= _MOST_OCCURRENCES
        for at in starts[:_MOST_OCCURRENCES]:
            if reached.get(at - place, -1) < place + _GRAM:
                block = _longest(drafted, place, said, at)
                reached[at - place] = block.drafted_end
                found.append(block)
    return sorted(found), whole


def _occurrences(said: str, grams: set[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at in range(len(said) - _GRAM + 1):
        gram = said[at : at + _GRAM]
        if gram in grams:
            found.setdefault(gram, []).append(at)
    return found


def _longest(drafted: str, place: int, said: str, at: int) -> Block:
    while place and at and drafted[place - 1] == said[at - 1]:
        place, at = place - 1, at - 1
    return Block(place, at, _in_common(drafted, place, said, at))


def _in_common(drafted: str, place: int, said: str, at: int) -> int:
    """Return how many words the two have in common from here on, in few comparisons."""
    length, step, growing = 0, 16, True
    while step:
        part = drafted[place + length : place + length + step]
        if len(part) == step and said.startswith(part, at + length):
            length += step
            step = step * 2 if growing else step // 2
        else:
            growing = False
            step //= 2
    return length

"""The weighing: how many bits do the words that a passage shares with a statement say together?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from groundrules.matching.gaps import Gap, cost
from groundrules.matching.rarity import STOCK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundrules.matching.align import Pair
    from groundrules.matching.alphabet import Lettered
    from groundrules.matching.passages import Passages

_IN_NAME = 3.0
"""Bits of each further word of a name: the name as a whole was said, not its words."""

_LINKS = frozenset(("of", "the", "and", "for", "de", "la", "von", "van"))


class Heard(NamedTuple):
    """A statement as the search sees it.

    Attributes:
        text: its text.
        words: its words, in the draft's letters.
    """

    text: str
    words: Lettered


def gap_between(first: Pair, then: Pair) -> Gap:
    """Return what lies between two pairs of plain words."""
    return Gap(first[0], then[0], then[1] - first[1] - 1)


class Measure(Protocol):
    """What tells how much a word says behind others: by a list, or by what was said."""

    @property
    def bits(self) -> Mapping[str, float]:
        """Return what each letter says on its own."""

    def behind(self, before: str, letter: str) -> float:
        """Return the bits of a word behind one or two others."""


def weigh(
    passages: Passages,
    heard: Heard,
    pairs: Sequence[Pair],
    measure: Measure,
    shares: Sequence[float] = (),
) -> float:
    """Return the bits of pairs of plain words, less what the gaps between them take.

    Args:
        passages: the draft.
        heard: the statement.
        pairs: which word is which.
        measure: what tells how much each word says.
        shares: what is left of what each plain word of the draft says; nothing where all is.
    """
    drafted, said = passages.words, heard.words
    total, before, name, last, last_start = 0.0, "", False, pairs[0], -1
    for pair in pairs:
        i, j = pair
        letter, start = drafted.plain[i], drafted.starts[drafted.at[i]]
        takes = 0.0
        if before and i == last[0] + 1 and j == last[1] + 1:
            bits = measure.behind(before, letter)
            if start == last_start:
                bits = min(bits, STOCK)  # `25` is two words, and one to choose
        else:
            before, name = "", False
            bits = measure.bits[letter]
            if pair != last:
                takes = cost(passages, gap_between(last, pair))
        # Names have a capital on both sides.
        capital = (
            passages.shown.text[start].isupper() and heard.text[said.starts[said.at[j]]].isupper()
        )
        links = name and passages.alphabet.run(letter)[0] in _LINKS
        if name and (capital or links):
            bits = min(bits, _IN_NAME)
        total += (bits * shares[i] if shares else bits) - takes
        before, name = (before + letter)[-2:], capital or links
        last, last_start = pair, start
    return total

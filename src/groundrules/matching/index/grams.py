"""The grams: a draft's runs of three words, and where something may be made of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from groundrules.matching.alphabet import BREAK
from groundrules.matching.bar import SURE, bar_for
from groundrules.matching.index.answers import Candidate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundrules.matching.passages import Passages
    from groundrules.matching.rarity import Rarity

Gram = tuple[str, str, str]

_REACH = 6
"""Words about a run in which those that the statement has too are added up."""

_SLACK = 4.0
"""Bits under the lowest bar that may still come from words further off."""

_FRAGMENT = 22.0
"""Bits that the least fragment says that is sure where it is a whole quotation."""

_SHORT = 25
"""Words. Most of a longer quotation must pass the plain bar anyway."""

_MOST_PLACES = 200
_MOST_TRIES = 1_000
"""How often a run may stand in the draft, and be met in a statement, to be looked at each time."""


class Grams:
    """The runs of three words of a draft that are not all stop words.

    Attributes:
        places: where each begins, numbered as in `plain`.
    """

    def __init__(self, passages: Passages, rarity: Rarity, size: int) -> None:
        """Note the runs, and what must be shared about each for it to matter."""
        self._plain = plain = passages.words.plain
        self._rarity = rarity
        self.places: dict[Gram, list[int]] = {}
        for place, gram in enumerate(zip(plain, plain[1:], plain[2:])):  # noqa: B905 - likewise
            if BREAK not in gram and not rarity.content.isdisjoint(gram):
                self.places.setdefault(gram, []).append(place)
        self._least = _least(passages, size)
        self._about: dict[int, frozenset[str]] = {}

    def shared(self, said: str) -> list[tuple[int, Gram]]:
        """Return the runs that a statement has too, and where in it they begin."""
        grams = zip(said, said[1:], said[2:])  # noqa: B905 - likewise
        return [(at, gram) for at, gram in enumerate(grams) if gram in self.places]

    def candidate(
        self, number: int, said: str, shared: Sequence[tuple[int, Gram]], bits: Mapping[Gram, float]
    ) -> Candidate:
        """Return what a statement shares with the draft, where something may be made of it.

        Args:
            number: the statement's place in the order.
            said: its plain letters.
            shared: the runs that it shares.
            bits: how much each run says, given how many statements have it.
        """
        kept: dict[int, float] = {}
        tries: Counter[int] = Counter()
        whole = True
        for at, gram in shared:
            places = self.places[gram]
            whole = whole and len(places) <= _MOST_PLACES
            for place in places[:_MOST_PLACES]:
                tries[place] += 1
                if place in kept:
                    continue
                if tries[place] > _MOST_TRIES:
                    whole = False
                    continue
                says = bits[gram] + self._shared_about(place, said, at)
                if says >= self._least[place] or self._is_sure(place, said, at):
                    kept[place] = says
        return Candidate(number, sorted(kept), max(kept.values(), default=0.0), whole)

    def _shared_about(self, place: int, said: str, at: int) -> float:
        """Return the bits of the words in common about a run, without those of the run."""
        about = self._about.get(place)
        if about is None:
            near = self._plain[max(0, place - _REACH) : place + 3 + _REACH]
            about = frozenset(near).difference(self._plain[place : place + 3])
            self._about[place] = about
        shared = about.intersection(said[max(0, at - _REACH) : at + 3 + _REACH])
        return self._rarity.of(shared)

    def _is_sure(self, place: int, said: str, at: int) -> bool:
        """Tell whether the run is a part of one that is long enough to be no chance."""
        back = 0
        while (
            back < min(place, at, SURE - 3) and self._plain[place - back - 1] == said[at - back - 1]
        ):
            back += 1
        run = self._plain[place - back : place - back + SURE]
        return len(run) == SURE and said.startswith(run, at - back)


def _least(passages: Passages, size: int) -> list[float]:
    """Return the bits that must be shared about each word for it to be worth a closer look."""
    bar = bar_for(size)
    plain = bar.over(SURE, quoted=False, unchanged=True) - _SLACK
    quoted = min(bar.quoted - _SLACK, _FRAGMENT)
    lengths = [*passages.lengths, _SHORT + 1]  # the last is that of `UNQUOTED`
    return [quoted if lengths[quote] <= _SHORT else plain for quote in passages.quotes]

"""The scan: the index of a record that fits in memory. It is read through once for each draft.

The draft is small and the record is large, so the draft's runs of three words are kept in a set
and the record streams past it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from groundrules.matching.alphabet import BREAK, UNKNOWN
from groundrules.matching.index.grams import Grams

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundrules.matching.alphabet import Alphabet
    from groundrules.matching.index.answers import Candidate
    from groundrules.matching.passages import Passages
    from groundrules.matching.rarity import Rarity


class Scan:
    """The statements in the letters of one draft: an `Index`.

    Attributes:
        size: how many words the statements have, all told.
        shares: nothing, as no archive is looked at.
    """

    shares: Sequence[float] = ()

    def __init__(self, texts: Mapping[str, int], alphabet: Alphabet) -> None:
        """Read every text through, once.

        Args:
            texts: the statements' texts, and how many statements have each. Words count as often
                as they were said; a run counts once in a text, however often that was said: what
                somebody says in five talks is no turn of phrase.
            alphabet: the letters of the draft.
        """
        self._spelled = alphabet.plain(texts)
        self._joined = BREAK.join(self._spelled)
        self._words = Counter(self._joined.replace(UNKNOWN, ""))
        self.size = sum(map(len, self._spelled))
        for spelled, times in zip(self._spelled, texts.values(), strict=True):
            if times > 1:
                again = Counter(spelled.replace(UNKNOWN, ""))
                self._words.update({letter: (times - 1) * often for letter, often in again.items()})
                self.size += (times - 1) * len(spelled)

    def frequency(self, letters: str) -> int:
        """Return how often a run of words was said."""
        return self._words[letters] if len(letters) == 1 else self._joined.count(letters)

    def candidates(self, passages: Passages, rarity: Rarity) -> Iterator[Candidate]:
        """Yield the statements of which a passage may be taken, in their order."""
        grams = Grams(passages, rarity, self.size)
        shared_by_none = frozenset(grams.places).isdisjoint
        shared = {
            number: grams.shared(said)
            for number, said in enumerate(self._spelled)
            if not shared_by_none(zip(said, said[1:], said[2:]))  # noqa: B905 - runs of three
        }
        often = Counter(gram for runs in shared.values() for gram in {gram for _, gram in runs})
        bits = {gram: rarity.run(gram, count) for gram, count in often.items()}
        for number, runs in shared.items():
            candidate = grams.candidate(number, self._spelled[number], runs, bits)
            if candidate.places or not candidate.whole:
                yield candidate

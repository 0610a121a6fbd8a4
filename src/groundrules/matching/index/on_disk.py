"""The index on disk, as one draft asks it: what is likely taken from which statement?

Nothing is opened for it. It is an `Index`, so that what is likely can be judged on the opened text
by the same rules as what a scan has found.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from groundrules.errors import BadInput, Fault
from groundrules.matching.index.alike import SIGNS, WIDTH, signs_of_likeness
from groundrules.matching.index.drafted import drafted, fingerprinted, said
from groundrules.matching.index.forest import weights
from groundrules.matching.index.lookup import ROW_OF_RUNS, Asked, shared
from groundrules.matching.index.loops.shapes import MOST_WORDS, on_grid
from groundrules.matching.index.narrowing import (
    are_best,
    at_first_sight,
    best_of_each,
    heaviest,
    parts,
    signs_of_lookup,
    signs_of_overlap,
)
from groundrules.matching.index.public import discounted, shares_of
from groundrules.matching.index.rivals import Field, standing, standing_in_each
from groundrules.matching.index.shingles import RUN
from groundrules.matching.index.whole import are_whole
from groundrules.matching.judgement import alarm_for
from groundrules.matching.rarity import Rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from groundrules.draft.document import Draft
    from groundrules.matching.index.drafted import Drafted
    from groundrules.matching.index.loops.shapes import Shared
    from groundrules.matching.index.narrowing import Columns
    from groundrules.matching.index.public import Keyed
    from groundrules.matching.index.sealed_words import Sealing
    from groundrules.matching.passages import Passages

LEAST = 11.0
"""Bits that a place must share with a statement to be looked at."""

_AT_FIRST_SIGHT = 4_000
_AFTER_LOOKUP = 800
_AFTER_OVERLAP = 100
_WORDS = 1_500
"""How many places are left at first sight and after each of the two quick looks, and for how many
words: a draft that prints a whole interview has a place in every line."""

LOOK = 0.1
"""How likely a place must be for its statement to be opened: with a neighbour it may be enough."""

_MUCH = 35.0
"""Bits of a place that is looked at if it is one of the best of its sentence, however many others
there are elsewhere: what was said over and over must not hide the rest."""

_WORD_FOR_WORD = 10
"""Words in a row in common that are no chance, however common they are."""

SURE = 0.95
"""How likely a passage is taken of which so many words are the same, in a row."""

_AS_MUCH = 0.8
"""The share of the bits of a likely place that another of its sentence must have to be as good."""


_RUN_WORDS = SIGNS.index("words of the longest run")
_STANDING = [
    SIGNS.index(sign)
    for sign in (
        "aligned",
        "longest run",
        "words of the sentence in common",
        "strangeness in common",
    )
]


class Suspect(NamedTuple):
    """A place of a draft that may be taken from a statement.

    Attributes:
        statement: the number of the statement.
        first: the first word of the draft, numbered as in `plain`.
        last: the last one.
        likelihood: how likely it is taken; from 0 to 1.
        bits: what the alignment says.
        run: what the longest run of words in common says.
        whole: that run is about all of a sentence or a quotation.
    """

    statement: int
    first: int
    last: int
    likelihood: float
    bits: float
    run: float
    whole: bool


class OnDisk:
    """An index on disk, asked for one draft.

    Attributes:
        size: how many words the statements have, all told.
        rarity: how much each word of the draft says.
        shares: what is left of it for each plain word, where there is an archive.
        alarm: how likely a place must be taken to count as taken.
        left_out: how many places were not looked at, since there are too many, though they share
            as much with a statement as one of their sentence that is likely taken. It is counted
            as the suspects are asked for.
    """

    def __init__(
        self,
        keyed: Keyed,
        sealing: Sealing,
        draft: Draft,
        passages: Passages,
        archive: Keyed | None = None,
    ) -> None:
        """Look up how often the draft's words were said.

        Args:
            keyed: the index.
            sealing: what opens the words in it.
            draft: the draft.
            passages: its words.
            archive: an index of what is public already.

        Raises:
            BadInput: the draft has too many words.
        """
        store, fingerprints = keyed
        if len(passages.words.plain) > MOST_WORDS:
            message = f"it has more than {MOST_WORDS:,} words, which are the most to be looked up"
            raise BadInput(Fault(draft.path, message, "check it in parts"))
        self.size = store.words
        self.alarm = alarm_for(store.size)
        self.shares: Sequence[float] = ()
        self.left_out = 0
        self._store = store
        self._sealing = sealing
        self._asked = fingerprinted(passages, fingerprints)
        self._sought = store.sought(self._asked.fingerprints)
        often = self._sought.frequencies(len(self._asked.runs.fingerprints))
        self._said = said(self._asked, store.counts, often, fingerprints)
        self._times: list[int] = self._said.words.tolist()
        self._plain = passages.words.plain
        self._alphabet = passages.alphabet
        self._repeated: Counter[str] = Counter()
        self.rarity = Rarity(passages.alphabet, self)
        about = drafted(draft, passages, self._asked, self._said, self.rarity)
        if archive:
            shares = shares_of(passages, archive)
            self.shares, about = shares.tolist(), discounted(about, shares)
        self._drafted: Drafted = about._replace(
            alone=on_grid(about.alone),
            behind=on_grid(about.behind),
            strange=on_grid(about.strange),
        )

    def frequency(self, letters: str) -> int:
        """Return how often a run of words was said; of three, by how many statements."""
        if len(letters) == 1:
            return self._times[ord(letters)]
        often = self._said.runs if len(letters) == RUN else self._said.rows
        at = self._plain.find(letters)
        found = int(often[at + len(letters) - 1]) if at >= 0 else 0
        return found - self._repeated[letters]

    def count_once(self, texts: Iterable[str]) -> None:
        """Count each of some texts once, of those that several statements have word for word.

        What somebody says in five talks is no turn of phrase. A scan counts texts once, too.

        Args:
            texts: those of the opened statements.
        """
        for text, times in Counter(texts).items():
            plain = self._alphabet.plain([text])[0] if times > 1 else ""
            for length in (2, RUN):
                runs = (plain[at : at + length] for at in range(len(plain) - length + 1))
                self._repeated.update(dict.fromkeys(runs, times - 1))

    def suspects(self) -> list[Suspect]:
        """Return the places that may be taken, the likeliest first."""
        every = self._looked_up()
        found, signs, looked_at = self._narrowed(every)
        likelihood = weights().forest.likelihood(signs)
        word_for_word = signs[:, _RUN_WORDS] >= _WORD_FOR_WORD
        likelihood = np.where(word_for_word, np.maximum(likelihood, SURE), likelihood)
        self.left_out = self._as_good(every, looked_at, found.where(likelihood >= LOOK))
        whole = are_whole(self._drafted, found.first, signs[:, _RUN_WORDS])
        order = np.argsort(-likelihood, kind="stable")
        says = likelihood, signs[:, 0], signs[:, 1], whole
        columns = (found.statements, found.first, found.last, *says)
        rows = zip(*(column[order].tolist() for column in columns), strict=True)
        return [Suspect(*row) for row in rows]

    def is_whole(self, first: int, last: int) -> bool:
        """Tell whether words of the draft are all, but for a few, of a sentence or a quotation."""
        words = np.array([last - first + 1.0])
        return bool(are_whole(self._drafted, np.array([first]), words)[0])

    def _looked_up(self) -> Shared:
        """Return the places that share enough with a statement to be looked at."""
        about, asked = self._drafted, self._asked
        places = Asked(asked.runs, asked.pairs, about.alone, about.sentence, self._store.size)
        return shared(self._sought, places, LEAST)

    def _narrowed(self, every: Shared) -> tuple[Shared, Columns, NDArray[np.intp]]:
        """Return the places worth the dearest look, all the signs of each, and which these are.

        Of a place that is longer than can be looked at, its parts are returned as well.
        """
        about, counted = self._drafted, weights()
        share = max(1.0, len(self._plain) / _WORDS)
        rows = np.flatnonzero(
            are_best(at_first_sight(every, about), int(_AT_FIRST_SIGHT * share)) | _is_much(every)
        )
        found = every.where(rows)
        looked_up = signs_of_lookup(found, about)
        kept = self._best(found, looked_up @ counted.lookup, int(_AFTER_LOOKUP * share))
        found, looked_up, rows = found.where(kept), looked_up[kept], rows[kept]
        words = self._store.words_of(found.statements.astype(np.uint32), self._sealing)
        signs = np.concatenate([looked_up, signs_of_overlap(found, about, words)], axis=1)
        rivals, kept = (
            found,
            self._best(found, signs @ counted.overlap, int(_AFTER_OVERLAP * share)),
        )
        part, found = parts(found.where(kept), WIDTH)
        rows, kept = rows[kept], kept[part]
        alike = signs_of_likeness(found, about, words.where(kept), self.size)
        beside = self._beside(rivals, found, alike)
        return found, np.concatenate([alike, signs[kept], beside], axis=1), rows

    def _beside(self, rivals: Shared, found: Shared, alike: Columns) -> Columns:
        """Return how each place stands beside the others of its sentence."""
        at = self._sentence(found)
        others = Field(self._sentence(rivals), rivals.statements, rivals.bits)
        measures = np.maximum(alike[:, _STANDING], 0.0)
        among = standing_in_each(at, found.statements, measures)
        return np.concatenate([standing(others, at, found.bits), among], axis=1)

    def _best(self, found: Shared, weight: NDArray[np.float64], most: int) -> NDArray[np.intp]:
        """Return the places that weigh the most, and the best of each sentence."""
        kept = heaviest(weight, most)
        if not kept.all():
            much = np.flatnonzero(_is_much(found))
            sentence = self._sentence(found)[much]
            kept[much[best_of_each(weight[much], sentence)]] = True
        return np.flatnonzero(kept)

    def _sentence(self, found: Shared) -> NDArray[np.int64]:
        """Return the sentence of each place: that in which its middle is."""
        middle: NDArray[np.int64] = self._drafted.sentence[(found.first + found.last) // 2]
        return middle

    def _as_good(self, every: Shared, looked_at: NDArray[np.intp], likely: Shared) -> int:
        """Return how many other places are as good as a likely one of their sentence."""
        size = len(self._plain)
        bits, least = np.zeros(size), np.full(size, np.inf)
        np.maximum.at(bits, self._sentence(likely), likely.bits * _AS_MUCH)
        np.copyto(least, bits, where=bits > 0)
        good = every.bits >= least[self._sentence(every)]
        good[looked_at] = False
        return int(np.count_nonzero(good))


def _is_much(found: Shared) -> NDArray[np.bool_]:
    """Tell which places share so much that the best of each sentence are looked at anyhow."""
    much: NDArray[np.bool_] = (found.bits >= _MUCH) | (found.runs >= ROW_OF_RUNS)
    return much

"""The shingles: which words of a text are fingerprinted together.

Two families find a passage. Three words in a row find what was copied, be it a few words. Two
content words near each other, by their stems and in either order, find what was put otherwise.
Pairs and single words are only counted, to know how common a turn of phrase is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from groundrules.matching.index.fingerprints import Family
from groundrules.matching.index.lexicon import NO_WORD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.fingerprints import Fingerprints
    from groundrules.matching.index.lexicon import Known, Letters

    Places = NDArray[np.intp]
    """Numbers of words in a text."""

RUN = 3
"""Words of a run."""

NEAR = 3
"""Content words, from one to the other of a pair."""


class Shingles(NamedTuple):
    """Shingles of one family.

    Attributes:
        first: at which letter of the text each begins.
        last: at which it ends.
        fingerprints: one for each.
    """

    first: Places
    last: Places
    fingerprints: NDArray[np.uint32]


def trigrams(letters: Letters, known: Known, fingerprints: Fingerprints) -> Shingles:
    """Return the runs of three words that are not all stop words."""
    words = letters != NO_WORD
    content = known.content[letters]
    whole = words[:-2] & words[1:-1] & words[2:]
    first = np.flatnonzero(whole & (content[:-2] | content[1:-1] | content[2:]))
    codes = (known.codes[letters[first + step]] for step in range(RUN))
    return Shingles(first, first + (RUN - 1), fingerprints.of(Family.TRIGRAM, *codes))


def pairs(letters: Letters, known: Known, fingerprints: Fingerprints) -> Shingles:
    """Return the pairs of content words of one text that are near each other, both ways alike."""
    content = np.flatnonzero(known.content[letters])
    text = np.cumsum(letters == NO_WORD)[content]
    stems = known.stems[letters[content]]
    firsts, lasts = [], []
    for step in range(1, NEAR + 1):
        same = np.flatnonzero((text[:-step] == text[step:]) & (stems[:-step] != stems[step:]))
        firsts.append(same)
        lasts.append(same + step)
    first, last = np.concatenate(firsts), np.concatenate(lasts)
    one, other = stems[first], stems[last]
    found = fingerprints.of(Family.PAIR, np.minimum(one, other), np.maximum(one, other))
    return Shingles(content[first], content[last], found)


class Counts(NamedTuple):
    """How often words and pairs of words in a row stand in texts.

    Attributes:
        fingerprints: sorted; each once.
        counts: how often each was met.
    """

    fingerprints: NDArray[np.uint32]
    counts: NDArray[np.uint32]


def counted(letters: Letters, known: Known, fingerprints: Fingerprints) -> Counts:
    """Return how often each word stands in the texts, and each pair of words in a row."""
    is_word = letters != NO_WORD
    words, often = np.unique(letters[is_word], return_counts=True)
    both = np.flatnonzero(is_word[:-1] & is_word[1:])
    keys = (letters[both].astype(np.uint64) << np.uint64(32)) | letters[both + 1]
    rows, rows_often = np.unique(keys, return_counts=True)
    ahead = known.codes[(rows >> np.uint64(32)).astype(np.intp)]
    behind = known.codes[(rows & np.uint64(0xFFFFFFFF)).astype(np.intp)]
    return added_up(
        np.concatenate(
            [
                fingerprints.of(Family.WORD, known.codes[words]),
                fingerprints.of(Family.BIGRAM, ahead, behind),
            ]
        ),
        np.concatenate([often, rows_often]).astype(np.uint32),
    )


def added_up(fingerprints: NDArray[np.uint32], counts: NDArray[np.uint32]) -> Counts:
    """Return counts with each fingerprint once."""
    if not len(fingerprints):
        return Counts(fingerprints, counts)
    order = np.argsort(fingerprints, kind="stable")
    ordered = fingerprints[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    return Counts(ordered[starts], np.add.reduceat(counts[order], starts, dtype=np.uint32))

"""The postings: which statement has which fingerprints, as arrays that a segment is packed from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from groundrules.matching.index.lexicon import NO_WORD, STEM_CODES, Lexicon
from groundrules.matching.index.shingles import RUN, Counts, added_up, counted, pairs, trigrams
from groundrules.matching.index.talks import portions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from groundrules.matching.index.fingerprints import Fingerprints
    from groundrules.matching.index.lexicon import Known, Letters
    from groundrules.matching.index.talks import Talk

_BATCH = 40_000
"""Statements that are spelled at once: a few dozen megabytes of arrays."""

_LONGEST = 0xFFFF
"""Words that a length may say; what is longer says this."""

_TURNS = 2
"""A speaker may be interrupted once: what follows after one other's statement goes on with it."""


class Postings(NamedTuple):
    """The fingerprints of some statements, which are numbered from 0.

    Attributes:
        fingerprints: of trigrams and pairs; sorted, then by statement, and each of the two once.
        statements: which statement has each.
        counted: the fingerprints of words and of pairs of words in a row; sorted, each once.
        counts: how often each was said.
        lengths: how many words each statement has, without fillers.
    """

    fingerprints: NDArray[np.uint32]
    statements: NDArray[np.uint32]
    counted: NDArray[np.uint32]
    counts: NDArray[np.uint32]
    lengths: NDArray[np.uint16]


class Taken(NamedTuple):
    """What an index takes in of some talks.

    Attributes:
        postings: the fingerprints of their statements.
        stems: the code of the stem of each word, one statement behind the other, each with as
            many words as its length says.
    """

    postings: Postings
    stems: NDArray[np.uint16]


def postings_of(
    talks: Sequence[Talk],
    fingerprints: Fingerprints,
    progress: Callable[[int], None] | None = None,
) -> Taken:
    """Return what an index takes in of talks; their statements are numbered one after the other.

    Args:
        talks: what was said.
        fingerprints: what makes the fingerprints.
        progress: told, now and then, how many more statements are done.
    """
    keys: list[NDArray[np.uint64]] = []
    counts: list[Counts] = []
    lengths: list[NDArray[np.uint16]] = []
    stems: list[NDArray[np.uint16]] = [np.empty(0, dtype=np.uint16)]
    lexicon, known, start = Lexicon(), None, 0
    spoken = (talk for talk in talks if talk.texts)
    for batch in portions(spoken, _BATCH):
        if lexicon.is_full:
            lexicon, known = Lexicon(), None
        letters = lexicon.spell(text for talk in batch for text in talk.texts)
        known = lexicon.known(fingerprints, known)
        size = sum(len(talk.texts) for talk in batch)
        keys.append(_keys(letters, known, fingerprints, _going_on(batch)) + np.uint64(start))
        counts.append(counted(letters, known, fingerprints))
        lengths.append(_lengths(letters, size))
        stems.append(_stems(letters, known))
        start += size
        if progress:
            progress(size)
    return Taken(_packed(keys, counts, lengths), np.concatenate(stems))


def _keys(
    letters: Letters, known: Known, fingerprints: Fingerprints, going_on: NDArray[np.intp]
) -> NDArray[np.uint64]:
    """Return the fingerprint (the upper half) and the statement of each posting of a batch."""
    statement = np.cumsum(letters == NO_WORD)
    found = [trigrams(letters, known, fingerprints), pairs(letters, known, fingerprints)]
    keys = [_key(one.fingerprints, statement[one.first]) for one in found]
    seams, owner = _seams(letters, going_on)
    across = trigrams(seams, known, fingerprints)
    keys.append(_key(across.fingerprints, owner[np.cumsum(seams == NO_WORD)[across.first]]))
    return _each_once(np.concatenate(keys))


def _each_once(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return keys in order, each once: `numpy.unique` is ten times slower where most are."""
    keys.sort()
    return keys[np.concatenate([[True], keys[1:] != keys[:-1]])] if len(keys) else keys


def _key(fingerprints: NDArray[np.uint32], statements: NDArray[np.intp]) -> NDArray[np.uint64]:
    return (fingerprints.astype(np.uint64) << np.uint64(32)) | statements.astype(np.uint64)


def _going_on(talks: Iterable[Talk]) -> NDArray[np.intp]:
    """Return with which statement the speaker of each goes on; -1 where there is none."""
    found: list[int] = []
    start = 0
    for talk in talks:
        speakers = talk.speakers
        for at, speaker in enumerate(speakers):
            ahead = range(at + 1, min(at + 1 + _TURNS, len(speakers)))
            found.append(next((start + then for then in ahead if speakers[then] == speaker), -1))
        start += len(speakers)
    return np.array(found, dtype=np.intp)


def _seams(letters: Letters, going_on: NDArray[np.intp]) -> tuple[Letters, NDArray[np.intp]]:
    """Return the words about each seam as texts of their own, and the statement ahead of each."""
    ends = np.flatnonzero(np.concatenate([letters == NO_WORD, [True]]))
    starts = np.concatenate([[0], ends[:-1] + 1])
    edge = RUN - 1
    owner = np.flatnonzero(
        (going_on >= 0) & (ends - starts >= edge) & ((ends - starts)[going_on] >= edge)
    )
    then = going_on[owner]
    places = [ends[owner] - 2, ends[owner] - 1, starts[then], starts[then] + 1]
    rows = np.full((len(owner), len(places) + 1), NO_WORD, dtype=np.uint32)
    for column, place in enumerate(places):
        rows[:, column] = letters[place]
    return rows.ravel(), owner


def _lengths(letters: Letters, size: int) -> NDArray[np.uint16]:
    statement = np.cumsum(letters == NO_WORD)[letters != NO_WORD]
    return np.minimum(np.bincount(statement, minlength=size), _LONGEST).astype(np.uint16)


def _stems(letters: Letters, known: Known) -> NDArray[np.uint16]:
    """Return the codes of stems; of a statement with more words than a length says, the first."""
    places = np.flatnonzero(letters != NO_WORD)
    statement = np.cumsum(letters == NO_WORD)[places]
    begins = np.flatnonzero(np.concatenate([[True], statement[1:] != statement[:-1]]))
    place = np.arange(len(places)) - np.repeat(begins, np.diff([*begins, len(places)]))
    return (known.stems[letters[places]] % STEM_CODES)[place < _LONGEST].astype(np.uint16)


def _packed(
    keys: Sequence[NDArray[np.uint64]],
    counts: Sequence[Counts],
    lengths: Sequence[NDArray[np.uint16]],
) -> Postings:
    """Return what batches come to together."""
    every = np.concatenate([np.empty(0, dtype=np.uint64), *keys])
    every.sort()
    none = np.empty(0, dtype=np.uint32)
    total = added_up(
        np.concatenate([none, *(one.fingerprints for one in counts)]),
        np.concatenate([none, *(one.counts for one in counts)]),
    )
    return Postings(
        (every >> np.uint64(32)).astype(np.uint32),
        every.astype(np.uint32),
        total.fingerprints,
        total.counts,
        np.concatenate([np.empty(0, dtype=np.uint16), *lengths]),
    )

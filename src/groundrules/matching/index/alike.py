"""The likeness: how alike are a place of a draft and a statement, word by word?

Many places are compared at once, in arrays: a row is a place and a stretch of a statement, a column
a word of the draft about the place. The words are known by their stems alone, so that no statement
has to be opened for it. The alignment is local (Smith and Waterman 1981): words in common bring
what they say, words put in, left out or changed take a little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from groundrules.matching.index.loops import loops
from groundrules.matching.index.loops.shapes import GRID, Sides, Takes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from groundrules.matching.index.drafted import Drafted
    from groundrules.matching.index.loops.shapes import Aligned, Shared
    from groundrules.matching.index.narrowing import Columns, Words

    Truths = NDArray[np.bool_]

WIDTH = 64
"""Words of the draft about a place, and words of a stretch of a statement."""

BEYOND = -2
"""The stem beyond the end of a stretch: no word has it."""

_STEP = 32
"""Words from one stretch to the next."""

_AHEAD, _BEYOND = 24, 8
_TAKES = Takes(changed=2 * GRID, left_out=GRID + GRID // 5, put_in=2 * GRID, alike=GRID)

_DENSE = 10, 20
"""Words of a stretch among which those in common are counted."""

SIGNS = (
    "aligned",
    "longest run",
    "in common",
    "words in common",
    "share of the place",
    "share of the stretch",
    "content of the stretch",
    "words of the statement",
    "looked up",
    "words of the place",
    "words of the longest run",
    "words of the sentence in common",
    "words of the sentence",
    "share of its words",
    "share of its bits",
    "its content in common",
    "its content besides",
    "strangeness in common",
    "share of its strangeness",
    "strangest in common",
    "share in quotation marks",
    "share of the quotation",
    "size of the index",
    "aligned besides the run",
    "share of all words of the place",
    "most in ten words of the stretch",
    "most in twenty words of the stretch",
)
"""What each column of `signs_of_likeness` is."""


class _Rows(NamedTuple):
    """The places of a draft beside stretches of statements.

    Attributes:
        owner: the place of each row.
        places: for each place and column, the word of the draft.
        drafted: for each place and column, its stem; -1 beyond the ends.
        said: for each row, the stems of the stretch; 0 unknown, `BEYOND` its end.
        drafted_kin: for each place and column, the group of the word; 0 none.
        said_kin: for each row, that of the words of the stretch; -1 none.
        widths: for each place, how many of the columns are words about it.
    """

    owner: NDArray[np.int64]
    places: NDArray[np.int64]
    drafted: NDArray[np.int32]
    said: NDArray[np.int32]
    drafted_kin: NDArray[np.int16]
    said_kin: NDArray[np.int16]
    widths: NDArray[np.int64]


def signs_of_likeness(shared: Shared, drafted: Drafted, words: Words, size: int) -> Columns:
    """Return `SIGNS` of each place, for the stretch of its statement that is the most alike.

    Args:
        shared: the places.
        drafted: the draft.
        words: the words of the statement of each place.
        size: how many words the index has.
    """
    if not len(shared.bits):
        return np.empty((0, len(SIGNS)))
    rows = _rows(shared, drafted, words)
    aligned = _aligned(rows, drafted)
    signs = np.concatenate(
        [
            _of_stretches(rows, aligned, shared, drafted, words),
            _of_sentences(rows, aligned, shared, drafted),
            _of_quotations(rows, shared, drafted),
            np.full((len(rows.owner), 1), np.log2(max(size, 1))),
            _of_density(rows, aligned, shared),
        ],
        axis=1,
    )
    order = np.lexsort((-aligned.bits, rows.owner))
    owners = rows.owner[order]
    best: Columns = signs[order[np.concatenate([[True], owners[1:] != owners[:-1]])]]
    return best


def _rows(shared: Shared, drafted: Drafted, words: Words) -> _Rows:
    size = len(drafted.stems)
    first = np.maximum(np.maximum(shared.first - _AHEAD, drafted.starts[shared.first] - 2), 0)
    last = np.maximum(shared.last + _BEYOND, drafted.ends[shared.last])
    last = np.minimum(last, np.minimum(first + WIDTH, size) - 1)
    places = first[:, None] + np.arange(WIDTH)
    inside = places <= last[:, None]
    places = np.minimum(places, size - 1)
    stretches = np.maximum(1, -(-(words.sizes - _STEP) // _STEP))
    owner = np.repeat(np.arange(len(stretches)), stretches)
    ahead = np.cumsum(stretches) - stretches
    begin = (np.arange(len(owner)) - ahead[owner]) * _STEP
    at = begin[:, None] + np.arange(WIDTH)
    spoken = at < words.sizes[owner][:, None]
    codes = words.codes[np.where(spoken, at + words.starts[owner][:, None], 0)]
    return _Rows(
        owner,
        places,
        np.where(inside, drafted.stems[places], -1),
        np.where(spoken, drafted.numbers[codes], BEYOND),
        np.where(inside, drafted.kin[places], 0).astype(np.int16),
        np.where(spoken & (drafted.kins[codes] > 0), drafted.kins[codes], -1).astype(np.int16),
        last - first + 1,
    )


def _aligned(rows: _Rows, drafted: Drafted) -> Aligned:
    places, owner = rows.places, rows.owner
    alone, behind = (
        np.round(bits * GRID).astype(np.int32) for bits in (drafted.alone, drafted.behind)
    )
    sides = Sides(
        rows.drafted[owner],
        rows.said,
        rows.drafted_kin[owner],
        rows.said_kin,
        alone[places][owner],
        behind[places][owner],
        rows.widths[owner],
        (rows.said != BEYOND).sum(axis=1),
    )
    return loops().aligned(sides, _TAKES)


def _of_stretches(
    rows: _Rows, aligned: Aligned, shared: Shared, drafted: Drafted, words: Words
) -> Columns:
    owner, places = rows.owner, rows.places
    core = (places >= shared.first[:, None]) & (places <= shared.last[:, None])
    core &= drafted.content[places] & (rows.drafted >= 0)
    alone = np.where(core, drafted.alone[places], 0.0)
    both = aligned.drafted & core[owner]
    in_common = np.where(both, alone[owner], 0.0).sum(axis=1)
    content = drafted.matters
    matters = (rows.said == 0) | ((rows.said > 0) & content[np.maximum(rows.said, 0)])
    said = matters.sum(axis=1)
    said_too = (matters & aligned.said).sum(axis=1)
    return np.stack(
        [
            aligned.bits / GRID,
            aligned.run / GRID,
            in_common,
            both.sum(axis=1),
            in_common / np.maximum(alone.sum(axis=1), 1)[owner],
            said_too / np.maximum(said, 1),
            said,
            words.sizes[owner],
            shared.bits[owner],
            (shared.last - shared.first + 1)[owner],
            aligned.row,
        ],
        axis=1,
    )


def _of_sentences(rows: _Rows, aligned: Aligned, shared: Shared, drafted: Drafted) -> Columns:
    first, last = _sentence(shared, drafted)
    owner, places = rows.owner, rows.places
    inside = (places >= first[:, None]) & (places <= last[:, None]) & (rows.drafted >= 0)
    content = inside & drafted.content[places]
    here, matters = aligned.drafted & inside[owner], aligned.drafted & content[owner]
    strange = np.where(matters, drafted.strange[places][owner], 0.0)
    bits = np.where(matters, drafted.alone[places][owner], 0.0).sum(axis=1)
    size = (last - first + 1)[owner]
    told = _between(np.where(drafted.content, drafted.alone, 0.0), first, last)[owner]
    all_strange = _between(np.where(drafted.content, drafted.strange, 0.0), first, last)[owner]
    number = _between(drafted.content, first, last)[owner]
    return np.stack(
        [
            here.sum(axis=1),
            size,
            here.sum(axis=1) / size,
            bits / np.maximum(told, 1),
            matters.sum(axis=1),
            number - matters.sum(axis=1),
            strange.sum(axis=1),
            strange.sum(axis=1) / np.maximum(all_strange, 1),
            strange.max(axis=1),
        ],
        axis=1,
    )


def _sentence(shared: Shared, drafted: Drafted) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the sentence of each place; of one across two, that in which its middle is."""
    middle = (shared.first + shared.last) // 2
    one = drafted.sentence[shared.first] == drafted.sentence[shared.last]
    first = np.where(one, drafted.starts[shared.first], drafted.starts[middle])
    return first, np.where(one, drafted.ends[shared.last], drafted.ends[middle])


def _of_quotations(rows: _Rows, shared: Shared, drafted: Drafted) -> Columns:
    span = shared.last - shared.first + 1
    share = _between(drafted.quotes >= 0, shared.first, shared.last) / span
    quote = drafted.quotes[shared.first]
    one = (share == 1) & (quote == drafted.quotes[shared.last])
    whole = np.where(one, span / np.maximum(drafted.quoted[quote], 1), 0.0)
    return np.stack([share[rows.owner], whole[rows.owner]], axis=1)


def _of_density(rows: _Rows, aligned: Aligned, shared: Shared) -> Columns:
    """Return how densely the words in common stand on either side, whatever they are."""
    inside = (rows.places >= shared.first[:, None]) & (rows.places <= shared.last[:, None])
    span = (shared.last - shared.first + 1)[rows.owner]
    share = (aligned.drafted & inside[rows.owner]).sum(axis=1) / span
    sums = np.cumsum(aligned.said, axis=1)
    sums = np.concatenate([np.zeros((len(sums), 1), dtype=sums.dtype), sums], axis=1)
    most = [(sums[:, words:] - sums[:, :-words]).max(axis=1) for words in _DENSE]
    return np.stack([(aligned.bits - aligned.run) / GRID, share, *most], axis=1)


def _between(
    values: NDArray[np.float64] | Truths, first: NDArray[np.int64], last: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the sum of values from one place to another, both included."""
    sums = np.concatenate([[0.0], np.cumsum(values)])
    between: NDArray[np.float64] = sums[last + 1] - sums[first]
    return between

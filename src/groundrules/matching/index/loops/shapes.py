"""The shapes of what the loops take and give. Every array is contiguous, of the type that is named.

Bits are counted in whole numbers of `GRID` parts, or in floating-point numbers that are such parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Reals = NDArray[np.float64]
    Truths = NDArray[np.bool_]
    Parts = NDArray[np.int32]
    Halves = NDArray[np.uint16]
    Singles = NDArray[np.uint32]
    Kin = NDArray[np.int16]

GRID = 1024
"""Parts of a bit. Sums of such parts are exact, in whatever order they are added up."""


def on_grid(bits: Reals) -> Reals:
    """Return bits as whole parts: what they are counted in is finer than anything is known."""
    found: Reals = np.round(bits * GRID) / GRID
    return found


PLACE_BITS, SPAN_BITS, SAYS_BITS = 22, 6, 6
"""How a shingle that a statement has is one number, so that to sort such numbers brings all of a
statement together, in the order of the draft. From the highest bits down: the number of the
statement; the first word of the draft that the shingle covers; how many words behind it the last
one is; one bit, which says whether it is a run of words and no pair; and the most that it may
bring, in halves of a bit."""


def _mask(bits: int) -> int:
    return (1 << bits) - 1


MOST_WORDS, LONGEST_SPAN, MOST_SAYS = _mask(PLACE_BITS), _mask(SPAN_BITS), _mask(SAYS_BITS)


class Shared(NamedTuple):
    """Places of a draft at which statements share something with it, one row for each.

    Attributes:
        statements: the number of the statement.
        first: the first word of the draft that is covered, numbered as in `plain`.
        last: the last one.
        bits: what the covered words say.
        hits: how many shingles are shared.
        runs: how many of them are runs of three words.
    """

    statements: Numbers
    first: Numbers
    last: Numbers
    bits: Reals
    hits: Numbers
    runs: Numbers

    def where(self, kept: Truths | NDArray[np.intp]) -> Shared:
        """Return some of the rows."""
        statements, first, last, bits, hits, runs = self
        return Shared(statements[kept], first[kept], last[kept], bits[kept], hits[kept], runs[kept])


class Stretches(NamedTuple):
    """Stretches of a draft, each with a statement.

    Attributes:
        first: the first word of each stretch.
        last: the last one.
        codes: the codes of the words of all statements.
        starts: where in `codes` each statement begins.
        sizes: how many words it has.
    """

    first: Numbers
    last: Numbers
    codes: Halves
    starts: Numbers
    sizes: Numbers


class Limits(NamedTuple):
    """What makes one place of shingles, and what makes it worth a look.

    Attributes:
        apart: words of the draft between two shingles that no longer are of one place.
        next_sentence: the same where a sentence ends between the two.
        bits: a statement whose shingles bring fewer together is left out, and so is a place.
        runs: unless it has so many runs of three words.
    """

    apart: int
    next_sentence: int
    bits: float
    runs: int


class Stems(NamedTuple):
    """The stems of a draft.

    Attributes:
        drafted: the number of the stem of each word; less than 1 where there is none.
        numbers: the number of the stem that has each code; 0 where the draft has none.
        content: for each number, whether such a word carries content.
        strange: for each number, how seldom it was said, in bits.
    """

    drafted: Parts
    numbers: Parts
    content: Truths
    strange: Reals


class InCommon(NamedTuple):
    """What statements have in common with stretches of a draft, each stem counted once.

    Attributes:
        strange: bits of the content words in common.
        content: how many these are.
        words: how many words of any kind are in common.
        told: how many content words the statement has.
    """

    strange: Reals
    content: Numbers
    words: Numbers
    told: Numbers


class Sides(NamedTuple):
    """Stretches of a draft beside stretches of statements, a row for each pair.

    Attributes:
        drafted: the stems of the draft.
        said: those of the statement.
        drafted_kin: the group of wordings of each word of the draft.
        said_kin: that of each word of the statement.
        alone: what each word of the draft says, in parts.
        behind: what it says behind a word that is in common, too.
        widths: how many words of the draft each row has; behind them there are no more.
        sizes: how many words of the statement it has.
    """

    drafted: Parts
    said: Parts
    drafted_kin: Kin
    said_kin: Kin
    alone: Parts
    behind: Parts
    widths: Numbers
    sizes: Numbers


class Takes(NamedTuple):
    """What words that are not the same take or bring in an alignment, in parts.

    Attributes:
        changed: what a word takes that stands in the place of another.
        left_out: what a word of the statement takes that the draft has not.
        put_in: what one of the draft takes that the statement has not.
        alike: what the same word in another person or tense brings.
    """

    changed: int
    left_out: int
    put_in: int
    alike: int


class Aligned(NamedTuple):
    """What the alignment of each row comes to.

    Attributes:
        bits: of the best local alignment, in parts.
        run: of the longest run, and of several that which says most, in parts.
        row: how many words that has.
        drafted: which words of the draft stand in the statement's stretch.
        said: which words of that stand in the draft's.
    """

    bits: Parts
    run: Parts
    row: Parts
    drafted: Truths
    said: Truths


class Nodes(NamedTuple):
    """Decision trees, one to a row, filled up with leaves.

    Attributes:
        signs: which sign a node asks; 0 in a leaf.
        bounds: the highest value with which it is gone on to the left; infinite in a leaf.
        left: the node on the left; a leaf itself in a leaf.
        right: the one on the right.
        scores: what a leaf adds to the score, in parts.
        depth: how many nodes are asked at most.
    """

    signs: Halves
    bounds: Reals
    left: Halves
    right: Halves
    scores: Numbers
    depth: int


class Numbered(NamedTuple):
    """The numbers of the statements of all postings, as they are packed.

    Attributes:
        lows: the lower sixteen bits of each.
        highs: the bits above these, one number behind the other.
        bits: how many these are for each: none, four or eight.
    """

    lows: Halves
    highs: NDArray[np.uint8]
    bits: int


class Bounds(NamedTuple):
    """Where the postings of fingerprints stand in a segment.

    Attributes:
        starts: the place of the first posting of each.
        counts: how many there are.
    """

    starts: Numbers
    counts: Numbers

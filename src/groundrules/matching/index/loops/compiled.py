"""The loops, compiled: machine code that numba makes of them when this module is imported.

The machine code is kept beside the module, or in the user's cache where that cannot be written to;
nothing of any draft or ledger is in it. Importing this takes half a second where it is kept, and
some three seconds where it is not. See `arrays` for what each function takes.

Compiled code does not look whether it has come to the end of an array. Every place that it is given
comes from the draft, or from a file that was held to its own sizes when it was opened, and from a
directory that is held to them at each look-up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numba import njit

from groundrules.matching.index.loops.shapes import (
    LONGEST_SPAN,
    MOST_SAYS,
    MOST_WORDS,
    PLACE_BITS,
    SAYS_BITS,
    SPAN_BITS,
    Aligned,
    Bounds,
    InCommon,
    Shared,
)

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    from groundrules.matching.index.loops.shapes import (
        Halves,
        Kin,
        Limits,
        Nodes,
        Numbered,
        Numbers,
        Parts,
        Reals,
        Sides,
        Singles,
        Stems,
        Stretches,
        Takes,
        Truths,
    )

    Whole = int | np.signedinteger[Any]

_SPAN = SAYS_BITS + 1
_PLACE = _SPAN + SPAN_BITS
_STATEMENT = _PLACE + PLACE_BITS

_HALF, _LOWER = 16, 0xFFFF
"""Bits of either half of a fingerprint, and the lower one."""

_I8, _F8, _I4, _I2, _U2, _B1 = (
    f"{kind}[::1]" for kind in ("int64", "float64", "int32", "int16", "uint16", "bool")
)
_FILE1, _FILE2, _FILE4 = (
    f"Array({kind},1,'C',readonly=True)" for kind in ("uint8", "uint16", "uint32")
)
_I8S, _F8S, _I4S, _I2S, _U2S, _B1S = (
    f"{kind}[:,::1]" for kind in ("int64", "float64", "int32", "int16", "uint16", "bool")
)


def added_up(keys: Numbers, bits: Reals, sentence: Numbers, limits: Limits) -> Shared:
    """Return the places at which shingles stand, each word counted once in each."""
    return Shared(*_added_up(keys, bits, sentence, *limits))


@njit(
    f"Tuple(({_I8},{_I8},{_I8},{_F8},{_I8},{_I8}))({_I8},{_F8},{_I8},int64,int64,float64,int64)",
    cache=True,
    nogil=True,
)
def _added_up(  # noqa: PLR0913, PLR0917 - compiled code takes plain arrays
    keys: Numbers,
    bits: Reals,
    sentence: Numbers,
    apart: int,
    next_sentence: int,
    least: float,
    enough_runs: int,
) -> tuple[Numbers, Numbers, Numbers, Reals, Numbers, Numbers]:
    size = len(keys)
    of, begin, end = np.empty(size, np.int64), np.empty(size, np.int64), np.empty(size, np.int64)
    told, hits, runs = np.zeros(size), np.zeros(size, np.int64), np.zeros(size, np.int64)
    row, at = 0, 0
    while at < size:
        here, until, promises = keys[at] >> _STATEMENT, at, 0
        while until < size and keys[until] >> _STATEMENT == here:
            promises += keys[until] & MOST_SAYS
            until += 1
        if promises < 2 * least:
            at = until
        while at < until:
            of[row], begin[row], reach = here, keys[at] >> _PLACE & MOST_WORDS, -1
            told[row], hits[row], runs[row] = 0.0, 0, 0
            while at < until:
                key = keys[at]
                left, is_run = key >> _PLACE & MOST_WORDS, key >> SAYS_BITS & 1
                right = left + (key >> _SPAN & LONGEST_SPAN)
                if reach >= 0 and left > reach + (
                    apart if sentence[left] == sentence[reach] else next_sentence
                ):
                    break
                step = 1 if is_run else max(1, right - left)  # a pair covers its two ends
                new = 0.0
                for word in range(left, right + 1, step):
                    new += bits[word] if word > reach else 0.0
                told[row] += min(new, (key & MOST_SAYS) / 2)
                hits[row] += 1
                runs[row] += is_run
                reach = max(reach, right)
                at += 1
            end[row] = reach
            row += told[row] >= least or runs[row] >= enough_runs
    return of[:row], begin[:row], end[:row], told[:row], hits[:row], runs[:row]


def in_common(stretches: Stretches, stems: Stems) -> InCommon:
    """Return what each statement has in common with its stretch of the draft."""
    return InCommon(*_in_common(*stretches, *stems))


@njit(
    f"Tuple(({_F8},{_I8},{_I8},{_I8}))({_I8},{_I8},{_U2},{_I8},{_I8},{_I4},{_I4},{_B1},{_F8})",
    cache=True,
    nogil=True,
)
def _in_common(  # noqa: PLR0913, PLR0917 - likewise
    first: Numbers,
    last: Numbers,
    codes: Halves,
    starts: Numbers,
    sizes: Numbers,
    drafted: Parts,
    numbers: Parts,
    content: Truths,
    strange: Reals,
) -> tuple[Reals, Numbers, Numbers, Numbers]:
    rows = len(sizes)
    here, met = np.full(len(content), -1), np.full(len(content), -1)
    bits, both = np.zeros(rows), np.zeros(rows, np.int64)
    words, told = np.zeros(rows, np.int64), np.zeros(rows, np.int64)
    for row in range(rows):
        for at in range(first[row], last[row] + 1):
            if drafted[at] > 0:
                here[drafted[at]] = row
        for at in range(starts[row], starts[row] + sizes[row]):
            stem = numbers[codes[at]]
            if stem == 0:
                told[row] += 1
            elif met[stem] != row:
                met[stem] = row
                told[row] += content[stem]
                if here[stem] == row:
                    words[row] += 1
                    if content[stem]:
                        both[row] += 1
                        bits[row] += strange[stem]
    return bits, both, words, told


def aligned(sides: Sides, takes: Takes) -> Aligned:
    """Return the best local alignment of each row (Smith and Waterman 1981)."""
    return Aligned(*_aligned(*sides, *takes))


@njit(
    f"Tuple(({_I4},{_I4},{_I4},{_B1S},{_B1S}))"
    f"({_I4S},{_I4S},{_I2S},{_I2S},{_I4S},{_I4S},{_I8},{_I8},int32,int32,int32,int32)",
    cache=True,
    nogil=True,
)
def _aligned(  # noqa: PLR0913, PLR0917 - likewise
    drafted: Parts,
    said: Parts,
    drafted_kin: Kin,
    said_kin: Kin,
    alone: Parts,
    behind: Parts,
    widths: Numbers,
    sizes: Numbers,
    changed: int,
    left_out: int,
    put_in: int,
    alike: int,
) -> tuple[Parts, Parts, Parts, Truths, Truths]:
    rows, width = drafted.shape
    best, run = np.zeros(rows, np.int32), np.zeros(rows, np.int32)
    words = np.zeros(rows, np.int32)
    hit, said_hit = np.zeros(drafted.shape, np.bool_), np.zeros(said.shape, np.bool_)
    table = np.empty(width + 1, np.int32)
    lengths, bits = np.empty(width + 1, np.int32), np.empty(width + 1, np.int32)
    for row in range(rows):
        table[:] = 0
        lengths[:] = 0
        bits[:] = 0
        for at in range(sizes[row]):
            word, kin = said[row, at], said_kin[row, at]
            corner, length, says = table[0], lengths[0], bits[0]
            for place in range(widths[row]):
                if drafted[row, place] == word:
                    brings = behind[row, place] if length else alone[row, place]
                    hit[row, place] = said_hit[row, at] = True
                    length, says = length + 1, says + brings
                    if length > words[row] or (length == words[row] and says > run[row]):
                        words[row], run[row] = length, says
                else:
                    brings = alike if drafted_kin[row, place] == kin else -changed
                    length, says = 0, 0
                lengths[place + 1], length = length, lengths[place + 1]
                bits[place + 1], says = says, bits[place + 1]
                above = table[place + 1]
                cell = max(corner + brings, above - left_out, table[place] - put_in, np.int32(0))
                table[place + 1] = cell
                corner = above
                best[row] = max(best[row], cell)
    return best, run, words, hit, said_hit


def scores(values: Reals, nodes: Nodes) -> Numbers:
    """Return what the leaves that each row comes to add up to, in parts."""
    return _scores(values, *nodes)


@njit(f"{_I8}({_F8S},{_U2S},{_F8S},{_U2S},{_U2S},{_I8S},int64)", cache=True, nogil=True)
def _scores(  # noqa: PLR0913, PLR0917 - likewise
    values: Reals,
    signs: Halves,
    bounds: Reals,
    left: Halves,
    right: Halves,
    leaves: Numbers,
    depth: int,
) -> Numbers:
    found = np.zeros(len(values), np.int64)
    for tree in range(len(signs)):
        asks, bound, low, high = signs[tree], bounds[tree], left[tree], right[tree]
        for row in range(len(values)):
            node = np.uint16(0)
            for _ in range(depth):  # always as often: a guess of the way takes longer than the way
                under, over = low[node], high[node]
                node = over if values[row, asks[node]] > bound[node] else under
            found[row] += leaves[tree, node]
    return found


def bounded(directory: Singles, lows: Halves, fingerprints: Singles) -> Bounds | None:
    """Return where the postings of fingerprints stand; None where the directory leads nowhere."""
    starts, counts, is_sound = _bounded(directory, lows, fingerprints)
    return Bounds(starts, counts) if is_sound else None


@njit(
    [f"int64({file},int64,int64,int64,int64,int64)" for file in (_FILE2, _FILE4)],
    cache=True,
    nogil=True,
)
def _placed(  # noqa: PLR0913, PLR0917 - likewise
    values: Halves | Singles, wanted: Whole, first: Whole, last: Whole, guess: Whole, step: int
) -> Whole:
    """Return the first place from `first` up to `last` whose value is not less.

    Fingerprints are spread evenly, so that one stands near where its share of the range is: what is
    gone through from there is in few lines of memory.
    """
    if first < last and values[guess] < wanted:
        first = guess + 1
        while first + step < last and values[first + step] < wanted:
            first += step
            step *= 2
        last = min(last, first + step)
    elif first < last:
        last = guess
        while last - step > first and values[last - step] >= wanted:
            last -= step
            step *= 2
        first = max(first, last - step)
    while first < last:
        middle = (first + last) >> 1
        if values[middle] < wanted:
            first = middle + 1
        else:
            last = middle
    return first


@njit(
    f"Tuple(({_I8},{_I8},boolean))({_FILE4},{_FILE2},uint32[::1])",
    cache=True,
    nogil=True,
)
def _bounded(
    directory: Singles, lows: Halves, fingerprints: Singles
) -> tuple[Numbers, Numbers, bool]:
    rows = len(fingerprints)
    starts, stops = np.empty(rows, np.int64), np.empty(rows, np.int64)
    counts = np.zeros(rows, np.int64)
    for row in range(rows):
        upper = fingerprints[row] >> _HALF
        starts[row], stops[row] = directory[upper], directory[upper + 1]
        if starts[row] > stops[row] or stops[row] > len(lows):
            return starts, counts, False
    for row in range(rows):
        wanted = np.int64(fingerprints[row] & _LOWER)
        first, last = starts[row], stops[row]
        guess = first + ((last - first) * wanted >> _HALF)
        starts[row] = at = _placed(lows, wanted, first, last, guess, 8)
        while at < last and lows[at] == wanted:
            at += 1
        counts[row] = at - starts[row]
    return starts, counts, True


def told(counted: Singles, counts: Singles, fingerprints: Singles) -> Singles:
    """Return the count of each fingerprint, 0 where there is none."""
    return _told(counted, counts, fingerprints)


@njit(f"uint32[::1]({_FILE4},{_FILE4},uint32[::1])", cache=True, nogil=True)
def _told(counted: Singles, counts: Singles, fingerprints: Singles) -> Singles:
    size, found = len(counted), np.zeros(len(fingerprints), np.uint32)
    for row in range(len(fingerprints)):
        wanted = np.int64(fingerprints[row])
        at = _placed(counted, wanted, 0, size, size * wanted >> (2 * _HALF), 64)
        if at < size and counted[at] == wanted:
            found[row] = counts[at]
    return found


def gathered(numbered: Numbered, starts: Numbers, counts: Numbers) -> Singles:
    """Return the numbers of some runs of postings, one run behind the other."""
    return _gathered(*numbered, starts, counts)


@njit(
    f"uint32[::1]({_FILE2},{_FILE1},int64,{_I8},{_I8})",
    cache=True,
    nogil=True,
)
def _gathered(
    lows: Halves, highs: NDArray[np.uint8], bits: int, starts: Numbers, counts: Numbers
) -> Singles:
    numbers = np.empty(counts.sum(), np.uint32)
    place = 0
    for row in range(len(starts)):
        for at in range(starts[row], starts[row] + counts[row]):
            number = np.uint32(lows[at])
            if bits == 4:  # noqa: PLR2004 - half a byte
                number |= np.uint32(highs[at >> 1] >> ((at & 1) << 2) & 0xF) << np.uint32(16)
            elif bits:
                number |= np.uint32(highs[at]) << np.uint32(16)
            numbers[place] = number
            place += 1
    return numbers

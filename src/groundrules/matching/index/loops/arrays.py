"""The loops in arrays: what numpy does at once for all rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

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
    from numpy.typing import NDArray

    from groundrules.matching.index.loops.shapes import (
        Halves,
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

_STATEMENT = PLACE_BITS + SPAN_BITS + 1 + SAYS_BITS

_HALF, _LOWER = np.uint32(16), np.uint32(0xFFFF)
"""Bits of either half of a fingerprint, and the lower one."""

_ROOM = 1 << 23
"""Numbers for which a quick look-up may take memory; a draft as long as a book sorts instead."""

_LONG = 512
"""Values of a range that is searched apart from most."""

_WORD = 1 << 20
"""What a word counts in a run beside its parts, more than those of any run: so that one number
tells both how long it is and what it says."""


def added_up(keys: Numbers, bits: Reals, sentence: Numbers, limits: Limits) -> Shared:
    """Return the places at which shingles stand, each word counted once in each.

    Args:
        keys: the shingles, each as one number (see `PLACE_BITS`), in order.
        bits: what each word of the draft says.
        sentence: the number of the sentence that each stands in.
        limits: what parts two places, and what makes one worth a look.
    """
    keys = _promising(keys, limits.bits)
    if not len(keys):
        none = np.empty(0, dtype=np.int64)
        return Shared(none, none, none, np.empty(0), none, none)
    statement, first, last, is_run, says = _unpacked(keys)
    # Within a statement, how far the shingles so far reach: statements are told apart by
    # adding more than any place to each.
    number = np.cumsum(_changes(statement)) - 1
    apart = number * (2 * len(bits))
    reach = np.maximum.accumulate(last + apart) - apart
    before = np.concatenate([[-1], reach[:-1]])
    before[np.flatnonzero(_changes(number))] = -limits.apart * 2
    same = sentence[first] == sentence[np.maximum(before, 0)]
    starts = np.flatnonzero(first > before + np.where(same, limits.apart, limits.next_sentence))
    before[starts] = -1
    sums = np.concatenate([[0.0], np.cumsum(bits)])
    as_run = sums[last + 1] - sums[np.minimum(np.maximum(first, before + 1), last + 1)]
    as_pair = np.where(first > before, bits[first], 0.0) + np.where(last > before, bits[last], 0.0)
    new = np.minimum(np.where(is_run, as_run, as_pair), says)
    ends = np.concatenate([starts[1:], [len(statement)]])
    brought = np.add.reduceat(new, starts)
    runs = np.add.reduceat(is_run.astype(np.int64), starts)
    worth = np.flatnonzero((brought >= limits.bits) | (runs >= limits.runs))
    starts, ends = starts[worth], ends[worth]
    reached, hits = reach[ends - 1], ends - starts
    return Shared(statement[starts], first[starts], reached, brought[worth], hits, runs[worth])


def _promising(keys: Numbers, least: float) -> Numbers:
    """Return the shingles of statements that may come to enough: in a small index few of them do.

    In one of 700,000 statements any shingle that is looked at may be enough by itself.
    """
    if not len(keys):
        return keys
    starts = np.flatnonzero(_changes(keys >> _STATEMENT))
    enough = np.add.reduceat(keys & MOST_SAYS, starts) >= 2 * least
    return keys[np.repeat(enough, np.diff([*starts, len(keys)]))]


def _unpacked(keys: Numbers) -> tuple[Numbers, Numbers, Numbers, Truths, Reals]:
    """Return the statement of each, its first word and last, whether it is a run, what it says."""
    says = (keys & MOST_SAYS) / 2
    keys = keys >> SAYS_BITS
    first = (keys >> (SPAN_BITS + 1)) & MOST_WORDS
    last = first + ((keys >> 1) & LONGEST_SPAN)
    return keys >> (PLACE_BITS + SPAN_BITS + 1), first, last, (keys & 1).astype(bool), says


def _changes(values: Numbers) -> Truths:
    """Tell where a value differs from the one before it; the first does."""
    return np.concatenate([[True], values[1:] != values[:-1]])


def in_common(stretches: Stretches, stems: Stems) -> InCommon:
    """Return what each statement has in common with its stretch of the draft."""
    sizes, rows = stretches.sizes, len(stretches.sizes)
    owner = np.repeat(np.arange(rows), sizes)
    ahead = np.cumsum(sizes) - sizes
    places = np.repeat(stretches.starts - ahead, sizes) + np.arange(len(owner))
    said = stems.numbers[stretches.codes[places]]
    content = stems.content[said]
    once = _first_of_each(owner, said, len(stems.content))
    has = once & _stands(stems.drafted, said, stretches.first[owner], stretches.last[owner])
    both = has & content
    strange = np.bincount(owner, np.where(both, stems.strange[said], 0.0), rows)
    return InCommon(
        strange.astype(np.float64),
        np.bincount(owner, both, rows).astype(np.int64),
        np.bincount(owner, has, rows).astype(np.int64),
        np.bincount(owner, once & (content | (said == 0)), rows).astype(np.int64),
    )


def _first_of_each(owner: Numbers, stems: Parts, size: int) -> Truths:
    """Tell which words are the first of their stem in their statement; the unknown are all."""
    key, number = owner * size + stems, np.arange(len(owner))
    first: Truths = stems == 0
    room = (int(owner.max(initial=-1)) + 1) * size
    if room > _ROOM:
        first[np.unique(key, return_index=True)[1]] = True
        return first
    earliest = np.empty(room, dtype=np.int64)
    earliest[key[::-1]] = number[::-1]  # of several, the last that is written stays
    first |= earliest[key] == number
    return first


def _stands(drafted: Parts, stems: Parts, first: Numbers, last: Numbers) -> Truths:
    """Tell which stems stand in a stretch of the draft, each given with its stretch."""
    span = len(drafted) + 1
    places = np.flatnonzero(drafted > 0)
    keys = np.sort(drafted[places].astype(np.int64) * span + places)
    at = np.searchsorted(keys, stems.astype(np.int64) * span + first)
    found = keys[np.minimum(at, len(keys) - 1)] if len(keys) else np.zeros(len(at), dtype=np.int64)
    inside: Truths = found <= stems.astype(np.int64) * span + last
    return inside & (at < len(keys)) & (stems > 0)


def aligned(sides: Sides, takes: Takes) -> Aligned:
    """Return the best local alignment of each row (Smith and Waterman 1981).

    The rows are aligned at once, one word of the statements after the other. Rows with the most
    words stand first, so that those that are through drop out.
    """
    order, going_on = _longest_first(sides.sizes)
    drafted, said, kin, said_kin, alone, behind, _, _ = (side[order] for side in sides)
    changed, left_out, put_in, alike = (np.int32(one) for one in takes)
    table = np.zeros((len(order), drafted.shape[1] + 1), dtype=np.int32)
    highest, run, longest = table.copy(), table.copy(), table.copy()
    hit, said_hit = np.zeros(drafted.shape, dtype=bool), np.zeros(said.shape, dtype=bool)
    before = np.zeros(table.shape, dtype=bool)
    ramp = put_in * np.arange(table.shape[1], dtype=np.int32)
    for at, size in enumerate(going_on):
        now = slice(0, size)
        same = drafted[now] == said[now, at, None]
        says = np.where(before[now, :-1], behind[now], alone[now])
        run[now, 1:] = (run[now, :-1] + (says + np.int32(_WORD))) * same
        np.maximum(longest[now], run[now], out=longest[now])
        step = np.where(kin[now] == said_kin[now, at, None], alike, -changed)
        np.copyto(step, says, where=same)
        step += table[now, :-1]
        np.maximum(step, table[now, 1:] - left_out, out=step)
        np.maximum(step, 0, out=table[now, 1:])
        table[now] += ramp
        np.maximum.accumulate(table[now], axis=1, out=table[now])
        table[now] -= ramp
        np.maximum(highest[now], table[now], out=highest[now])
        hit[now] |= same
        said_hit[now, at] = same.any(axis=1)
        before[now, 1:] = same
    words, bits = np.divmod(longest.max(axis=1), np.int32(_WORD))
    back = np.argsort(order, kind="stable")
    return Aligned(*(one[back] for one in (highest.max(axis=1), bits, words, hit, said_hit)))


def _longest_first(sizes: Numbers) -> tuple[Numbers, list[int]]:
    """Return the order of rows by their sizes, and how many have each word of the longest."""
    order = np.argsort(-sizes, kind="stable")
    words = np.arange(int(sizes.max(initial=0)))
    return order, (len(order) - np.searchsorted(np.sort(sizes), words, side="right")).tolist()


def scores(values: Reals, nodes: Nodes) -> Numbers:
    """Return what the leaves that each row comes to add up to, in parts."""
    rows, (trees, widest) = len(values), nodes.left.shape
    # All arrays are gone through as if they were flat, which is several times faster.
    flat, row = values.ravel(), np.arange(rows)[:, None] * values.shape[1]
    tree = np.arange(trees)[None, :] * widest
    node = np.broadcast_to(tree, (rows, trees))
    for _ in range(nodes.depth):
        over = flat.take(row + nodes.signs.take(node)) > nodes.bounds.take(node)
        node = tree + np.where(over, nodes.right.take(node), nodes.left.take(node))
    added: Numbers = nodes.scores.take(node).sum(axis=1)
    return added


def bounded(directory: Singles, lows: Halves, fingerprints: Singles) -> Bounds | None:
    """Return where the postings of fingerprints stand; None where the directory leads nowhere.

    Args:
        directory: where the postings begin whose fingerprints have each upper half, and the end.
        lows: the lower halves of the fingerprints of all postings, in order for each upper half.
        fingerprints: what is looked for.
    """
    upper = (fingerprints >> _HALF).astype(np.intp)
    starts = directory[upper].astype(np.int64)
    stops = directory[upper + 1].astype(np.int64)
    sizes = stops - starts
    if len(sizes) and (int(sizes.min()) < 0 or int(stops.max()) > len(lows)):
        return None
    counts = np.zeros(len(sizes), dtype=np.int64)
    asked = np.flatnonzero(sizes)
    lower = (fingerprints[asked] & _LOWER).astype(np.uint16)
    starts[asked], counts[asked] = _within(lows, lower, starts[asked], stops[asked])
    return Bounds(starts, counts)


def told(counted: Singles, counts: Singles, fingerprints: Singles) -> Singles:
    """Return the count of each fingerprint, 0 where there is none.

    Args:
        counted: the fingerprints that have a count, in order, each once.
        counts: how much that is.
        fingerprints: what is looked for.
    """
    found = np.zeros(len(fingerprints), dtype=np.uint32)
    if not len(counted):
        return found
    # In order, so that one search goes through the same memory as the one before it.
    order = np.argsort(fingerprints)
    ordered = fingerprints[order]
    places = np.minimum(np.searchsorted(counted, ordered), len(counted) - 1)
    there = np.flatnonzero(counted[places] == ordered)
    found[order[there]] = counts[places[there]]
    return found


def _within(
    lows: Halves, lower: Halves, starts: Numbers, stops: Numbers
) -> tuple[Numbers, Numbers]:
    """Return where in each of some ranges a value stands, and how often.

    Args:
        lows: values, in order within each range.
        lower: the value that is looked for in each range.
        starts: the first place of each range, which has at least one.
        stops: the place behind its last.
    """
    first, sizes = np.empty(len(lower), dtype=np.int64), stops - starts
    # Few ranges are much longer than the rest, which need not wait for them.
    for some in (np.flatnonzero(sizes > _LONG), np.flatnonzero(sizes <= _LONG)):
        if len(some):
            first[some] = _placed(lows, lower[some], starts[some], sizes[some], strictly=False)
    counts = np.zeros(len(lower), dtype=np.int64)
    inside = np.minimum(first, len(lows) - 1)
    there = np.flatnonzero((first < stops) & (lows[inside] == lower))
    if len(there):
        begins = first[there]
        ends = _placed(lows, lower[there], begins, stops[there] - begins, strictly=True)
        counts[there] = ends - begins
    return first, counts


def _placed(
    lows: Halves,
    lower: Halves,
    starts: Numbers,
    sizes: Numbers,
    *,
    strictly: bool,
) -> Numbers:
    """Return the first place in each range whose value is not less, or strictly greater.

    Each round halves what is left of every range; one that is down to one place waits.
    """
    comes_before = np.less_equal if strictly else np.less
    starts, sizes = starts.copy(), sizes.copy()
    for _ in range(int(sizes.max() - 1).bit_length()):
        half = sizes >> 1
        starts += half * comes_before(lows[starts + half - 1], lower)
        sizes -= half
    placed: Numbers = starts + comes_before(lows[starts], lower)
    return placed


def gathered(numbered: Numbered, starts: Numbers, counts: Numbers) -> Singles:
    """Return the numbers of some runs of postings, one run behind the other.

    Args:
        numbered: the numbers of all postings.
        starts: the first posting of each run.
        counts: how many postings it has.
    """
    before = np.cumsum(counts) - counts
    places = np.repeat(starts - before, counts) + np.arange(counts.sum())
    numbers = numbered.lows[places].astype(np.uint32)
    if numbered.bits:
        numbers |= _highs(numbered, places).astype(np.uint32) << np.uint32(16)
    found: Singles = numbers
    return found


def _highs(numbered: Numbered, places: Numbers) -> NDArray[np.uint8]:
    if numbered.bits == 8:  # noqa: PLR2004 - a byte
        return numbered.highs[places]
    shift = ((places & 1) << 2).astype(np.uint8)
    nibbles: NDArray[np.uint8] = (numbered.highs[places >> 1] >> shift) & np.uint8(0xF)
    return nibbles

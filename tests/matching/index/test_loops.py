"""The loops do the same in both forms, to the last bit; the faster one is used when asked for."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.desk.indexing.hastening import hasten
from groundrules.matching.index import loops as both
from groundrules.matching.index.forest import weights
from groundrules.matching.index.loops import arrays, compiled
from groundrules.matching.index.loops.shapes import (
    GRID,
    PLACE_BITS,
    SAYS_BITS,
    SPAN_BITS,
    Limits,
    Numbered,
    Sides,
    Stems,
    Stretches,
    Takes,
    on_grid,
)

SEEDS = st.integers(0, 2**32 - 1)
ROWS = st.sampled_from([0, 1, 2, 30])


def same(one, other):
    for ours, theirs in zip(one, other, strict=True):
        assert ours.dtype == theirs.dtype
        np.testing.assert_array_equal(ours, theirs)


@settings(max_examples=150)
@given(SEEDS, st.sampled_from([0, 1, 5, 400]), st.sampled_from([0.0, 9.0, 25.0]))
def test_places_are_added_up_alike(seed, size, least):
    chance = np.random.default_rng(seed)
    words = 120
    first = chance.integers(0, words - 12, size)
    runs = chance.random(size) < 0.5
    last = np.where(runs, first + 2, first + chance.integers(1, 12, size))
    statements = chance.integers(0, 1 + size // 6, size)
    keys = statements << PLACE_BITS | first
    keys = (keys << SPAN_BITS | (last - first)) << 1 | runs
    keys = np.sort(keys << SAYS_BITS | chance.integers(4, 44, size))
    bits = on_grid(chance.random(words) * 12)
    sentence = np.cumsum(chance.random(words) < 0.08)
    limits = Limits(40, 3, least, 4)

    found = arrays.added_up(keys, bits, sentence, limits)

    same(found, compiled.added_up(keys, bits, sentence, limits))
    assert len(found.bits) > 0 or size < 400


@settings(max_examples=150)
@given(SEEDS, ROWS)
def test_what_is_in_common_is_counted_alike(seed, rows):
    chance = np.random.default_rng(seed)
    words, stems = 90, 25
    drafted = chance.integers(-1, stems, words).astype(np.int32)
    numbers = np.where(chance.random(1 << 16) < 0.3, 0, chance.integers(0, stems, 1 << 16))
    sizes = chance.integers(0, 40, rows)
    codes = chance.integers(0, 1 << 16, int(sizes.sum()) + 1).astype(np.uint16)
    first = chance.integers(0, words, rows)
    last = np.minimum(first + chance.integers(0, 30, rows), words - 1)
    stretches = Stretches(first, last, codes, np.cumsum(sizes) - sizes, sizes)
    content = chance.random(stems) < 0.6
    strange = on_grid(chance.random(stems) * 24)
    known = Stems(drafted, numbers.astype(np.int32), content, strange)

    found = arrays.in_common(stretches, known)

    same(found, compiled.in_common(stretches, known))
    assert found.words.sum() > 0 or rows < 30


@settings(max_examples=100)
@given(SEEDS, ROWS, st.sampled_from([1, 8, 64]), st.sampled_from([4, 60]))
def test_rows_are_aligned_alike(seed, rows, width, stems):
    chance = np.random.default_rng(seed)
    sizes = chance.integers(1, width + 1, rows)
    beyond = np.arange(width) >= sizes[:, None]
    widths = chance.integers(1, width + 1, rows)
    behind = np.arange(width) >= widths[:, None]
    drafted = np.where(behind, 0, chance.integers(0, stems, (rows, width)))
    said = np.where(beyond, -2, chance.integers(0, stems, (rows, width)))
    kin, said_kin = chance.integers(0, 4, (2, rows, width)).astype(np.int16)
    alone = chance.integers(0, 12 * GRID, (rows, width)).astype(np.int32)
    sides = Sides(
        np.where(drafted == 0, -1, drafted).astype(np.int32),
        said.astype(np.int32),
        np.where(behind, 0, kin).astype(np.int16),
        np.where(beyond | (said_kin == 0), -1, said_kin).astype(np.int16),
        alone,
        (alone * chance.random((rows, width))).astype(np.int32),
        widths,
        sizes,
    )
    takes = Takes(2 * GRID, GRID + GRID // 5, 2 * GRID, GRID)

    found = arrays.aligned(sides, takes)

    same(found, compiled.aligned(sides, takes))
    assert found.row.sum() > 0 or rows * width < 200


@settings(max_examples=60)
@given(SEEDS, ROWS)
def test_trees_score_alike(seed, rows):
    nodes = weights().forest.nodes
    chance = np.random.default_rng(seed)
    values = chance.choice(nodes.bounds[np.isfinite(nodes.bounds)], (rows, 200))
    values = np.where(chance.random(values.shape) < 0.3, np.nextafter(values, np.inf), values)

    found = arrays.scores(values, nodes)

    same([found], [compiled.scores(values, nodes)])
    assert len(np.unique(found)) > 5 or rows < 30


@settings(max_examples=60)
@given(SEEDS, st.sampled_from([0, 4, 8]))
def test_numbers_are_gathered_alike(seed, bits):
    chance = np.random.default_rng(seed)
    numbers = chance.integers(0, 1 << (16 + bits), 1_001).astype(np.uint32)
    highs = (numbers >> 16).astype(np.uint8)
    if bits == 4:
        highs = (np.append(highs[1::2], 0) << 4 | highs[::2]).astype(np.uint8)
    numbered = Numbered(numbers.astype(np.uint16), highs[: len(highs) if bits else 0], bits)
    starts = chance.integers(0, 900, 20)
    counts = chance.integers(0, 100, 20)

    found = arrays.gathered(numbered, starts, counts)

    same([found], [compiled.gathered(numbered, starts, counts)])
    runs = [numbers[start : start + many] for start, many in zip(starts, counts, strict=True)]
    assert np.concatenate(runs).tolist() == found.tolist()


def test_sums_of_parts_are_the_same_in_any_order():
    bits = np.random.default_rng(1).random(1_000) * 24

    assert bits.sum() != bits[::-1].cumsum()[-1]
    assert on_grid(bits).sum() == on_grid(bits)[::-1].cumsum()[-1]
    assert 0.5 / GRID >= np.abs(on_grid(bits) - bits).max()


def test_they_are_compiled_when_somebody_asks(monkeypatch):
    monkeypatch.setattr(both, "_chosen", [arrays])
    assert arrays is both.loops()

    assert both.compile_loops()

    assert compiled is both.loops()


def test_without_numba_all_goes_on_in_arrays():
    code = (
        "import sys; sys.modules['numba'] = None\n"
        "from groundrules.matching.index.loops import arrays, compile_loops, loops\n"
        "assert not compile_loops() and loops() is arrays"
    )

    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_nobody_loads_numba_who_does_not_ask():
    code = "import sys, groundrules.matching.find_indexed; sys.exit('numba' in sys.modules)"

    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_they_are_in_arrays_for_a_while(monkeypatch):
    monkeypatch.setattr(both, "_chosen", [compiled])

    with both.in_arrays():
        assert arrays is both.loops()

    assert compiled is both.loops()


def test_they_are_compiled_beside_all_else(monkeypatch):
    monkeypatch.setattr(both, "_chosen", [arrays])

    thread = hasten()

    thread.join(60)
    assert compiled is both.loops()


def test_nothing_is_begun_where_there_is_nothing_to_do_it_with(monkeypatch):
    monkeypatch.setattr("groundrules.desk.indexing.hastening.find_spec", lambda _: None)

    assert hasten() is None

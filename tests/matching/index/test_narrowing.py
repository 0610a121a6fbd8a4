"""The narrowing: the signs of each place as they are in plain Python, and the best of them."""

from __future__ import annotations

import random
from math import log, log1p, sqrt

import numpy as np
import pytest
from drafts_at_random import (
    drafted_at_random,
    places_at_random,
    said_at_random,
    words_of_statements,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.matching.index.loops import arrays
from groundrules.matching.index.narrowing import (
    OF_EACH,
    best_of_each,
    heaviest,
    parts,
    signs_of_lookup,
    signs_of_overlap,
)

SEED = st.integers(0, 1 << 32)


def drawn(seed):
    chance = random.Random(seed)  # noqa: S311 - any draft will do
    size = chance.choice([1, 5, 60])
    about = drafted_at_random(chance, size)
    shared = places_at_random(chance, size, chance.choice([0, 1, 7]))
    said = [said_at_random(chance, chance.choice([0, 1, 12, 40])) for _ in shared.statements]
    return about, shared, said


def sentences(about, shared, row):
    return range(about.starts[shared.first[row]], about.ends[shared.last[row]] + 1)


def of_lookup(about, shared, row):
    words = sentences(about, shared, row)
    bits, runs, hits = (float(column[row]) for column in (shared.bits, shared.runs, shared.hits))
    told = sum(about.alone[at] for at in words if about.content[at])
    covered = min(bits / max(told, 8.0), 1.2)
    span = int(shared.last[row] - shared.first[row]) + 1
    return [
        bits,
        covered,
        log1p(runs),
        log1p(hits),
        log(span),
        float(about.quotes[shared.first[row]] >= 0),
        covered * bits,
        log(len(words) + 1),
        bits / span,
        min(runs, 10),
        min(hits, 20),
        max(bits - 35, 0),
        max(bits - 60, 0),
        len(words) / 20,
        covered**2,
        runs / (len(words) + 2),
        bits / sqrt(len(words) + 3),
    ]


def of_overlap(about, shared, said, row):
    words = sentences(about, shared, row)
    stems = about.stems.tolist()
    content = {stem for at, stem in enumerate(stems) if about.content[at]}
    strange = {
        stem: max(float(about.strange[at]) for at, other in enumerate(stems) if other == stem)
        for stem in stems
    }
    here = {stems[at] for at in words} & set(said) - {0}
    both = here & content
    in_common = sum(strange[stem] for stem in both)
    told = said.count(0) + len(set(said) & content)
    sentence = max(8.0, sum(about.strange[at] for at in words if about.content[at]))
    return [
        in_common,
        len(both),
        len(here),
        in_common / sentence,
        len(both) / max(told, 1),
        in_common * len(both) / max(told, 1),
        len(here) / len(words),
        log1p(told),
    ]


@settings(max_examples=200)
@given(SEED)
def test_the_signs_of_the_lookup(seed):
    about, shared, _ = drawn(seed)

    found = signs_of_lookup(shared, about)

    expected = [of_lookup(about, shared, row) for row in range(len(shared.bits))]
    assert found == pytest.approx(np.array(expected).reshape(found.shape))


@settings(max_examples=200)
@given(SEED, st.booleans())
def test_the_signs_of_the_overlap(seed, has_room):
    about, shared, said = drawn(seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrays, "_ROOM", 1 << 23 if has_room else 0)
        found = signs_of_overlap(shared, about, words_of_statements(said))

    expected = [of_overlap(about, shared, one, row) for row, one in enumerate(said)]
    assert found == pytest.approx(np.array(expected).reshape(found.shape))


@given(SEED, st.data())
def test_the_words_of_some_statements(seed, data):
    _, _, said = drawn(seed)
    words = words_of_statements(said)
    order = data.draw(st.permutations(range(len(said))))
    kept = np.array(order[: data.draw(st.integers(0, len(order)))], dtype=np.intp)

    some = words.where(kept)

    codes = [[2 * stem if stem else 1 for stem in said[at]] for at in kept]
    ends = some.starts + some.sizes
    assert codes == [
        some.codes[start:end].tolist() for start, end in zip(some.starts, ends, strict=True)
    ]
    assert [len(said[at]) for at in kept] == some.sizes.tolist()


@given(st.lists(st.integers(-50, 50), unique=True, max_size=30), st.integers(1, 30))
def test_the_heaviest_are_told(values, most):
    highest = sorted(values, reverse=True)[:most]

    kept = heaviest(np.array(values, dtype=np.float64), most)

    assert [value in highest for value in values] == kept.tolist()


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(0, 4)), unique=True, max_size=30))
def test_the_best_of_each_group_are_left_in_their_order(rows):
    highest = {
        row
        for group in range(5)
        for row in sorted((row for row in rows if row[1] == group), reverse=True)[:OF_EACH]
    }

    kept = best_of_each(
        np.array([weight for weight, _ in rows], dtype=np.float64),
        np.array([group for _, group in rows], dtype=np.int64),
    )

    assert [row for row in rows if row in highest] == [rows[at] for at in kept]


@given(SEED, st.integers(1, 6).map(lambda half: 2 * half))
def test_a_long_place_is_looked_at_in_parts_too(seed, width):
    _, shared, _ = drawn(seed)

    owner, found = parts(shared, width)

    expected = []
    for row, (first, last) in enumerate(zip(shared.first, shared.last, strict=True)):
        expected.append((row, first, last))
        at = first
        while at + width - 1 < last:
            at += width // 2
            expected.append((row, at, min(at + width - 1, last)))
    columns = (owner, found.first, found.last)
    assert expected == list(zip(*(column.tolist() for column in columns), strict=True))
    assert shared.bits[owner].tolist() == found.bits.tolist()

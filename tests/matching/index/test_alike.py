"""The likeness: the same as an alignment (Smith and Waterman 1981), one cell after the other."""

from __future__ import annotations

import random
from math import log2

import numpy as np
import pytest
from drafts_at_random import (
    UNKNOWN_OF_KIN,
    code_of,
    drafted_at_random,
    places_at_random,
    said_at_random,
    words_of_statements,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.matching.index.alike import SIGNS, WIDTH, signs_of_likeness

CHANGED, LEFT_OUT, PUT_IN, ALIKE = 2.0, 1228 / 1024, 2.0, 1.0
AHEAD, BEYOND, STEP = 24, 8, 32
DENSE = 10, 20
SEED = st.integers(0, 1 << 32)


def drawn(seed, longest):
    chance = random.Random(seed)  # noqa: S311 - any draft will do
    size = chance.choice([1, 6, 50, 150])
    stems = chance.choice([3, 12])
    about = drafted_at_random(chance, size, stems)
    shared = places_at_random(chance, size, 3)
    sizes = [1, 9, *([longest] if longest else [])]
    said = [said_at_random(chance, chance.choice(sizes), stems) for _ in shared.statements]
    return about, shared, said


def columns(about, shared, row):
    """Return the words of the draft about a place: no more than fit, and no further than it may."""
    first, last = int(shared.first[row]), int(shared.last[row])
    begin = max(0, first - AHEAD, int(about.starts[first]) - 2)
    end = min(len(about.stems) - 1, max(last + BEYOND, int(about.ends[last])))
    return range(begin, min(end + 1, begin + WIDTH))


def stretches(said):
    """Return the stretches of a statement: halfway into each the next begins."""
    starts = range(0, max(1, len(said) - STEP), STEP)
    return [said[start : start + WIDTH] for start in starts]


def aligned(about, words, said):
    """Return the bits of the best local alignment, and of the longest run, and its words."""
    before = [0.0] * (len(words) + 1)
    runs = [(0, 0.0)] * (len(words) + 1)
    same_before = [False] * (len(words) + 1)
    best, longest = 0.0, (0, 0.0)
    for spoken in said:
        row, run, same = [0.0], [(0, 0.0)], [False]
        kin = about.kins[code_of(spoken) if spoken else UNKNOWN_OF_KIN]
        for column, at in enumerate(words):
            is_same = spoken == about.stems[at] and about.stems[at] >= 0
            says = float((about.behind if same_before[column] else about.alone)[at])
            other = ALIKE if kin and kin == about.kin[at] else -CHANGED
            step = before[column] + (says if is_same else other)
            row.append(max(0.0, step, before[column + 1] - LEFT_OUT, row[-1] - PUT_IN))
            number, bits = runs[column]
            run.append((number + 1, bits + says) if is_same else (0, 0.0))
            same.append(bool(is_same))
        before, runs, same_before = row, run, same
        best, longest = max(best, *row), max(longest, *run)
    number, bits = longest
    return best, bits, number


def signs_expected(about, shared, said, row, size):
    """Return the signs of a place and a statement of one stretch."""
    words = columns(about, shared, row)
    first, last = int(shared.first[row]), int(shared.last[row])
    spoken = set(said)
    heard = [at for at in words if int(about.stems[at]) in spoken]
    core = [at for at in words if first <= at <= last and about.content[at]]
    both = [at for at in core if at in heard]
    in_common = sum(float(about.alone[at]) for at in both)
    matter = {int(about.stems[at]) for at in np.flatnonzero(about.content)}
    drafted = {int(about.stems[at]) for at in words}
    told = [stem for stem in said if stem == 0 or stem in matter]
    told_too = [stem for stem in told if stem in drafted]
    bits, run, number = aligned(about, words, said)
    return [
        bits,
        run,
        in_common,
        len(both),
        in_common / max(1, sum(float(about.alone[at]) for at in core)),
        len(told_too) / max(1, len(told)),
        len(told),
        len(said),
        float(shared.bits[row]),
        last - first + 1,
        number,
        *of_sentence(about, first, last, heard),
        *of_quotation(about, first, last),
        log2(size),
        bits - run,
        sum(first <= at <= last for at in heard) / (last - first + 1),
        *(most_within(said, drafted, window) for window in DENSE),
    ]


def most_within(said, drafted, window):
    """Return the most words in common in so many words of a statement in a row."""
    hits = [stem in drafted for stem in said] + [False] * (WIDTH - len(said))
    return max(sum(hits[at : at + window]) for at in range(WIDTH - window + 1))


def of_sentence(about, first, last, heard):
    middle = (first + last) // 2
    one = about.sentence[first] == about.sentence[last]
    sentence = range(
        about.starts[first if one else middle], about.ends[last if one else middle] + 1
    )
    here = [at for at in heard if at in sentence]
    content = [at for at in sentence if about.content[at]]
    both = [at for at in content if at in here]
    strange = [float(about.strange[at]) for at in both]
    return [
        len(here),
        len(sentence),
        len(here) / len(sentence),
        sum(about.alone[at] for at in both) / max(1, sum(about.alone[at] for at in content)),
        len(both),
        len(content) - len(both),
        sum(strange),
        sum(strange) / max(1, sum(float(about.strange[at]) for at in content)),
        max(strange, default=0),
    ]


def of_quotation(about, first, last):
    span = range(first, last + 1)
    quoted = [at for at in span if about.quotes[at] >= 0]
    whole = len(quoted) == len(span) and about.quotes[first] == about.quotes[last]
    size = int(about.quoted[about.quotes[first]])
    return [len(quoted) / len(span), len(span) / max(size, 1) if whole else 0.0]


@settings(max_examples=150)
@given(SEED)
def test_every_sign_of_a_short_statement(seed):
    about, shared, said = drawn(seed, 40)

    found = signs_of_likeness(shared, about, words_of_statements(said), 5000)

    for row, one in enumerate(said):
        expected = signs_expected(about, shared, one, row, 5000)
        assert dict(zip(SIGNS, expected, strict=True)) == pytest.approx(
            dict(zip(SIGNS, found[row].tolist(), strict=True)), rel=1e-4, abs=1e-3
        )


@settings(max_examples=40)
@given(SEED)
def test_of_a_long_statement_the_stretch_that_is_the_most_alike(seed):
    about, shared, said = drawn(seed, 170)

    found = signs_of_likeness(shared, about, words_of_statements(said), 5000)

    for row, one in enumerate(said):
        words = columns(about, shared, row)
        expected = max(aligned(about, words, stretch)[0] for stretch in stretches(one))
        assert expected == pytest.approx(found[row, 0], rel=1e-4, abs=1e-3)
        assert len(one) == found[row, SIGNS.index("words of the statement")]


def test_places_that_are_not_there_have_no_signs():
    about, shared, _ = drawn(1, 0)

    found = signs_of_likeness(
        shared.where(np.zeros(3, dtype=bool)), about, words_of_statements([]), 0
    )

    assert (0, len(SIGNS)) == found.shape

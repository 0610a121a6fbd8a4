"""The lookup: what statements share with a draft, added up one shingle after the other."""

from __future__ import annotations

import math
import random
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.matching.index.lookup import MOST, ROW_OF_RUNS, Asked, Hits, shared
from groundrules.matching.index.shingles import Shingles

SIZE = 1 << 18
"""Statements of the index, as far as it matters to what a shingle says."""


class Having(NamedTuple):
    """Posting lists as a dictionary, asked for some fingerprints."""

    having: dict[int, list[int]]
    asked: list[int]

    def find(self, most):
        rows = [
            (query, statement)
            for query, one in enumerate(self.asked)
            if len(self.having.get(one, [])) <= most
            for statement in self.having.get(one, [])
        ]
        return Hits(
            np.array([query for query, _ in rows], dtype=np.intp),
            np.array([statement for _, statement in rows], dtype=np.uint32),
        )


def shared_by(having, question, least, size=SIZE):
    asked = question.asked(size)
    sought = [*asked.runs.fingerprints.tolist(), *asked.pairs.fingerprints.tolist()]
    return shared(Having(having, sought), asked, least)


class Shingle(NamedTuple):
    """A shingle of a draft."""

    first: int
    last: int
    is_run: bool
    fingerprint: int


class Question(NamedTuple):
    """What is looked up, in plain Python."""

    shingles: list[Shingle]
    bits: list[float]
    sentence: list[int]

    def asked(self, size=SIZE) -> Asked:
        return Asked(
            self._family(is_run=True),
            self._family(is_run=False),
            np.array(self.bits),
            np.array(self.sentence, dtype=np.int64),
            size,
        )

    def _family(self, *, is_run):
        some = [one for one in self.shingles if one.is_run == is_run]
        first, last, _, fingerprints = zip(*some, strict=True) if some else ((),) * 4
        return Shingles(
            np.array(first, dtype=np.intp),
            np.array(last, dtype=np.intp),
            np.array(fingerprints, dtype=np.uint32),
        )


def expected(question, having, least):
    """Return the places, a statement at a time."""
    for statement in sorted({one for many in having.values() for one in many}):
        hits = sorted(
            (shingle.first, shingle.last, shingle.is_run, says(having[shingle.fingerprint]))
            for shingle in question.shingles
            if statement in having.get(shingle.fingerprint, [])
            and len(having[shingle.fingerprint]) <= MOST
        )
        if sum(told for *_, told in hits) >= least:
            for place in places(statement, hits, question):
                *_, bits, _, runs = place
                if bits >= least or runs >= ROW_OF_RUNS:
                    yield place


def says(statements):
    return math.floor(2 * math.log2(SIZE / len(statements))) / 2


def places(statement, hits, question):
    """Yield the places at which a statement has shingles; a word counts where it is new."""
    place, reach = [], -1
    for first, last, is_run, told in hits:
        if place:
            same = question.sentence[first] == question.sentence[reach]
            if first > reach + (40 if same else 3):
                yield added_up(statement, place, reach)
                place, reach = [], -1
        covered = range(first, last + 1) if is_run else (first, last)
        new = sum(question.bits[at] for at in covered if at > reach)
        place.append((first, is_run, min(new, told)))
        reach = max(reach, last)
    if place:
        yield added_up(statement, place, reach)


def added_up(statement, place, reach):
    bits = sum(new for *_, new in place)
    return (statement, place[0][0], reach, bits, len(place), sum(run for _, run, _ in place))


def drawn(seed):
    """Return a question about a draft of two hundred words, and who has what of it."""
    chance = random.Random(seed)  # noqa: S311 - any draft will do
    size = chance.choice([20, 200])
    bits = [chance.randint(0, 24) / 2 for _ in range(size)]
    ends = [chance.random() < 0.08 for _ in range(size)]
    sentence = np.cumsum(ends).tolist()
    shingles = []
    for number in range(chance.randint(0, 40)):
        first = chance.randrange(size - 3)
        is_run = chance.random() < 0.5
        last = first + 2 if is_run else chance.randrange(first + 1, min(size, first + 9))
        shingles.append(Shingle(first, last, is_run, number // 2 if number % 5 else number))
    shingles = list(dict.fromkeys(shingles))
    having = {
        one: sorted(chance.sample(range(12), chance.randint(1, 6)))
        for one in range(40)
        if chance.random() < 0.8
    }
    return Question(shingles, bits, sentence), having


def rows(found):
    return list(zip(*(column.tolist() for column in found), strict=True))


@settings(max_examples=200)
@given(st.integers(0, 1 << 32), st.sampled_from([0.0, 13.0, 60.0]))
def test_what_is_shared_is_added_up_place_by_place(seed, least):
    question, having = drawn(seed)

    found = shared_by(having, question, least)

    assert list(expected(question, having, least)) == rows(found)


def test_what_nobody_said_is_shared_with_nobody():
    question, _ = drawn(3)

    assert [] == rows(shared_by({}, question, 0.0))
    assert [] == rows(shared_by({}, question, 0.0, size=0))
    assert [] == rows(shared_by({}, Question([], [], []), 0.0))


@pytest.mark.parametrize(("many", "found"), [(MOST, MOST), (MOST + 1, 0)])
def test_what_too_many_said_is_a_turn_of_phrase(many, found):
    question = Question([Shingle(0, 2, is_run=True, fingerprint=7)], [9.0] * 3, [0] * 3)

    assert found == len(rows(shared_by({7: list(range(many))}, question, 0.0)))


def test_what_is_seldom_said_says_no_less_where_little_was_said():
    question = Question([Shingle(0, 2, is_run=True, fingerprint=7)], [9.0] * 3, [0] * 3)

    found = shared_by({7: [0]}, question, 13.0, size=5)

    assert [16.0] == found.bits.tolist()


def test_rows_of_places():
    question, having = drawn(11)
    found = shared_by(having, question, 0.0)
    kept = found.bits >= 20

    assert 0 < np.count_nonzero(kept) < len(kept)
    assert [row for row in rows(found) if row[3] >= 20] == rows(found.where(kept))
    assert rows(found.where(kept)) == rows(found.where(np.flatnonzero(kept)))

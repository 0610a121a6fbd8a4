"""The fingerprints: the same as a slow reference makes, and of no two things the same block."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import ANOTHER, SECRET, Slow

from groundrules.matching.index.fingerprints import Family, Fingerprints
from groundrules.matching.index.keys import key_check, subkey

CODE = st.one_of(
    st.integers(0, (1 << 42) - 1),
    st.sampled_from([0, 1, (1 << 20) - 1, 1 << 20, 1 << 41, (1 << 42) - 1]),
)
RUN = st.tuples(CODE, CODE, CODE)
FAMILY = st.sampled_from(Family)
WORDS = st.lists(st.text(max_size=12) | st.sampled_from(["harbor", "lease", "bids"]), max_size=20)


class Blocks(Fingerprints):
    """Keeps the blocks that are enciphered."""

    def _enciphered(self, blocks):
        self.blocks = blocks.copy()
        return super()._enciphered(blocks)


def columns(runs, words=3):
    return (np.array([run[at] for run in runs], dtype=np.uint64) for at in range(words))


def unpacked(block):
    row = int(block[0]) << 64 | int(block[1])
    code = (1 << 42) - 1
    return (row >> 86 & code, row >> 44 & code, row >> 2 & code), Family(row & 3)


@settings(max_examples=200)
@given(st.lists(RUN, min_size=1, max_size=5), FAMILY)
def test_a_block_holds_its_codes_and_its_family(runs, family):
    made = Blocks(SECRET)
    made.of(family, *columns(runs))

    assert [(run, family) for run in runs] == list(map(unpacked, made.blocks))


@settings(max_examples=200)
@given(st.lists(RUN, max_size=6), FAMILY, st.sampled_from([SECRET, ANOTHER]))
def test_many_at_once_are_as_one_by_one(runs, family, secret):
    slow = Slow(secret)

    found = Fingerprints(secret).of(family, *columns(runs))

    assert np.uint32 == found.dtype
    assert [slow.of(family, *run) for run in runs] == found.tolist()


@given(st.lists(RUN, min_size=1, max_size=4), st.integers(1, 3))
def test_fewer_words_are_filled_up_with_nought(runs, words):
    made = Fingerprints(SECRET)
    short = [(*run[:words], 0, 0)[:3] for run in runs]

    expected = made.of(Family.BIGRAM, *columns(short))

    assert expected.tolist() == made.of(Family.BIGRAM, *columns(runs, words)).tolist()


@settings(max_examples=200)
@given(WORDS)
def test_codes_are_as_one_by_one(words):
    slow = Slow(SECRET)

    found = Fingerprints(SECRET).codes(words)

    assert [slow.code(word) for word in words] == found.tolist()
    assert all(code < 1 << 42 for code in found.tolist())


def test_a_word_with_half_a_surrogate_has_a_code_of_its_own():
    found = Fingerprints(SECRET).codes(["\ud800", "\ud801", "a"])

    assert 3 == len(set(found.tolist()))


def test_another_key_makes_others():
    words = [f"word{number}" for number in range(200)]
    one, other = Fingerprints(SECRET), Fingerprints(ANOTHER)
    codes = one.codes(words)

    assert not np.any(codes == other.codes(words))
    assert not np.any(one.of(Family.WORD, codes) == other.of(Family.WORD, codes))


def test_the_same_key_makes_the_same():
    codes = Fingerprints(SECRET).codes(["harbor", "lease", "bids"])

    again = Fingerprints(bytes(SECRET)).codes(["harbor", "lease", "bids"])

    assert codes.tolist() == again.tolist()


def test_the_same_words_make_others_in_each_family_and_in_each_order():
    made = Fingerprints(SECRET)
    codes = made.codes(["harbor", "lease", "bids"])
    runs = list(product(codes.tolist(), repeat=3))

    found = [made.of(family, *columns(runs)) for family in Family]

    assert len(Family) * len(runs) == len(np.unique(np.concatenate(found)))


def test_nothing_makes_nothing():
    made = Fingerprints(SECRET)

    assert [] == made.of(Family.WORD, made.codes([])).tolist()


def test_what_is_made_first_does_not_change_what_is_made_then():
    made = Fingerprints(SECRET)
    codes = made.codes(["harbor", "lease"])
    expected = made.of(Family.PAIR, codes, codes).tolist()
    made.of(Family.WORD, made.codes(map(str, range(1000))))

    assert expected == made.of(Family.PAIR, codes, codes).tolist()


def test_each_use_has_a_key_of_its_own():
    uses = [b"words", b"shingles", b"sealed words", b"check"]

    keys = {subkey(SECRET, use, 16) for use in uses} | {SECRET[:16]}

    assert len(uses) + 1 == len(keys)
    assert subkey(SECRET, b"check", 16) == key_check(SECRET)


@pytest.mark.parametrize("size", [0, 16, 31, 33, 64])
def test_a_secret_of_another_length_is_refused(size):
    with pytest.raises(ValueError, match=f"32 bytes, not {size}"):
        Fingerprints(bytes(size))

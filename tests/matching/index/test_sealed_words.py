"""The sealed words: what is opened is what was sealed, and nobody opens it without the key."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import ANOTHER, SECRET, Slow, Turn, stem_of, talk_of, words_of

from groundrules.matching.index.catalogue import entries_of
from groundrules.matching.index.damage import Damaged
from groundrules.matching.index.fingerprints import Fingerprints
from groundrules.matching.index.keys import key_check
from groundrules.matching.index.postings import postings_of
from groundrules.matching.index.sealed_words import NONCE, Sealing
from groundrules.matching.index.store import Store
from groundrules.matching.index.writing import Writing

CODES = st.lists(st.integers(0, 0xFFFF), max_size=80).map(lambda codes: np.array(codes, np.uint16))
TALK = talk_of(
    "harbor", [Turn("S1", "Nobody voted on the lease."), Turn("R1", "Um."), Turn("S1", "No")]
)
OTHER = talk_of("quarry", [Turn("S1", "The quarry was flooded in the spring.")])


def store_with(folder, *blobs):
    """Return the store of the two talks, the words of each sealed as given."""
    check = key_check(SECRET)
    Store.create(folder, check).close()
    taken = postings_of([TALK, OTHER], Fingerprints(SECRET))
    with Writing(folder, check) as writing:
        writing.append(taken.postings, entries_of([TALK, OTHER], blobs))
        writing.commit()
    return Store.open(folder, check)


def numbers(*statements):
    return np.array(statements, dtype=np.uint32)


def codes_of(text):
    slow = Slow(SECRET)
    return [slow.stem_code(stem_of(word)) % (1 << 16) for word in words_of(text)]


@settings(max_examples=200)
@given(CODES)
def test_what_is_opened_is_what_was_sealed(codes):
    sealing = Sealing(SECRET)

    found = sealing.open(sealing.seal(codes))

    assert np.uint16 == found.dtype
    assert codes.tolist() == found.tolist()


def test_another_key_opens_noise():
    codes = np.arange(1000, dtype=np.uint16)

    found = Sealing(ANOTHER).open(Sealing(SECRET).seal(codes))

    assert np.count_nonzero(found == codes) < 10


def test_no_two_seals_are_alike():
    sealing = Sealing(SECRET)
    codes = np.zeros(500, dtype=np.uint16)
    blobs = [sealing.seal(codes) for _ in range(50)]

    assert 50 == len({blob[:NONCE] for blob in blobs})
    blocks = [blob[at : at + 16] for blob in blobs for at in range(NONCE, len(blob) - 15, 16)]
    assert len(blocks) == len(set(blocks))
    assert {NONCE + 2 * 500} == set(map(len, blobs))


def test_the_words_of_statements_in_whatever_order(tmp_path):
    sealing = Sealing(SECRET)
    taken = postings_of([TALK, OTHER], Fingerprints(SECRET))
    with store_with(
        tmp_path, sealing.seal(taken.stems[:6]), sealing.seal(taken.stems[6:])
    ) as store:
        found = store.words_of(numbers(3, 0, 1, 2, 0), sealing)

    texts = [OTHER.texts[0], TALK.texts[0], "", TALK.texts[2], TALK.texts[0]]
    assert list(map(codes_of, texts)) == [
        found.codes[start : start + size].tolist()
        for start, size in zip(found.starts, found.sizes, strict=True)
    ]


@pytest.mark.parametrize(
    "size", [0, 1, NONCE - 1, NONCE, NONCE + 1, NONCE + 10, NONCE + 11, NONCE + 13, NONCE + 14]
)
def test_words_of_another_length_are_damage(tmp_path, size):
    sealing = Sealing(SECRET)
    taken = postings_of([TALK, OTHER], Fingerprints(SECRET))
    good = sealing.seal(taken.stems[6:])
    with store_with(tmp_path, bytes(size), good) as store:
        with pytest.raises(Damaged, match="more or fewer words"):
            store.words_of(numbers(0), sealing)
        assert codes_of(OTHER.texts[0]) == store.words_of(numbers(3), sealing).codes.tolist()

"""The wordings: words of another person or tense are one group, and no others are."""

from __future__ import annotations

import pytest

from groundrules.matching.index.fingerprints import Fingerprints
from groundrules.matching.index.lexicon import STEM_CODES, known
from groundrules.matching.index.wordings import groups


def group_of(word, secret=bytes(32)):
    fingerprints = Fingerprints(secret)
    return int(groups(fingerprints)[int(known([word], fingerprints).stems[0] % STEM_CODES)])


@pytest.mark.parametrize(
    "words",
    ["i she they", "my her their", "think thought", "is was", "take took taken", "can could"],
)
def test_another_person_or_tense_is_of_the_same_group(words):
    assert 1 == len({group_of(word) for word in words.split()})
    assert 0 not in {group_of(word) for word in words.split()}


def test_other_words_are_of_other_groups_or_of_none():
    assert 4 == len({group_of(word) for word in ("think", "take", "is", "my")})
    assert 0 == group_of("harbor")


def test_another_key_puts_them_elsewhere():
    one, other = (groups(Fingerprints(bytes([key]) * 32)) for key in (1, 2))

    assert (one != other).any()

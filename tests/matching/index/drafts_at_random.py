"""Drafts, places and statements at random, as an index on disk sees them: numbers in arrays."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from groundrules.matching.index.drafted import Drafted
from groundrules.matching.index.lexicon import STEM_CODES
from groundrules.matching.index.loops.shapes import Shared
from groundrules.matching.index.narrowing import Words

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

_BREAK = -1
UNKNOWN_OF_KIN = 1
"""The code of a word that the draft has not; it has one of another person or tense."""


def code_of(stem: int) -> int:
    """Return the code of a stem of the draft; the codes that are no stem's are 1 more."""
    return stem * 2


def drafted_at_random(chance: random.Random, size: int, stems: int = 9) -> Drafted:
    """Return a draft of so many words, of few stems, in sentences and quotations.

    The first word has the stem with the highest number, so that each number may be asked for.
    """
    numbered = [_BREAK if chance.random() < 0.05 else chance.randint(1, stems) for _ in range(size)]
    numbered[0] = stems
    cuts = sorted({0, size, *(at for at in range(size) if chance.random() < 0.15)})
    spans = [range(*span) for span in itertools.pairwise(cuts)]
    quotes = [chance.choice([-1, 0, 1]) for _ in spans]
    numbers = np.zeros(STEM_CODES, dtype=np.int32)
    numbers[[code_of(stem) for stem in range(1, stems + 1)]] = range(1, stems + 1)
    kins = np.zeros(STEM_CODES, dtype=np.int16)
    kins[[code_of(stem) for stem in range(1, stems + 1)]] = [at // 3 % 3 for at in range(stems)]
    kins[UNKNOWN_OF_KIN] = 1
    is_word = np.array([stem != _BREAK for stem in numbered], dtype=bool)
    alone = np.array([chance.randint(1, 24) / 2 for _ in range(size)]) * is_word
    content = np.array([chance.random() < 0.6 for _ in range(size)], dtype=bool) & is_word
    each = [number for number, span in enumerate(spans) for _ in span]
    quoted = np.array([quotes[number] for number in each], dtype=np.int64)
    return Drafted(
        alone=alone,
        behind=np.minimum(alone, [chance.randint(1, 24) / 2 for _ in range(size)]),
        strange=np.array([chance.randint(1, 48) / 2 for _ in range(size)]) * is_word,
        content=content,
        stems=np.array(numbered, dtype=np.int32),
        numbers=numbers,
        kin=np.where(is_word, kins[[code_of(max(stem, 0)) for stem in numbered]], 0),
        kins=kins,
        sentence=np.array(each, dtype=np.int64),
        starts=np.array([spans[number].start for number in each], dtype=np.int64),
        ends=np.array([spans[number].stop - 1 for number in each], dtype=np.int64),
        quotes=quoted,
        quoted=np.array([*(int((quoted == number).sum()) for number in (0, 1)), 0]),
    )


def places_at_random(chance: random.Random, size: int, rows: int) -> Shared:
    """Return places of a draft of so many words, each with a statement of its own."""
    first = [chance.randrange(size) for _ in range(rows)]
    last = [min(size - 1, at + chance.randrange(12)) for at in first]
    runs = [chance.randrange(5) for _ in range(rows)]
    return Shared(
        np.arange(rows),
        np.array(first, dtype=np.int64),
        np.array(last, dtype=np.int64),
        np.array([chance.randint(20, 200) / 2 for _ in range(rows)]),
        np.array([one + chance.randrange(9) + 1 for one in runs], dtype=np.int64),
        np.array(runs, dtype=np.int64),
    )


def said_at_random(chance: random.Random, size: int, stems: int = 9) -> list[int]:
    """Return the stems of a statement: those of the draft, and 0 for any other."""
    return [chance.randint(0, stems) for _ in range(size)]


def words_of_statements(said: Sequence[Sequence[int]]) -> Words:
    """Return statements as codes, not in their order, as a store gives them."""
    starts, codes, at = {}, [], 0
    for number, stems in reversed(list(enumerate(said))):
        starts[number] = at
        codes += [code_of(stem) if stem else 1 for stem in stems]
        at += len(stems)
    return Words(
        np.array(codes, dtype=np.uint16),
        np.array([starts[number] for number in range(len(said))], dtype=np.int64),
        np.array(list(map(len, said)), dtype=np.int64),
    )

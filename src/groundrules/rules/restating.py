"""Restating: how much of what makes a sentence of the record another sentence has.

What makes a sentence are its content words, without their endings, and its numbers. What is known
without the sentence makes nothing: what was also said on the record, and what the talk was about.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.small_words import FUNCTION_WORDS
from groundrules.rules.people import names_of
from groundrules.terms.rights import Publish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.evidence.case import Case, Evidenced

FEWEST = 4
"""How many content words two sentences must share before one may restate the other."""

SHARE = 0.5
"""Which part of the record's sentence they must be."""

_WORD = r"[^\W_]+"
_THOUSANDS = r"(?<=\d),(?=\d{3})"
_SENTENCE_END = r"(?<=[.!?])\s+"
_ENDINGS = ("ings", "ing", "edly", "ed", "ly", "ies", "es", "s")
_SHORTEST = 4


class Restated(NamedTuple):
    """A sentence of the record that may not be published.

    Attributes:
        stems: its content words without their endings, and its numbers.
    """

    evidenced: Evidenced
    stems: frozenset[str]


@lru_cache(maxsize=1)
def withheld_sentences(case: Case) -> tuple[Restated, ...]:
    """Return the sentences of sources that may not be published and have enough that makes them."""
    return tuple(
        Restated(evidenced, made_of)
        for evidenced in case.statements.values()
        for made_of in stems_withheld(evidenced)
    )


def stems_withheld(evidenced: Evidenced) -> list[frozenset[str]]:
    """Return the stems of each sentence of a statement that may not be published.

    Sentences of which too little makes them are left out; of what may be published, all are.
    """
    if not is_withheld(evidenced):
        return []
    found = map(stems, re.split(_SENTENCE_END, evidenced.statement.text))
    return [made_of for made_of in found if len(made_of) >= FEWEST]


def restated(case: Case, withheld: Sequence[Restated], own: frozenset[str]) -> list[Restated]:
    """Return those of the withheld sentences that a sentence of the draft may tell again.

    Args:
        case: the case.
        withheld: what `withheld_sentences` returns for it.
        own: the stems of the sentence of the draft.
    """
    places = _places(case)
    shared = Counter(place for stem in own for place in places.get(stem, ()))
    near = (withheld[place] for place, count in sorted(shared.items()) if count >= FEWEST)
    return [one for one in near if _is_enough(one.stems, own) and _is_told(case, one, own)]


@lru_cache(maxsize=1 << 14)
def stems(text: str) -> frozenset[str]:
    """Return the content words of a text without their endings, and its numbers."""
    words = re.findall(_WORD, re.sub(_THOUSANDS, "", text.casefold()))
    return frozenset(filter(None, map(_stem, words)))


def _is_told(case: Case, one: Restated, own: frozenset[str]) -> bool:
    makes = one.stems - known(case) - _of_the_talk(one.evidenced)
    return _is_enough(makes, own)


def _is_enough(made_of: frozenset[str], own: frozenset[str]) -> bool:
    return len(made_of & own) >= max(FEWEST, SHARE * len(made_of))


@lru_cache(maxsize=1)
def _places(case: Case) -> dict[str, list[int]]:
    """Return in which of the withheld sentences each stem stands."""
    places: dict[str, list[int]] = {}
    for place, one in enumerate(withheld_sentences(case)):
        for stem in one.stems:
            places.setdefault(stem, []).append(place)
    return places


@lru_cache(maxsize=1)
def known(case: Case) -> frozenset[str]:
    """Return the stems of everything that was said on the record."""
    free = (
        one.statement.text for one in case.statements.values() if not one.standing.is_restricted
    )
    return case.unopened.freely.union(*map(stems, free))


def _of_the_talk(evidenced: Evidenced) -> frozenset[str]:
    """Return the stems of what the talk was about, and of the names of those who took part."""
    talk = evidenced.conversation
    names = (name for party in talk.parties for name in (*names_of(party), *party.affiliations))
    return stems(" ".join((talk.matter, *names)))


def tells_of(case: Case, evidenced: Evidenced, own: frozenset[str]) -> bool:
    """Tell whether a passage has enough of what makes a statement and is not known without it.

    Args:
        case: the case.
        evidenced: the statement.
        own: the stems of the passage.
    """
    makes = stems(evidenced.statement.text) - known(case) - _of_the_talk(evidenced)
    return len(makes & own) >= FEWEST


def is_withheld(evidenced: Evidenced) -> bool:
    """Tell whether a statement is a source's and may not, or not yet, be published."""
    standing, speaker = evidenced.standing, evidenced.speaker
    kept = standing.is_open or standing.terms.rights.publish is not Publish.YES
    return kept and not (speaker and speaker.is_reporter)


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """Return a content word without its ending, a number as it is, and "" for small words."""
    if word[0].isdecimal():
        return word
    if len(word) < _SHORTEST or word in FUNCTION_WORDS:
        return ""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            return word.removesuffix(ending)
    return word

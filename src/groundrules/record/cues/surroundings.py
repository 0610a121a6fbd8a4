"""Surroundings: the signs of a turn, of its own words and of what stands around it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.cue import Waiting
from groundrules.record.cues.plain import is_quotation, plain
from groundrules.record.cues.signs.meanings import AWAITED, act_of, answer_of
from groundrules.record.cues.weighing import (
    Answering,
    Surroundings,
    signs_of_reply,
    signs_of_terms,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.cues.clauses import Sentence
    from groundrules.record.cues.cue import Cue
    from groundrules.record.cues.listening import Awaited
    from groundrules.record.cues.plain import Plain


class Around(NamedTuple):
    """What stands around a turn.

    Attributes:
        awaited: what awaits its answer.
        by_reporter: a party speaks it whom promises bind.
        following: what somebody else says next; "" where nobody does.
        rarity: by how much more the signs must outweigh doing nothing; see `rarity`.
    """

    awaited: Awaited
    by_reporter: bool
    following: str
    rarity: int = 0


def answer_signs(read: Plain, cues: Iterable[Cue], around: Around) -> frozenset[str]:
    """Return the signs that a turn answers what awaits an answer; empty where nothing does."""
    awaited = around.awaited
    kind = AWAITED.get(awaited.waiting)
    said = tuple(one.text for one in sentences(read.text))
    if not (kind and said):
        return frozenset()
    following = plain(around.following).text
    at = Answering(awaited.words, kind, awaited.soon, around.by_reporter, following)
    signs = signs_of_reply(said, at, quoted=is_quotation(read.original))
    late = {"told since"} if awaited.waiting is Waiting.DISCLOSED else set()
    return signs | late | {f"grammar: {answer_of(cues)}"}


def sentence_signs(
    read: Plain, sentence: Sentence, cues: Iterable[Cue], around: Around
) -> frozenset[str]:
    """Return the signs that a sentence does something about the terms of its own accord."""
    quoted = is_quotation(read.sentence(sentence.start, sentence.end))
    start, end = span_of(read, sentence)
    inside = [cue for cue in cues if start <= cue.start < end]
    signs = signs_of_terms(sentence.text, _near(around), quoted=quoted)
    return signs | {f"grammar: {act_of(inside)}"}


def _near(around: Around) -> Surroundings:
    awaited = around.awaited
    return Surroundings(
        around.by_reporter,
        awaited.put is not None,
        awaited.waiting is Waiting.OWN,
        awaited.on_terms,
        awaited.told_before,
        _beginning(around.following),
    )


@lru_cache(maxsize=4)
def _beginning(text: str) -> str:
    """Return the first two sentences of a text, in plain text."""
    return " ".join(one.text for one in sentences(plain(text).text)[:2])


def hearable(read: Plain) -> list[Sentence]:
    """Return the sentences that may be about terms: of a long telling, its beginning and end.

    A sentence that runs on and on tells of the matter. Where a machine wrote the words without a
    stop nobody knows how long one is.
    """
    found = sentences(read.text)
    if len(found) > 1:
        found = [one for one in found if one.text.count(" ") <= _RUNS_ON]
    if len(read.text) <= _LONG:
        return found
    return [*found[:_FIRST], *found[max(_FIRST, len(found) - _LAST) :]]


def span_of(read: Plain, sentence: Sentence) -> tuple[int, int]:
    """Return where in the original words a sentence stands, its last comma left out."""
    return read.span(sentence.start, sentence.start + len(sentence.text.rstrip(" ,")))


_LONG = 600
_FIRST, _LAST = 4, 3
"""Whoever tells for longer than so many characters puts terms in the first or last sentences."""

_RUNS_ON = 30
"""Blanks in the longest sentence that may be about terms."""

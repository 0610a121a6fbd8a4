"""The taking: which passages a side's stories take from the ledger and from the pairs."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching.edits import reported, tuning
from benchmarks.matching.edits.passage import Class, Cut, Passage, Told, framed
from benchmarks.matching.sides import Side, side_of

from groundrules.matching.index.talks import Talk

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from benchmarks.matching.corpora import Material, Pair

CORE = 10_000
"""Statements of the smallest ledger. Every passage is taken from it, so that ledgers of any size
are asked for the same."""

PAIRS_TALK = "sentence-pairs"
FIRST_PAIR = f"{PAIRS_TALK}#1"

_SETS = {Side.TUNING: tuning, Side.REPORTED: reported}
_QUOTABLE = {
    Class.VERBATIM,
    Class.SEAM,
    Class.FRAGMENT_7_9,
    Class.FRAGMENT_5_6,
    Class.TRIMMED,
}
"""The classes of which about every other passage stands within quotation marks."""

_SEAM_WORDS = 7
"""Words on each side of a seam between two statements."""


class Taken(NamedTuple):
    """A passage before it has a place in a draft.

    Attributes:
        kind: a `Class`, or `pairs, ` and the name of a collection.
        statements: the ids of those that it comes from.
        same: False for a pair of sentences that do not mean the same.
        seam: where in the words of the passage those of a second statement begin; 0 where none do.
    """

    kind: str
    passage: Passage
    statements: tuple[str, ...]
    same: bool = True
    seam: int = 0


class Taking(NamedTuple):
    """One side's way of taking passages.

    Attributes:
        passages: how many there are to be of each class.
        chance: the source of all choices.
    """

    material: Material
    side: Side
    passages: int
    chance: random.Random

    def from_talks(self) -> list[Taken]:
        """Return passages of each class, from the side's own statements."""
        core = self.material.ledger(CORE)
        said = [
            (talk, at)
            for talk in core
            for at, name in enumerate(talk.ids)
            if side_of(name) is self.side
        ]
        taken: list[Taken] = []
        for kind in Class:
            self.chance.shuffle(said)
            made = (self._made(kind, talk, at) for talk, at in said)
            taken += islice(filter(None, made), self.passages)
        return taken

    def _made(self, kind: Class, talk: Talk, at: int) -> Taken | None:
        """Return a passage of this class from a statement, or None where that cannot be."""
        source = _seam(talk, at) if kind is Class.SEAM else (talk.texts[at], (talk.ids[at],))
        if source is None:
            return None
        text, names = source
        quoted = kind in _QUOTABLE and self.chance.random() < 0.5  # noqa: PLR2004 - every other one
        told = Told(text, self.material.known, self.chance, quoted)
        passage = _SETS[self.side].EDITS[kind](told)
        seam = _second_begins(passage, _SEAM_WORDS) if passage and len(names) > 1 else 0
        return passage and Taken(kind, passage, names, seam=seam)

    def from_pairs(self) -> tuple[list[Taken], Talk]:
        """Return the second sentences of the side's pairs, and a talk of the first ones."""
        pairs = list(self._pairs())
        names = tuple(f"{PAIRS_TALK}#{turn}" for turn in range(1, len(pairs) + 1))
        speakers = tuple(f"S{turn % 2}" for turn in range(len(pairs)))
        said = tuple(pair.one for pair in pairs)
        taken = [self._from_pair(pair, name) for pair, name in zip(pairs, names, strict=True)]
        return taken, Talk(PAIRS_TALK, "1", "desk", names, speakers, said)

    def _from_pair(self, pair: Pair, name: str) -> Taken:
        plain = _SETS[self.side].AROUND.plains[0]
        whole = Cut([pair.one], 0, len(pair.one))
        passage = framed(pair.two.strip().rstrip("."), whole, plain)
        return Taken(f"pairs, {pair.name}", passage, (name,), pair.same)

    def _pairs(self) -> Iterator[Pair]:
        """Yield pairs of each collection: as many that mean the same as that do not."""
        kept = [pair for pair in self.material.pairs if side_of(pair.one) is self.side]
        self.chance.shuffle(kept)
        kinds: dict[tuple[str, bool], list[Pair]] = {}
        for pair in kept:
            kinds.setdefault((pair.name, pair.same), []).append(pair)
        for _, pairs in sorted(kinds.items()):
            yield from pairs[: self.passages]


def _seam(talk: Talk, at: int) -> tuple[str, tuple[str, ...]] | None:
    """Return the words around the end of a statement where its speaker goes on, or None."""
    after = at + 1
    if after == len(talk.ids) or talk.speakers[after] != talk.speakers[at]:
        return None
    tail, head = talk.texts[at].split()[-_SEAM_WORDS:], talk.texts[after].split()[:_SEAM_WORDS]
    if min(len(tail), len(head)) < _SEAM_WORDS:
        return None
    return " ".join([*tail, *head]), talk.ids[at : after + 1]


def _second_begins(passage: Passage, words: int) -> int:
    """Return where in a passage the words begin that are behind the first ones of its source.

    Args:
        passage: as they were said, so that each word of the source is one of the passage.
        words: how many of the source are of the first statement.
    """
    ahead = words - passage.taken.ahead
    places = [match.start() for match in re.finditer(r"\S+", passage.words)]
    return places[ahead] if 0 < ahead < len(places) else 0

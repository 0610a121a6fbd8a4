"""The cases: drafts into which passages of a ledger were put, and drafts that were left alone."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from benchmarks.matching.bodies import Bodies, joined, openings
from benchmarks.matching.sides import Side, side_of
from benchmarks.matching.taking import CORE, PAIRS_TALK, Taken, Taking

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.matching.corpora import Material

    from groundrules.matching.index.talks import Talk


class Gold(NamedTuple):
    """A passage in a draft, of which it is known where it comes from.

    Attributes:
        kind: a `Class`, or the name of a collection of pairs.
        start: where the words start in the draft, in characters.
        end: where they end.
        statements: the ids of the statements that they come from; of two if across a seam.
        taken: the words of the statement before they were edited.
        said: where in the statement's text these stand; None where it has not all of them.
        quoted: they stand within quotation marks.
        same: False for a pair of sentences that do not mean the same.
        seam: where in the draft the words of the second statement begin; 0 where there is none.
    """

    kind: str
    start: int
    end: int
    statements: tuple[str, ...]
    taken: str
    said: tuple[int, int] | None = None
    quoted: bool = False
    same: bool = True
    seam: int = 0

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Return where the words of each statement stand: a case of its own for each."""
        if self.seam:
            return (self.start, self.seam), (self.seam, self.end)
        return ((self.start, self.end),)


class TrialDraft(NamedTuple):
    """A draft that is searched; without golds it is a null draft, in which nothing is to be found.

    Attributes:
        near: it holds pairs that do not mean the same, and takes no part in other figures.
    """

    name: str
    text: str
    golds: tuple[Gold, ...] = ()
    near: bool = False


class Texts:
    """The words of statements by id, without a table of all the ids."""

    def __init__(self, talks: Iterable[Talk]) -> None:
        """Note where each talk is."""
        self._talks = {talk.id: talk for talk in talks}

    def add(self, talk: Talk) -> None:
        """Know one more talk."""
        self._talks[talk.id] = talk

    def place(self, statement: str) -> tuple[Talk, int]:
        """Return the talk of a statement and its place in it."""
        name, _, turn = statement.rpartition("#")
        return self._talks[name], int(turn) - 1

    def __getitem__(self, statement: str) -> str:
        talk, place = self.place(statement)
        return talk.texts[place]


class Trial(NamedTuple):
    """One side's cases, and the ledger that they are looked for in.

    Attributes:
        talks: the ledger, with the first sentences of the pairs as a talk of its own.
        drafts: those with passages first, then the null drafts.
    """

    side: Side
    talks: list[Talk]
    drafts: tuple[TrialDraft, ...]

    @property
    def texts(self) -> Texts:
        """Return the words of each statement, by its id."""
        return Texts(self.talks)


def trial(
    material: Material, side: Side, size: int, passages: int = 240, nulls: int = 200
) -> Trial:
    """Return the cases of one side, and the ledger that they are looked for in.

    Args:
        material: what they are made of.
        side: which generators, texts, pairs and statements.
        size: statements of the ledger, 10,000 at the least; those of the pairs come on top.
        passages: how many there are of each class, where the material has so many.
        nulls: the most null drafts; there are no more than the side's texts make.
    """
    chance = random.Random(f"cases {side}")
    taking = Taking(material, side, passages, chance)
    pairs, talk = taking.from_pairs()
    taken = [*taking.from_talks(), *(one for one in pairs if one.same)]
    texts = {name: text for name, text in material.texts.items() if side_of(name) is side}
    bodies = Bodies(texts, chance)
    near = [one for one in pairs if not one.same]
    drafts = (
        *_with_passages("draft", taken, bodies, chance),
        *_with_passages("near", near, bodies, chance),
        *(TrialDraft(f"null-{number}", text) for number, text in enumerate(joined(texts)[:nulls])),
    )
    return enlarged(Trial(side, [talk] if talk.ids else [], drafts), material, size)


def in_folds(
    material: Material, side: Side, passages: int, folds: int
) -> tuple[Talk, list[tuple[int, TrialDraft]]]:
    """Return drafts of one side in parts that share no text, and the talk of the pairs.

    Args:
        material: what they are made of.
        side: which generators, texts, pairs and statements.
        passages: how many there are of each class.
        folds: in how many parts.

    Returns:
        the talk; and the drafts with the number of their part, null drafts among them.
    """
    chance = random.Random(f"weigh {side}")
    taking = Taking(material, side, passages, chance)
    pairs, talk = taking.from_pairs()
    taken = [*taking.from_talks(), *(one for one in pairs if one.same)]
    drafts: list[tuple[int, TrialDraft]] = []
    for fold in range(folds):
        texts = {
            name: text
            for name, text in material.texts.items()
            if side_of(name) is side and crc32(name.encode()) % folds == fold
        }
        told = _with_passages("draft", taken[fold::folds], Bodies(texts, chance), chance)
        drafts += [(fold, draft) for draft in told]
        drafts += [(fold, TrialDraft(f"null-{fold}", text)) for text in joined(texts)]
    return talk, drafts


def enlarged(small: Trial, material: Material, size: int) -> Trial:
    """Return the same drafts with a ledger of another size, 10,000 statements at the least."""
    if size < CORE:
        raise ValueError(size)
    pairs = [talk for talk in small.talks if talk.id == PAIRS_TALK]
    return small._replace(talks=[*material.ledger(size), *pairs])


def _with_passages(
    name: str, taken: Sequence[Taken], bodies: Bodies, chance: random.Random
) -> Iterator[TrialDraft]:
    left = list(taken)
    chance.shuffle(left)
    while left:
        text = bodies.next()
        places = openings(text, chance)
        here, left = left[: len(places)], left[len(places) :]
        draft = _inserted(text, list(zip(places, here, strict=False)))
        yield draft._replace(name=f"{name}-{len(left)}", near=not here[0].same)


def _inserted(text: str, placed: Sequence[tuple[int, Taken]]) -> TrialDraft:
    pieces: list[str] = []
    golds: list[Gold] = []
    length = last = 0
    for at, one in placed:
        length += at - last + 1
        pieces += [text[last:at], " ", one.passage.sentence]
        golds.append(_gold(one, length + len(one.passage.before)))
        length += len(one.passage.sentence)
        last = at
    return TrialDraft("", "".join([*pieces, text[last:]]), tuple(golds))


def _gold(one: Taken, start: int) -> Gold:
    cut = one.passage.taken
    return Gold(
        one.kind,
        start,
        start + len(one.passage.words),
        one.statements,
        cut.text,
        None if len(one.statements) > 1 else (cut.start, cut.end),
        one.passage.quoted,
        one.same,
        start + one.seam if one.seam else 0,
    )

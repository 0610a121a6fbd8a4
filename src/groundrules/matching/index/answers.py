"""The index: which statements share anything with a draft? What any kind of index answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundrules.matching.passages import Passages
    from groundrules.matching.rarity import Rarity


class Candidate(NamedTuple):
    """A statement that shares something with a draft.

    Attributes:
        statement: its place in the order in which the index was given the statements.
        places: the words of the draft, numbered as in `plain`, at which a run of three begins
            that the statement has too; in order.
        bits: how much the shared words may say, all told; the higher, the likelier.
        whole: False where so much was shared that only a part of it was looked at.
    """

    statement: int
    places: Sequence[int]
    bits: float
    whole: bool = True


class Index(Protocol):
    """What was said, kept so that what a draft shares with it is found fast."""

    @property
    def size(self) -> int:
        """Return how many words the statements have, all told."""

    def candidates(self, passages: Passages, rarity: Rarity) -> Iterable[Candidate]:
        """Yield the statements of which a passage may be taken, in any order.

        Args:
            passages: the draft.
            rarity: how much each of its words says.
        """

    def frequency(self, run: Sequence[str]) -> int:
        """Return how often a run of up to three words was said, or an estimate of it."""

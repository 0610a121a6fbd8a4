"""The answers: what any kind of index tells of a draft, and of the statements it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    """What was said, kept so that it is known at once how often a draft's words were."""

    @property
    def size(self) -> int:
        """Return how many words the statements have, all told."""

    @property
    def shares(self) -> Sequence[float]:
        """Return what is left of what each plain word of the draft says, as some is public.

        Nothing is returned where all of it is left.
        """

    def frequency(self, letters: str) -> int:
        """Return how often a run of up to three words of the draft was said, or an estimate.

        Args:
            letters: the run, in the draft's letters.
        """

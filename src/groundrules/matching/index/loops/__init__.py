"""The loops: the innermost work of a look-up, in arrays, or compiled in a program that stays.

Both forms give the same to the last bit, since bits are counted in whole parts (see `on_grid`), so
that sums do not depend on their order. `arrays` needs numpy alone and is there at once. `compiled`
is several times as fast; it needs numba, which takes too long to load for a single command. So a
program that stays asks for it, in the background if it likes.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, cast

from groundrules.matching.index.loops import arrays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.matching.index.loops.shapes import (
        Aligned,
        Bounds,
        Halves,
        InCommon,
        Limits,
        Nodes,
        Numbered,
        Numbers,
        Reals,
        Shared,
        Sides,
        Singles,
        Stems,
        Stretches,
        Takes,
    )


class Loops(Protocol):
    """The loops in one form; see `arrays` for what each does."""

    def added_up(self, keys: Numbers, bits: Reals, sentence: Numbers, limits: Limits) -> Shared:
        """Return the places at which shingles stand."""

    def in_common(self, stretches: Stretches, stems: Stems) -> InCommon:
        """Return what each statement has in common with its stretch of the draft."""

    def aligned(self, sides: Sides, takes: Takes) -> Aligned:
        """Return the best local alignment of each row."""

    def scores(self, values: Reals, nodes: Nodes) -> Numbers:
        """Return what the leaves that each row comes to add up to."""

    def bounded(self, directory: Singles, lows: Halves, fingerprints: Singles) -> Bounds | None:
        """Return where the postings of fingerprints stand."""

    def told(self, counted: Singles, counts: Singles, fingerprints: Singles) -> Singles:
        """Return the count of each fingerprint."""

    def gathered(self, numbered: Numbered, starts: Numbers, counts: Numbers) -> Singles:
        """Return the numbers of some runs of postings, one run behind the other."""


_chosen: list[Loops] = [cast("Loops", arrays)]


def loops() -> Loops:
    """Return the loops in the form that was asked for last."""
    return _chosen[0]


def compile_loops() -> bool:
    """Have the loops compiled from now on, where numba can do it, and tell whether it can.

    It takes half a second, or some seconds where nothing is kept of the time before. Until it is
    done, everything goes on in arrays, and it goes on so where numba is not there, does not
    go with this numpy, or finds no place to keep what it has compiled.
    """
    try:
        from groundrules.matching.index.loops import compiled  # noqa: PLC0415 - numba is slow to load
    except (ImportError, RuntimeError):
        return False
    _chosen[0] = cast("Loops", compiled)
    return True


@contextmanager
def in_arrays() -> Iterator[None]:
    """Have the loops in arrays for a while, in this whole process, to compare."""
    before, _chosen[0] = _chosen[0], cast("Loops", arrays)
    try:
        yield
    finally:
        _chosen[0] = before

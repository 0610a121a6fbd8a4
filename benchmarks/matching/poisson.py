"""The interval of a count: how many events there may be, where so many were seen."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_TAIL = 0.025


def poisson_interval(seen: int) -> tuple[float, float]:
    """Return the exact 95 % interval of the mean of a Poisson count (Garwood 1936)."""
    low = _root(lambda mean: 1 - _at_most(seen - 1, mean) - _TAIL, seen) if seen else 0.0
    high = _root(lambda mean: _TAIL - _at_most(seen, mean), 2 * seen + 10)
    return low, high


def _at_most(seen: int, mean: float) -> float:
    """Return the probability of at most so many events."""
    term = total = exp(-mean)
    for number in range(1, seen + 1):
        term *= mean / number
        total += term
    return total


def _root(rising: Callable[[float], float], most: float) -> float:
    """Return where a rising function is 0, between 0 and `most`."""
    low, high = 0.0, float(most)
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return high

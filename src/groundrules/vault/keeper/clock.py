"""How long ago something was, also where the machine slept meanwhile."""

from __future__ import annotations

import time
from typing import NamedTuple

_STEADY = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class Moment(NamedTuple):
    """A moment on two clocks, in seconds.

    Attributes:
        steady: since the machine was started; on Linux its sleep counts (`CLOCK_BOOTTIME`).
        wall: since 1970, as the machine has it set.
    """

    steady: float
    wall: float

    @classmethod
    def now(cls) -> Moment:
        """Return this moment."""
        return cls(time.clock_gettime(_STEADY), time.time())

    def until(self, later: Moment) -> float:
        """Return how many seconds passed until a later moment, by whichever clock has more.

        Where the steady clock stops in sleep, the other counts it. One that is set forward makes
        a vault lock too early, and one that is set back keeps none open.
        """
        return max(later.steady - self.steady, later.wall - self.wall)

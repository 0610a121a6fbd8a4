"""The memory of a child: kept out of the swap like that of its keeper.

That a process may not be looked into, and leaves no core file, a child inherits; that its memory is
locked, it does not (mlock(2)). To lock all that it shares with the keeper would copy it, some fifty
milliseconds' work; with `MCL_ONFAULT` only what it touches is locked, which costs two.
"""

from __future__ import annotations

import sys

_MCL_CURRENT_FUTURE_ON_FAULT = 1 | 2 | 4  # sys/mman.h


def lock_memory() -> bool:
    """Keep what this process touches out of the swap; tell whether that could be done."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - elsewhere it is of no use

    try:
        locked: int = ctypes.CDLL(None).mlockall(_MCL_CURRENT_FUTURE_ON_FAULT)
    except (OSError, AttributeError):
        return False
    return locked == 0

"""A process that holds keys: as far as its system lets it, nobody reads its memory.

No core file is written, no other process of the same user may attach to it, and its memory is not
put into the swap. What cannot be had is said, so that whoever asks for the status sees it.
"""

from __future__ import annotations

import sys

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_MCL_CURRENT, _MCL_FUTURE, _MCL_ONFAULT = 1, 2, 4  # sys/mman.h
_CAP_IPC_LOCK = 1 << 14  # linux/capability.h


def harden() -> tuple[str, ...]:
    """Keep this process's memory from core files, from other processes and from the swap.

    A child begins with unlocked memory (mlockall(2)), so that it calls this again; a page is locked
    once it is used, which makes that cheap.

    Returns:
        What could not be done, each in words; empty where all was.
    """
    missing = [_without_cores(), _without_attaching(), _without_swap()]
    return tuple(one for one in missing if one)


def _without_cores() -> str:
    try:
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        return "a crash may write the memory to a core file"
    return ""


def _without_attaching() -> str:
    # A process that is not dumpable belongs to root for whoever looks into it under /proc, and
    # ptrace refuses it to its own user (prctl(2), ptrace(2)).
    message = "another program of the same user may read the memory"
    return "" if _called("prctl", _PR_SET_DUMPABLE, 0, 0, 0, 0) else message


def _without_swap() -> str:
    # Under a limit, memory that is asked for later would be refused instead of swapped: a process
    # would then end at its next large document. So all is locked only where there is no limit.
    every = _MCL_CURRENT | _MCL_FUTURE | _MCL_ONFAULT
    if _may_lock_all() and _called("mlockall", every):
        return ""
    return "the memory may be written to the swap: encrypt it, or allow unlimited locked memory"


def _may_lock_all() -> bool:
    """Tell whether locked memory has no limit for this process (getrlimit(2), capabilities(7))."""
    try:
        import resource  # noqa: PLC0415 - Windows has none

        if resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] == resource.RLIM_INFINITY:
            return True
        with open("/proc/self/status", encoding="utf-8", errors="replace") as status:  # noqa: PTH123 - no import for one line
            held = next(line.split()[1] for line in status if line.startswith("CapEff:"))
        return bool(int(held, 16) & _CAP_IPC_LOCK)
    except (ImportError, OSError, StopIteration, ValueError, AttributeError):
        return False


def _called(function: str, *arguments: int) -> bool:
    """Call a function of the C library; False where there is none, or it refuses."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - start-up time

    try:
        found = getattr(ctypes.CDLL(None, use_errno=True), function)
        return bool(found(*(ctypes.c_ulong(one) for one in arguments)) == 0)
    except (OSError, AttributeError):
        return False

"""The hastening: a program that stays has the loops of the index compiled, beside all else.

A single command has no use for it: by the time they are compiled, it would be done.
"""

from __future__ import annotations

from importlib.util import find_spec
from threading import Thread


def hasten() -> Thread | None:
    """Begin to compile what a look-up in an index spends its time with, and return at once.

    Until that is done, and where numba is not installed (`groundrules[fast]`), look-ups go on as
    they are; they find the same.

    Returns:
        what compiles, for whoever wants to wait for it; None where there is nothing to do it with.
    """
    if find_spec("numba") is None:
        return None
    thread = Thread(target=_compile, name="hastening", daemon=True)
    thread.start()
    return thread


def _compile() -> None:
    from groundrules.matching.index.loops import compile_loops  # noqa: PLC0415 - start-up time

    compile_loops()

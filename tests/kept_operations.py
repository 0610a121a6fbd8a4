"""Operations for a keeper that is tested: an opener, a table of them, and what they answer."""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PRELOADED = ("groundrules.record.notation",)
ANSWERS: tuple[str, ...] = ()
OPERATIONS = {
    name: f"kept_operations:{name}"
    for name in (
        "added", "colour", "counted", "fail", "forbid", "measure", "nap", "process", "read",
        "unsendable", "walk",
    )
}  # fmt: skip


class Opened(NamedTuple):
    """What the operations work on."""

    folder: str
    secret: bytes


class Swatch(NamedTuple):
    """An answer with parts."""

    name: str
    tones: tuple[int, ...]
    near: str | None = None


@contextmanager
def opened(folder: str, secret: bytes) -> Iterator[Opened]:
    yield Opened(folder, secret)


def added(vault: Opened, first: int, second: int = 1) -> int:
    assert vault.folder
    return first + second


def colour(vault: Opened, swatches: Sequence[Swatch]) -> list[Swatch]:
    assert vault.folder
    return [one._replace(tones=(*one.tones, len(one.name))) for one in swatches]


def measure(vault: Opened) -> str:
    """Return something that only who has the secret can say."""
    return hashlib.sha256(vault.secret).hexdigest()


def process(vault: Opened) -> tuple[int, int]:
    assert vault.folder
    return os.getpid(), os.getppid()


def read(vault: Opened, name: str) -> list[str]:
    """Read a file in the folder: its words are then in this process."""
    path = os.path.join(vault.folder, name)  # noqa: PTH118 - a name, and nothing else
    with open(path, encoding="utf-8") as stream:  # noqa: PTH123 - likewise
        return stream.read().split()


def counted(vault: Opened, name: str) -> int:
    """Return how many words a file has: they are read, and only their number is told."""
    return len(read(vault, name))


def nap(vault: Opened, seconds: float) -> None:
    """Write a file, sleep a while, and write another: what was begun, and whether it was done."""
    _touch(vault, "begun")
    time.sleep(seconds)
    _touch(vault, "done")


def _touch(vault: Opened, name: str) -> None:
    with open(os.path.join(vault.folder, name), "w", encoding="utf-8"):  # noqa: PTH118, PTH123 - a name, and nothing else
        pass


def walk(vault: Opened, steps: int, on_progress: Callable[[int, int], None]) -> int:
    assert vault.folder
    for step in range(steps):
        on_progress(step + 1, steps)
    return steps


def forbid(vault: Opened) -> None:
    raise BadInput(
        Fault(vault.folder, "it is not allowed", "ask somebody else", 3, 4),
        Fault("second", "nor is this", "leave it"),
    )


def fail(vault: Opened, name: str) -> None:
    raise ValueError(" ".join(read(vault, name)))


def unsendable(vault: Opened) -> object:
    assert vault.folder
    return object()

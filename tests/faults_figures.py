"""A figure of durability: how often a fault was made, and what was lost by it."""

from __future__ import annotations

import argparse
import json
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Control(NamedTuple):
    """A way of writing that must lose something under the same fault, or the test proves nothing.

    Attributes:
        name: what it does wrong.
        acknowledged: how many entries it said were kept.
        lost: how many of them were not, or what else is wrong with them.
        how: what became of those.
    """

    name: str
    acknowledged: int
    lost: int
    how: str = "lost"

    def __str__(self) -> str:
        """Return it as the end of a figure's line."""
        return f"control ({self.name}) {self.how} {self.lost:,} of {self.acknowledged:,}"


class Figure(NamedTuple):
    """One line of the report.

    Attributes:
        fault: what was done, in the words of the report.
        backend: where the ledger was.
        cycles: how often.
        acknowledged: how many entries the ledger said were kept.
        lost: how many of them were not there afterwards.
        wrong: how many other things were wrong: half of an append, a changed or doubled entry, an
            error without a remedy, a fault that the ledger's own audit finds.
        controls: what must lose.
        unit: what the cycles are.
    """

    fault: str
    backend: str
    cycles: int
    acknowledged: int
    lost: int
    wrong: int
    controls: tuple[Control, ...] = ()
    unit: str = "cycles"

    def __str__(self) -> str:
        """Return it as the report's line."""
        told = (
            f"{self.fault}, {self.backend}: {self.lost:,} of {self.acknowledged:,} acknowledged "
            f"lost, {self.wrong:,} wrong, in {self.cycles:,} {self.unit}"
        )
        return "; ".join([told, *map(str, self.controls)])

    @property
    def good(self) -> bool:
        """Nothing lost, something written, and every control has lost something."""
        kept = not self.lost and not self.wrong and self.acknowledged > 0
        return kept and all(control.lost for control in self.controls)


def written(figures: list[Figure]) -> str:
    """Return figures as JSON, for `read_figures`."""
    return json.dumps(figures)


def read_figures(path: Path) -> list[Figure]:
    """Return what a script wrote with `--into`."""
    read = []
    for told in json.loads(path.read_text("utf-8")):
        figure = Figure(*told)
        read.append(figure._replace(controls=tuple(Control(*one) for one in figure.controls)))
    return read


def reported(figures: list[Figure], into: Path | None) -> int:
    """Print the report; return 0 where every figure is good, 1 otherwise."""
    for figure in figures:
        sys.stdout.write(f"{figure}\n")
    if into:
        into.write_text(written(figures), "utf-8")
    return 0 if all(figure.good for figure in figures) else 1


class NotRunHere(UserWarning):
    """A fault that cannot be made on this machine: the test's outcome, in pytest's own summary."""


class Progress:
    """A line on the terminal that says how far it is; silent where nobody looks."""

    def __init__(self, name: str, cycles: int) -> None:
        """Begin with nothing done."""
        self.name, self.cycles, self.done = name, cycles, 0
        self.began = time.monotonic()

    def step(self) -> None:
        """Say that one more cycle is done."""
        self.done += 1
        if sys.stderr.isatty():
            end = "\n" if self.done == self.cycles else ""
            took = time.monotonic() - self.began
            sys.stderr.write(f"\r{self.name}: {self.done:,}/{self.cycles:,}, {took:.0f} s{end}")


def arguments(description: str, **more: int) -> argparse.ArgumentParser:
    """Return what every script takes: --into, --seed and a count for each name in `more`."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--seed", type=int, default=7, help="of the moments at which it strikes")
    parser.add_argument("--into", help="a file for the figures as JSON")
    for name, count in more.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=int, default=count)
    return parser

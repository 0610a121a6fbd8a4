"""A figure of what is left: how much was looked for and found, and what the controls found."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Control(NamedTuple):
    """A place in which something must be found, or the search proves nothing.

    Attributes:
        name: what was left there on purpose.
        found: in how many it was found.
        of: in how many it was left.
    """

    name: str
    found: int
    of: int

    def __str__(self) -> str:
        """Return it as the end of a figure's line."""
        return f"control ({self.name}) found {self.found:,} of {self.of:,}"


class Left(NamedTuple):
    """One line of the report.

    Attributes:
        what: was looked for, and where, in the words of the report.
        found: how many had it.
        of: how many were looked at.
        controls: what must be found, all of it.
    """

    what: str
    found: int
    of: int
    controls: tuple[Control, ...] = ()

    def __str__(self) -> str:
        """Return it as the report's line."""
        return "; ".join([f"{self.what}: {self.found:,} of {self.of:,}", *map(str, self.controls)])

    @property
    def good(self) -> bool:
        """Nothing was found, something was looked at, and every control was found as a whole."""
        whole = [one.found == one.of > 0 for one in self.controls]
        return not self.found and self.of > 0 and all(whole) and bool(whole)


def told(figures: list[Left], into: Path | None) -> int:
    """Print the report; return 0 where every figure is good, 1 otherwise."""
    for figure in figures:
        sys.stdout.write(f"{figure}\n")
    if into:
        into.write_text(json.dumps(figures), "utf-8")
    return 0 if all(figure.good for figure in figures) else 1


def read_left(path: Path) -> list[Left]:
    """Return what a script wrote with `--into`."""
    read = [Left(*one) for one in json.loads(path.read_text("utf-8"))]
    return [one._replace(controls=tuple(Control(*some) for some in one.controls)) for one in read]

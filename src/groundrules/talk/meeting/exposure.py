"""The exposure test: would it hurt if the other side brought this point up later?"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator


class Exposure(StrEnum):
    """The answer; what is unclear is treated as if it would hurt."""

    HURTS = "hurts"
    UNSURE = "unsure"
    HARMLESS = "harmless"

    @property
    def may_be_said(self) -> bool:
        """Tell whether the point may be said aside."""
        return self is Exposure.HARMLESS


class Weighed(NamedTuple):
    """A point that somebody thinks of saying, and the answer."""

    words: str
    exposure: Exposure


ANSWERS = {
    "yes": Exposure.HURTS,
    "y": Exposure.HURTS,
    "no": Exposure.HARMLESS,
    "n": Exposure.HARMLESS,
    "?": Exposure.UNSURE,
    "unsure": Exposure.UNSURE,
}
"""What may be answered to the question whether it would hurt."""

MOST = 100
"""How many points a page takes; an aside is short."""


def answer(word: str) -> Exposure:
    """Return what an answer means. Anything but a plain yes or no is unsure."""
    return ANSWERS.get(word.strip().casefold(), Exposure.UNSURE)


def points_from(text: str, path: str) -> tuple[Weighed, ...]:
    """Return the points of a text, one to a line: `no: we could start in May`.

    A line without an answer in front of it is a point of which nobody has said whether it would
    hurt. Blank lines, and lines that begin with `#`, are left out.

    Raises:
        BadInput: there are too many points.
    """
    found = tuple(_points(text))
    if len(found) > MOST:
        message = f"there are more than {MOST} points"
        raise BadInput(Fault(path, message, "an aside is short: keep those that matter"))
    return found


def _points(text: str) -> Iterator[Weighed]:
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        before, colon, after = line.partition(":")
        known = ANSWERS.get(before.strip().casefold())
        if colon and known and after.strip():
            yield Weighed(after.strip(), known)
        else:
            yield Weighed(line.strip(), Exposure.UNSURE)

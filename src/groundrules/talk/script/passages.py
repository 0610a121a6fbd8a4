"""Passages: the texts of a wording as one request fills them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.script.settling import Sureness, house, sureness
from groundrules.talk.script.shape import PASSAGE
from groundrules.talk.script.wording import filled
from groundrules.terms.policy import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.talk.script.request import Request
    from groundrules.talk.script.wording import Wording
    from groundrules.terms.policy import Ruling


class Line(NamedTuple):
    """One text of a script: to be said aloud, or to be minded."""

    text: str
    is_spoken: bool = False


class Passages:
    """A wording, filled for one request."""

    def __init__(self, request: Request, wording: Wording) -> None:
        """Work out what stands in the braces."""
        self.request = request
        self.wording = wording
        level, own = request.level, request.own
        self._values = {
            "level": wording.level(level, "ask", own.id),
            "now": wording.level(level, "now", own.id),
            "name": wording.level(level, "name", own.id),
            "policy": house(request.outlet, wording),
            "descriptions": wording.quoted(request.descriptions) if request.descriptions else "",
        }

    def one(self, *key: str, **more: str) -> str:
        """Return the text of a key of the request's side, filled."""
        return filled(self.wording.one(self.request.side, *key), **self._values, **more)

    def part(self, name: str, *passages: str) -> Iterator[Line]:
        """Yield the lines of these passages of a part."""
        for passage in passages:
            yield from self._lines("parts", name, passage)

    def practice(self, name: str) -> Iterator[Line]:
        """Yield what the outlet's policy does on a practice: a claim, or what is to be asked."""
        ruling = self.request.outlet.practices.get(name)
        if ruling is None or sureness(ruling) is not Sureness.SETTLED:
            yield from self._lines("practices", name, "unknown")
            return
        yield from self._lines("practices", name, _case(name, ruling), approver=self._by(ruling))
        if ruling.status is Status.SECONDARY:
            yield Line(self.one("practices", "second-hand"))

    def _by(self, ruling: Ruling[object]) -> str:
        """Return who approves, where the practice is of that kind."""
        words = self.wording.texts.get(("approvers", str(ruling.value)))
        return words[0] if words else ""

    def _lines(self, *key: str, **more: str) -> Iterator[Line]:
        for role in PASSAGE:
            for text in self.wording.all(self.request.side, *key, role):
                yield Line(filled(text, **self._values, **more), is_spoken=role == "say")


def _case(name: str, ruling: Ruling[object]) -> str:
    """Return the key of a practice's value in a wording."""
    if name.startswith("approval_"):
        return "needed" if ruling.value else "nobody"
    if isinstance(ruling.value, bool):
        return "yes" if ruling.value else "no"
    return str(ruling.value)

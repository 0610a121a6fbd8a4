"""The wordings that ship, the policies that ship, and every request that can be made of them."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from groundrules.readers.policies import PolicyShelf
from groundrules.readers.wordings import WordingShelf
from groundrules.talk.script.request import Channel, Request, Side
from groundrules.talk.script.script import script_for
from groundrules.talk.script.wording import wording_from
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from groundrules.tables.table import Document
    from groundrules.talk.script.script import Part, Script
    from groundrules.talk.script.wording import Wording

ENGLISHES = ("american", "british")

_SHELF = PolicyShelf()
POLICIES = {name: _SHELF.load(name) for name in _SHELF.names()}
DEFAULT = POLICIES["default"]

VOICED = tuple(channel for channel in Channel if channel is not Channel.MESSAGE)


def document(name: str = "american") -> Document:
    return WordingShelf().load("scripts", name)


@cache
def wording(name: str = "american") -> Wording:
    return wording_from(document(name))


def requests(*channels: Channel) -> list[Request]:
    """Return a request for every level, shipped policy, side and, by default, every channel."""
    every = product(Level, POLICIES.values(), Side, channels or Channel)
    return [Request(*one) for one in every]


def script(request: Request, english: str = "american") -> Script:
    return script_for(request, wording(english))


def parts(request: Request, english: str = "american") -> dict[str, Part]:
    return {part.name: part for part in script(request, english).parts}


def part_text(request: Request, name: str, english: str = "american") -> str:
    return " ".join(line.text for line in parts(request, english)[name].lines)


def spoken(part: Part) -> list[str]:
    return [line.text for line in part.lines if line.is_spoken]

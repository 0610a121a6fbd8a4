"""Reading the head: the keys and the parties that stand above the talk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.notation.faults import Unreadable, one_of
from groundrules.record.notation.parties import read_party
from groundrules.record.notation.values import read_moment
from groundrules.record.notation.verbs import (
    AFTERWARDS_KEY,
    HEAD_KEYS,
    PARTIES,
    RESERVED,
    UNKNOWN_SPEAKER,
)
from groundrules.record.notation.words import margin

if TYPE_CHECKING:
    from datetime import date, datetime

    from groundrules.record.notation.faults import Faults
    from groundrules.record.transcript import Party

_KEY = re.compile(r"([^\s:]+)\s*:(.*)")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class Head(NamedTuple):
    """What stands above the talk.

    Attributes:
        texts: key to value, for the keys whose value is a text.
        lines: how many lines it takes; the talk begins behind them.
    """

    texts: dict[str, str]
    date: datetime | date | None
    parties: tuple[Party, ...]
    lines: int


def read_head(lines: list[str], faults: Faults) -> Head:
    """Return the head of a record; it ends where a turn begins, or what came afterwards."""
    reader = _HeadReader(faults)
    end = len(lines)
    for number, line in enumerate(lines, 1):
        if not line or line.isspace() or line[0] == "#":
            continue
        if line[0].isspace():
            reader.indented(number, line)
        elif reader.begins_talk(line):
            end = number - 1
            break
        else:
            reader.key(number, line)
    if "conversation" not in reader.seen:
        remedy = "begin with a line such as conversation: harbor-2026-11-03"
        faults.add(1, 1, "the record names no conversation", remedy)
    return Head(reader.texts, reader.date, tuple(reader.parties.values()), end)


class _HeadReader:
    """The head while it is being read.

    Attributes:
        seen: the keys that there were, each with its line.
        section: the key that indented lines belong to: `parties`, "" for none, or None where an
            unreadable line has begun something whose lines are passed over.
    """

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.texts: dict[str, str] = {}
        self.date: datetime | date | None = None
        self.parties: dict[str, Party] = {}
        self.seen: dict[str, int] = {}
        self.section: str | None = ""

    def begins_talk(self, line: str) -> bool:
        """Tell whether a line at the margin is the first one behind the head."""
        found = _KEY.match(line)
        word = found[1] if found else ""
        if word in RESERVED:
            return word == AFTERWARDS_KEY
        return bool(self.parties) or word == UNKNOWN_SPEAKER or line[0] == "["

    def indented(self, number: int, line: str) -> None:
        """Take an indented line: a party."""
        if self.section == PARTIES:
            party = read_party(line, number, self.faults)
            if party and party.id in self.parties:
                remedy = "give each party an id of its own, on one line"
                self.faults.add(number, margin(line), "the party is declared already", remedy)
            elif party:
                self.parties[party.id] = party
        elif self.section is not None:
            remedy = f"indent parties below {PARTIES}: and nothing else above the first turn"
            message = "the line is indented and belongs to nothing"
            self.faults.add(number, margin(line), message, remedy)

    def key(self, number: int, line: str) -> None:
        """Take a line that begins at the margin."""
        found = _KEY.match(line)
        key = found[1] if found else ""
        if not found or key not in RESERVED:
            self.section = None
            what = "a key of the head"
            known = one_of((*HEAD_KEYS, PARTIES), key)
            remedy = f"{known}; parties stand indented below {PARTIES}:"
            self.faults.add_unknown(number, 1, what, key, remedy)
            return
        self.section = key if key == PARTIES else ""
        if key in self.seen:
            message = f"{key}: stands in line {self.seen[key]} already"
            self.faults.add(number, 1, message, "keep one of them")
            return
        self.seen[key] = number
        self.value(key, found[2].strip(), number, line)

    def value(self, key: str, value: str, number: int, line: str) -> None:
        """Take the value of a key that stands there for the first time."""
        column = len(line) - len(line.partition(":")[2].lstrip()) + 1
        try:
            if key == "date":
                self.date = read_moment(value) if value else None
            elif key == PARTIES:
                _refuse_text(value)
            else:
                self.texts[key] = _checked(key, value)
        except Unreadable as reason:
            self.faults.add_unreadable(number, column, reason)


def _refuse_text(value: str) -> None:
    if value:
        remedy = "write each party on a line of its own below it, indented"
        raise Unreadable(f"nothing stands behind {PARTIES}:", remedy)


def _checked(key: str, value: str) -> str:
    needs_name = key == "conversation" or (key == "policy" and value)
    if needs_name and not _NAME.fullmatch(value):
        remedy = "write letters a to z, digits, dots, _ and -, without blanks"
        raise Unreadable(f"this is not a name for a {key}", remedy)
    return value

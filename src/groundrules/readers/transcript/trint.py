"""Trint's text and Word exports: `Ana Ruiz [00:00:05] words`, a paragraph for each turn.

That Trint exports text and Word files, with names and times as one chooses, is documented; their
arrangement was not confirmed against a published file. Read is a name, the time in brackets behind
it with or without a colon, and the words on the same line or below. A time in brackets without a
name begins words of nobody known. Times within a paragraph are not words; the origin counts them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.readers.transcript.stamped_turns import (
    Head,
    Line,
    Names,
    Told,
    conversation,
    lines_of,
    said_in,
)
from groundrules.readers.transcript.timecodes import TIME

if TYPE_CHECKING:
    from groundrules.readers.transcript.origin import Origin
    from groundrules.record.transcript import Conversation

_HEAD = re.compile(
    rf"\s*(?P<name>[^\s\[\](*](?:[^\n\[\]*]{{0,98}}?[^\s*])??)\s*\[(?P<time>{TIME})\]:?(?P<rest>(?:\s.*)?)"
)

_ANY = re.compile(rf"\[{TIME}\]")

_TIME_ALONE = re.compile(rf"\s*\[(?P<time>{TIME})\](?P<rest>(?:\s.*)?)")

_ENOUGH = 2


def is_trint(text: str) -> bool:
    """Tell whether two lines of a text begin with a name and a time, or the first one does."""
    if not _ANY.search(text):
        return False
    lines = list(lines_of(text))
    finder = _Finder(lines)
    sure = [line for line in lines if (head := finder.head(line)) and head.start and head.label]
    return len(sure) >= _ENOUGH or (len(sure) == 1 and sure[0] == lines[0])


def read_trint(text: str, origin: Origin) -> Conversation:
    """Return the conversation of one of Trint's exports, its times exact to the second.

    Raises:
        BadInput: a time is none or steps back, or there are no words.
    """
    lines = list(lines_of(text))
    return conversation(said_in(lines, _Finder(lines).head), origin, Told("Trint", inline=True))


class _Finder:
    """What finds the heads in the lines of one transcript."""

    def __init__(self, lines: list[Line]) -> None:
        self._names = Names(head.label for line in lines if (head := _head(line)))

    def head(self, line: Line) -> Head | None:
        head = _head(line)
        return self._names.head(head, line) if head else None


def _head(line: Line) -> Head | None:
    if "[" not in line.text:
        return None
    found = _HEAD.fullmatch(line.text)
    if found:
        label = found["name"].removesuffix(":").rstrip()
        return Head(label, found["time"], rest=found["rest"])
    alone = _TIME_ALONE.fullmatch(line.text)
    return Head("", alone["time"], rest=alone["rest"]) if alone else None

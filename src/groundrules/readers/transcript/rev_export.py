"""Rev's text and Word exports: `Ana Ruiz (02:18):` before the words, on their line or above it.

Minutes and seconds, with hours from the first hour on. This shape was confirmed against transcripts
that Rev publishes. That its text and Word files have the same lines is known from documentation
alone, and so is the form without times (`Ana Ruiz:` and a tab), which is read as plain text with
speakers. `New Speaker` is nobody known. A time without a name begins words of nobody known.
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
    rf"\s*(?P<name>[^\s(\[](?:[^\n]{{0,98}}?\S)??)??\s*\((?P<time>{TIME})\):(?P<rest>(?:\s.*)?)"
)

_ENOUGH = 2


def is_rev_export(text: str) -> bool:
    """Tell whether a text has two of Rev's heads, or begins with one."""
    if "):" not in text:
        return False
    lines = list(lines_of(text))
    finder = _Finder(lines)
    sure = [line for line in lines if (head := finder.head(line)) and head.start]
    return len(sure) >= _ENOUGH or (len(sure) == 1 and sure[0] == lines[0])


def read_rev_export(text: str, origin: Origin) -> Conversation:
    """Return the conversation of one of Rev's exports, its times exact to the second.

    Raises:
        BadInput: a time is none or steps back, or there are no words.
    """
    lines = list(lines_of(text))
    return conversation(said_in(lines, _Finder(lines).head), origin, Told("Rev"))


class _Finder:
    """What finds the heads in the lines of one transcript."""

    def __init__(self, lines: list[Line]) -> None:
        self._names = Names(head.label for line in lines if (head := _head(line)))

    def head(self, line: Line) -> Head | None:
        head = _head(line)
        return self._names.head(head, line) if head else None


def _head(line: Line) -> Head | None:
    found = _HEAD.fullmatch(line.text) if "):" in line.text else None
    return Head(found["name"] or "", found["time"], rest=found["rest"]) if found else None

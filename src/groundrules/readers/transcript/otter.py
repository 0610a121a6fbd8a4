"""Otter's text export: `Ana Ruiz  0:15` on a line of its own, the words below it, a blank line.

Two blanks stand before the time; minutes and seconds, with hours from the first hour on. Without
names, the line holds the time alone. The last line is `Transcribed by https://otter.ai`. This shape
was confirmed against published transcripts. Otter's Word export has the same lines as paragraphs
by its documentation; no published file of that kind was seen. `Unknown Speaker` is nobody known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.readers.transcript.bare_labels import BareLabels
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
    rf"(?P<name>[^\s:](?:[^\n]{{0,98}}[^\s:])?)?(?:\s{{2,}}|^\s*)(?P<time>{TIME})\s*"
)

_FOOTER = re.compile(r"\s*Transcribed by (?:https?://)?(?:www\.)?otter\.ai/?\s*", re.IGNORECASE)

_ANY = re.compile(rf"(?m)(?:^|\s\s){TIME}[^\S\n]*\r?$")
"""A time at the end of a line, alone or behind two blanks."""

_ENOUGH = 2


def is_otter(text: str) -> bool:
    """Tell whether a text ends as Otter's exports do, or begins with a head and has two."""
    if _FOOTER.fullmatch(text[text.rstrip().rfind("\n") + 1 :]):
        return True
    if not _ANY.search(text):
        return False
    lines = list(lines_of(text))
    heads = _heads(lines)
    return len(heads) >= _ENOUGH and heads[0] == lines[0]


def read_otter(text: str, origin: Origin) -> Conversation:
    """Return the conversation of one of Otter's exports, its times exact to the second.

    Raises:
        BadInput: a time is none or steps back, or there are no words.
    """
    lines = list(lines_of(text))
    if lines and _FOOTER.fullmatch(lines[-1].text):
        lines.pop()
    heads = frozenset(_heads(lines))
    # An export without times has the names before the words.
    bare = BareLabels(lines)

    def head(line: Line) -> Head | None:
        return _head(line) if line in heads else None if heads else bare.head(line)

    return conversation(said_in(lines, head), origin, Told("Otter"))


def _heads(lines: list[Line]) -> list[Line]:
    """Return the lines that are heads: at the start of a paragraph, or with a name that is sure."""
    found = [(line, head) for line in lines if (head := _head(line))]
    names = Names(head.label for _, head in found)
    return [line for line, head in found if line.opens or (head.label and names.hold(head.label))]


def _head(line: Line) -> Head | None:
    found = _HEAD.fullmatch(line.text) if ":" in line.text else None
    return Head(found["name"] or "", found["time"]) if found else None

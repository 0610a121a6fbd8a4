"""Descript's text, Markdown and Word exports: a time in brackets and `Ana Ruiz:` begin a paragraph.

The time stands before the name (`[00:00:05] Ana Ruiz: …`) or behind it (`Ana Ruiz: [00:00:05] …`);
Markdown has the name in bold, `**Ana Ruiz:**`. Both were confirmed against transcripts published
as Descript's Markdown; text and Word files have the same paragraphs by its documentation alone.
Names may stand without a time. In Markdown a paragraph with a time and without a name goes on with
the speaker above it, as the name is written where the speaker changes; in text, where nothing shows
that, it is nobody's known. Times within a paragraph mark minutes:
they are not words, and the origin counts them.
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

_STAMP = rf"\[(?P<time>{TIME})\]"

_BOLD = r"\*\*(?P<bold>[^*\n]{1,98}?):?\*\*:?"

_PLAIN = r"(?P<plain>[^\W_][^:*\[\]\n]{0,98}):"

_ANY = re.compile(rf"\[{TIME}\]")

_TIME_FIRST = re.compile(rf"\s*{_STAMP}\s+(?:{_BOLD}|{_PLAIN})(?P<rest>(?:\s.*)?)")

_NAME_FIRST = re.compile(rf"\s*(?:{_BOLD}|{_PLAIN})\s*{_STAMP}(?P<rest>(?:\s.*)?)")

_BOLD_NAME = re.compile(r"\s*\*\*(?P<bold>[^*\n]{1,98}?)(?::\*\*|\*\*:)(?P<rest>(?:\s.*)?)")

_TIME_ALONE = re.compile(rf"\s*{_STAMP}(?P<rest>(?:\s.*)?)")

_HEADING = re.compile(r"#{1,6}\s+(?P<title>\S.*)")

_ENOUGH = 2


def is_descript(text: str) -> bool:
    """Tell whether two lines of a text begin with a time in brackets and a name, either first.

    One is enough where it is the first line, or where names without a time are in bold.
    """
    if not _ANY.search(text):
        return False
    lines = list(lines_of(text))
    stamped = [line for line in lines if _stamped(line.text)]
    enough = len(stamped) >= _ENOUGH or any(map(_bold, (line.text for line in lines)))
    return bool(stamped) and (enough or stamped[0] == lines[0])


def read_descript(text: str, origin: Origin) -> Conversation:
    """Return the conversation of one of Descript's exports, its times exact to the second.

    Raises:
        BadInput: a time is none or steps back, or there are no words.
    """
    lines = list(lines_of(text))
    title = _HEADING.fullmatch(lines[0].text) if lines else None
    told = Told("Descript", title["title"].strip() if title else "", marked=True, inline=True)
    finder = _Finder(lines[bool(title) :])
    return conversation(said_in(lines[bool(title) :], finder.head), origin, told)


class _Finder:
    """What finds the heads in the lines of one transcript, from its first line to its last."""

    def __init__(self, lines: list[Line]) -> None:
        found = [_stamped(line.text) or _bold(line.text) for line in lines]
        self._names = Names(_name(one) for one in found if one)
        known = (_name(one) for one in found if one)
        self._bare = BareLabels(
            [line for line in lines if line.opens], filter(self._names.hold, known)
        )
        self._goes_on = any(_bold(line.text) or _in_bold(line.text) for line in lines)
        self._label = ""

    def head(self, line: Line) -> Head | None:
        """Return the head with which a line begins, or None."""
        head = self._with_time(line) or self._without_time(line)
        if head:
            self._label = head.label
        return head

    def _with_time(self, line: Line) -> Head | None:
        stamped = _stamped(line.text)
        if stamped:
            head = Head(_name(stamped), stamped["time"], rest=stamped["rest"])
            return self._names.head(head, line)
        alone = _TIME_ALONE.fullmatch(line.text)
        label = self._label if self._goes_on else ""
        return Head(label, alone["time"], rest=alone["rest"]) if alone else None

    def _without_time(self, line: Line) -> Head | None:
        bold = _bold(line.text)
        if bold:
            return Head(_name(bold), rest=bold["rest"])
        if _HEADING.fullmatch(line.text):
            return Head("", rest=line.text)
        return self._bare.head(line) if line.opens else None


def _stamped(text: str) -> re.Match[str] | None:
    return (_TIME_FIRST.fullmatch(text) or _NAME_FIRST.fullmatch(text)) if "[" in text else None


def _in_bold(text: str) -> bool:
    found = _stamped(text)
    return bool(found and found["bold"])


def _bold(text: str) -> re.Match[str] | None:
    return _BOLD_NAME.fullmatch(text) if "**" in text else None


def _name(found: re.Match[str]) -> str:
    names = found.groupdict()
    return " ".join((names["bold"] or names["plain"]).split())

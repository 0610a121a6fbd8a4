"""Plain text with speakers, as people and the less common tools write it.

With times: the name and the time stand at the start of a line, in any order, with brackets, a
hyphen or a comma between or without (`00:00:05 Ana Ruiz`, `[0:05] Ana Ruiz: …`,
`Ana Ruiz - 0:05`), the words behind them or below. Word's own transcripts have this shape. Without
times: `Ana Ruiz: …`, and interviews in questions and answers, `Q. …` and `A. …`. What looks like a
speaker and is not sure to be one begins words of nobody known, and so does a time without a name.
This form is nobody's product: it was not confirmed against anything but the examples in its tests.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.readers.transcript.bare_labels import BareLabels
from groundrules.readers.transcript.labels import (
    TITLES,
    is_capitals,
    is_shouted,
    label_of,
    words_of,
)
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
    from collections.abc import Iterable

    from groundrules.readers.transcript.origin import Origin
    from groundrules.record.transcript import Conversation

_STAMP = rf"(?P<time>{TIME})(?:\s?(?:-->|[-–—])\s?(?P<end>{TIME}))?[\])]?"

_NAME = r"(?P<name>[^\W\d_](?:[^:\[\]\n]{0,98}?[^\s:\[\](\n])??\)?)"

_BETWEEN = r"(?:\s*[-–—,|]\s*|\s+|\s*(?=[\[(]))"

_TIME_FIRST = re.compile(rf"\s*[\[(]?{_STAMP}{_BETWEEN}{_NAME}(?:\s*:(?P<rest>(?:\s.*)?)|\s*)")

_NAME_FIRST = re.compile(rf"\s*{_NAME}:?{_BETWEEN}[\[(]?{_STAMP}(?::(?P<rest>(?:\s.*)?)|:?\s*)")

_ANY = re.compile(TIME)

_TIME_ALONE = re.compile(rf"\s*(?P<bracket>[\[(]?){_STAMP}:?(?P<rest>(?:\s.*)?)")

_HALF_OF_DAY = re.compile(r"[AP]\.?\s?M\b", re.IGNORECASE)
"""What makes a time in front of it one of the day: `6:30 P.M. EST`."""

_ASKED = re.compile(r"(?m)^[^\S\n]*Q[.:](?:\s|$)")

_ANSWERED = re.compile(r"(?m)^[^\S\n]*A[.:](?:\s|$)")

_MARKED = re.compile(r"\s*(?P<name>[QA])[.:](?P<rest>(?:\s.*)?)")

_BARE_Q = re.compile(r"\s*[*_]{0,3}Q[*_]{0,3}(?:\s|$)")

_OFFICE = frozenset({"official", "officials", "spokesperson", "spokesman", "spokeswoman"})

_FORM = "plain text with speakers"

_ENOUGH = 2

_FEW_WORDS = 2


def is_timed_text(text: str) -> bool:
    """Tell whether at least two lines of a text begin with, or are, a name and a time."""
    if not _ANY.search(text):
        return False
    lines = list(lines_of(text))
    if _is_published(line.text for line in lines):
        return False
    finder = _Timed(lines)
    named = (head for line in lines if (head := finder.head(line)) and head.start and head.label)
    return sum(1 for _ in named) >= _ENOUGH


def read_timed_text(text: str, origin: Origin) -> Conversation:
    """Return the conversation of a text in which names stand with times.

    Raises:
        BadInput: a time is none or steps back, or there are no words.
    """
    lines = list(lines_of(text))
    return conversation(said_in(lines, _Timed(lines).head), origin, Told(_FORM, inline=True))


def is_interview(text: str) -> bool:
    """Tell whether a text has questions and answers, and nothing of an official transcript."""
    if not (_ASKED.search(text) and _ANSWERED.search(text)):
        return False
    return not _is_official([line.text for line in lines_of(text)])


def read_interview(text: str, origin: Origin) -> Conversation:
    """Return the conversation of an interview in questions and answers.

    Where questions begin paragraphs, `A. Smith` on a wrapped line may be an answer or not: it is
    nobody's known.

    Raises:
        BadInput: there are no words.
    """
    lines = list(lines_of(text))
    unspaced = not any(line.opens for line in lines[1:])
    anywhere = unspaced or any(not line.opens and _ASKED.match(line.text) for line in lines)
    bare = BareLabels([line for line in lines if not _MARKED.fullmatch(line.text)])

    def head(line: Line) -> Head | None:
        found = _MARKED.fullmatch(line.text)
        if not found:
            return bare.head(line)
        sure = anywhere or line.opens
        return Head(found["name"], rest=found["rest"]) if sure else Head("", rest=line.text)

    return conversation(said_in(lines, head), origin, Told(_FORM))


def is_named_text(text: str) -> bool:
    """Tell whether lines of a text begin with names, and nothing is of an official transcript."""
    lines = list(lines_of(text))
    bare = BareLabels(lines)
    named = any((head := bare.head(line)) and head.label for line in lines)
    return named and not _is_official([line.text for line in lines])


def read_named_text(text: str, origin: Origin) -> Conversation:
    """Return the conversation of a text in which lines begin with names, without times.

    Raises:
        BadInput: there are no words.
    """
    lines = list(lines_of(text))
    return conversation(said_in(lines, BareLabels(lines).head), origin, Told(_FORM))


class _Timed:
    """What finds the heads in the lines of one transcript with times."""

    def __init__(self, lines: list[Line]) -> None:
        heads = [head for line in lines if (head := _head(line))]
        self._names = Names(head.label for head in heads)
        known = filter(self._names.hold, (head.label for head in heads))
        self._bare = BareLabels([line for line in lines if not _head(line)], known)

    def head(self, line: Line) -> Head | None:
        """Return the head with which a line begins, or None."""
        head = _head(line)
        if head and self._is_sure(head, line):
            return head
        alone = _time_alone(line)
        if not alone and head and (self._names.hold(head.label) or _stands_alone(head, line)):
            return Head("", rest=line.text)
        return alone or self._bare.head(line)

    def _is_sure(self, head: Head, line: Line) -> bool:
        # A line of words may begin with "10:30 Monday" where lines are wrapped.
        placed = line.opens or line.text.lstrip()[0] in "[(" or line.text.rstrip()[-1] in "])"
        return self._names.recurs(head.label) or (placed and self._names.hold(head.label))


def _stands_alone(head: Head, line: Line) -> bool:
    return line.opens and not head.rest and len(head.label.split()) <= _FEW_WORDS


def _time_alone(line: Line) -> Head | None:
    found = _TIME_ALONE.fullmatch(line.text) if ":" in line.text else None
    if not found or not (found["bracket"] or (line.opens and not found["rest"].strip())):
        return None
    return Head("", found["time"], found["end"] or "", found["rest"])


def _head(line: Line) -> Head | None:
    if ":" not in line.text:
        return None
    found = _TIME_FIRST.fullmatch(line.text) or _NAME_FIRST.fullmatch(line.text)
    if not found or _HALF_OF_DAY.match(found["name"]):
        return None
    return Head(found["name"].rstrip(), found["time"], found["end"] or "", found["rest"] or "")


def _is_published(lines: Iterable[str]) -> bool:
    """Tell whether a text has front matter, or a `Q` without a mark, as press offices write it."""
    for at, line in enumerate(lines):
        if (at == 0 and line.rstrip() == "---") or _BARE_Q.match(line):
            return True
    return False


def _is_official(lines: list[str]) -> bool:
    """Tell whether a text has front matter, a `Q` without a mark, capitals, titles or offices."""
    if _is_published(lines):
        return True
    names = {label.name for line in lines if (label := label_of(line))}
    if any(map(_is_of_office, names)):
        return True
    # `ANA RUIZ:` where `Ana Ruiz:` stands as well is somebody's slip, and no press office's style.
    written = {name.casefold() for name in names if not is_capitals(name)}
    capitals = any(is_capitals(name) and name.casefold() not in written for name in names)
    return capitals and not is_shouted("\n".join(lines))


def _is_of_office(name: str) -> bool:
    words = [word.strip(".,").casefold() for word in words_of(name)]
    titled = len(words) > 1 and words[0] in TITLES and words[0] != "the"
    return len(name) > 1 and (titled or words[-1] in _OFFICE)

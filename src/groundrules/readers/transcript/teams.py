"""Microsoft Teams' Word export in both of its shapes, as text with blank lines between paragraphs.

The newer one has the meeting's title, the day and the length, and then paragraphs that begin with
`Ana Ruiz   0:03` on a line, the words on the lines below. It was confirmed against transcripts that
were published from such files, as text. Whoever `started transcription` or stopped it is told in a
paragraph without a time: it is kept, with no known speaker.

The older one has cues: `0:0:0.0 --> 0:0:1.250`, the name on the next line, the words on those
below. It was confirmed against a published sample. Its numbers are not filled up with noughts, so
that `0:0:2.90` is 90 milliseconds past two seconds. Cues of one speaker in a row are one turn.

Teams' WebVTT has voices (`<v Ana Ruiz>`) and is read as WebVTT.
"""

from __future__ import annotations

import re
from itertools import groupby, islice
from typing import TYPE_CHECKING

from groundrules.readers.transcript.labels import is_name
from groundrules.readers.transcript.official_head import day_in
from groundrules.readers.transcript.origin import one_line
from groundrules.readers.transcript.stamped_turns import (
    Head,
    Line,
    Said,
    Told,
    conversation,
    lines_of,
    said_in,
)
from groundrules.readers.transcript.timecodes import TIME

if TYPE_CHECKING:
    from datetime import date

    from groundrules.readers.transcript.origin import Origin
    from groundrules.record.transcript import Conversation

_HEAD = re.compile(rf"\s*(?P<name>[^\s:](?:[^\n]{{0,98}}[^\s:])?)(?P<gap>\s+)(?P<time>{TIME})\s*")

_CUE_TIME = r"(\d{1,3}):(\d{1,2}):(\d{1,2})\.(\d{1,3})"

_CUE = re.compile(rf"\s*{_CUE_TIME}\s*-->\s*{_CUE_TIME}\s*", re.ASCII)

_NUMBER = re.compile(r"\d+")

_STARTED = re.compile(r".{1,100}\s(?:started|stopped) transcription\s*")

_LENGTH = re.compile(r"\s*(?:\d{1,2}h\s*)?(?:\d{1,2}m\s*)?(?:\d{1,2}s)?\s*")

_DAY = re.compile(
    r"\s*(?:(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]{3,9})|(?P<first>[A-Za-z]{3,9})\s+(?P<second>\d{1,2})),?"
    r"\s+(?P<year>\d{4}),?\s+\d{1,2}:\d{2}\s?(?:[ap]m)?\s*",
    re.IGNORECASE,
)

_LONGEST_NAME = 100

_ENOUGH = 2

_HEAD_OF_FILE = 8
"""So many lines may stand above the first turn and tell what the meeting was."""


def is_teams_cues(text: str) -> bool:
    """Tell whether a text begins with a cue of the older shape."""
    first = next((line.text for line in lines_of(text)), "")
    return _CUE.fullmatch(first) is not None


def is_teams(text: str) -> bool:
    """Tell whether a text has heads of the newer shape, and says that it is a transcription."""
    lines = lines_of(text)
    top = list(islice(lines, _HEAD_OF_FILE))
    begun = any(_STARTED.fullmatch(line.text) or _DAY.fullmatch(line.text) for line in top)
    return begun and any(head and head.start for head in map(_head, (*top, *lines)))


def read_teams_cues(text: str, origin: Origin) -> Conversation:
    """Return the conversation of the older shape, its times exact to the millisecond.

    Raises:
        BadInput: a time is none, or there are no words.
    """
    said = [_of_cue(one) for one in said_in(lines_of(text), _cue)]
    runs = (list(run) for _, run in groupby(enumerate(said), key=_run))
    joined = [_joined([one for _, one in run]) for run in runs]
    return conversation(joined, origin, Told("Teams"))


def read_teams(text: str, origin: Origin) -> Conversation:
    """Return the conversation of the newer shape, its times exact to the second.

    Raises:
        BadInput: a time is none, or there are no words.
    """
    lines = list(lines_of(text))
    top, day = _top(lines)
    told = Told("Teams", " | ".join(one_line(line.text) for line in top), day)
    return conversation(said_in(lines[len(top) :], _head), origin, told)


def _head(line: Line) -> Head | None:
    found = _HEAD.fullmatch(line.text) if line.opens else None
    if found and (len(found["gap"]) > 1 or is_name(found["name"])):
        return Head(found["name"], found["time"])
    # A notice of the software is nobody's words, and ends the turn above it.
    return Head("", rest=line.text) if line.opens and _STARTED.fullmatch(line.text) else None


def _top(lines: list[Line]) -> tuple[list[Line], date | None]:
    """Return the lines of title, day and length, and the day; none where no day is told."""
    at = next((n for n, line in enumerate(lines[:_HEAD_OF_FILE]) if _DAY.fullmatch(line.text)), -1)
    if at < 0 or any(_head(line) for line in lines[:at]):
        return [], None
    after = at + 1
    if after < len(lines) and _LENGTH.fullmatch(lines[after].text):
        after += 1
    return lines[:after], _day(lines[at].text)


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    if not found:
        return None
    month, day = found["month"] or found["first"], found["day"] or found["second"]
    return day_in(f"{month.capitalize()} {day}, {found['year']}")


def _cue(line: Line) -> Head | None:
    found = _CUE.fullmatch(line.text)
    if not found:
        return None
    numbers = found.groups()
    start, end = (f"{h}:{m}:{s}.{part.zfill(3)}" for h, m, s, part in (numbers[:4], numbers[4:]))
    return Head("", start, end)


def _of_cue(one: Said) -> Said:
    """Return a cue with its name taken from its first line, where that is one and words follow."""
    lines = [line for paragraph in one.paragraphs for line in paragraph if line.strip()]
    named = (
        len(lines) > 1 and len(lines[0]) <= _LONGEST_NAME and lines[0].rstrip()[-1] not in ".?!…,"
    )
    label = lines[0].strip() if named and one.head.start else ""
    return Said(one.line, one.head._replace(label=label), [[line] for line in lines[bool(label) :]])


def _run(numbered: tuple[int, Said]) -> str | int:
    number, one = numbered
    return one.head.label or number


def _joined(run: list[Said]) -> Said:
    ends = (one.head.end for one in run)
    head = run[0].head._replace(end=max(ends, key=lambda end: list(map(int, _NUMBER.findall(end)))))
    words = [line for one in run for paragraph in one.paragraphs for line in paragraph]
    return Said(run[0].line, head, [words])

"""Cues: the timed captions of WebVTT and SubRip.

How they become turns is told in `turns`. A cue that ends before it starts, a time that is none,
and a start that lies more than a minute before an earlier cue's are faults.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.transcript import turns
from groundrules.readers.transcript.turns import LONGEST_HOURS, Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.readers.transcript.origin import Origin
    from groundrules.record.transcript import Conversation

MOST_FAULTS = 20
"""So many faults of one file are named; further ones would not be read."""

LARGEST_STEP_BACK = turns.LARGEST_STEP_BACK

BACKWARDS = "the clock steps back by more than a minute"

ARROW = "-->"

_TIME = r"(?:(\d{1,12}):)?(\d{1,2}):(\d{2})[.,](\d{3})"

_TIMING = re.compile(rf"\s*{_TIME}\s*{ARROW}\s*{_TIME}(?:\s.*)?", re.ASCII)

_TIMES_AS = "write HH:MM:SS.mmm --> HH:MM:SS.mmm"


class Cue(NamedTuple):
    """One caption.

    Attributes:
        line: the line of its times, counted from 1.
        start: milliseconds from the start of the recording.
        end: likewise.
        payload: its lines as they are, joined by line feeds.
    """

    line: int
    start: int
    end: int
    payload: str


class Spoken(NamedTuple):
    """Words of one cue that one speaker said.

    Attributes:
        cue: the cue they stand in.
        label: the speaker's label; "" where it is not known.
        text: the words.
        continues: nobody else has begun since the words before these, as the file marks it.
    """

    cue: Cue
    label: str
    text: str
    continues: bool = False


class Faults:
    """The faults of one file while it is read."""

    def __init__(self, origin: Origin) -> None:
        """Begin without any."""
        self._path = shown(origin.path)
        self._faults: list[Fault] = []

    def add(self, line: int, message: str, remedy: str) -> None:
        """Add a fault of one line, and stop the reading where there are enough of them."""
        self._faults.append(Fault(self._path, message, remedy, line))
        if len(self._faults) == MOST_FAULTS:
            raise BadInput(*self._faults)

    def stop_if_any(self) -> None:
        """Raise every fault so far as one `BadInput`."""
        if self._faults:
            raise BadInput(*self._faults)


def numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield number and content of each line, without its end, one at a time."""
    # Not `splitlines`: it also breaks at characters that belong to the words. Not `split`: a list
    # of all lines takes many times the room of the text where they are short.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    start = number = 0
    while (end := text.find("\n", start)) >= 0:
        number += 1
        yield number, text[start:end]
        start = end + 1
    if start < len(text):
        yield number + 1, text[start:]


def read_timing(line: str, number: int, faults: Faults) -> tuple[int, int]:
    """Return start and end in milliseconds; a line that has none is a fault, and gives 0 and 0."""
    found = _TIMING.fullmatch(line)
    if not found:
        faults.add(number, f"the line with {ARROW} has no two times", _TIMES_AS)
        return 0, 0
    start, end = _milliseconds(*found.group(1, 2, 3, 4)), _milliseconds(*found.group(5, 6, 7, 8))
    if start is None or end is None:
        message = f"the time is past 59 minutes, 59 seconds or {LONGEST_HOURS} hours"
        faults.add(number, message, _TIMES_AS)
        return 0, 0
    if end < start:
        faults.add(number, "the cue ends before it starts", "put the earlier time first")
    return start, end


def has_timing(line: str) -> bool:
    """Tell whether a line is the times of a cue."""
    return ARROW in line and _TIMING.fullmatch(line) is not None


def _milliseconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int | None:
    hour, minute, second = int(hours or 0), int(minutes), int(seconds)
    if hour > LONGEST_HOURS or minute > 59 or second > 59:  # noqa: PLR2004 - a clock's
        return None
    return ((hour * 60 + minute) * 60 + second) * 1000 + int(thousandths)


def in_order(cues: list[Cue], faults: Faults) -> list[Cue]:
    """Return the cues in the order of their start, or raise what was found so far."""

    def backwards(cue: Cue) -> None:
        faults.add(cue.line, BACKWARDS, "split the file where a second recording begins")

    ordered = turns.in_order(cues, backwards)
    faults.stop_if_any()
    return ordered


def conversation(spoken: Iterable[Spoken], origin: Origin, reader: str) -> Conversation:
    """Return the conversation of what was spoken, in order.

    Raises:
        BadInput: there are no words in it.
    """
    said = (Said(one.label, one.text, one.cue.start, one.cue.end, one.continues) for one in spoken)
    return turns.conversation(said, origin, reader)

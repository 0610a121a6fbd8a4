"""Cues: the timed captions of WebVTT and SubRip, and how they become the turns of a record.

Cues are taken in the order of their start; those that start together keep the order of the file.
Consecutive cues of one speaker are one turn, from the first start to the last end. A cue whose
speaker is not known is a turn of its own: the next one may be somebody else. No turn spans a
change of speaker. Cues may overlap. A cue that ends before it starts, a time that is none, and a
start that lies more than `LARGEST_STEP_BACK` before an earlier cue's are faults.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.speakers import Cast
from groundrules.readers.text_file import shown
from groundrules.record.transcript import Conversation, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.readers.origin import Origin

MOST_FAULTS = 20
"""So many faults of one file are named; further ones would not be read."""

LARGEST_STEP_BACK = 60_000
"""How far, in milliseconds, a cue may start before the one above it: captions of speakers who
interrupt each other are written a few seconds out of order, a clock that begins anew is not."""

LONGEST_HOURS = 999
"""A recording of more hours than this is taken for damage."""

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
    latest = 0
    for cue in cues:
        if cue.start < latest - LARGEST_STEP_BACK:
            message = "the clock steps back by more than a minute"
            faults.add(cue.line, message, "split the file where a second recording begins")
        latest = max(latest, cue.start)
    faults.stop_if_any()
    return sorted(cues, key=attrgetter("start"))


def conversation(spoken: Iterable[Spoken], origin: Origin, reader: str) -> Conversation:
    """Return the conversation of what was spoken, in order.

    Raises:
        BadInput: there are no words in it.
    """
    cast = Cast(shown(origin.path))
    turns = tuple(
        Turn(
            number,
            cast.speaker(run[0].label),
            (" ".join(one.text for one in run if one.text),),
            run[0].cue.start,
            max(one.cue.end for one in run),
        )
        for number, run in enumerate(_runs(spoken), 1)
    )
    if not turns:
        remedy = "name a transcript with cues"
        raise BadInput(Fault(shown(origin.path), "there are no words in it", remedy))
    return Conversation(
        id=origin.conversation_id(None),
        parties=cast.parties,
        turns=turns,
        origin=origin.described(reader),
    )


def _runs(spoken: Iterable[Spoken]) -> Iterator[list[Spoken]]:
    """Yield what one speaker said without another in between."""
    run: list[Spoken] = []
    for one in spoken:
        same = run and one.label == run[0].label and (one.label or one.continues)
        if run and not same:
            yield run
            run = []
        run.append(one)
    if run:
        yield run

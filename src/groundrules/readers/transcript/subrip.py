r"""SubRip (`.srt`): numbered captions with times, and speakers within the words.

The format has no standard; what is read is what the players and tools agree upon: a number, a line
of times with a comma before the milliseconds, lines of words, a blank line. A number that is
missing or does not count on is no fault. A blank line within the words is passed over. Tags for
looks (`<i>`, `<font …>`, `{\an8}`) go, other brackets are words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.readers.transcript.captions import captioned
from groundrules.readers.transcript.cues import (
    ARROW,
    Cue,
    Faults,
    has_timing,
    in_order,
    numbered_lines,
    read_timing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.readers.transcript.origin import Origin
    from groundrules.record.transcript import Conversation

_TAG = re.compile(r"</?(?:b|i|u|s|font)(?:\s[^<>]{0,200})?>|\{\\[^{}\n]{1,100}\}", re.IGNORECASE)


def is_subrip(text: str) -> bool:
    """Tell whether a text begins as SubRip does: with times, or with a number above times."""
    lines = (line for _, line in numbered_lines(text) if line and not line.isspace())
    first = next(lines, "")
    return has_timing(first) or (first.strip().isdecimal() and ARROW in next(lines, ""))


def read_subrip(text: str, origin: Origin) -> Conversation:
    """Return the conversation of a SubRip file, its times exact to the millisecond.

    Args:
        text: the whole file.
        origin: the file's name and the wanted id.

    Raises:
        BadInput: with the line of each fault, up to a bound.
    """
    faults = Faults(origin)
    return captioned(in_order(list(_cues(text, faults)), faults), _TAG, origin, "SubRip")


class _Open:
    """The cue that is being read: its times, its words, and what may be the next one's number."""

    def __init__(self, line: int, start: int, end: int) -> None:
        self.line, self.start, self.end = line, start, end
        self.words: list[str] = []
        self.blank_above_last = False

    def take_number(self, expected: int) -> None:
        """Take the last line back where it is the number of the next cue.

        It is where a blank line stands above it, or where it counts on from the last number.
        """
        last = self.words[-1].strip() if self.words else ""
        if last.isdecimal() and (self.blank_above_last or last == str(expected)):
            self.words.pop()

    def cue(self) -> Cue:
        """Return the cue as it is."""
        return Cue(self.line, self.start, self.end, "\n".join(self.words))


def _cues(text: str, faults: Faults) -> Iterator[Cue]:
    opened: _Open | None = None
    above: list[int] = []
    count = 1
    blank = True
    for number, line in numbered_lines(text):
        if not line or line.isspace():
            blank = True
            continue
        if ARROW in line:
            if opened:
                count += 1
                opened.take_number(count)
                yield opened.cue()
            opened = _Open(number, *read_timing(line, number, faults))
        elif opened:
            opened.words.append(line)
            opened.blank_above_last = blank
        else:
            above.append(number)
            _refuse_above(above, line, faults)
        blank = False
    if opened:
        yield opened.cue()


def _refuse_above(above: list[int], line: str, faults: Faults) -> None:
    """Refuse what stands above the first times, but for one number."""
    if len(above) > 1 or not line.strip().isdecimal():
        remedy = "put them below the times, or delete them"
        faults.add(above[-1], "words stand above the first times", remedy)

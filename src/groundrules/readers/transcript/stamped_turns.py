"""The turns of a transcript in paragraphs, each with a head: who speaks, and mostly when.

A reader of such a form says what a head is (`HeadOf`); what follows a head, to the next one, is
what that speaker said. Every head begins a turn of its own, so that no time is lost. Words above
the first head have no known speaker, and so has whoever is called `Unknown Speaker` and the like.
A time more than a minute before an earlier one is a fault, as in captions.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.readers.transcript.cues import BACKWARDS, LARGEST_STEP_BACK, Faults, numbered_lines
from groundrules.readers.transcript.labels import is_capitals, is_name
from groundrules.readers.transcript.markup import plain
from groundrules.readers.transcript.origin import one_line
from groundrules.readers.transcript.speakers import Cast
from groundrules.readers.transcript.timecodes import TIME, milliseconds
from groundrules.readers.transcript.voices import is_nobody, is_voice
from groundrules.record.transcript import Conversation, Turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from groundrules.readers.transcript.origin import Origin

    HeadOf = Callable[["Line"], "Head | None"]

_UNKNOWN = re.compile(
    r"(?:an? )?(?:unknown|unidentified|new|inaudible|multiple|various)(?: (?:speakers?|voices?))?"
    r"(?: \d+)?|speakers?|\?+",
    re.IGNORECASE,
)

_INLINE = re.compile(rf"[\[(]{TIME}[\])]\s*")


class Line(NamedTuple):
    """A line that is not blank: its number, its text, and whether it begins a paragraph."""

    number: int
    text: str
    opens: bool


class Head(NamedTuple):
    """Where a turn begins.

    Attributes:
        label: the speaker's; "" where it is not known.
        start: the time as it is written; "" for none.
        end: likewise.
        rest: the words behind the head on its line.
    """

    label: str
    start: str = ""
    end: str = ""
    rest: str = ""


class Said(NamedTuple):
    """One turn as it is read: its head, the line of the head, and the lines below it."""

    line: int
    head: Head
    paragraphs: list[list[str]]


class Told(NamedTuple):
    """What a form says beside its turns.

    Attributes:
        form: the form's name, for the origin.
        matter: the talk's title.
        day: when it was, where the file tells.
        notes: what else the origin must tell.
        marked: the words have the marks of Markdown.
        inline: times within the words are the form's and no words.
        clock: the times are those of the day, and may pass midnight.
    """

    form: str
    matter: str = ""
    day: date | None = None
    notes: tuple[str, ...] = ()
    marked: bool = False
    inline: bool = False
    clock: bool = False


class Names:
    """The names that stand with a time in one transcript, each given once for each head."""

    def __init__(self, names: Iterable[str]) -> None:
        """Count them."""
        self._count = Counter(names)

    def hold(self, name: str) -> bool:
        """Tell whether a name is sure to be one: it is written as names are, or it recurs."""
        return self.recurs(name) or not name or is_name(name) or is_capitals(name) or is_voice(name)

    def head(self, head: Head, line: Line) -> Head:
        """Return the head, or one of nobody known that keeps every word of the line.

        What stands alone at the start of a paragraph is a head, whatever the name looks like.
        """
        alone = line.opens and not head.rest.strip()
        return head if alone or self.hold(head.label) else Head("", rest=line.text)

    def recurs(self, name: str) -> bool:
        """Tell whether a name stands with a time more than once."""
        return self._count[name] > 1


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text that are not blank."""
    opens = True
    for number, line in numbered_lines(text):
        if not line or line.isspace():
            opens = True
        else:
            yield Line(number, line, opens)
            opens = False


def said_in(lines: Iterable[Line], head_of: HeadOf) -> list[Said]:
    """Return what was said, in order; the first may be what stands above every head."""
    said: list[Said] = []
    for line in lines:
        head = head_of(line)
        if head:
            said.append(Said(line.number, head, [[head.rest]]))
        elif not said:
            said.append(Said(line.number, Head(""), [[line.text]]))
        elif line.opens:
            said[-1].paragraphs.append([line.text])
        else:
            said[-1].paragraphs[-1].append(line.text)
    return said


def is_unknown(label: str) -> bool:
    """Tell whether a label says that nobody knows who spoke: `Unknown Speaker`, `New Speaker`."""
    label = one_line(label)
    return is_nobody(label) or _UNKNOWN.fullmatch(label) is not None


def conversation(said: list[Said], origin: Origin, told: Told) -> Conversation:
    """Return the conversation of what was said.

    Raises:
        BadInput: a time is none or steps back, or there are no words; with the line of each.
    """
    faults = Faults(origin)
    starts = _times(said, faults, told)
    cast = Cast(shown(origin.path))
    turns: list[Turn] = []
    taken_out = 0
    for one, (start, end) in zip(said, starts, strict=True):
        text, times = _words(one, told)
        taken_out += times
        if text or one.head.label:
            label = "" if is_unknown(one.head.label) else one.head.label
            turns.append(Turn(len(turns) + 1, cast.speaker(label), (text,), start, end))
    if not any(turn.text for turn in turns):
        remedy = "name a transcript with words"
        raise BadInput(Fault(shown(origin.path), "there are no words in it", remedy))
    note = f"{taken_out:,} time{'s' * (taken_out > 1)} within turns not kept"
    notes = (*told.notes, note if taken_out else "")
    return Conversation(
        id=origin.conversation_id(told.day),
        parties=cast.parties,
        turns=tuple(turns),
        date=told.day,
        matter=told.matter,
        origin=origin.described(told.form, *notes),
    )


def _words(one: Said, told: Told) -> tuple[str, int]:
    """Return the words of a turn, a line for each paragraph, and how many times were in them."""
    texts: list[str] = []
    taken_out = 0
    for lines in one.paragraphs:
        text = " ".join(lines)
        if told.inline:
            text, times = _INLINE.subn(" ", text)
            taken_out += times
        texts.append(plain(text) if told.marked else one_line(text))
    return "\n".join(filter(None, texts)), taken_out


_HALF_A_DAY = 12 * 60 * 60 * 1000


def _times(said: list[Said], faults: Faults, told: Told) -> list[tuple[int | None, int | None]]:
    times: list[tuple[int | None, int | None]] = []
    latest = midnights = 0
    for one in said:
        start, end = (
            milliseconds(time, one.line, faults) if time else None
            for time in (one.head.start, one.head.end)
        )
        if start is not None:
            start += midnights
            if told.clock and start < latest - _HALF_A_DAY:
                midnights += 2 * _HALF_A_DAY
                start += 2 * _HALF_A_DAY
            _refuse_step_back(start, latest, one.line, faults)
            latest = max(latest, start)
        if start is not None and end is not None and end < start:
            faults.add(one.line, "the turn ends before it starts", "put the earlier time first")
        times.append((start, end))
    faults.stop_if_any()
    return times


def _refuse_step_back(start: int, latest: int, line: int, faults: Faults) -> None:
    if start < latest - LARGEST_STEP_BACK:
        faults.add(line, BACKWARDS, "split the file where a second recording begins")

"""Reading the talk: turn by turn, the words and what was done about the terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.notation.acts import read_act
from groundrules.record.notation.faults import Unreadable
from groundrules.record.notation.keys import Setting, declared
from groundrules.record.notation.values import read_times
from groundrules.record.notation.verbs import (
    ACT_MARK,
    AFTERWARDS_KEY,
    CUT,
    PROPOSED_MARK,
    RESERVED,
    UNKNOWN_SPEAKER,
)
from groundrules.record.notation.words import (
    ESCAPE,
    ID,
    begins_like_turn,
    margin,
    unescaped,
)
from groundrules.record.transcript import Place, Turn

if TYPE_CHECKING:
    from groundrules.record.facts import Fact
    from groundrules.record.notation.faults import Faults
    from groundrules.record.notation.head import Head

_TURN = re.compile(rf"(?:\[([^\]]*)\]\s*)?({ID}|\?)\s*:(.*)")
_SPEAKER = re.compile(r"(?:\[[^\]]*\]\s*)?([^\s:\[]+)\s*:")


class Talk(NamedTuple):
    """What was said and done in the talk.

    Attributes:
        speakers: every declared id, and `?`, to the id that the record holds.
        lines: how many lines the head and the talk take; what came afterwards stands behind them.
    """

    turns: list[Turn]
    facts: list[Fact]
    proposals: list[Fact]
    speakers: dict[str, str]
    lines: int


def read_talk(lines: list[str], head: Head, faults: Faults) -> Talk:
    """Return the talk, which ends with the last line or with `afterwards:`."""
    reader = _TalkReader(head, faults)
    end = reader.read(lines, head.lines)
    return Talk(reader.turns, reader.facts, reader.proposals, reader.speakers, end)


class _TalkReader:
    """The talk while it is being read, turn by turn.

    Attributes:
        speakers: every declared id, and `?`, to the id that the record holds.
        undeclared: the ids that were named as not declared.
        number: the number of the turn at hand, 0 in front of the first one.
        parts: the parts of the turn at hand that are complete.
        part: the lines of the part at hand.
        cut: whether the next words begin a new part.
        passing: whether indented lines are passed over, because what they belong to is unreadable.
    """

    def __init__(self, head: Head, faults: Faults) -> None:
        self.faults = faults
        self.speakers = {party.id: party.id for party in head.parties} | {UNKNOWN_SPEAKER: ""}
        self.undeclared: set[str] = set()
        self.turns: list[Turn] = []
        self.facts: list[Fact] = []
        self.proposals: list[Fact] = []
        self.number = 0
        self.speaker = ""
        self.times: tuple[int | None, int | None] = (None, None)
        self.parts: list[str] = []
        self.part: list[str] = []
        self.cut = False
        self.passing = False

    def read(self, lines: list[str], first: int) -> int:
        """Read the lines behind the head; return how many lines there are to the talk's end."""
        match, speakers, end = _TURN.match, self.speakers, len(lines)
        for number, line in enumerate(lines[first:], first + 1):
            found = match(line)
            if found and found[2] in speakers:
                self.turn(number, found)
            elif not line or line.isspace() or line[0] == "#":
                continue
            elif line[0].isspace():
                self.indented(number, line)
            elif found and line.startswith(AFTERWARDS_KEY):
                end = number - 1
                break
            elif found and found[2] not in RESERVED:
                self.undeclared_turn(number, found)
            else:
                self.astray(number, line)
        self.end_turn()
        return end

    def turn(self, number: int, found: re.Match[str]) -> None:
        """Begin a turn."""
        self.end_turn()
        self.number += 1
        times, self.speaker, words = found.groups()
        self.times = (None, None) if times is None else self.read_times(number, times)
        words = words.strip()
        if words.startswith((ACT_MARK, PROPOSED_MARK)):
            remedy = f"write the act on the next line, indented, or {ESCAPE} in front of words"
            column = found.start(3) + margin(found[3])
            self.faults.add(number, column, "the words begin as an act does", remedy)
        elif words[:1] == ESCAPE:
            words = unescaped(words, self.speakers)
        if words:
            self.part.append(words)

    def read_times(self, number: int, times: str) -> tuple[int | None, int | None]:
        """Return start and end of a turn; neither where they cannot be read."""
        try:
            return read_times(times)
        except Unreadable as reason:
            self.faults.add_unreadable(number, 2, reason)
            return None, None

    def end_turn(self) -> None:
        """Keep the turn at hand, if there is one."""
        if self.number > len(self.turns):
            parts = (*self.parts, "\n".join(self.part))
            self.turns.append(
                Turn(self.number, self.speakers.get(self.speaker, ""), parts, *self.times)
            )
        self.parts = []
        self.part = []
        self.cut = self.passing = False

    def indented(self, number: int, line: str) -> None:
        """Take an indented line: an act, or more words of the turn at hand.

        There is one: a line at the margin that begins no turn has its indented lines passed over.
        """
        if self.passing:
            return
        words = line.strip()
        column = margin(line)
        if words.startswith((ACT_MARK, PROPOSED_MARK)):
            self.act(number, line, column)
        elif begins_like_turn(words, self.speakers):
            remedy = f"begin a turn at the margin; write {ESCAPE} in front of words of the talk"
            self.faults.add(number, column, "the indented line begins as a turn does", remedy)
        else:
            self.more(unescaped(words, self.speakers))

    def more(self, words: str) -> None:
        """Take words below the first line: more of the part at hand, or the next part."""
        if self.cut:
            self.parts.append("\n".join(self.part))
            self.part.clear()
            self.cut = False
        self.part.append(words)

    def act(self, number: int, line: str, at: int) -> None:
        """Take an act; what is said behind it in the same turn is a new part."""
        self.cut = True
        proposed = line.startswith(PROPOSED_MARK, at - 1)
        at += len(PROPOSED_MARK) - len(ACT_MARK) if proposed else 0
        if line[at:].strip() == CUT and not proposed:
            return
        place = Place(self.number, len(self.parts) + 1)
        actor = self.speakers.get(self.speaker, "")
        setting = Setting(place, actor, self.number, self.speakers)
        fact = read_act(line, at, number, setting, self.faults)
        if fact:
            (self.proposals if proposed else self.facts).append(fact)

    def undeclared_turn(self, number: int, found: re.Match[str]) -> None:
        """Take the turn of a speaker who is not declared, and say so the first time."""
        if found[2] not in self.undeclared:
            self.undeclared.add(found[2])
            message = "this is not the id of a declared party"
            self.faults.add(number, found.start(2) + 1, message, declared(self.speakers))
        self.turn(number, found)

    def astray(self, number: int, line: str) -> None:
        """Say what is wrong with a line at the margin that begins no turn."""
        self.end_turn()
        self.passing = True
        found = _SPEAKER.match(line)
        if not found:
            remedy = "begin a turn with [TIME] ID: or ID:, and indent what belongs to it"
            self.faults.add(number, 1, "this is neither a turn nor indented", remedy)
        elif found[1] in RESERVED:
            message = f"{found[1]}: stands where a turn is expected"
            remedy = "the head stands above the first turn; no party can have this id"
            self.faults.add(number, found.start(1) + 1, message, remedy)
        else:
            what, remedy = "the id of a party", declared(self.speakers)
            self.faults.add_unknown(number, found.start(1) + 1, what, found[1], remedy)

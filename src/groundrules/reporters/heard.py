"""Where an act was heard: the span of its words in the text of the whole turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from groundrules.record.cues.talk_reader import Heard
    from groundrules.record.transcript import Place, Turn


class Words(NamedTuple):
    """A span of a turn's text, in characters from 0; both ends are the same where it is empty."""

    start: int
    end: int


def words_of(heard: Heard, turn: Turn) -> Words:
    """Return where an act was heard in its turn."""
    before = part_of(heard.fact.at, turn).start
    return Words(before + heard.start, before + heard.end)


def part_of(place: Place, turn: Turn) -> Words:
    """Return where a part stands in the text of its turn."""
    start = sum(len(part) + 1 for part in turn.parts[: place.part - 1] if part)
    return Words(start, start + len(turn.parts[place.part - 1]))

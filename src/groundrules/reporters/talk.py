"""A conversation as people read it: turn by turn, along a rail that says on which terms.

Each row of the rail has a letter, so that nothing is told by its colour alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.notation.act_text import act_text
from groundrules.record.notation.verbs import PROPOSED_MARK
from groundrules.record.standing import OPEN
from groundrules.record.transcript import AFTERWARDS, Place
from groundrules.reporters.display_width import one_line
from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.plain_words import clock, counted
from groundrules.reporters.wrapping import wrapped
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Turn
    from groundrules.reporters.lines import Line

LETTERS = {
    Level.ON_THE_RECORD.value: "R",
    Level.PLAIN_WORDS.value: "P",
    Level.NOT_FOR_ATTRIBUTION.value: "N",
    Level.BACKGROUND.value: "B",
    Level.CHATHAM_HOUSE.value: "C",
    Level.DEEP_BACKGROUND.value: "D",
    Level.OFF_THE_RECORD.value: "O",
    OPEN: "?",
}
"""Status to the letter that stands for it in the rail."""

_RAIL = "│"


def in_words(status: str) -> str:
    """Return a status as it reads in a sentence or a legend."""
    return "terms not settled" if status == OPEN else Level(status).spoken


def lines(timeline: Timeline, width: int) -> Iterator[Line]:
    """Yield the conversation: its head, its turns along the rail, and what the letters mean."""
    yield from _head(timeline)
    by_place = {standing.statement.place: standing for standing in timeline.standings}
    for turn in timeline.conversation.turns:
        for part in range(1, len(turn.parts) + 1):
            place = Place(turn.number, part)
            if place in by_place:
                yield from part_lines(turn, by_place[place], width)
            yield from _acts(timeline, place, turn.speaker)
    later = list(_acts(timeline, AFTERWARDS, ""))
    if later:
        yield plain("afterwards", "label")
        yield from later
    yield EMPTY
    yield from legend(timeline)


def _head(timeline: Timeline) -> Iterator[Line]:
    conversation = timeline.conversation
    date = f", {conversation.date.isoformat()}" if conversation.date else ""
    yield (
        Piece(conversation.id, "label"),
        Piece(f"{date}, read under policy {timeline.policy.id}"),
    )
    for party in conversation.parties:
        name = ", ".join(filter(None, (party.role.value, party.name)))
        yield plain(one_line(f"  {party.id}: {name}"))
    yield EMPTY


def part_lines(turn: Turn, standing: Standing, width: int) -> Iterator[Line]:
    """Yield one part of a turn along the rail, and what is open about its terms."""
    place = standing.statement.place
    number = f"{turn.number}.{place.part}" if len(turn.parts) > 1 else str(turn.number)
    who = " ".join(filter(None, (clock(turn.start), standing.statement.speaker or "(unknown)")))
    margin = f"{number:>6} "
    rows = wrapped(standing.statement.text, f"{who}: ", width - len(margin) - 4)
    for place_in_rows, row in enumerate(rows):
        yield (
            Piece(margin if place_in_rows == 0 else " " * len(margin), "aside"),
            _rail(standing.status),
            Piece(row),
        )
    for point in standing.open:
        role = "open" if standing.is_open else "aside"
        yield (
            Piece(" " * len(margin)),
            _rail(standing.status),
            Piece(f"  open: {point.message}", role),
        )


def _rail(status: str) -> Piece:
    return Piece(f"{LETTERS[status]} {_RAIL} ", status)


def _acts(timeline: Timeline, place: Place, speaker: str) -> Iterator[Line]:
    idle = {one.fact: one.why for one in timeline.ineffective}
    conversation = timeline.conversation
    for number, fact in enumerate(conversation.facts, 1):
        if fact.at == place:
            when = f"{fact.when.isoformat()} " if fact.when and place == AFTERWARDS else ""
            text = one_line(when + act_text(fact, speaker))
            yield _act(f"fact {number}", text, idle.get(f"{conversation.id}!{number}", ""))
    for number, fact in enumerate(conversation.proposals, 1):
        if fact.at == place:
            text = one_line(act_text(fact, speaker, PROPOSED_MARK))
            yield _act(f"proposal {number}, which nobody has confirmed", text, "")


def _act(name: str, text: str, why_idle: str) -> Line:
    pieces = [Piece(f"{'':>9}{_RAIL}   {text}", "label"), Piece(f"  ({name})", "aside")]
    if why_idle:
        pieces.append(Piece(f" changed nothing: {why_idle}", "open"))
    return tuple(pieces)


def legend(timeline: Timeline) -> Iterator[Line]:
    """Yield what each letter of the rail means, and how many statements have it."""
    statuses = [standing.status for standing in timeline.standings]
    for status, letter in LETTERS.items():
        if status in statuses:
            count = counted(statuses.count(status), "statement")
            yield (Piece(f"{letter} {_RAIL} ", status), Piece(f"{in_words(status)}: {count}"))

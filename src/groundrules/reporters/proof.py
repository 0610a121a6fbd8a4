"""What a record proves about some turns: on which terms each stands, and because of which facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.notation.act_text import act_text
from groundrules.record.transcript import AFTERWARDS
from groundrules.reporters.display_width import one_line
from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.plain_words import clock, terms_in_words
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.talk import legend, part_lines
from groundrules.reporters.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.record.facts import Fact, Turns
    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.reporters.lines import Line

_OWN = Redaction(revealed=True, on_terminal=True)
"""Whoever keeps the record may read it."""

_MARGIN = " " * 9 + "│   "


def lines(timeline: Timeline, runs: Sequence[Turns], width: int) -> Iterator[Line]:
    """Yield the turns of these runs with their terms, then the facts on which those rest.

    Where no turns are named, only how many statements stand on which terms.
    """
    yield plain(one_line(_head(timeline)), "label")
    if not runs:
        yield from legend(timeline)
        return
    standings = [
        standing
        for standing in timeline.standings
        if any(run.hold(standing.statement.place.turn) for run in runs)
    ]
    for standing in standings:
        turn = timeline.conversation.turns[standing.statement.place.turn - 1]
        yield from part_lines(turn, standing, width)
        yield from _terms(standing, width)
    yield from _because(timeline, standings)


def _head(timeline: Timeline) -> str:
    conversation = timeline.conversation
    day = f", {conversation.date.isoformat()}" if conversation.date else ""
    return f"{conversation.id}{day}, read under policy {timeline.policy.id}"


def _terms(standing: Standing, width: int) -> Iterator[Line]:
    text = f"{terms_in_words(standing.terms, _OWN)} ({standing.basis.value})"
    for row in wrapped(text, "", width - len(_MARGIN)):
        yield (Piece(_MARGIN), Piece(row, "aside"))


def _because(timeline: Timeline, standings: Sequence[Standing]) -> Iterator[Line]:
    found = {
        number
        for standing in standings
        for fact in (*standing.facts, *standing.retroactive, *standing.graces)
        for number in (int(fact.rpartition("!")[2]),)
    }
    if not found:
        yield plain("no fact of the record is about their terms")
        return
    yield EMPTY
    yield plain("the facts behind it", "label")
    for number in sorted(found):
        fact = timeline.conversation.facts[number - 1]
        yield (Piece(f"{number:>6}  "), Piece(one_line(_fact(timeline, fact))))


def _fact(timeline: Timeline, fact: Fact) -> str:
    act = act_text(fact, fact.by)
    who = fact.by or "(unknown)"
    if fact.at == AFTERWARDS:
        return " ".join(filter(None, (fact.when.isoformat() if fact.when else "", who, act)))
    turn = timeline.conversation.turns[fact.at.turn - 1]
    return " ".join(filter(None, (f"turn {turn.number},", clock(turn.start), who, act)))

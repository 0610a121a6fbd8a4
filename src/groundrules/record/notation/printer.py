"""Writing a record: the one form in which the notation is printed, and the proof that it holds."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.record.notation.act_text import act_text
from groundrules.record.notation.parser import parse
from groundrules.record.notation.parties import party_text
from groundrules.record.notation.values import moment_text, timecode_text
from groundrules.record.notation.verbs import (
    ACT_MARK,
    AFTERWARDS_KEY,
    CUT,
    PARTIES,
    PROPOSED_MARK,
    UNKNOWN_SPEAKER,
)
from groundrules.record.notation.words import first_line, next_line
from groundrules.record.transcript import AFTERWARDS, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation, Turn

    Acts = Mapping[Place, list[tuple[str, str, Fact]]]

_INDENT = "  "


def to_text(conversation: Conversation, path: str = "-") -> str:
    """Return a conversation in the notation, ending in a line feed. `parse` gives it back equal.

    Args:
        conversation: what to write.
        path: where it will stand, for the fault.

    Raises:
        BadInput: something in it has no form in the notation, such as words with a control
            character; it names the party, turn or fact, and nothing is written.
    """
    pieces = list(_pieces(conversation))
    text = "".join(f"{line}\n" for _, line in pieces)
    lost = _lost(conversation, text, pieces)
    if lost:
        message = f"{lost} has no form in the notation"
        remedy = "see the reference of the notation for what a record can hold"
        raise BadInput(Fault(path, message, remedy))
    return text


def _lost(conversation: Conversation, text: str, pieces: list[tuple[str, str]]) -> str:
    """Return what is not the same when the text is read back, or ""."""
    try:
        back = parse(text)
    except BadInput as refusal:
        owners = (owner for owner, piece in pieces for _ in piece.split("\n"))
        return next(islice(owners, refusal.faults[0].line - 1, None))
    if back == conversation:
        return ""
    for name, before, after in (
        ("party", conversation.parties, back.parties),
        ("turn", conversation.turns, back.turns),
        ("fact", conversation.facts, back.facts),
        ("proposal", conversation.proposals, back.proposals),
    ):
        for number, (one, other) in enumerate(zip_longest(before, after), 1):
            if one != other:
                return f"{name} {number}"
    return "the head"


def _pieces(conversation: Conversation) -> Iterator[tuple[str, str]]:
    """Yield each line with what it is a line of."""
    yield from (("the head", line) for line in _head(conversation))
    for number, party in enumerate(conversation.parties, 1):
        yield f"party {number}", _INDENT + party_text(party)
    acts = defaultdict(list)
    for number, fact in enumerate(conversation.facts, 1):
        acts[fact.at].append((f"fact {number}", ACT_MARK, fact))
    for number, fact in enumerate(conversation.proposals, 1):
        acts[fact.at].append((f"proposal {number}", PROPOSED_MARK, fact))
    if conversation.turns:
        yield "the head", ""
    speakers = {party.id for party in conversation.parties} | {UNKNOWN_SPEAKER}
    for turn in conversation.turns:
        yield from _turn(turn, acts, speakers)
    if acts[AFTERWARDS]:
        yield "the head", ""
        yield "the head", f"{AFTERWARDS_KEY}:"
    yield from ((owner, later_line(fact)) for owner, _, fact in acts[AFTERWARDS])


def later_line(fact: Fact) -> str:
    """Return a fact from afterwards as its line is printed."""
    when = f"{moment_text(fact.when)} " if fact.when else ""
    return f"{_INDENT}{when}{fact.by or UNKNOWN_SPEAKER} {act_text(fact, fact.by)}"


def turn_lines(turn: Turn, facts: Iterable[Fact], ids: Iterable[str]) -> list[str]:
    """Return a turn as its lines are printed, with what was done about the terms in it.

    Args:
        turn: the turn.
        facts: those of the turn, in any order.
        ids: the ids of the declared parties.
    """
    acts = defaultdict(list)
    for fact in facts:
        acts[fact.at].append(("", ACT_MARK, fact))
    return [line for _, line in _turn(turn, acts, {*ids, UNKNOWN_SPEAKER})]


def _head(conversation: Conversation) -> Iterator[str]:
    yield f"conversation: {conversation.id}"
    if conversation.date:
        yield f"date: {moment_text(conversation.date)}"
    for key in ("outlet", "policy", "matter", "origin"):
        if value := getattr(conversation, key):
            yield f"{key}: {value}"
    if conversation.parties:
        yield f"{PARTIES}:"


def _turn(turn: Turn, acts: Acts, speakers: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the lines of a turn: its words part by part, behind each part its acts."""
    owner = f"turn {turn.number}"
    first, *others = turn.parts[0].split("\n")
    beginning = f"{_times(turn)}{turn.speaker or UNKNOWN_SPEAKER}:"
    yield owner, f"{beginning} {first_line(first)}" if first else beginning
    yield from ((owner, _INDENT + next_line(line, speakers)) for line in others)
    for number, part in enumerate(turn.parts, 1):
        if number > 1:
            for line in part.split("\n"):
                yield owner, _INDENT + next_line(line, speakers)
        here = acts.get(Place(turn.number, number), ())
        for name, mark, fact in here:
            yield name, _INDENT + act_text(fact, turn.speaker, mark)
        if not here and number < len(turn.parts):
            yield owner, f"{_INDENT}{ACT_MARK} {CUT}"


def _times(turn: Turn) -> str:
    if turn.start is None:
        return ""
    end = "" if turn.end is None else f"-{timecode_text(turn.end)}"
    return f"[{timecode_text(turn.start)}{end}] "

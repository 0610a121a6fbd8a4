"""A conversation as a page shows it: turn by turn, with its terms, its acts and what was heard."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from groundrules.desk.conversations.conversation_shapes import (
    ActSeen,
    ConversationSeen,
    HeardSeen,
    OpenSeen,
    PartSeen,
    PartySeen,
    RailCell,
    TurnSeen,
)
from groundrules.record.facts import Kind
from groundrules.record.negotiation import state
from groundrules.record.notation.act_text import act_text
from groundrules.record.notation.verbs import PROPOSED_MARK
from groundrules.record.proposed import readings
from groundrules.record.standing import OPEN
from groundrules.record.transcript import AFTERWARDS, Place
from groundrules.reporters.act_in_words import in_plain_words
from groundrules.reporters.heard import part_of, words_of
from groundrules.reporters.picture.explanations import DOUBTS
from groundrules.reporters.picture.rail import rail
from groundrules.reporters.picture.rail_marks import open_points
from groundrules.reporters.plain_words import terms_in_words
from groundrules.reporters.redaction import Redaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from groundrules.desk.conversations.talks_at_hand import Opened
    from groundrules.record.facts import Fact
    from groundrules.record.ground import View
    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Conversation, Party, Turn
    from groundrules.terms.policy import Policy

_Seen = TypeVar("_Seen")

UNCLEAR = "unclear"
"""What stands for a level where the terms are not settled."""

RAIL_CELLS = 48
"""Into how many stretches of the same length a rail is drawn."""

READER = Redaction(revealed=True)
"""Whoever sees a conversation may read it: what may not be read has not come out of the vault."""


def conversation_seen(opened: Opened) -> ConversationSeen:
    """Return a conversation as a page shows it."""
    timeline = opened.timeline
    talk = timeline.conversation
    acts = tuple(_acts(timeline))
    return ConversationSeen(
        talk.id,
        opened.version,
        opened.may_read_words,
        talk.date.isoformat() if talk.date else "",
        talk.outlet,
        timeline.policy.id,
        timeline.policy.title,
        talk.matter,
        talk.origin,
        tuple(_parties(timeline)),
        rail_of(timeline),
        tuple(_open(timeline)),
        tuple(_turns(opened, acts)),
        acts,
        tuple(act for act in acts if not act.turn),
        len(talk.proposals),
    )


def rail_of(timeline: Timeline) -> tuple[RailCell, ...]:
    """Return the rail of a conversation; none where nothing was said."""
    drawn = rail(timeline)
    if not drawn.length:
        return ()
    runs = groupby(map(level_of, drawn.cells(RAIL_CELLS)))
    return tuple(RailCell(status, len(list(run))) for status, run in runs)


def level_of(status: str) -> str:
    """Return a status as pages name it."""
    return UNCLEAR if status == OPEN else status


def party_name(party: Party | None) -> str:
    """Return what a party is called in a page: the name, or else the description or the id."""
    return (party.name or party.description or party.id) if party else ""


def heard_seen(opened: Opened, number: int) -> HeardSeen:
    """Return one of the proposals that wait, counted from 1; there must be one."""
    talk, fact = opened.conversation, opened.conversation.proposals[number - 1]
    turn = talk.turns[fact.at.turn - 1]
    heard = opened.heard[number - 1] if opened.heard else None
    span = words_of(heard, turn) if heard else part_of(fact.at, turn)
    return HeardSeen(
        number,
        turn.number,
        fact.kind.value,
        fact.by,
        in_plain_words(talk, fact),
        act_text(fact, turn.speaker, PROPOSED_MARK),
        heard.why if heard else "",
        turn.text[span.start : span.end] if heard else "",
    )


def _parties(timeline: Timeline) -> Iterator[PartySeen]:
    talk = timeline.conversation
    ends = _ends_on(talk, timeline.policy)
    doubtful = set()
    if talk.proposals:  # what was heard may have changed them, as long as nobody has decided it
        guesses = [_ends_on(one, timeline.policy) for one in readings(talk)]
        doubtful = {
            one
            for one, view in ends.items()
            if any(view[:2] != other[one][:2] for other in guesses)
        }
    for party in talk.parties:
        view = ends.get(party.id)
        status = UNCLEAR if party.id in doubtful else level_of(view.status) if view else ""
        yield PartySeen(
            party.id,
            party.role.value,
            party.name,
            ", ".join(party.affiliations),
            party.description,
            party.is_bound,
            not party.is_reporter,
            status,
            terms_in_words(view.terms, READER) if view and status != UNCLEAR else "",
        )


def _ends_on(talk: Conversation, policy: Policy) -> dict[str, View]:
    """Return for each protected party on which terms more words would have stood in the end."""
    ended = state(talk, policy)
    behind = Place(len(talk.turns) + 1)
    last = talk.turns[-1].start if talk.turns else None
    return {one: ground.view(behind, ended.topic, last) for one, ground in ended.grounds.items()}


def _open(timeline: Timeline) -> Iterator[OpenSeen]:
    for point, about in open_points(timeline).items():
        first = about[0].statement.place.turn
        yield OpenSeen(point.message, DOUBTS[point.doubt], first, len(about))


def _acts(timeline: Timeline) -> Iterator[ActSeen]:
    talk = timeline.conversation
    idle = {one.fact: one.why for one in timeline.ineffective}
    for number, fact in enumerate(talk.facts, 1):
        is_later = fact.at == AFTERWARDS
        speaker = fact.by if is_later else talk.turns[fact.at.turn - 1].speaker
        shows_when = fact.when and (is_later or fact.kind is Kind.EVENT_HAPPENED)
        yield ActSeen(
            number,
            0 if is_later else fact.at.turn,
            fact.kind.value,
            fact.by,
            in_plain_words(talk, fact),
            act_text(fact, speaker),
            idle.get(f"{talk.id}!{number}", ""),
            fact.when.isoformat() if fact.when and shows_when else "",
        )


def _turns(opened: Opened, acts: tuple[ActSeen, ...]) -> Iterator[TurnSeen]:
    timeline = opened.timeline
    talk = timeline.conversation
    standings = {one.statement.place: one for one in timeline.standings}
    done = _by_place(talk.facts, acts)
    heard = _by_place(
        talk.proposals, (heard_seen(opened, n) for n in range(1, len(talk.proposals) + 1))
    )
    parties = {party.id: party for party in talk.parties}
    ends = _ends(talk)
    before: Standing | None = None
    for turn in talk.turns:
        parts = []
        for number, text in enumerate(turn.parts, 1):
            place = Place(turn.number, number)
            standing = standings.get(place)
            beside = tuple(done[place]), tuple(heard[place])
            parts.append(_part(number, text, (standing, before), beside))
            before = standing or before
        party = parties.get(turn.speaker)
        yield TurnSeen(
            turn.number,
            turn.speaker,
            party_name(party),
            bool(party and party.is_bound),
            turn.start,
            ends[turn.number - 1],
            next((one.status for one in parts if one.status), ""),
            tuple(parts),
        )


def _by_place(facts: Iterable[Fact], seen: Iterable[_Seen]) -> Mapping[Place, list[_Seen]]:
    found: dict[Place, list[_Seen]] = defaultdict(list)
    for fact, one in zip(facts, seen, strict=True):
        found[fact.at].append(one)
    return found


def _part(
    number: int,
    text: str,
    standings: tuple[Standing | None, Standing | None],
    beside: tuple[tuple[ActSeen, ...], tuple[HeardSeen, ...]],
) -> PartSeen:
    """Return one part of a turn, by its own standing and the one before it."""
    standing, before = standings
    if standing is None:
        return PartSeen(number, text, acts=beside[0], heard=beside[1])
    begins = before is None or _differ(before, standing)
    return PartSeen(
        number,
        text,
        level_of(standing.status),
        terms_in_words(standing.terms, READER) if begins else "",
        begins,
        tuple(int(fact.rpartition("!")[2]) for fact in standing.facts),
        standing.basis.value,
        tuple(point.message for point in standing.open),
        tuple(_remarks(standing)),
        *beside,
    )


def _differ(one: Standing, other: Standing) -> bool:
    return (one.status, one.terms, one.basis) != (other.status, other.terms, other.basis)


def _remarks(standing: Standing) -> Iterator[str]:
    if standing.spoken:
        yield "released"
    if standing.approved:
        yield "approved"
    if standing.graces:
        yield "graced"
    if standing.retroactive:
        yield "asked-late"


def _ends(talk: Conversation) -> list[int | None]:
    """Return for each turn where it ends: as it says, or where the next one with a time begins."""
    ends: list[int | None] = []
    following: int | None = None
    for turn in reversed(talk.turns):
        ends.append(_end(turn, following))
        following = turn.start if turn.start is not None else following
    return ends[::-1]


def _end(turn: Turn, following: int | None) -> int | None:
    return turn.end if turn.end is not None else following

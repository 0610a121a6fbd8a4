"""The timeline: the fold of a conversation's facts under the five laws.

1. On the record until agreed. 2. It takes two. 3. Never backwards. 4. Never carried over.
5. What a word means is what was read back and accepted; otherwise what the policy says.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.acts import hear
from groundrules.record.afterwards import FREEING_LATER, with_later_facts
from groundrules.record.facts import PROPOSALS, Kind
from groundrules.record.ground import UNKNOWN_SPEAKER, View
from groundrules.record.proposed import guarded, readings
from groundrules.record.standing import OPEN, Basis, Standing
from groundrules.record.talk import Talk
from groundrules.record.transcript import AFTERWARDS, Place, Statement
from groundrules.terms.levels import Level
from groundrules.terms.promise import ON_THE_RECORD, strictest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from groundrules.record.facts import Fact
    from groundrules.record.standing import OpenPoint
    from groundrules.record.talk import Ineffective
    from groundrules.record.transcript import Conversation, Turn
    from groundrules.terms.policy import Policy


class TurnStanding(NamedTuple):
    """The standing of a whole turn: where its parts differ, the strictest of them.

    Attributes:
        status: a level's name, or `open`.
        parts: the standings of its parts that have words, in order.
    """

    turn: Turn
    status: str
    facts: tuple[str, ...]
    open: tuple[OpenPoint, ...]
    parts: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A conversation, folded.

    Attributes:
        policy: the policy under which the words were read.
        standings: one for each statement, in the order of the talk.
        ineffective: the facts that changed nothing, each with the reason.
    """

    conversation: Conversation
    policy: Policy
    standings: tuple[Standing, ...]
    ineffective: tuple[Ineffective, ...]
    _by_id: dict[str, Standing] = field(repr=False, compare=False)

    def standing(self, statement: str) -> Standing:
        """Return the standing of a statement by its id; KeyError where there is none."""
        return self._by_id[statement]

    def fact(self, fact_id: str) -> Fact:
        """Return the fact of an id that a standing gives."""
        return self.conversation.facts[int(fact_id.rpartition("!")[2]) - 1]

    def turns(self) -> Iterator[TurnStanding]:
        """Yield the standing of every turn that has words, in the order of the talk."""
        by_turn: dict[int, list[Standing]] = {}
        for standing in self.standings:
            by_turn.setdefault(standing.statement.place.turn, []).append(standing)
        for number, parts in by_turn.items():
            yield TurnStanding(
                self.conversation.turns[number - 1],
                max(parts, key=_strictness).status,
                tuple(dict.fromkeys(fact for part in parts for fact in part.facts)),
                tuple(dict.fromkeys(point for part in parts for point in part.open)),
                tuple(parts),
            )


def fold(conversation: Conversation, policy: Policy, until: datetime | None = None) -> Timeline:
    """Return on which terms every statement of a conversation stands, read under a policy.

    Proposals that nobody has confirmed are no facts, and still protect: see `proposed`.

    Args:
        conversation: the conversation.
        policy: the policy under which its words are read.
        until: an instant, with its offset; what frees words afterwards and is dated later does
            not free them yet. None where all of it counts.
    """
    timeline = _folded(conversation, policy, until)
    if not conversation.proposals:
        return timeline
    told = [_folded(one, policy, until).standings for one in readings(conversation)]
    standings = tuple(
        guarded(conversation, standing, others)
        for standing, *others in zip(timeline.standings, *told, strict=True)
    )
    by_id = {standing.statement.id: standing for standing in standings}
    return replace(timeline, standings=standings, _by_id=by_id)


def _folded(conversation: Conversation, policy: Policy, until: datetime | None) -> Timeline:
    """Return the timeline by the facts alone."""
    talk = Talk(conversation, policy)
    in_talk: dict[Place, list[tuple[str, Fact]]] = {}
    later: list[tuple[str, Fact]] = []
    for number, fact in enumerate(conversation.facts, 1):
        identified = (f"{conversation.id}!{number}", fact)
        if until and fact.kind in FREEING_LATER and fact.when and fact.when > until:
            continue
        if fact.at == AFTERWARDS:
            later.append(identified)
        else:
            in_talk.setdefault(fact.at, []).append(identified)
    standings = _walk(conversation, talk, in_talk)
    everything = [one for place in sorted(in_talk) for one in in_talk[place]] + later
    standings, idle = with_later_facts(conversation, policy, standings, everything)
    ineffective = (*talk.ineffective, *idle)
    return Timeline(
        conversation,
        policy,
        tuple(standings),
        ineffective,
        {standing.statement.id: standing for standing in standings},
    )


def _walk(
    conversation: Conversation, talk: Talk, facts: dict[Place, list[tuple[str, Fact]]]
) -> list[Standing]:
    standings = []
    for turn, addressed in zip(conversation.turns, _addressed(conversation), strict=True):
        several, known = len(turn.parts) > 1, turn.speaker in talk.parties
        for number, text in enumerate(turn.parts, 1):
            place = Place(turn.number, number)
            for fact_id, fact in facts.get(place, ()):
                hear(talk, fact_id, fact)
            if text:
                name = f"{conversation.id}#{turn.number}" + (f".{number}" if several else "")
                statement = Statement(name, conversation.id, place, turn.speaker, text, turn.start)
                views = talk.views(addressed, place, turn.start)
                standings.append(_standing(statement, views, known=known))
    return standings


def _addressed(conversation: Conversation) -> list[str]:
    """Return for each turn whose terms its words carry; "" for everybody's.

    A source's turn carries her own. A reporter's carries those of the source who is addressed:
    the last who spoke, where he answers about terms, and otherwise the next to speak. Whoever is
    not known may be anybody.
    """
    known = {party.id for party in conversation.parties}
    protected = {party.id for party in conversation.parties if not party.is_reporter}
    speakers = [turn.speaker for turn in conversation.turns]
    before = _nearest(speakers, protected)
    after = _nearest(speakers[::-1], protected)[::-1]
    answers = {fact.at.turn for fact in conversation.facts if fact.kind in _ANSWERS}
    return [
        (last or following if turn.number in answers else following or last)
        if turn.speaker in known
        else ""
        for turn, last, following in zip(conversation.turns, before, after, strict=True)
    ]


def _nearest(speakers: list[str], protected: set[str]) -> list[str]:
    """Return for each turn the latest protected party to have spoken, that turn included."""
    nearest, found = "", []
    for speaker in speakers:
        nearest = speaker if speaker in protected else nearest
        found.append(nearest)
    return found


_ANSWERS = PROPOSALS - {Kind.TERMS_ASKED, Kind.TERMS_OFFERED, Kind.TERMS_ASSERTED} | {
    Kind.TERMS_AGREED,
    Kind.TERMS_DECLINED,
    Kind.CONSENT_IMPLIED,
}


def _standing(statement: Statement, views: list[View], *, known: bool) -> Standing:
    if known:
        view = views[0] if len(views) == 1 else _strictest_view(views)
        return Standing(statement, view.status, view.terms, view.basis, view.facts, view.doubts)
    view = _strictest_view(views)
    points = (UNKNOWN_SPEAKER, *view.doubts)
    return Standing(statement, OPEN, view.terms, Basis.OPEN, view.facts, points)


def _strictest_view(views: list[View]) -> View:
    """Return what keeps every party's terms, for words that may carry anybody's."""
    leading = max(views, key=_view_strictness, default=_NO_VIEW)
    return View(
        leading.status,
        strictest(*(view.terms for view in views)),
        leading.basis,
        tuple(dict.fromkeys(fact for view in views for fact in view.facts)),
        tuple(dict.fromkeys(point for view in views for point in view.doubts)),
    )


def _view_strictness(view: View) -> tuple[bool, int]:
    return view.status == OPEN, view.terms.level.strictness


_NO_VIEW = View(Level.ON_THE_RECORD.value, ON_THE_RECORD, Basis.DEFAULT, (), ())


def _strictness(standing: Standing) -> tuple[bool, int]:
    return standing.is_open, standing.terms.level.strictness

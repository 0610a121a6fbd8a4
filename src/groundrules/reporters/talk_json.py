"""A conversation as JSON: per turn its status, the facts behind it and what is open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules.record.proposed import proposal_id
from groundrules.record.transcript import AFTERWARDS
from groundrules.reporters.json_report import terms_as_object
from groundrules.reporters.liaison_pages import flag_objects
from groundrules.reporters.lines import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from groundrules.record.facts import Fact, Proposal
    from groundrules.record.standing import OpenPoint, Standing
    from groundrules.record.timeline import Timeline, TurnStanding
    from groundrules.reporters.lines import Line
    from groundrules.talk.liaisons.flags import Flag


def lines(
    timelines: Sequence[Timeline], flags: Mapping[str, Sequence[Flag]] | None = None
) -> Iterator[Line]:
    """Return the lines of one conversation as an object, or of several as a list of them.

    Args:
        timelines: the conversations.
        flags: what is worth a second look in each, by its id: who may talk.
    """
    flags = flags or {}
    found = [
        {**as_object(timeline), "liaisons": flag_objects(flags.get(timeline.conversation.id, ()))}
        for timeline in timelines
    ]
    value = found[0] if len(found) == 1 else found
    return map(plain, json.dumps(value, ensure_ascii=False, indent=2).split("\n"))


def as_object(timeline: Timeline) -> dict[str, object]:
    """Return a conversation as what JSON can hold, the words of the talk included."""
    conversation = timeline.conversation
    return {
        "conversation": conversation.id,
        "date": _iso(conversation.date),
        "policy": timeline.policy.id,
        "turns": [_turn(turn) for turn in timeline.turns()],
        "facts": [
            _fact(f"{conversation.id}!{number}", fact)
            for number, fact in enumerate(conversation.facts, 1)
        ],
        "proposals": [
            _fact(proposal_id(conversation, number), fact)
            for number, fact in enumerate(conversation.proposals, 1)
        ],
        "ineffective": [{"fact": one.fact, "why": one.why} for one in timeline.ineffective],
    }


def _turn(standing: TurnStanding) -> dict[str, object]:
    turn = standing.turn
    return {
        "number": turn.number,
        "speaker": turn.speaker or None,
        "start": turn.start,
        "end": turn.end,
        "status": standing.status,
        "text": turn.text,
        "parts": [_part(part) for part in standing.parts],
        "facts": list(standing.facts),
        "open": [_point(point) for point in standing.open],
    }


def _part(standing: Standing) -> dict[str, object]:
    terms = standing.terms
    return {
        "statement": standing.statement.id,
        "part": standing.statement.place.part,
        "text": standing.statement.text,
        "status": standing.status,
        "basis": standing.basis.name.lower(),
        "terms": {
            **terms_as_object(terms),
            "descriptions": sorted(terms.conditions.descriptions or ()),
            "tell": sorted(terms.conditions.tell or ()),
        },
        "facts": list(standing.facts),
        "open": [_point(point) for point in standing.open],
        "retroactive": list(standing.retroactive),
        "graces": list(standing.graces),
        "approved": standing.approved,
    }


def _point(point: OpenPoint) -> dict[str, object]:
    return {"doubt": point.doubt.value, "facts": list(point.facts), "message": point.message}


def _fact(fact_id: str, fact: Fact) -> dict[str, object]:
    return {
        "id": fact_id,
        "kind": fact.kind.value,
        "by": fact.by or None,
        "turn": None if fact.at == AFTERWARDS else fact.at.turn,
        "part": None if fact.at == AFTERWARDS else fact.at.part,
        "terms": _proposal(fact.proposal) if fact.proposal else None,
        "covers": list(fact.covers),
        "to": list(fact.to),
        "turns": [list(run) for run in fact.turns],
        "when": _iso(fact.when),
        "words": fact.words,
    }


def _proposal(proposal: Proposal) -> dict[str, object]:
    embargo = proposal.embargo
    return {
        "level": proposal.level.value if proposal.level else None,
        "rights": {axis: permission.value for axis, permission in proposal.changes},
        "descriptions": list(proposal.descriptions),
        "quote_approval": proposal.quote_approval,
        "embargo": {"until": _iso(embargo.until), "event": embargo.event} if embargo else None,
        "delete_by": _iso(proposal.delete_by),
        "tell": list(proposal.tell),
        "scope": proposal.scope or None,
        "until": proposal.until,
    }


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None

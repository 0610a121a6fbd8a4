"""An import as JSON: the turns, what was heard in them, and on which terms they would stand.

The shape is published in `import.schema.json`. It holds the words of the talk.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules.record.standing import OPEN
from groundrules.reporters.heard import words_of
from groundrules.reporters.lines import plain
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from groundrules.record.cues.talk_reader import Heard
    from groundrules.record.facts import Proposal
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Conversation, Turn
    from groundrules.reporters.lines import Line
    from groundrules.terms.conditions import Embargo

SCHEMA = "groundrules-import-1"


def lines(
    now: Timeline, confirmed: Timeline, heard: Sequence[Heard], labels: Mapping[str, str]
) -> Iterator[Line]:
    """Return the lines of the object.

    Args:
        now: on which terms the talk stands as long as nobody confirms anything.
        confirmed: on which it would stand if all that was heard were confirmed.
        heard: one for each of the proposals.
        labels: a party's id to its label in the transcript.
    """
    conversation = now.conversation
    found = {
        "schema": SCHEMA,
        "conversation": conversation.id,
        "policy": now.policy.id,
        "parties": _parties(conversation, labels),
        "turns": [
            _turn(turn, status, labels)
            for turn, status in zip(conversation.turns, statuses(now), strict=True)
        ],
        "proposals": [_proposal(conversation, one, labels) for one in heard],
        "terms": statuses(confirmed),
    }
    return map(plain, json.dumps(found, ensure_ascii=False, indent=2).split("\n"))


def statuses(timeline: Timeline) -> list[str]:
    """Return the status of every turn, in their order; where its parts differ, the strictest.

    A turn without words has that of the turn before it.
    """
    by_number = {one.turn.number: one.status for one in timeline.turns()}
    found: list[str] = []
    before: str = Level.ON_THE_RECORD.value
    for turn in timeline.conversation.turns:
        before = by_number.get(turn.number, before)
        found.append(before)
    return found


def _parties(conversation: Conversation, labels: Mapping[str, str]) -> list[dict[str, object]]:
    return [
        {"id": party.id, "label": labels.get(party.id, party.id), "role": party.role.value}
        for party in conversation.parties
    ]


def _turn(turn: Turn, status: str, labels: Mapping[str, str]) -> dict[str, object]:
    return {
        "number": turn.number,
        "speaker": _speaker(turn.speaker, labels),
        "text": turn.text,
        "start": turn.start,
        "status": status,
    }


def _speaker(party: str, labels: Mapping[str, str]) -> str | None:
    return labels.get(party, party) if party else None


def _proposal(
    conversation: Conversation, heard: Heard, labels: Mapping[str, str]
) -> dict[str, object]:
    fact = heard.fact
    words = words_of(heard, conversation.turns[fact.at.turn - 1])
    return {
        "turn": fact.at.turn,
        "part": fact.at.part,
        "start": words.start,
        "end": words.end,
        "kind": fact.kind.value,
        "by": _speaker(fact.by, labels),
        **_terms(fact.proposal),
        "why": heard.why,
    }


def _terms(proposal: Proposal | None) -> dict[str, object]:
    return {
        "level": proposal.level.value if proposal and proposal.level else None,
        "rights": {axis: one.value for axis, one in proposal.changes} if proposal else {},
        "descriptions": list(proposal.descriptions) if proposal else [],
        "embargo": _embargo(proposal.embargo) if proposal and proposal.embargo else None,
        "scope": (proposal.scope or None) if proposal else None,
    }


def _embargo(embargo: Embargo) -> dict[str, str | None]:
    until = embargo.until.isoformat() if embargo.until else None
    return {"until": until, "event": embargo.event or None}


STATUSES = (*(level.value for level in Level if level is not Level.PLAIN_WORDS), OPEN)
"""Every status that a turn may have."""

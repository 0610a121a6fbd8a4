"""The negotiation as a state machine: where the talk about terms stands.

The machine is the fold itself: a stage is read off the state that the five laws have made. So what
is shown here can never differ from what the check believes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from groundrules.record.acts import hear
from groundrules.record.talk import Talk
from groundrules.record.transcript import AFTERWARDS

if TYPE_CHECKING:
    from groundrules.record.ground import Ground
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy


class Stage(StrEnum):
    """Where the talk about the terms for one party's words stands."""

    ON_THE_RECORD = "on-the-record"
    ASKED = "asked"
    OFFERED = "offered"
    ON_TERMS = "on-terms"
    ASKED_ON_TERMS = "asked-on-terms"
    OFFERED_ON_TERMS = "offered-on-terms"
    RETURN_ASKED = "return-asked"
    UNCLEAR = "unclear"


def stage(conversation: Conversation, policy: Policy, party: str) -> Stage:
    """Return where the talk about one party's words stands at the end of a conversation.

    Raises:
        KeyError: the party is none whose words terms protect.
    """
    return _stage_of(state(conversation, policy).grounds[party])


def state(conversation: Conversation, policy: Policy) -> Talk:
    """Return the talk after everything that was said in it; later facts are left out."""
    talk = Talk(conversation, policy)
    facts = [
        (f"{conversation.id}!{number}", fact)
        for number, fact in enumerate(conversation.facts, 1)
        if fact.at != AFTERWARDS
    ]
    for fact_id, fact in sorted(facts, key=lambda identified: identified[1].at):
        hear(talk, fact_id, fact)
    return talk


def _stage_of(ground: Ground) -> Stage:
    on_terms = ground.current.restrict
    if ground.unclear or (ground.pending and ground.pending.unclear):
        return Stage.UNCLEAR
    if ground.pending:
        by_source = ground.pending.by == ground.party.id
        return _WAITING[by_source, on_terms]
    if ground.returning:
        return Stage.RETURN_ASKED
    return Stage.ON_TERMS if on_terms else Stage.ON_THE_RECORD


_WAITING = {
    (True, False): Stage.ASKED,
    (True, True): Stage.ASKED_ON_TERMS,
    (False, False): Stage.OFFERED,
    (False, True): Stage.OFFERED_ON_TERMS,
}
"""Who put the terms that wait (the party herself?), and whether others are in force, to stage."""

"""What the record of a talk at the light holds now: its facts, its acts, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundrules.desk.light.acts import is_closed
from groundrules.desk.light.marks import marks_in
from groundrules.desk.light.shapes import LightFact, terms_shape
from groundrules.desk.light.state import LightState, state_of
from groundrules.desk.policies.house_policy import Policies
from groundrules.errors import BadInput, Fault
from groundrules.record.facts import Kind
from groundrules.record.transcript import AFTERWARDS

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.desk.records.append_to_record import RecordFile
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy


@dataclass(frozen=True, slots=True)
class LightRecord:
    """What the record holds now.

    Attributes:
        version: of the record; it grows.
        facts: all that was done in the talk, in order.
        acts: the ids of the acts at the light that stand in the record, in order.
        turns: how many there are.
        state: where the talk stands, as the record's own fold has it.
    """

    version: int
    facts: tuple[LightFact, ...]
    acts: tuple[str, ...]
    turns: int
    closed: bool
    state: LightState


def policy_of(file: RecordFile, settings: Settings) -> Policy:
    """Return the policy under which a record's words are read.

    Raises:
        BadInput: there is no such policy, or more than two sit at the table.
    """
    refuse_crowd(file)
    return Policies(settings).of(file.conversation)


def record_of(file: RecordFile, policy: Policy) -> LightRecord:
    """Return what the record holds now.

    Args:
        file: the record as it stands.
        policy: the one under which its words are read.
    """
    conversation = file.conversation
    return LightRecord(
        version=file.version,
        facts=facts_of(conversation),
        acts=tuple(marks_in(file.text)),
        turns=len(conversation.turns),
        closed=is_closed(conversation),
        state=state_of(conversation, policy, pair_of(conversation)[0]),
    )


def facts_of(conversation: Conversation) -> tuple[LightFact, ...]:
    """Return all that was done in a talk, in order; what came afterwards is left out."""
    done = [fact for fact in conversation.facts if fact.at != AFTERWARDS]
    return tuple(
        LightFact(
            kind=fact.kind.value,
            by=fact.by,
            start=conversation.turns[fact.at.turn - 1].start,
            terms=terms_shape(fact.proposal) if fact.proposal else None,
            covers=fact.covers,
            to=fact.to,
            topic=fact.words if fact.kind is Kind.TOPIC_CHANGED else "",
        )
        for fact in sorted(done, key=lambda fact: fact.at)
    )


def pair_of(conversation: Conversation) -> tuple[str, str]:
    """Return the ids of whoever's words are protected, and of who reads the terms back."""
    parties = conversation.parties
    reader = next(one.id for one in parties if one.is_bound)
    return next(one.id for one in parties if not one.is_reporter and one.id != reader), reader


def is_for_two(conversation: Conversation) -> bool:
    """Tell whether one reporter and one who is protected sit at the table, and nobody else."""
    parties = conversation.parties
    bound = sum(one.is_bound for one in parties)
    others = sum(not one.is_reporter for one in parties)
    return len(parties) == 2 and bound == 1 and others == 1  # noqa: PLR2004 - two at a table


def refuse_crowd(file: RecordFile) -> None:
    """Refuse a record at whose table more than two sit.

    Raises:
        BadInput: they do.
    """
    if not is_for_two(file.conversation):
        message = "the light is for two: one reporter, and one who is protected"
        remedy = "set the terms of a talk with more of them in its transcript, turn by turn"
        raise BadInput(Fault(file.name, message, remedy))

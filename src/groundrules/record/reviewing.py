"""Reviewing a record: a person decides proposal by proposal, and can go back any number of steps.

A decision is made in the record's own text, so that comments and everything else in it stay as they
were typed. What a proposal would change is shown before it is decided.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Fact, Kind
from groundrules.record.notation.parser import parse
from groundrules.record.notation.settling import settled
from groundrules.record.proposed import confirmed
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.notation.settling import Edit
    from groundrules.record.timeline import TurnStanding
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy


class Decision(StrEnum):
    """What a person decides about a proposal."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    REJECTED = "rejected"
    UNCLEAR = "unclear"
    SKIPPED = "skipped"


class Step(NamedTuple):
    """One decision.

    Attributes:
        number: which of the proposals it is about, counted from 1 as the review began.
        edit: what was changed in the text; None for a proposal that was skipped.
    """

    number: int
    decision: Decision
    edit: Edit | None = None


class Review(NamedTuple):
    """A review under way.

    Attributes:
        text: the record's own text as it is now.
        conversation: what the text holds.
        proposals: those that there were when the review began.
        steps: what was decided, in order. A proposal that was skipped may be decided later.
    """

    text: str
    conversation: Conversation
    proposals: tuple[Fact, ...]
    steps: tuple[Step, ...] = ()

    @property
    def number(self) -> int:
        """Return which proposal is at hand, counted from 1: the first without a step; 0 for none.

        Numbers are those of the beginning, and stay.
        """
        seen = {step.number for step in self.steps}
        numbers = range(1, len(self.proposals) + 1)
        return next((number for number in numbers if number not in seen), 0)

    @property
    def waiting(self) -> tuple[int, ...]:
        """Return the numbers of the proposals that are still proposals."""
        settled_ones = {step.number for step in self.steps if step.edit}
        numbers = range(1, len(self.proposals) + 1)
        return tuple(number for number in numbers if number not in settled_ones)

    def count(self, decision: Decision) -> int:
        """Return how many proposals were decided in this way."""
        return sum(step.decision is decision for step in self.steps)


def begin(text: str, conversation: Conversation) -> Review:
    """Return the review of a record: its text, and what `parse` makes of it."""
    return Review(text, conversation, conversation.proposals)


def decide(
    review: Review, number: int, decision: Decision, fact: Fact | None = None, path: str = "-"
) -> Review:
    """Return the review in which one proposal is decided.

    Args:
        review: a review under way.
        number: which of the proposals that are waiting, as the review counts them.
        decision: what was decided.
        fact: for a proposal that is changed, the fact as it is to be recorded; its place is the
            proposal's.
        path: the file, for the fault.

    Raises:
        BadInput: the changed fact has no form in the notation.
    """
    if decision is Decision.SKIPPED:
        return review._replace(steps=(*review.steps, Step(number, decision)))
    place = review.waiting.index(number) + 1
    recorded = _recorded(review.proposals[number - 1], decision, fact)
    after = settled(review.text, review.conversation, place, recorded, path)
    return Review(
        after.text,
        after.conversation,
        review.proposals,
        (*review.steps, Step(number, decision, after.edit)),
    )


def undo(review: Review) -> Review:
    """Return the review as it was before its last step; one without steps as it is."""
    if not review.steps:
        return review
    *steps, last = review.steps
    before = review._replace(steps=tuple(steps))
    if last.edit is None:
        return before
    text = last.edit.undone(review.text)
    return before._replace(text=text, conversation=parse(text))


def _recorded(proposal: Fact, decision: Decision, changed: Fact | None) -> Fact | None:
    if decision is Decision.REJECTED:
        return None
    if decision is Decision.UNCLEAR:
        return Fact(
            Kind.MARKED_UNCLEAR, proposal.by, proposal.at, covers=proposal.covers, to=proposal.to
        )
    return (changed or proposal)._replace(at=proposal.at)


class Effect(NamedTuple):
    """What a proposal decides for a run of turns, all the other proposals taken as heard.

    Attributes:
        first: the number of the first turn.
        last: that of the last one.
        now: the status as long as nobody decides.
        accepted: the status if the proposal is confirmed.
        rejected: the status if it is not. Where both are the same, it is their conditions or
            rights that differ.
    """

    first: int
    last: int
    now: str
    accepted: str
    rejected: str


def effects(conversation: Conversation, proposal: Fact, policy: Policy) -> tuple[Effect, ...]:
    """Return what one of a conversation's proposals changes, run of turns by run of turns."""
    without = list(conversation.proposals)
    without.remove(proposal)
    readings = (
        conversation,
        confirmed(conversation),
        confirmed(conversation._replace(proposals=tuple(without))),
    )
    turns = zip(*(fold(one, policy).turns() for one in readings), strict=True)
    runs = groupby(turns, key=_differing)
    return tuple(_effect(list(run)) for differing, run in runs if differing)


def _differing(readings: tuple[TurnStanding, ...]) -> tuple[str, ...]:
    """Return the statuses of a turn in three readings; nothing where the last two are the same."""
    _, accepted, rejected = readings
    if list(_terms(accepted)) == list(_terms(rejected)):
        return ()
    return tuple(one.status for one in readings)


def _terms(turn: TurnStanding) -> Iterator[tuple[object, ...]]:
    return ((part.status, part.terms) for part in turn.parts)


def _effect(run: list[tuple[TurnStanding, ...]]) -> Effect:
    return Effect(run[0][0].turn.number, run[-1][0].turn.number, *(one.status for one in run[0]))

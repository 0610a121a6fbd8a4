"""Reviewing a record in its file: what is decided is written at once, in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.append_to_record import RecordFile, open_record, replaced
from groundrules.record.cues.talk_reader import read_talk
from groundrules.record.reviewing import Decision, begin, decide, effects, undo
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.record.cues.talk_reader import Heard
    from groundrules.record.facts import Fact
    from groundrules.record.reviewing import Effect, Review
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy


class Underway(NamedTuple):
    """A review with the file that it is about.

    Attributes:
        file: the record as it stands in its file.
        policy: the one under which the conversation is read.
        heard: for each proposal of the review, how it was heard; None where it was put by hand.
    """

    file: RecordFile
    review: Review
    policy: Policy
    heard: tuple[Heard | None, ...]

    @property
    def proposal(self) -> Fact:
        """Return the proposal at hand; there must be one."""
        return self.review.proposals[self.review.number - 1]

    @property
    def timeline(self) -> Timeline:
        """Return on which terms the conversation stands now."""
        return fold(self.review.conversation, self.policy)

    def effects(self) -> tuple[Effect, ...]:
        """Return what the proposal at hand changes."""
        return effects(self.review.conversation, self.proposal, self.policy)


def open_review(path: str, settings: Settings) -> Underway:
    """Return the review of a record's proposals, of which there may be none.

    Raises:
        BadInput: it is no file, is no record, or names a policy that cannot be loaded.
    """
    file = open_record(path)
    policy = Policies(settings).of(file.conversation)
    review = begin(file.text, file.conversation)
    return Underway(file, review, policy, _heard(file.conversation))


def settle(underway: Underway, decision: Decision, fact: Fact | None = None) -> Underway:
    """Decide the proposal at hand, and write the record.

    Args:
        underway: a review with a proposal at hand.
        decision: what was decided.
        fact: for a proposal that is changed, what is to be recorded.

    Raises:
        BadInput: the fact has no form in the notation, or the file has changed or cannot be
            written; then nothing is decided.
    """
    review = underway.review
    return _written(underway, decide(review, review.number, decision, fact, underway.file.name))


def take_back(underway: Underway) -> Underway:
    """Undo the last step, and write the record as it was before.

    Raises:
        BadInput: the file has changed meanwhile, or cannot be written.
    """
    return _written(underway, undo(underway.review))


def _written(underway: Underway, review: Review) -> Underway:
    file = underway.file
    if review.text != file.text:
        file = replaced(file, review.text)
    return underway._replace(file=file, review=review)


def _heard(conversation: Conversation) -> tuple[Heard | None, ...]:
    """Return how each proposal was heard: the record does not keep it, so the talk is read again.

    Its facts are left out, and so are its cuts, so that it is the talk that was read at first.
    """
    turns = tuple(turn._replace(parts=(turn.text,)) for turn in conversation.turns)
    read = read_talk(conversation._replace(turns=turns, facts=(), proposals=()))
    heard: dict[Fact, list[Heard]] = {}
    for one in read.heard:
        if read.conversation.turns[one.fact.at.turn - 1].parts == _parts(conversation, one):
            heard.setdefault(one.fact, []).append(one)
    return tuple(heard[fact].pop(0) if heard.get(fact) else None for fact in conversation.proposals)


def _parts(conversation: Conversation, heard: Heard) -> tuple[str, ...]:
    return conversation.turns[heard.fact.at.turn - 1].parts

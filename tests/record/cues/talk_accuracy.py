"""How much of the invented dialogues the talk reader reads as the person did who marked them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from groundrules.readers.policies import PolicyShelf
from groundrules.record.cues.talk_reader import read_talk
from groundrules.record.facts import Kind
from groundrules.record.proposed import confirmed
from groundrules.record.standing import OPEN
from groundrules.record.timeline import fold
from groundrules.terms.levels import Level
from record.dialogue_gold import Dialogue, dialogues

ON_THE_RECORD = Level.ON_THE_RECORD.value


class Accuracy(NamedTuple):
    """Counts over the dialogues of a split; never any of their words.

    Attributes:
        marked: acts marked by hand; `proposed`: acts that the reader proposes; `matched`: those of
            both, by turn, party and verb. What only turns to another topic is no act.
        turns: turns with a status; `right`: those whose status is the marked one.
        too_free: turns that the reader leaves freer than marked: on the record, or agreed where
            the person found it open.
    """

    dialogues: int
    marked: int
    proposed: int
    matched: int
    turns: int
    right: int
    too_free: int

    @property
    def precision(self) -> float:
        """Return the share of the proposed acts that are marked."""
        return self.matched / self.proposed

    @property
    def recall(self) -> float:
        """Return the share of the marked acts that are proposed."""
        return self.matched / self.marked

    @property
    def status(self) -> float:
        """Return the share of the turns whose status is right."""
        return self.right / self.turns


@cache
def accuracy(split: str) -> Accuracy:
    """Return the counts over `dev`, or over `kept`, which nobody who develops has looked at."""
    read = [_read(dialogue) for dialogue in dialogues(split)]
    return Accuracy(len(read), *(sum(column) for column in zip(*read, strict=True)))


def _read(dialogue: Dialogue) -> tuple[int, int, int, int, int, int]:
    conversation = read_talk(dialogue.conversation(with_acts=False)).conversation
    marked = Counter((act.turn, act.by, act.verb) for act in dialogue.acts)
    proposed = Counter(
        (fact.at.turn, fact.by, fact.kind.value)
        for fact in conversation.proposals
        if fact.kind is not Kind.TOPIC_CHANGED
    )
    timeline = fold(confirmed(conversation), PolicyShelf().load(dialogue.policy))
    statuses = [turn.status for turn in timeline.turns()]
    pairs = list(zip(dialogue.status, statuses, strict=True))
    return (
        marked.total(),
        proposed.total(),
        (marked & proposed).total(),
        len(pairs),
        sum(wanted == found for wanted, found in pairs),
        sum(_is_too_free(wanted, found) for wanted, found in pairs),
    )


def _is_too_free(wanted: str, found: str) -> bool:
    if found in {wanted, OPEN}:
        return False
    return ON_THE_RECORD == found or wanted == OPEN

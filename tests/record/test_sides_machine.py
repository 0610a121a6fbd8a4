"""Two sides talking to each other, held against a model that shares no code with the fold."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from groundrules.record.facts import Fact, Kind, Proposal
from groundrules.record.timeline import fold
from groundrules.record.transcript import Conversation, Place, Turn
from groundrules.terms.levels import Level
from talks import HOUSE, SIDES

UNNAMED = {Level.ON_THE_RECORD, Level.PLAIN_WORDS}
RESTRICTED = st.sampled_from([level for level in Level if level not in UNNAMED])
SIDE = st.sampled_from(["N1", "N2"])
OTHER = {"N1": "N2", "N2": "N1"}


@dataclass
class Words:
    """What the model knows of one side's words."""

    in_force: Level = Level.ON_THE_RECORD
    asked: Level | None = None
    asker: str = ""
    wants_return: bool = False

    @property
    def status(self) -> str:
        return "open" if self.asked else self.in_force.value

    def settle(self, level: Level) -> None:
        self.in_force, self.asked, self.asker, self.wants_return = level, None, "", False


class SidesMachine(RuleBasedStateMachine):
    """Each step is one turn of one side; every act is about the words of both."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[Turn] = []
        self.facts: list[Fact] = []
        self.expected: list[str] = []
        self.words = {"N1": Words(), "N2": Words()}

    def turn(self, speaker: str, kind: Kind | None = None, level: Level | None = None) -> None:
        """Note a turn whose act was played already, and the status of its speaker's words."""
        number = len(self.turns) + 1
        self.turns.append(Turn(number, speaker, ("Words.",)))
        if kind:
            proposal = Proposal(level) if level else None
            self.facts.append(Fact(kind, speaker, Place(number), proposal))
        self.expected.append(self.words[speaker].status)

    @property
    def waiting_for(self) -> str:
        askers = {words.asker for words in self.words.values() if words.asked}
        return OTHER[askers.pop()] if len(askers) == 1 else ""

    @rule(side=SIDE)
    def say(self, side):
        self.turn(side)

    @rule(side=SIDE, kind=st.sampled_from([Kind.TERMS_ASKED, Kind.TERMS_OFFERED]), level=RESTRICTED)
    def propose(self, side, kind, level):
        self.turn(side, kind, level)
        for words in self.words.values():
            if words.asked or words.in_force is not level:
                words.asked, words.asker, words.wants_return = level, side, False

    @precondition(lambda self: self.waiting_for)
    @rule()
    def the_other_agrees(self):
        side = self.waiting_for
        for words in self.words.values():
            if words.asked:
                words.settle(words.asked)
            elif words.wants_return and words is self.words[side]:
                words.settle(Level.ON_THE_RECORD)
        self.turn(side, Kind.TERMS_AGREED)

    @precondition(lambda self: self.waiting_for)
    @rule()
    def the_asker_agrees_alone(self):
        side = OTHER[self.waiting_for]
        own = self.words[side]
        if not own.asked and own.wants_return:
            own.settle(Level.ON_THE_RECORD)
        self.turn(side, Kind.TERMS_AGREED)

    @precondition(lambda self: self.waiting_for)
    @rule()
    def the_other_declines(self):
        side = self.waiting_for
        for words in self.words.values():
            if words.asked:
                words.settle(words.in_force)
            elif words is self.words[side]:
                words.wants_return = False
        self.turn(side, Kind.TERMS_DECLINED)

    @precondition(lambda self: all(words.asked for words in self.words.values()))
    @rule(level=RESTRICTED)
    def the_other_counters(self, level):
        side = self.waiting_for
        for words in self.words.values():
            words.asked, words.asker = level, side
        self.turn(side, Kind.TERMS_COUNTERED, level)

    @rule(side=SIDE)
    def go_back(self, side):
        own, other = self.words[side], self.words[OTHER[side]]
        own.settle(Level.ON_THE_RECORD)
        if other.asked and other.asker == side:
            other.settle(other.in_force)
        if other.asked or other.in_force is not Level.ON_THE_RECORD:
            other.wants_return = True
        self.turn(side, Kind.RETURNED_TO_RECORD)

    @rule(side=SIDE)
    def go_along(self, side):
        if self.words[side].wants_return:
            self.words[side].settle(Level.ON_THE_RECORD)
        self.turn(side, Kind.RETURN_ACCEPTED)

    @rule(side=SIDE, kind=st.sampled_from([Kind.HINT_GIVEN, Kind.CONSENT_IMPLIED]))
    def nothing_to_it(self, side, kind):
        self.turn(side, kind)

    @invariant()
    def the_fold_is_the_model(self):
        conversation = Conversation("talk", SIDES, tuple(self.turns), tuple(self.facts))
        standings = fold(conversation, HOUSE).standings
        assert self.expected == [standing.status for standing in standings]


SidesMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
test_two_sides_played_act_by_act = SidesMachine.TestCase

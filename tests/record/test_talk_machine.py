"""A talk played act by act, its standing held against a model that shares no code with it."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from groundrules.record.facts import Fact, Kind, Proposal
from groundrules.record.timeline import fold
from groundrules.record.transcript import Conversation, Party, Place, Role, Turn
from groundrules.terms.levels import Level
from talks import HOUSE

PARTIES = (Party("AR", Role.REPORTER), Party("S1", Role.SOURCE))
UNNAMED = {Level.ON_THE_RECORD, Level.PLAIN_WORDS}
RESTRICTED = st.sampled_from([level for level in Level if level not in UNNAMED])


class TalkMachine(RuleBasedStateMachine):
    """One source and one reporter; each step is one turn, and the model knows its status."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[Turn] = []
        self.facts: list[Fact] = []
        self.expected: list[str] = []
        self.in_force = Level.ON_THE_RECORD
        self.asked: Level | None = None
        self.asker = ""
        self.wants_return = False

    def turn(self, speaker: str, kind: Kind | None, status: str, level: Level | None = None):
        number = len(self.turns) + 1
        self.turns.append(Turn(number, speaker, ("Words.",), number * 1000))
        if kind:
            proposal = Proposal(level) if level else None
            self.facts.append(Fact(kind, speaker, Place(number), proposal))
        self.expected.append(status)

    @property
    def status(self) -> str:
        return "open" if self.asked else self.in_force.value

    def settle(self, level: Level) -> None:
        self.in_force, self.asked, self.asker, self.wants_return = level, None, "", False

    @rule(speaker=st.sampled_from(["AR", "S1"]))
    def say(self, speaker):
        self.turn(speaker, None, self.status)

    @rule(speaker=st.sampled_from(["AR", "S1"]), level=RESTRICTED)
    def propose(self, speaker, level):
        kind = Kind.TERMS_ASKED if speaker == "S1" else Kind.TERMS_OFFERED
        self.turn(speaker, kind, self.status, level)
        if self.asked or level is not self.in_force:
            self.asked, self.asker, self.wants_return = level, speaker, False

    @rule(level=RESTRICTED)
    def assert_terms(self, level):
        repeated = not self.asked and level is self.in_force
        if not repeated:
            self.asked, self.asker, self.wants_return = level, "S1", False
        self.turn("S1", Kind.TERMS_ASSERTED, self.status, level)

    @precondition(lambda self: self.asked)
    @rule()
    def other_side_agrees(self):
        other = self.other_side
        self.settle(self.asked)
        self.turn(other, Kind.TERMS_AGREED, self.status)

    @property
    def other_side(self) -> str:
        return "AR" if self.asker == "S1" else "S1"

    @precondition(lambda self: self.asked)
    @rule()
    def own_side_agrees(self):
        self.turn(self.asker, Kind.TERMS_AGREED, "open")

    @precondition(lambda self: self.asked)
    @rule()
    def other_side_declines(self):
        other = self.other_side
        self.settle(self.in_force)
        self.turn(other, Kind.TERMS_DECLINED, self.status)

    @precondition(lambda self: self.asked)
    @rule(level=RESTRICTED)
    def other_side_counters(self, level):
        self.asker = self.other_side
        self.asked = level
        self.turn(self.asker, Kind.TERMS_COUNTERED, "open", level)

    @rule()
    def source_returns(self):
        self.settle(Level.ON_THE_RECORD)
        self.turn("S1", Kind.RETURNED_TO_RECORD, self.status)

    @rule()
    def reporter_asks_to_return(self):
        if self.asker == "AR":
            self.settle(self.in_force)
        self.wants_return = bool(self.asked) or self.in_force is not Level.ON_THE_RECORD
        self.turn("AR", Kind.RETURNED_TO_RECORD, self.status)

    @precondition(lambda self: self.wants_return)
    @rule()
    def source_goes_along(self):
        self.settle(Level.ON_THE_RECORD)
        self.turn("S1", Kind.RETURN_ACCEPTED, self.status)

    @rule(kind=st.sampled_from([Kind.HINT_GIVEN, Kind.CONVERSATION_CLOSED, Kind.RETURN_ACCEPTED]))
    def nothing_to_it(self, kind):
        if kind is not Kind.RETURN_ACCEPTED or not self.wants_return:
            self.turn("S1", kind, self.status)

    @invariant()
    def the_fold_is_the_model(self):
        conversation = Conversation("talk", PARTIES, tuple(self.turns), tuple(self.facts))
        standings = fold(conversation, HOUSE).standings
        assert self.expected == [standing.status for standing in standings]


TalkMachine.TestCase.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
test_a_talk_played_act_by_act = TalkMachine.TestCase

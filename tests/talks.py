"""Generated conversations: every kind of act, by anybody, in any order."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from groundrules.record.facts import INCIDENTS, PROPOSALS, Fact, Kind, Proposal, Turns
from groundrules.record.timeline import fold
from groundrules.record.transcript import AFTERWARDS, Conversation, Party, Place, Role, Turn
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level
from groundrules.terms.policy import LevelRuling, Policy, Ruling
from groundrules.terms.rights import AXES, FREE

if TYPE_CHECKING:
    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline

OFF = {"publish": "no", "quote": "no", "attribute": "none", "repeat": "need-to-know"}
MEANINGS = {
    Level.NOT_FOR_ATTRIBUTION: {"attribute": "description"},
    Level.BACKGROUND: {"attribute": "description"},
    Level.CHATHAM_HOUSE: {"attribute": "none", "attendance": "secret"},
    Level.DEEP_BACKGROUND: {"attribute": "none", "quote": "no"},
    Level.OFF_THE_RECORD: OFF,
}


def a_policy(name: str = "house", **changes: str) -> Policy:
    """Return a policy that rules on every level; `changes` are axes of off the record."""
    levels = {}
    for level, meaning in MEANINGS.items():
        named = {**meaning, **(changes if level is Level.OFF_THE_RECORD else {})}
        rights = FREE.changed({axis: AXES[axis](value) for axis, value in named.items()})
        axes = {axis: Ruling(value, name) for axis, value in rights.by_axis().items()}
        levels[level] = LevelRuling(level.spoken, axes)
    return Policy(name, name.title(), "1", levels=levels)


HOUSE = a_policy()
STRICT = a_policy("strict", pursue="no", contradict="no")
BY_NAME = {"house": HOUSE, "strict": STRICT}
POLICIES = st.sampled_from(list(BY_NAME))

REPORTERS = ("AR", "BR")
SOURCES = ("S1", "S2")
PARTIES = (
    Party("AR", Role.REPORTER, "Ana Ruiz"),
    Party("BR", Role.REPORTER, "Ben Roth"),
    Party("S1", Role.SOURCE, "Dana Whitfield", description="a person briefed on the talks"),
    Party("S2", Role.SPOKESPERSON, "Lee Okafor"),
    Party("MO", Role.MODERATOR),
)
SIDES = (Party("N1", Role.NEGOTIATOR, "Ines Vogel"), Party("N2", Role.NEGOTIATOR, "Paul Adeyemi"))
AT_A_TABLE = (*SIDES, Party("N3", Role.NEGOTIATOR), PARTIES[4])
"""Three sides and who leads their talk; nobody of any outlet."""

EVERYBODY = [*dict.fromkeys(party.id for party in (*PARTIES, *AT_A_TABLE))]
GROUPS = (PARTIES, PARTIES, PARTIES[:1] + PARTIES[2:3], SIDES, AT_A_TABLE, (*PARTIES, *SIDES))

ABOUT_TURNS = {
    Kind.RETROACTIVE_REQUESTED,
    Kind.GRACE_GRANTED,
    Kind.STATEMENT_RELEASED,
    Kind.QUOTATION_APPROVED,
    *INCIDENTS,
}
_DAY = datetime(2026, 11, 3, 14, tzinfo=UTC)
_RIGHTS = st.lists(
    st.sampled_from([(name, value) for name, axis in AXES.items() for value in axis]),
    max_size=2,
    unique_by=lambda pair: pair[0],
)


@st.composite
def proposals(draw: st.DrawFn) -> Proposal:
    return Proposal(
        level=draw(st.sampled_from([None, *Level])),
        changes=tuple(draw(_RIGHTS)),
        quote_approval=draw(st.booleans()),
        embargo=draw(st.sampled_from([None, None, Embargo(_DAY), Embargo(event="the vote")])),
        tell=draw(st.sampled_from([(), (), ("the board",), ("the board", "counsel")])),
        scope=draw(st.sampled_from(["", "", "", "the harbor"])),
        until=draw(st.sampled_from([None, None, None, 3000])),
    )


@st.composite
def facts(draw: st.DrawFn, by: str, at: Place, turns: int) -> Fact:
    kind = draw(st.sampled_from(list(Kind)))
    first = draw(st.integers(1, turns))
    about = (Turns(first, draw(st.integers(first, turns))),) if kind in ABOUT_TURNS else ()
    named = kind in PROPOSALS or kind in {Kind.STATEMENT_RELEASED, Kind.RETROACTIVE_REQUESTED}
    words = {
        Kind.TOPIC_CHANGED: ["", "the harbor", "the budget"],
        Kind.EVENT_HAPPENED: ["the vote", "the strike"],
        Kind.EMBARGO_LIFTED: ["", "the vote"],
        Kind.INCIDENT_OPENED: ["leak", "broken: in print"],
        Kind.INCIDENT_NOTED: ["broken: the editor was told"],
    }
    everybody = st.lists(st.sampled_from(EVERYBODY), max_size=2, unique=True)
    return Fact(
        kind,
        by,
        at,
        proposal=draw(proposals()) if named else None,
        covers=tuple(draw(everybody)) if draw(st.integers(0, 5)) == 0 else (),
        to=tuple(draw(everybody)) if draw(st.integers(0, 5)) == 0 else (),
        turns=about,
        when=_DAY if at == AFTERWARDS else None,
        words=draw(st.sampled_from(words.get(kind, [""]))),
    )


@st.composite
def conversations(draw: st.DrawFn):
    there = draw(st.sampled_from(GROUPS))
    speakers = [*(party.id for party in there), "S2", ""]
    turns, told = [], []
    length = draw(st.integers(1, 8))
    for number in range(1, length + 1):
        speaker = draw(st.sampled_from(speakers))
        parts = draw(st.sampled_from([("Words.",), ("Words.", "More words.")]))
        timed = draw(st.booleans())
        turns.append(Turn(number, speaker, parts, number * 1000 if timed else None))
        for part in range(1, len(parts) + 1):
            acts = facts(speaker, Place(number, part), length)
            told.extend(draw(st.lists(acts, max_size=2)))
    later = st.sampled_from(speakers).flatmap(lambda by: facts(by, AFTERWARDS, length))
    told.extend(draw(st.lists(later, max_size=2)))
    return Conversation("talk", there, tuple(turns), tuple(told), date=_DAY)


@st.composite
def one_sided(draw: st.DrawFn) -> Conversation:
    """Draw a conversation in which anybody talks and one party alone acts."""
    conversation = draw(conversations())
    actor = draw(st.sampled_from([party.id for party in conversation.parties]))
    told = tuple(
        fact
        for fact in conversation.facts
        if fact.by == actor and fact.kind is not Kind.STATEMENT_RELEASED
    )
    return conversation._replace(facts=told)


def under(conversation: Conversation, policy: str) -> Timeline:
    """Return the conversation folded under the policy of this name."""
    return fold(conversation, BY_NAME[policy])


def known(conversation: Conversation, timeline: Timeline) -> list[Standing]:
    """Return the standings of statements whose speaker is one of the parties."""
    return [one for one in timeline.standings if conversation.party(one.statement.speaker)]


def only(conversation: Conversation, kinds: set[Kind]) -> Conversation:
    """Return the conversation with the facts of these kinds alone."""
    told = tuple(fact for fact in conversation.facts if fact.kind in kinds)
    return conversation._replace(facts=told)

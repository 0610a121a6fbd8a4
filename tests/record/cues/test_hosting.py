"""Who leads a talk, and what a host says once for later, in a heading, or again."""

from __future__ import annotations

import pytest

from groundrules.record.cues.cue import Cue
from groundrules.record.cues.hosting import Hosts
from groundrules.record.facts import Kind, Proposal
from groundrules.record.transcript import Conversation, Party, Role, Turn
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level

PARTIES = (
    Party("MOD", Role.MODERATOR),
    Party("HO", Role.OTHER),
    Party("SP", Role.OTHER),
    Party("NE", Role.NEGOTIATOR),
    Party("Q", Role.REPORTER),
)


def hosts_of(*said: str, matter: str = "") -> tuple[Hosts, tuple[Turn, ...]]:
    """Return the hosts of a talk of turns such as `HO: words`, and its turns."""
    turns = tuple(
        Turn(number, speaker, (words,))
        for number, (speaker, words) in enumerate((one.split(": ", 1) for one in said), 1)
    )
    speak = {turn.speaker for turn in turns}
    parties = tuple(party for party in PARTIES if party.id in speak)
    talk = Conversation("invented", parties, turns, matter=matter)
    return Hosts(talk), turns


def leads(*said: str) -> list[str]:
    """Return who leads the talk, by the number of the turn in which it shows."""
    hosts, turns = hosts_of(*said)
    parties = {party.id: party for party in PARTIES}
    return [
        f"{turn.number} {turn.speaker}" for turn in turns if hosts.lead(parties[turn.speaker], turn)
    ]


TELLS = "SP: The mill has burned its papers since the spring."
ASKS = "Q: Who told them that they had to burn the papers of the mill then?"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("HO: Thanks, everyone, for joining this call.", TELLS, ASKS), ["1 HO"]),
        (("HO: This call is on the record.", TELLS, ASKS), ["1 HO"]),
        (("HO: We're on background, so over to my colleague.", TELLS, ASKS), ["1 HO"]),
        (("HO: This call is on background.", ASKS), []),
        (("HO: We're on background.", TELLS, ASKS), []),
        (("HO: Good morning.", "HO: This call is on background, folks.", TELLS, ASKS), ["2 HO"]),
        (("MOD: Please begin.", "HO: Welcome to a background call.", TELLS), ["1 MOD", "2 HO"]),
        (("MOD: We're on background.", "HO: Welcome to the call, folks.", TELLS), ["1 MOD"]),
        ((ASKS, "HO: Welcome to this background call, everyone."), []),
        (("SP: Hello.", "HO: Welcome to this background call, everyone."), []),
        (("NE: Welcome to this background call, everyone.", TELLS), []),
        (("HO: On background, folks.", "MOD: Hello.", TELLS), ["2 MOD"]),
    ],
)
def test_whoever_opens_a_talk_for_many_leads_it(said, expected):
    assert expected == leads(*said)


def announced(hosts: Hosts, turn: Turn) -> list[Proposal | None]:
    """Return the terms that a turn announces."""
    cues = hosts.ground_rules(turn, turn.text, [])
    return [cue.proposal for cue in cues if cue.kind is Kind.TERMS_ANNOUNCED]


OPENING = (
    "MOD: The opening remarks are on the record, and the Q&A is on background, attributable to"
    " “mill officials.” The call is embargoed until noon Eastern tomorrow."
)
NOON = Embargo(event="noon Eastern tomorrow")
LATER = Proposal(level=Level.BACKGROUND, descriptions=("mill officials",), embargo=NOON)


def test_terms_for_the_questions_are_announced_where_a_host_opens_them():
    hosts, turns = hosts_of(OPENING, TELLS, "MOD: Thanks. Your questions?", ASKS, "MOD: Thank you.")

    assert [Proposal(level=Level.ON_THE_RECORD), Proposal(embargo=NOON)] == announced(
        hosts, turns[0]
    )
    assert [LATER] == announced(hosts, turns[2])
    assert [] == announced(hosts, turns[4])


@pytest.mark.parametrize("behind", [(TELLS, ASKS), (TELLS, "MOD: Thank you."), ()])
def test_where_no_host_opens_the_questions_the_stricter_terms_hold_at_once(behind):
    hosts, turns = hosts_of(OPENING, *behind)

    assert LATER == announced(hosts, turns[0])[-1]


def test_a_reminder_leaves_the_zone_to_what_was_said_before():
    hosts, turns = hosts_of(
        "MOD: This call is embargoed until noon Mountain Time tomorrow.",
        "MOD: A reminder: the call is embargoed until noon tomorrow.",
        "MOD: Now the call is embargoed until the vote.",
    )

    assert ["noon Mountain Time tomorrow"] * 2 + ["the vote"] == [
        proposal.embargo.event
        for turn in turns
        for proposal in announced(hosts, turn)
        if proposal and proposal.embargo
    ]


SHOWN = "MOD: A reminder, this call is attributable to “mill officials.”"


@pytest.mark.parametrize(
    ("said", "matter", "expected"),
    [
        ((SHOWN,), "Background Press Call on the Mill", [Level.BACKGROUND]),
        ((SHOWN,), "Press Call on the Mill", [None]),
        (("MOD: This call is off the record.", SHOWN), "Background Call", ["off-the-record", None]),
    ],
)
def test_a_title_names_the_level_where_a_host_withholds_the_names(said, matter, expected):
    hosts, turns = hosts_of(*said, matter=matter)

    assert expected == [
        proposal.level for turn in turns for proposal in announced(hosts, turn) if proposal
    ]


def test_a_cue_without_terms_stays_as_it_is():
    hosts, turns = hosts_of("MOD: That is all. Goodbye.")
    close = Cue(Kind.CONVERSATION_CLOSED, None, 0, 8)

    assert [close] == hosts.ground_rules(turns[0], turns[0].text, [close])

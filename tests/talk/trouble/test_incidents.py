"""The incidents of a conversation, read from its facts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builders import recorded
from groundrules.record.facts import INCIDENTS, Fact, Kind, Turns
from groundrules.record.transcript import Conversation
from groundrules.talk.trouble.incidents import (
    Incident,
    incidents,
    kind_of,
    still_open,
    words_of,
)

TALK = """
S1: The deal is dead.
AR: Agreed.

afterwards:
"""


def found(*lines: str) -> tuple[Incident, ...]:
    later = "".join(f"  2026-11-06T07:{30 + number}Z {line}\n" for number, line in enumerate(lines))
    return incidents(recorded(f"{TALK}{later}"))


def shown(one: Incident) -> tuple[str, int, bool]:
    return one.kind, len(one.notes), one.is_open


def test_an_incident_is_opened_noted_and_settled() -> None:
    (one,) = found(
        'S1 > incident turns=1 "leak: in a chat group"',
        'S1 > note "leak: the editor was told"',
        "S1 > release background turns=1",
        'AR > note turns=2 "and the desk"',
        'S1 > settled "leak"',
    )

    assert shown(one) == ("leak", 2, False)
    assert one.turns == (Turns(1, 1),)
    assert [note.by for note in one.notes] == ["S1", "AR"]


def test_a_note_goes_to_the_last_open_one_of_its_kind() -> None:
    one, other, again = found(
        'S1 > incident "leak"',
        'S1 > incident "slip: by mail"',
        'S1 > incident "leak"',
        'S1 > note "leak: found"',
        "S1 > settled",
        'S1 > note "leak: found again"',
    )

    assert shown(one) == ("leak", 1, True)
    assert shown(other) == ("slip", 0, True)
    assert shown(again) == ("leak", 1, False)


def test_what_names_no_kind_goes_to_the_last_open_one() -> None:
    one, other = found('S1 > incident "leak"', 'S1 > incident "slip"', 'S1 > note "a call"')

    assert shown(one) == ("leak", 0, True)
    assert shown(other) == ("slip", 1, True)


def test_without_an_open_one_a_note_is_only_kept() -> None:
    assert found('S1 > note "leak: early"', "S1 > settled") == ()


def test_the_last_open_one_is_found() -> None:
    both = found('S1 > incident "leak"', 'S1 > incident "slip"')

    assert still_open(both) == both[1]
    assert still_open(both, "leak") == both[0]
    assert still_open(both, "broken") is None
    assert still_open(()) is None


def test_the_words_hold_the_kind_and_a_comment() -> None:
    assert words_of("leak", "in a chat") == "leak: in a chat"
    assert words_of("leak") == "leak"
    assert kind_of("leak : in a chat: yes") == "leak"


@given(
    st.lists(
        st.builds(
            Fact,
            kind=st.sampled_from(sorted(INCIDENTS)),
            by=st.just("S1"),
            words=st.sampled_from(["", "leak", "leak: x", "slip", "other words"]),
        ),
        max_size=8,
    )
)
def test_no_incident_is_lost_and_none_is_settled_twice(facts: list[Fact]) -> None:
    read = incidents(Conversation("c", facts=tuple(facts)))

    opened = [fact for fact in facts if fact.kind is Kind.INCIDENT_OPENED]
    settled = [one.settled for one in read if one.settled]
    assert [one.opened for one in read] == opened
    assert len(settled) <= sum(fact.kind is Kind.INCIDENT_CLOSED for fact in facts)
    assert sum(len(one.notes) for one in read) <= len(facts) - len(opened)

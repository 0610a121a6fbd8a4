"""Who is bound to what, and what each side of a negotiation promised and gave."""

from __future__ import annotations

import pytest
from meetings import TABLE, example, met

from groundrules.record.facts import Turns
from groundrules.talk.meeting.promises import bound_to, exchanges, incidents, open_turns


def bound(timeline, party):
    found = bound_to(timeline, timeline.conversation.party(party))
    return [(one.terms.level.value, list(one.turns)) for one in found]


def test_who_accepted_is_bound_and_who_refused_is_not() -> None:
    timeline = example("briefing")

    assert {party.id: bound(timeline, party.id) for party in timeline.conversation.parties} == {
        "SP": [],
        "AR": [("background", [Turns(9, 12)])],
        "BT": [("background", [Turns(9, 12)])],
        "KO": [],
        "DV": [],
    }


@pytest.mark.parametrize("refusal", ["decline", "counter on-the-record", "leave"])
def test_who_objects_and_leaves_is_bound_to_nothing(refusal: str) -> None:
    talk = (
        "SP: On background.\n  > announce background\nAR: Yes.\n  > agree\n"
        f"BT: No.\n  > {refusal}\nBT: I am leaving.\n  > leave\nSP: Nine boats.\n"
    )
    timeline = met(talk)

    assert bound(timeline, "AR")[0][1][-1].last == 5
    assert bound(timeline, "BT") == []


def test_a_side_is_bound_on_the_other_sides_words_by_putting_or_accepting_terms() -> None:
    timeline = example("quay-lease")

    assert bound(timeline, "N1") == [("off-the-record", [Turns(4, 4), Turns(6, 6)])]
    assert bound(timeline, "N2") == [("off-the-record", [Turns(5, 5)])]


def test_what_each_side_gave_freed_and_left_out() -> None:
    talk = (
        "N1: Off?\n  > ask off-the-record\nN2: Yes.\n  > agree\n"
        "N1: Ten.\nN2: Seven.\nN1: Back.\n  > return\nN2: Yes.\n  > return-accept\nN2: Six.\n"
        "afterwards:\n"
        "  2026-11-04T09:00Z N1 > release on-the-record turns=3\n"
        '  2026-11-04T10:00Z N1 > grace turns=7 "it was a slip"\n'
        '  2026-11-05T10:00Z N2 > incident turns=4 "leak"\n'
    )
    timeline = met(talk, TABLE, "negotiation")

    first, second = exchanges(timeline)

    assert [one.turns for one in first.promised] == [(Turns(2, 2), Turns(4, 4))]
    assert [one.turns for one in second.gave] == [(Turns(2, 2), Turns(4, 4))]
    assert (first.gave, second.promised) == ((), ())
    assert (first.released, second.released) == ((Turns(3, 3),), ())
    assert (first.graced, second.graced) == ((Turns(7, 7),), ())
    assert incidents(timeline) == 1


def test_without_two_sides_nothing_is_exchanged() -> None:
    assert exchanges(example("briefing")) == ()
    assert incidents(example("briefing")) == 0


def test_the_turns_that_are_open() -> None:
    assert open_turns(example("briefing")) == (Turns(2, 4), Turns(6, 8))

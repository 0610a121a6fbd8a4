"""What waits in a conversation: each matter where it is, and none where it is not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from groundrules.desk.conversations.folded_talks import FoldedTalk
from groundrules.desk.inbox.waiting import Matter, Urgency
from groundrules.desk.inbox.waiting_in_talks import waiting_in
from groundrules.readers.policies import PolicyShelf
from groundrules.record.notation import parse
from groundrules.record.timeline import fold
from groundrules.vault.answers import Talk

NOW = datetime(2026, 11, 6, 12, tzinfo=UTC)
STREAM = "ab" * 16
HEAD = """conversation: pier
date: 2026-11-05T14:00-05:00
parties:
  AR: reporter, Ana Ruiz
  S1: source, Dana Whitfield

"""
AGREED = """S1: Can this be on background? Call me a person briefed on it.
  > ask background description="a person briefed on it"{extra}
AR: Yes.
  > agree
S1: The deal was dead by Friday.
"""


def waits(body: str, *, house_days: int = 0, may_read: str = "words", at: datetime = NOW):
    conversation = parse(HEAD + body)
    timeline = fold(conversation, PolicyShelf().load("ap"))
    talk = Talk("pier", 1, "2026-11-05", "2026-11-05", may_read, shredded=False, stream=STREAM)
    return list(waiting_in(FoldedTalk(talk, timeline), at, house_days))


def matters(body: str, **more) -> list[Matter]:
    return [one.matter for one in waits(body, **more)]


def test_a_talk_that_is_settled_waits_for_nothing():
    assert matters("S1: The board meets on Monday.\n") == []
    assert matters(AGREED.format(extra="")) == []


def test_an_ask_that_nobody_answered_leads_to_the_words_it_leaves_open():
    body = "S1: Off the record?\n  > ask off-the-record\nAR: Go on.\nS1: She votes no.\n"
    (found,) = waits(body)
    assert (Matter.ASK_UNANSWERED, Urgency.OPEN) == (found.matter, found.urgency)
    assert f"/conversations/{STREAM}#turn-2" == found.address
    assert "off-the-record" == found.terms


def test_an_ask_that_was_answered_later_waits_no_more():
    body = (
        "S1: Off the record?\n  > ask off-the-record\nAR: Go on.\nS1: Well?\nAR: No.\n  > decline\n"
    )
    assert matters(body) == []


def test_an_ask_behind_which_nothing_was_said_leaves_nothing_open():
    assert matters("S1: Off the record?\n  > ask off-the-record\n") == []


def test_what_was_asked_for_too_late_is_the_journalists_to_grant():
    body = (
        "S1: She votes no.\nS1: Please do not use that.\n  > retroactive off-the-record turns=1\n"
    )
    (found,) = waits(body)
    assert (Matter.ASKED_TOO_LATE, Urgency.QUIET, 1) == (found.matter, found.urgency, found.number)
    assert matters(f'{body}AR: Granted.\n  > grace turns=1 "kindness"\n') == []


def test_a_speaker_who_cannot_be_told_leaves_terms_unclear():
    (found,) = waits("S1: Yes.\n?: And nobody told them.\n?: Nobody.\n")
    assert (Matter.TERMS_UNCLEAR, 2) == (found.matter, found.number)
    assert found.address.endswith("#turn-2")


def test_terms_that_call_for_a_description_that_nobody_agreed():
    body = "S1: Not for attribution?\n  > ask not-for-attribution\nAR: Yes.\n  > agree\nS1: No.\n"
    assert Matter.NO_DESCRIPTION in matters(body)


def test_proposals_wait_for_those_who_may_read_the_words():
    body = "S1: Off the record?\n  ?> ask off-the-record\nAR: Yes.\n  ?> agree\nS1: She votes no.\n"
    (found,) = waits(body)
    assert (Matter.PROPOSALS, 2) == (found.matter, found.number)
    assert matters(body, may_read="terms") == []


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-11-07T06:00-05:00", [(Matter.EMBARGO_ENDS, Urgency.NOW)]),
        ("2026-11-15T06:00-05:00", [(Matter.EMBARGO_ENDS, Urgency.SOON)]),
        ("2026-12-15T06:00-05:00", []),
        ("2026-11-05T06:00-05:00", [(Matter.EMBARGO_ENDED, Urgency.QUIET)]),
        ("2026-10-05T06:00-05:00", []),
    ],
)
def test_embargoes_are_told_of_before_they_end_and_for_a_while_after(until, expected):
    found = waits(AGREED.format(extra=f" embargo={until}"))
    assert expected == [(one.matter, one.urgency) for one in found]


def test_an_event_is_waited_for_until_it_has_happened():
    body = AGREED.format(extra=' embargo="the vote"')
    (found,) = waits(body)
    assert (Matter.EVENT_AWAITED, "the vote") == (found.matter, found.words)
    later = 'afterwards:\n  2026-11-05T20:00-05:00 AR > happened "the vote"\n'
    assert Matter.EVENT_AWAITED not in matters(f"{body}\n{later}")


def test_a_promised_day_is_told_of_two_weeks_before_unless_a_hold_keeps_it():
    body = AGREED.format(extra=" delete-by=2026-11-18")
    assert [(Matter.TO_BE_GONE, "2026-11-18")] == [(one.matter, one.until) for one in waits(body)]
    assert matters(AGREED.format(extra=" delete-by=2026-12-18")) == []
    held = f'{body}\nafterwards:\n  2026-11-05T20:00-05:00 AR > hold "a court asks"\n'
    assert [Matter.HOLD] == matters(held)


def test_the_houses_own_term_counts_where_nothing_was_promised():
    assert [Matter.TO_BE_GONE] == matters("S1: Yes.\n", house_days=5)
    assert matters("S1: Yes.\n", house_days=50) == []


def test_an_incident_waits_until_it_is_settled():
    body = (
        'S1: Yes.\n\nafterwards:\n  2026-11-05T20:00-05:00 S1 > incident "exposed: her name ran"\n'
    )
    (found,) = waits(body)
    assert (Matter.INCIDENT, Urgency.NOW, "exposed") == (found.matter, found.urgency, found.words)
    assert f"/incidents/in/{STREAM}" == found.address
    assert matters(f"{body}  2026-11-05T21:00-05:00 AR > settled\n") == []


def test_a_record_with_faults_is_told_of_and_not_passed_over():
    talk = Talk("pier", 1, "2026-11-05", "2026-11-05", "words", shredded=False, stream=STREAM)
    (found,) = waiting_in(FoldedTalk(talk, None), NOW, 0)
    assert (Matter.UNREADABLE, Urgency.NOW) == (found.matter, found.urgency)


def test_what_waits_does_not_show_what_it_is_about():
    (found,) = waits(AGREED.format(extra=' embargo="marigold-canary"'))
    assert "marigold" not in repr(found)
    assert "pier" not in repr(found)

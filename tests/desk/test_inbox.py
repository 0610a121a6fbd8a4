"""The inbox of a real vault: what waits in the invented newsroom, and what is kept meanwhile."""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from furnished import furnished
from groundrules.desk.checking.approvals_asked import State, answer_approval, approvals
from groundrules.desk.checking.check_text import TextChecker
from groundrules.desk.checking.drafts_kept import Change, Sent, begin_draft, keep_draft
from groundrules.desk.conversations import folded_talks
from groundrules.desk.conversations.folded_talks import FoldedTalks
from groundrules.desk.inbox.inbox import Inbox
from groundrules.desk.inbox.waiting import Matter, Urgency, instant_of, urgency_of
from groundrules.desk.records.append_to_record import add_fact, open_record
from groundrules.desk.setup.example_newsroom import moved
from groundrules.desk.vaults.doors import doors_kept
from groundrules.errors import BadInput
from groundrules.record.facts import Fact, Kind
from groundrules.record.timeline import fold
from groundrules.vault.keeper.locking import lock


@pytest.fixture(scope="module")
def seat(tmp_path_factory):
    with furnished(tmp_path_factory.mktemp("inbox")) as found, doors_kept():
        yield found


@pytest.fixture
def inbox(seat):
    return Inbox(seat.vault, FoldedTalks(seat.vault, seat.settings), os.environ)


def now():
    return datetime.now(UTC)


def test_the_invented_newsroom_has_something_of_everything(inbox):
    found = {one.matter for one in inbox.look(now()).waiting}
    missing = {
        Matter.INCIDENT,
        Matter.PROPOSALS,
        Matter.ASK_UNANSWERED,
        Matter.ASKED_TOO_LATE,
        Matter.TERMS_UNCLEAR,
        Matter.EMBARGO_ENDS,
        Matter.EVENT_AWAITED,
        Matter.TO_BE_GONE,
        Matter.HOLD,
        Matter.DRAFT_FINDINGS,
        Matter.APPROVAL_AWAITED,
    } - found
    assert missing == set()


def test_the_most_urgent_stands_first(inbox):
    urgencies = [one.urgency for one in inbox.look(now()).waiting]
    assert sorted(urgencies) == urgencies
    assert urgencies[0] is Urgency.NOW


def test_what_waits_is_settled_by_what_is_recorded(inbox, seat):
    today = now().date()
    before = Counter(one.matter for one in inbox.look(now()).waiting)
    record = open_record(str(seat.vault / moved("school-2026-10-30", today)))
    add_fact(record, Fact(Kind.INCIDENT_CLOSED, "AR", when=now().replace(microsecond=0)))
    after = Counter(one.matter for one in inbox.look(now()).waiting)
    assert {Matter.INCIDENT: 1} == before - after


def test_only_what_changed_is_folded_again(inbox, seat, monkeypatch):
    folded = []

    def fold_and_tell(conversation, policy):
        folded.append(conversation.id)
        return fold(conversation, policy)

    monkeypatch.setattr(folded_talks, "fold", fold_and_tell)
    first = inbox.look(now())
    assert first.talks == len(folded)
    folded.clear()
    inbox.look(now())
    assert folded == []
    record = open_record(str(seat.vault / "harbor-2026-11-03"))
    when = now().replace(microsecond=0)
    add_fact(record, Fact(Kind.HOLD_PLACED, "AR", when=when, words="a court asks"))
    inbox.look(now())
    assert ["harbor-2026-11-03"] == folded


def test_a_draft_waits_as_long_as_its_last_check_found_something(inbox, seat):
    checker = TextChecker(seat.vault, seat.settings)
    text = '"The deal was dead by Friday," said Dana Whitfield.\n'
    (paper, kept) = begin_draft(checker, "The loan", Sent(text))
    (found,) = (one for one in inbox.look(now()).waiting if one.name == "The loan")
    assert (Matter.DRAFT_FINDINGS, Urgency.OPEN) == (found.matter, found.urgency)
    assert (sum(kept.found), f"/drafts/{paper.id}") == (found.number, found.address)
    mended = Change(paper.version, "The loan", "Nothing is said.\n")
    keep_draft(checker, paper.id, mended)
    assert [] == [one for one in inbox.look(now()).waiting if one.name == "The loan"]


def test_an_approval_waits_until_it_is_answered(inbox, seat):
    (found,) = (one for one in inbox.look(now()).waiting if one.matter is Matter.APPROVAL_AWAITED)
    assert "/approvals" == found.address
    assert found.urgency in {Urgency.NOW, Urgency.SOON}
    (asked,) = approvals(seat.vault)
    answer_approval(seat.vault, asked.paper.id, State.DECLINED, "No.", "")
    assert Matter.APPROVAL_AWAITED not in {one.matter for one in inbox.look(now()).waiting}


def test_a_locked_vault_has_no_inbox(tmp_path):
    with furnished(tmp_path) as found:
        inbox = Inbox(found.vault, FoldedTalks(found.vault, found.settings), os.environ)
        assert inbox.look(now()).talks
        lock(found.vault)
        with pytest.raises(BadInput):
            inbox.look(now())


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (-5, Urgency.NOW),
        (23, Urgency.NOW),
        (25, Urgency.SOON),
        (13 * 24, Urgency.SOON),
        (400, None),
    ],
)
def test_how_urgent_an_end_is(hours, expected):
    at = datetime(2026, 11, 6, 12, tzinfo=UTC)
    assert expected is urgency_of(at + timedelta(hours=hours), at)


def test_a_day_ends_when_it_ends():
    at = datetime(2026, 11, 6, 12, tzinfo=UTC)
    assert instant_of(at.date()) > at
    assert urgency_of(at.date(), at) is Urgency.NOW

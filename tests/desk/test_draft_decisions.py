"""Approvals that are asked for and given, sign-offs and waivers: what becomes a fact, and when."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from groundrules.desk.checking.approvals_asked import (
    Approval,
    State,
    answer_approval,
    approvals,
    ask_approval,
)
from groundrules.desk.checking.decide_use import Deciding, sign_off_use, waive_finding
from groundrules.desk.records.record_reading import read_record
from groundrules.errors import BadInput
from groundrules.record.facts import DeskRole, Kind, Purpose
from kept_drafts import PIER, checker

__all__ = ["checker"]

QUOTED = "I have never seen management so scared of its own attorneys"


def asked(checker, **more):
    turn = Approval("0" * 32, "1" * 32, 6, f"{QUOTED},", "3KE9R9", "2026-11-07", **more)
    return ask_approval(checker.vault, "Approval", turn, "house")


def test_an_approval_that_is_given_becomes_a_fact_and_the_check_goes_by_it(checker):
    path = str(checker.vault / "union-2026-11-04")
    kept = asked(checker)
    before = {one.name for one in checker.check("draft.md", PIER).examination.findings}
    answer_approval(checker.vault, kept.paper.id, State.APPROVED, "Yes, as it is.", path)
    after = {one.name for one in checker.check("draft.md", PIER).examination.findings}

    assert read_record(path).facts[-1].kind is Kind.QUOTATION_APPROVED
    assert before - after == {"unapproved-quotation"}
    (found,) = approvals(checker.vault, "0" * 32)
    assert found.approval.state is State.APPROVED
    assert found.approval.answer == "Yes, as it is."
    with pytest.raises(BadInput, match="approved already"):
        answer_approval(checker.vault, kept.paper.id, State.DECLINED, "No.", path)


def test_a_refusal_changes_no_terms(checker):
    path = str(checker.vault / "union-2026-11-04")
    kept, before = asked(checker), read_record(path)
    answer_approval(checker.vault, kept.paper.id, State.DECLINED, "Rather not.", path)
    assert read_record(path) == before
    assert approvals(checker.vault)[0].approval.state is State.DECLINED


def test_what_waits_comes_first_and_is_late_after_its_day(checker):
    path = str(checker.vault / "union-2026-11-04")
    answered, waiting = asked(checker), asked(checker)
    answer_approval(checker.vault, answered.paper.id, State.DECLINED, "No.", path)
    found = approvals(checker.vault)
    assert [one.paper.id for one in found] == [waiting.paper.id, answered.paper.id]
    assert not waiting.approval.is_late(date(2026, 11, 7))
    assert waiting.approval.is_late(date(2026, 11, 8))
    assert approvals(checker.vault, "f" * 32) == []


def test_a_request_without_words_or_an_answer_without_any_is_refused(checker):
    with pytest.raises(BadInput, match="names a quotation"):
        ask_approval(checker.vault, "A", Approval("0" * 32, "1" * 32, 6, " ", "x"), "house")
    kept = asked(checker)
    path = str(checker.vault / "union-2026-11-04")
    with pytest.raises(BadInput, match="in the words"):
        answer_approval(checker.vault, kept.paper.id, State.APPROVED, " ", path)
    assert approvals(checker.vault)[0].approval.state is State.ASKED


def test_a_waiver_makes_a_note_of_a_finding_and_hides_nothing(checker):
    path = str(checker.vault / "harbor-2026-11-03")
    until = datetime(2027, 1, 1, tzinfo=UTC)
    editor = Deciding("Eli Editor", DeskRole.EDITOR, "The board went public.", expires=until)
    before = checker.check("draft.md", PIER).examination.findings
    waive_finding(path, 8, "GR101", editor)
    after = checker.check("draft.md", PIER).examination.findings

    changed = {one.code for one in after if "waived" in one.message}
    assert changed == {"GR101"}
    assert [one.code for one in after] == [one.code for one in before]
    assert {one.severity.value for one in after if one.code == "GR101"} == {"note"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"expires": None}, "until"),
        ({"expires": datetime(1999, 1, 1, tzinfo=UTC)}, "still to come"),
        ({"reason": " "}, "reason"),
        ({"who": ""}, "reason"),
    ],
)
def test_a_waiver_needs_somebody_a_reason_and_an_end(checker, change, says):
    path = str(checker.vault / "harbor-2026-11-03")
    until = datetime(2027, 1, 1, tzinfo=UTC)
    whole = Deciding("Eli Editor", DeskRole.EDITOR, "The board went public.", expires=until)
    before = read_record(path)
    with pytest.raises(BadInput, match=says):
        waive_finding(path, 8, "GR101", whole._replace(**change))
    assert read_record(path) == before


def test_a_sign_off_is_not_over_before_it_is_given(checker):
    path = str(checker.vault / "union-2026-11-04")
    over = datetime.now(UTC)
    editor = Deciding("Eli Editor", DeskRole.SENIOR_EDITOR, "It matters.", expires=over)
    with pytest.raises(BadInput, match="still to come"):
        sign_off_use(path, 6, Purpose.QUOTATION, editor)


def test_a_sign_off_is_a_fact_for_its_purpose(checker):
    path = str(checker.vault / "union-2026-11-04")
    editor = Deciding("Eli Editor", DeskRole.SENIOR_EDITOR, "It matters.", "pier-9")
    sign_off_use(path, 6, Purpose.QUOTATION, editor)
    fact = read_record(path).facts[-1]
    assert fact.kind is Kind.USE_SIGNED_OFF
    assert fact.decision[:4] == ("senior-editor", "Eli Editor", "pier-9", "quotation")

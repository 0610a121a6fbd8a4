"""Checking drafts at the desk: what each is held against, under which policy."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import Settings, settle
from groundrules.desk.checking.check_draft import check_drafts
from groundrules.errors import BadInput
from groundrules.record.notation import to_text
from groundrules.rules.rule import Severity
from harbor_case import CONVERSATION, SECRET, TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.record.transcript import Conversation

AS_OF = datetime(2026, 11, 5, 9, 0, tzinfo=UTC)
AGAIN = "banana " * 5


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    keep(tmp_path, CONVERSATION)
    (tmp_path / "draft.md").write_text(TEXT, encoding="utf-8")


def keep(folder: Path, conversation: Conversation) -> None:
    (folder / "records").mkdir(exist_ok=True)
    path = folder / "records" / f"{conversation.id}.record"
    path.write_text(to_text(conversation), encoding="utf-8")


def settings_in(folder: Path, **flags: str | tuple[str, ...]) -> Settings:
    return settle(folder, flags, {})


def test_a_conversation_stands_under_its_own_policy_and_the_copy_under_the_houses(
    tmp_path: Path,
) -> None:
    keep(tmp_path, CONVERSATION._replace(id="second", policy="washington-post"))
    keep(tmp_path, CONVERSATION._replace(id="third", policy=""))

    checked = check_drafts(["draft.md"], settings_in(tmp_path, policy="nyt"), AS_OF)
    case = checked.examinations[0].case

    assert case.policy.id == "nyt"
    assert list(case.conversations) == ["harbor", "second", "third"]
    assert len(case.statements) == 3 * len(CONVERSATION.turns)
    assert case.as_of == AS_OF
    assert case.statements["harbor#4"].speaker == CONVERSATION.parties[1]
    assert case.statements["third#4"].standing.status == "off-the-record"
    assert checked.faults == ()


def test_every_draft_is_held_against_the_whole_record(tmp_path: Path) -> None:
    (tmp_path / "second.md").write_text(f"Nothing here. {SECRET}\n", encoding="utf-8")

    checked = check_drafts(["second.md", "draft.md"], settings_in(tmp_path), AS_OF)

    assert [one.case.draft.path for one in checked.examinations] == ["second.md", "draft.md"]
    assert all(
        "harbor#4" in {finding.statement for finding in one.findings if finding.code == "GR101"}
        for one in checked.examinations
    )


def test_the_houses_severity_wins_over_the_policys(tmp_path: Path) -> None:
    (tmp_path / "groundrules.toml").write_text(
        'select = ["GR101"]\n[severities]\nwithheld-statement = "note"\n', encoding="utf-8"
    )

    (examination,) = check_drafts(["draft.md"], settings_in(tmp_path), AS_OF).examinations

    assert {finding.severity for finding in examination.findings} == {Severity.NOTE}


def test_a_rule_that_is_off_finds_nothing(tmp_path: Path) -> None:
    (tmp_path / "groundrules.toml").write_text(
        'select = ["GR101"]\n[severities]\nwithheld-statement = "off"\n', encoding="utf-8"
    )

    (examination,) = check_drafts(["draft.md"], settings_in(tmp_path), AS_OF).examinations

    assert examination.findings == ()
    assert examination.tally.unchecked[0] == "the rules that are switched off: all"


def test_a_search_that_had_to_be_cut_short_is_a_fault_and_says_so_in_the_tally(
    tmp_path: Path,
) -> None:
    long = CONVERSATION.turns[0]._replace(parts=((AGAIN * 200).strip(),))
    keep(tmp_path, CONVERSATION._replace(turns=(long,), facts=()))
    (tmp_path / "draft.md").write_text(AGAIN * 200, encoding="utf-8")

    checked = check_drafts(["draft.md"], settings_in(tmp_path), AS_OF)

    (fault,) = checked.faults
    assert fault.path == "draft.md"
    assert fault.message.startswith("the check is not complete: it leaves out parts of 1 statement")
    assert "draft.md" in checked.examinations[0].tally.unchecked[-1]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", ""),
        ("a.md", "---\ntitle: The deal\n---\n\n* * *\n"),
        ("a.html", "<!doctype html><title>The deal</title><div id=root></div><script>b()</script>"),
    ],
)
def test_a_draft_without_copy_is_a_fault_and_in_the_tally(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    checked = check_drafts(["draft.md", name], settings_in(tmp_path), AS_OF)

    assert [fault.path for fault in checked.faults] == [name]
    named = [
        any("no word" in one and name in one for one in examination.tally.unchecked)
        for examination in checked.examinations
    ]
    assert named == [False, True]


def test_what_lies_beside_the_drafts_and_is_not_read_is_in_the_tally(tmp_path: Path) -> None:
    checked = check_drafts(["draft.md"], settings_in(tmp_path), AS_OF, beside=("1 .pdf",))

    assert checked.examinations[0].tally.unchecked[-1] == "1 .pdf"
    assert checked.faults == ()


def test_what_cannot_be_read_keeps_everything_from_being_checked(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as raised:
        check_drafts(["draft.md", "missing.md"], settings_in(tmp_path), AS_OF)

    assert [fault.path for fault in raised.value.faults] == ["missing.md"]

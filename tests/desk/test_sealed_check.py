"""A check with an index and its key, and no record: what it finds, and what it says it cannot."""

from __future__ import annotations

import io
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from indexed_room import KEYS, Room

from groundrules.config.settings import settle
from groundrules.desk.checking.check_draft import check_drafts
from groundrules.desk.checking.deliver_report import Delivery, deliver
from groundrules.errors import BadInput
from groundrules.record.notation import to_text
from groundrules.rules.registry import all_rules
from harbor_case import CONVERSATION, SECRET

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.desk.checking.check_draft import Checked

AS_OF = datetime(2026, 12, 5, 9, 0, tzinfo=UTC)
LONG = "The Calder bid collapsed on Friday after the auditors found two sets of books in the safe."
STORY = 'story = "a"\n[facts.b]\nwords = "the harbor"\nrests_on = ["harbor#4"]\n'


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with an index of a record, a draft, and neither record nor key."""
    newsroom, desk = tmp_path / "newsroom", tmp_path / "desk"
    (newsroom / "records").mkdir(parents=True)
    turns = tuple(
        turn._replace(parts=(LONG,)) if turn.text == SECRET else turn for turn in CONVERSATION.turns
    )
    talk = to_text(CONVERSATION._replace(turns=turns))
    (newsroom / "records" / "harbor.record").write_text(talk, encoding="utf-8")
    monkeypatch.chdir(newsroom)
    room = Room(newsroom, (str(newsroom / "records"),))
    room.build()
    desk.mkdir()
    shutil.copytree(room.index.path.parent, desk / "index")
    copy = f"It rained on the harbor. {LONG} It was not to be.\n\n“I never said so,” she said.\n"
    (desk / "draft.md").write_text(copy, encoding="utf-8")
    monkeypatch.chdir(desk)
    shutil.rmtree(newsroom)
    monkeypatch.setenv("GROUNDRULES_INDEX_KEY", KEYS["GROUNDRULES_INDEX_KEY"])
    return desk


def checked(folder: Path, index: str = "index") -> Checked:
    return check_drafts(["draft.md"], settle(folder, {}, {}), AS_OF, index=index)


def test_words_that_were_taken_over_are_found_with_whom_to_ask(sealed: Path) -> None:
    (examination,) = checked(sealed).examinations

    (finding,) = examination.findings
    assert ("GR107", "harbor#4") == (finding.code, finding.statement)
    assert LONG.startswith(examination.case.draft.text[finding.span.start : finding.span.end][:20])
    (reporter,) = [party.name for party in CONVERSATION.parties if party.is_reporter]
    assert finding.remedy.startswith(f"ask {reporter} on which terms")


def test_no_rule_that_needs_the_record_is_asked_and_each_is_named(sealed: Path) -> None:
    (examination,) = checked(sealed).examinations

    (named,) = [one for one in examination.tally.unchecked if "need the words" in one]
    assert {rule.code for rule in all_rules() if not rule.blind} == {
        word for word in named.replace(",", "").split() if word.startswith("GR")
    }


def test_what_nobody_here_knows_counts_as_restricted(sealed: Path) -> None:
    tally = checked(sealed).examinations[0].tally

    assert 1 == tally.conversations
    assert len(CONVERSATION.turns) == tally.statements == tally.restricted == tally.open


def test_what_a_story_rests_on_is_no_fault_of_it(sealed: Path) -> None:
    (sealed / "draft.md.groundrules.toml").write_text(STORY, encoding="utf-8")

    assert () == checked(sealed).faults


@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "sarif", "html", "junit"])
def test_every_report_can_be_made_of_it(sealed: Path, form: str) -> None:
    settings, page = settle(sealed, {}, {}), io.StringIO()
    found = checked(sealed)

    deliver(found.examinations, settings, Delivery(form=form), page, KEYS)

    assert "GR107" in page.getvalue()


def test_the_report_says_that_nothing_was_opened(sealed: Path) -> None:
    settings, page = settle(sealed, {}, {}), io.StringIO()

    deliver(checked(sealed).examinations, settings, Delivery(form="full"), page, KEYS)

    assert "none of which was opened" in page.getvalue()
    assert "harbor#4" in page.getvalue()


def test_without_the_key_nothing_is_checked(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GROUNDRULES_INDEX_KEY")

    with pytest.raises(BadInput, match="the key of the index is not there"):
        checked(sealed)


def test_the_key_may_lie_beside_the_index(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GROUNDRULES_INDEX_KEY")
    (sealed / "index.key").write_text(KEYS["GROUNDRULES_INDEX_KEY"] + "\n", encoding="utf-8")

    assert ["GR107"] == [one.code for one in checked(sealed).examinations[0].findings]


def test_a_folder_without_an_index_is_refused(sealed: Path) -> None:
    with pytest.raises(BadInput, match="there is no index in this folder"):
        checked(sealed, index="nowhere")


def test_a_damaged_index_is_refused(sealed: Path) -> None:
    for path in sealed.joinpath("index").rglob("ledger/*"):
        path.write_bytes(b"x")

    with pytest.raises(BadInput):
        checked(sealed)

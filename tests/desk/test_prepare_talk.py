"""Preparing and planning at the desk: answers kept one by one, rules looked up, pages delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import settle
from groundrules.desk.talking.plan_talk import deliver_record_head, is_record, plan_in
from groundrules.desk.talking.prepare_talk import open_preparation, rules_of
from groundrules.errors import BadInput
from groundrules.readers.preparations import read_answers
from groundrules.talk.preparing.flow import Step

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.config.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settle(tmp_path, {}, {})


def test_opening_writes_nothing(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "p.json"
    preparation = open_preparation(path, settings)

    assert (preparation.is_new, preparation.answers) == (True, {})
    assert not path.exists()


def test_every_answer_is_in_the_file_at_once(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "p.json"
    first = open_preparation(path, settings).answered(Step("outlet"), "The Ledger Post")

    assert read_answers(path).answers == {"outlet": "The Ledger Post"}
    first.answered(Step("points"), ("a",)).answered(Step("printed", "a"), "never")
    again = open_preparation(path, settings)
    assert not again.is_new
    assert again.answers == {
        Step("outlet"): "The Ledger Post",
        Step("points"): ("a",),
        Step("printed", "a"): "never",
    }


def test_defaults_answer_what_is_open(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "p.json"
    open_preparation(path, settings).answered(Step("outlet"), "AP").by_default()

    assert len(read_answers(path).answers) == 25
    assert read_answers(path).answers["outlet"] == "AP"


def test_a_file_with_faults_is_left_as_it_is(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "p.json"
    text = '{"groundrules": "preparation", "version": 1,\n"answers": {"knowers": "few"}}'
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"p.json:2: knowers: it must be a whole number"):
        open_preparation(path, settings)

    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("outlet", "policy", "expected", "own"),
    [
        ("the washington post", "", "washington-post", True),
        ("The Ledger Post", "", "default", False),
        ("", "", "default", False),
        ("The Ledger Post", "ap", "ap", True),
    ],
)
def test_the_rules_of_an_outlet_are_looked_up(
    settings: Settings, outlet: str, policy: str, expected: str, *, own: bool
) -> None:
    rules = rules_of(outlet, settings, policy)

    assert (rules.policy.id, rules.are_outlets_own) == (expected, own)


def test_a_policy_that_the_settings_name_stands_in(tmp_path: Path) -> None:
    assert rules_of("X", settle(tmp_path, {"policy": "nyt"}, {})).policy.id == "nyt"
    with pytest.raises(BadInput, match="no policy called 'apps'"):
        rules_of("", settle(tmp_path, {"policy": "apps"}, {}))


def test_a_house_has_an_interview_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "w" / "interviews").mkdir(parents=True)
    own = tmp_path / "w" / "interviews" / "source.toml"
    own.write_text('title = "Ours"\n', encoding="utf-8")
    with pytest.raises(BadInput, match="opening: it is missing"):
        open_preparation(
            tmp_path / "p.json", settle(tmp_path, {"wordings": (str(tmp_path / "w"),)}, {})
        )


def test_a_plan_needs_a_file(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(BadInput, match="there is no such file"):
        plan_in(tmp_path / "p.json", settings)


@pytest.mark.parametrize(
    ("form", "out", "expected"),
    [
        ("record", "-", True),
        ("", "a.record", True),
        ("", "a.RECORD", True),
        ("", "-", False),
        ("text", "a.record", False),
        ("pdf", "a.pdf", False),
    ],
)
def test_when_the_head_of_the_record_is_wanted(form: str, out: str, *, expected: bool) -> None:
    assert is_record(form, out) is expected


def test_the_head_is_shown_or_written(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "p.json"
    open_preparation(path, settings).by_default()
    plan = plan_in(path, settings)
    out = tmp_path / "talk.record"

    assert deliver_record_head(plan, "-", force=False).startswith("conversation: talk\ndate:\n")
    assert deliver_record_head(plan, str(out), force=False) == ""
    assert out.stat().st_mode & 0o777 == 0o600
    with pytest.raises(BadInput, match="the file is there already"):
        deliver_record_head(plan, str(out), force=False)
    assert deliver_record_head(plan, str(out), force=True) == ""

"""A check holds a draft against what it declares, and is not complete where that cannot be done."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import settle
from groundrules.desk.checking.check_draft import Checked, check_drafts
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = datetime(2026, 5, 7, 6, tzinfo=UTC)
RECORD = """\
conversation: ferry
date: 2026-05-04T16:30+02:00
parties:
  ME: reporter, Ines Okafor
  S1: source, Jonas Keller

S1: Until Friday at six, all right?
  > ask embargo=2026-05-08T06:00+00:00
ME: Yes.
  > agree
S1: Two of the four boats have not passed their inspection, and they sail all the same.
"""
DRAFT = "Two of the four boats have not passed their inspection, Jonas Keller said.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "ferry.record").write_text(RECORD, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")


def checked(folder: Path, story: str = "", *, planned: bool = False) -> Checked:
    if story:
        (folder / "draft.txt.groundrules.toml").write_text(story, encoding="utf-8")
    return check_drafts(["draft.txt"], settle(folder, {}, {}), AS_OF, planned=planned)


def codes(found: Checked) -> list[str]:
    (examination,) = found.examinations
    return [one.code for one in examination.findings]


PUBLISH = 'story = "ferries"\npublish = "2026-05-08T06:00+00:00"'


def test_the_story_and_how_each_talk_was_read_are_in_the_case(tmp_path: Path) -> None:
    (examination,) = checked(tmp_path, 'story = "ferries"').examinations

    assert examination.case.story.id == "ferries"
    assert {name: one.id for name, one in examination.case.readings.items()} == {
        "ferry": examination.case.policy.id
    }


def test_a_story_that_says_when_is_held_against_it_where_nobody_else_does(tmp_path: Path) -> None:
    assert codes(checked(tmp_path, planned=True)) == ["GR501"]
    assert codes(checked(tmp_path, PUBLISH)) == ["GR501"]
    assert codes(checked(tmp_path, PUBLISH, planned=True)) == []
    assert codes(checked(tmp_path, 'story = "ferries"', planned=True)) == ["GR501"]


FACT = """story = "ferries"
[facts.one]
words = "{words}"
rests_on = ["{source}"]
"""


@pytest.mark.parametrize("source", ["ferry#3", "the register of boats"])
def test_a_declaration_that_can_be_checked_is(tmp_path: Path, source: str) -> None:
    found = checked(tmp_path, FACT.format(words="four boats", source=source))

    assert found.faults == ()


@pytest.mark.parametrize(
    ("story", "message"),
    [
        (FACT.format(words="five boats", source="ferry#3"), "the words of fact 'one' are not in"),
        (FACT.format(words="four boats", source="ferry#9"), "fact 'one' rests on a statement that"),
        ('story = "a"\n[sources.x]\nparty = "quay/S1"', "source 'x' is of a conversation that"),
    ],
)
def test_what_cannot_be_checked_keeps_the_check_from_being_complete(
    tmp_path: Path, story: str, message: str
) -> None:
    found = checked(tmp_path, story)

    (fault,) = found.faults
    assert fault.message.startswith(message)
    assert (fault.path, len(found.examinations)) == ("draft.txt", 1)


def test_a_source_of_a_known_talk_and_of_none_are_sound(tmp_path: Path) -> None:
    story = 'story = "a"\n[sources.x]\nparty = "ferry/S1"\n[sources.y]\n'

    assert checked(tmp_path, story).faults == ()


def test_a_declaration_that_cannot_be_understood_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        checked(tmp_path, "stories = 1")

"""A copy of the checked Word file: each finding on its passage, no word of the record in it."""

from __future__ import annotations

import json
import stat
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from groundrules.config.settings import Settings, settle
from groundrules.desk.checking.check_draft import check_drafts
from groundrules.desk.checking.comment_in_word import comment_in_word
from groundrules.errors import BadInput
from groundrules.record.notation import to_text
from harbor_case import CONVERSATION, OPEN_WORDS, SECRET
from odt_files import odt, p
from word_drafts import Comment, comments, document, in_paragraph, note
from word_files import paragraph, part, run

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = datetime.fromisoformat("2026-11-05T09:00+00:00")
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
STORY = document(
    paragraph("The harbour")
    + in_paragraph(run(f"{SECRET[:9]}"), run(f"{SECRET[9:-1]}, Whitfield said."), NOTE)
    + paragraph(f"She added that “{OPEN_WORDS[:-1]}”."),
    footnotes=part(note("footnote", 2, f"Asked twice: {SECRET}"), "footnotes"),
)
CLEAN = document(paragraph("Nothing of the sort."))


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "harbor.record").write_text(to_text(CONVERSATION), encoding="utf-8")
    (tmp_path / "story.docx").write_bytes(STORY)
    (tmp_path / "clean.docx").write_bytes(CLEAN)
    return tmp_path


def settings(folder: Path) -> Settings:
    return settle(folder, {}, {})


def commented(
    folder: Path, *named: str, output: str = "copy.docx", reveal: bool = False
) -> list[Comment]:
    names = list(named or ("story.docx",))
    checked = check_drafts(names, settings(folder), AS_OF)
    comment_in_word(checked.examinations, settings(folder), names, output, reveal=reveal).write()
    return [one for _, one in sorted(comments((folder / output).read_bytes()).items())]


def test_every_finding_has_a_comment_on_its_passage(newsroom: Path) -> None:
    (examination,) = check_drafts(["story.docx"], settings(newsroom), AS_OF).examinations
    text = examination.case.draft.text

    tally, *found = commented(newsroom)

    in_text = [
        one for one in examination.findings if "footnote" not in line_of(text, one.span.start)
    ]
    ranges = [text[slice(*one.span)] for one in in_text]
    assert len(examination.findings) == len(found)
    assert ranges == [one.range for one in found if one.range]
    assert SECRET[:-1] in ranges
    assert ("", "Checked by groundrules") == (tally.range, tally.paragraphs[0])


def line_of(text: str, offset: int) -> str:
    return text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0]


def test_a_comment_says_the_rule_the_terms_the_remedy_and_why(newsroom: Path) -> None:
    said = next(one.paragraphs for one in commented(newsroom) if one.range == SECRET[:-1])

    assert "Error GR101 withheld-statement (high confidence)" == said[0]
    assert [True] * 4 == [
        any(line.startswith(head) for line in said)
        for head in ("Terms: off the record (ap): ", "Agreed: ", "Remedy: ", "Why it matters: ")
    ]
    assert "See: groundrules explain GR101" == said[-1]


def test_a_finding_in_a_footnote_stands_at_its_reference_and_says_so(newsroom: Path) -> None:
    found = [one for one in commented(newsroom) if not one.range][1:]

    assert found
    for one in found:
        assert "In footnote 1, words " in one.paragraphs[1]
        assert one.paragraphs[1].endswith(": Word allows no comment there.")
    assert "In footnote 1, words 3 to 8: Word allows no comment there." in [
        one.paragraphs[1] for one in found
    ]


def test_no_word_of_the_record_and_no_name_is_in_the_comments(newsroom: Path) -> None:
    said = "\n".join(line for one in commented(newsroom) for line in one.paragraphs)

    assert SECRET[:-1] not in said
    assert OPEN_WORDS[:-1] not in said
    assert "Whitfield" not in said
    assert "briefed on the talks" not in said


def test_a_draft_without_findings_has_the_tally_and_is_not_called_clean(newsroom: Path) -> None:
    (tally,) = commented(newsroom, "clean.docx")

    assert "No broken promise found in 1 draft." == tally.paragraphs[1]
    assert tally.paragraphs[-1].startswith("Not checked: ")


def test_a_reveal_is_in_the_comments_and_in_the_register(newsroom: Path) -> None:
    said = "\n".join(line for one in commented(newsroom, reveal=True) for line in one.paragraphs)
    register = (newsroom / ".groundrules" / "reveals.jsonl").read_text(encoding="utf-8")

    assert f"Said: “{SECRET}”" in said
    assert "Source: Dana Whitfield" in said
    assert ("word-comments", "copy.docx") == (
        json.loads(register)["format"],
        json.loads(register)["output"],
    )
    assert "Whitfield" not in register


def test_without_a_reveal_nothing_is_recorded(newsroom: Path) -> None:
    commented(newsroom)

    assert not (newsroom / ".groundrules").exists()


def test_the_copy_is_for_its_owner_alone_and_the_draft_is_as_it_was(newsroom: Path) -> None:
    commented(newsroom)

    assert 0o600 == stat.S_IMODE((newsroom / "copy.docx").stat().st_mode)
    assert STORY == (newsroom / "story.docx").read_bytes()


def test_a_copy_replaces_an_earlier_one(newsroom: Path) -> None:
    first = commented(newsroom)

    assert [one.paragraphs for one in first] == [one.paragraphs for one in commented(newsroom)]


def test_a_copy_can_be_checked_again_and_keeps_its_comments(newsroom: Path) -> None:
    first = commented(newsroom)

    again = commented(newsroom, "copy.docx", output="again.docx")

    assert [one.range for one in first] == [one.range for one in again[: len(first)]]
    assert 2 * len(first) == len(again)


@pytest.mark.parametrize(
    ("named", "output", "message"),
    [
        (("story.docx", "clean.docx"), "copy.docx", "several were named"),
        (("story.odt",), "copy.docx", "it is a ZIP archive, and no Word document"),
        (("story.md",), "copy.docx", "this is none"),
        (("story.docx",), "story.docx", "would overwrite what it is about"),
        (("story.docx",), "records/harbor.record", "would overwrite what it is about"),
        (("story.docx",), "new.record", "would overwrite what it is about"),
        (("story.docx",), "missing/copy.docx", "its folder is not there"),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(
    newsroom: Path, named: tuple[str, ...], output: str, message: str
) -> None:
    (newsroom / "story.odt").write_bytes(odt(p(SECRET)))
    (newsroom / "story.md").write_text(SECRET)
    before = {path: path.read_bytes() for path in newsroom.rglob("*") if path.is_file()}

    with pytest.raises(BadInput, match=message):
        commented(newsroom, *named, output=output)

    assert before == {path: path.read_bytes() for path in newsroom.rglob("*") if path.is_file()}


def test_a_draft_that_was_changed_meanwhile_is_refused(newsroom: Path) -> None:
    checked = check_drafts(["story.docx"], settings(newsroom), AS_OF)
    (newsroom / "story.docx").write_bytes(CLEAN)

    with pytest.raises(BadInput, match="it was changed while it was checked"):
        comment_in_word(
            checked.examinations, settings(newsroom), ["story.docx"], "copy.docx", reveal=False
        )

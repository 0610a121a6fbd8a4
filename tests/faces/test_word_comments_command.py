"""`groundrules check` with drafts from a word processor, a browser and standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from newsroom import AS_OF, furnish, groundrules

from harbor_case import OPEN_WORDS, SECRET
from odt_files import odt, p
from word_drafts import comments, document
from word_files import paragraph

if TYPE_CHECKING:
    from pathlib import Path

LINES = (
    "The harbour",
    f"{SECRET[:-1]}, Whitfield said.",
    f"She added that “{OPEN_WORDS[:-1]}”.",
)
WORD = document("".join(map(paragraph, LINES)))
FORMS = {
    "draft.docx": WORD,
    "draft.odt": odt("".join(map(p, LINES))),
    "draft.html": "\n".join(f"<p>{line}" for line in LINES).encode(),
    "draft.txt": "\n\n".join(LINES).encode(),
}


@pytest.fixture
def room(tmp_path: Path) -> Path:
    furnish(tmp_path)
    for name, content in FORMS.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.mark.parametrize("name", FORMS)
def test_the_same_story_breaks_the_same_promises_in_every_form(room: Path, name: str) -> None:
    done = groundrules(room, "check", name, "--as-of", AS_OF, "--format", "concise")
    plain = groundrules(room, "check", "draft.txt", "--as-of", AS_OF, "--format", "concise")

    assert (1, "") == (done.returncode, done.stderr)
    assert codes(plain.stdout) == codes(done.stdout)
    assert "GR101" in codes(done.stdout)


def codes(report: str) -> list[str]:
    return [line.split()[1] for line in report.splitlines()[:-1]]


def test_the_report_is_printed_and_the_copy_has_a_comment_for_each_finding(room: Path) -> None:
    arguments = ("draft.docx", "--as-of", AS_OF, "--format", "concise")
    done = groundrules(room, "check", *arguments, "--word-comments", "copy.docx")
    plain = groundrules(room, "check", *arguments)

    copied = comments((room / "copy.docx").read_bytes())

    assert (1, plain.stdout, "") == (done.returncode, done.stdout, done.stderr)
    assert len(codes(done.stdout)) == len(copied) - 1


def test_a_paragraph_is_told_by_its_number(room: Path) -> None:
    done = groundrules(room, "check", "draft.docx", "--as-of", AS_OF, "--format", "concise")

    assert "draft.docx:2:1: GR101 " in done.stdout


def test_standard_input_is_told_by_what_it_holds(room: Path) -> None:
    page = FORMS["draft.html"].decode()
    given = f"<!doctype html>\n{page}"

    done = groundrules(room, "check", "-", "--as-of", AS_OF, "--format", "concise", given=given)

    assert "<stdin>:3:4: GR101 " in done.stdout


def test_what_cannot_be_commented_is_refused_before_anything_is_printed(room: Path) -> None:
    done = groundrules(room, "check", "draft.odt", "--word-comments", "copy.docx")

    assert (2, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith(
        "groundrules: draft.odt: it is a ZIP archive, and no Word document"
    )
    assert not (room / "copy.docx").exists()


def test_a_report_that_is_refused_leaves_no_copy(room: Path) -> None:
    arguments = ("draft.docx", "--word-comments", "copy.docx", "--format", "github", "--reveal")

    done = groundrules(room, "check", *arguments)

    assert (2, "") == (done.returncode, done.stdout)
    assert not (room / "copy.docx").exists()
    assert not (room / ".groundrules").exists()

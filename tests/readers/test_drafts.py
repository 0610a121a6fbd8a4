from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from groundrules.draft.printed import printed
from groundrules.errors import BadInput
from groundrules.readers.drafts import read_draft

if TYPE_CHECKING:
    from pathlib import Path


def _read(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_bytes(text.encode())
    return printed(read_draft(path)).text


@pytest.mark.parametrize("name", ["a.md", "a.MARKDOWN", "a.mdown"])
def test_markdown_is_told_by_its_name(tmp_path: Path, name: str) -> None:
    assert _read(tmp_path, name, "*dead*") == "dead"


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.text"])
def test_plain_text_is_told_by_its_name(tmp_path: Path, name: str) -> None:
    assert _read(tmp_path, name, "# *dead*") == "# *dead*"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Head", "Head"),
        ("A [link](x)", "A link"),
        ("**Bold** text", "Bold text"),
        ("---\ntitle: T\n---\nText", "Text"),
        ("> quoted", "quoted"),
        ("Five * six * seven", "Five * six * seven"),
        ("#5 and *one* star", "#5 and *one* star"),
    ],
)
def test_without_a_known_name_the_text_tells(tmp_path: Path, text: str, expected: str) -> None:
    assert _read(tmp_path, "story", text) == expected


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.HTML", "a.rtf", "a.odt"])
def test_formats_that_are_not_read_are_refused_by_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("text")

    with pytest.raises(BadInput) as refused:
        read_draft(path)
    (fault,) = refused.value.faults
    assert fault.path == str(path)
    assert "not read" in fault.message
    assert fault.remedy


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert _read(tmp_path, "a.md", "\ufeff# Head") == "Head"


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"one\r\ntwo\rthree\n")

    assert read_draft(path).text == "one\r\ntwo\rthree\n"


def test_standard_input_stands_for_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"*dead*")))

    draft = read_draft("-", stdin_name="story.md")

    assert (draft.path, printed(draft).text) == ("story.md", "dead")


def test_standard_input_without_a_name_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"*dead*")))

    draft = read_draft("-")

    assert (draft.path, printed(draft).text) == ("-", "*dead*")


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"dead\x00")

    with pytest.raises(BadInput):
        read_draft(path)

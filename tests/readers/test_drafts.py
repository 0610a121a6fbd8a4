from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from groundrules.draft.printed import printed
from groundrules.errors import BadInput
from groundrules.readers.drafts import read_draft
from odt_files import odt, p
from word_files import paragraph, word_file

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


@pytest.mark.parametrize("name", ["a.doc", "a.pdf", "a.MHTML", "a.rtf", "a.fodt"])
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

    assert (draft.path, printed(draft).text) == ("<stdin>", "*dead*")


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"dead\x00")

    with pytest.raises(BadInput):
        read_draft(path)


WORD = word_file(paragraph("dead"))
ODT = odt(p("dead"))


@pytest.mark.parametrize("content", [WORD, ODT])
@pytest.mark.parametrize("name", ["a.docx", "a.ODT", "a.md", "a.txt", "story", "a.html"])
def test_what_begins_as_a_package_is_read_as_one_whatever_its_name(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert printed(read_draft(path)).text == "dead"


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml"])
def test_a_web_page_is_told_by_its_name(tmp_path: Path, name: str) -> None:
    assert _read(tmp_path, name, "<p>dead</p>") == "dead"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><p>dead",
        "\n<html><p>dead",
        "\ufeff<!doctype HTML><p>dead",
        '<?xml version="1.0"?>\n<html><p>dead</p></html>',
        "<article>dead",
    ],
)
def test_a_web_page_is_told_by_how_it_begins(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, "story", text) == "dead"
    assert _read(tmp_path, "story.txt", text) == text.removeprefix("\ufeff")


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.odt", "a.ott"])
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("dead")

    with pytest.raises(BadInput, match="does not begin as such a file does"):
        read_draft(tmp_path / name)


@pytest.mark.parametrize("content", [WORD, ODT, b"<html><p>dead"])
def test_standard_input_is_told_by_what_it_holds(
    monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    draft = read_draft("-")

    assert (draft.path, printed(draft).text) == ("<stdin>", "dead")


@pytest.mark.parametrize(
    ("name", "begin", "size"), [("a.html", b"<p>", 16), ("a.docx", b"PK\x03\x04", 32)]
)
def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, name: str, begin: bytes, size: int
) -> None:
    (tmp_path / name).write_bytes(begin + bytes(size << 20))

    with pytest.raises(BadInput, match=f"it has more than {size} MiB"):
        read_draft(tmp_path / name)

"""LibreOffice opens every copy: its text is that of the file, and the comments are on their words.

The documents are those of `word_drafts` and `word_oddities`, and the former once more as
LibreOffice itself writes them.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from groundrules.draft.document import Span
from groundrules.readers.draft.odt import odt_draft
from groundrules.readers.draft.word import read_word_draft
from groundrules.readers.word.word_comments import Remark, commented
from libreoffice import converted
from word_drafts import RUNNING, comments
from word_oddities import ODDITIES

if TYPE_CHECKING:
    from pathlib import Path

WHEN = datetime(2026, 11, 6, 6, 0, tzinfo=UTC)
TEXT = "txt:Text (encoded):UTF8"
STARTS_WITH_A_TABLE = frozenset({"table", "table in a table"})
"""LibreOffice 7.4 puts an empty paragraph before a table with which a text begins once the text has
any comment, whoever wrote it."""


LOST = frozenset({"inserted_link"})
"""LibreOffice 7.4 drops a link within an insertion, with its words, when it opens a file."""


def file_names(made: dict[str, bytes], again: str) -> dict[str, bytes]:
    return {f"{again}{name.replace(' ', '_')}": content for name, content in made.items()}


def commented_words(content: bytes) -> tuple[bytes, list[str]]:
    """Return a copy with a comment on every word of the running text, and those words."""
    word = read_word_draft(content, "draft.docx")
    text = word.draft.text
    spans = [
        Span(span.start + one.start(), span.start + one.end())
        for span in word.draft.copy
        for one in re.finditer(r"\S+", text[slice(*span)])
    ]
    brackets = [(word.layout.bracket(span), span) for span in spans]
    exact = [(bracket, text[slice(*span)]) for bracket, span in brackets if bracket.is_exact]
    remarks = [Remark(bracket, ["Said", said]) for bracket, said in exact]
    return commented(word.parts, word.layout, remarks, WHEN), [said for _, said in exact]


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the documents, and what LibreOffice makes of each."""
    again = converted(file_names(RUNNING, ""), tmp_path_factory.mktemp("again"), "docx", "docx")
    return file_names(RUNNING | ODDITIES, "") | file_names(again, "again_")


@pytest.fixture(scope="module")
def copies(originals: dict[str, bytes]) -> dict[str, tuple[bytes, list[str]]]:
    return {name: commented_words(content) for name, content in originals.items()}


def test_the_text_is_the_same_but_for_the_comments(
    originals: dict[str, bytes], copies: dict[str, tuple[bytes, list[str]]], tmp_path: Path
) -> None:
    before = converted(originals, tmp_path / "before", TEXT, "docx")
    after = converted(
        {name: content for name, (content, _) in copies.items()}, tmp_path / "after", TEXT, "docx"
    )
    tables = {f"{again}{name.replace(' ', '_')}" for name in STARTS_WITH_A_TABLE
              for again in ("", "again_")}  # fmt: skip

    assert 2 * len(RUNNING) + len(ODDITIES) == len(before)
    assert before.keys() == after.keys()
    assert {} == {
        name: (before[name], after[name])
        for name in before
        if without_mark(before[name], name in tables) != without_mark(after[name], name in tables)
    }


def without_mark(text: bytes, begins_with_table: bool) -> bytes:  # noqa: FBT001 - a case
    bare = text.removeprefix(b"\xef\xbb\xbf")
    return bare.lstrip(b"\n") if begins_with_table else bare


def test_every_comment_is_on_its_word(copies: dict[str, tuple[bytes, list[str]]]) -> None:
    found = {
        name: [one.range for _, one in sorted(comments(content).items())
               if one.author == "groundrules"]
        for name, (content, _) in copies.items()
    }  # fmt: skip

    assert {name: words for name, (_, words) in copies.items()} == found
    assert 800 < sum(map(len, found.values()))


def test_libreoffice_sees_every_comment_and_says_what_it_says(
    copies: dict[str, tuple[bytes, list[str]]], tmp_path: Path
) -> None:
    files = {name: content for name, (content, _) in copies.items() if name not in LOST}
    seen = {
        name: annotated(xml) for name, xml in converted(files, tmp_path, "fodt", "docx").items()
    }

    assert {name: sorted(words) for name, (_, words) in copies.items() if name not in LOST} == {
        name: sorted(words) for name, words in seen.items()
    }


def annotated(xml: bytes) -> list[str]:
    """Return the second paragraph of each of our comments, as LibreOffice has it."""
    spaces = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    }
    notes = etree.fromstring(xml).iterfind(".//office:annotation", spaces)
    return [
        "".join(one.findall("text:p", spaces)[1].itertext())
        for one in notes
        if one.findtext("dc:creator", "", spaces) == "groundrules"
    ]


def test_what_libreoffice_writes_as_odt_says_the_same(
    originals: dict[str, bytes], tmp_path: Path
) -> None:
    own = {name: originals[name] for name in file_names(RUNNING, "")}
    made = converted(own, tmp_path, "odt", "docx")

    said = {
        name: words_of(odt_draft(content, f"{name}.odt").text) for name, content in made.items()
    }

    expected = {
        name: words_of(read_word_draft(content, f"{name}.docx").draft.text)
        for name, content in own.items()
    }
    assert {} == {
        name: (expected[name], said[name]) for name in own if expected[name] != said[name]
    }


def words_of(text: str) -> list[str]:
    return sorted(text.replace("\u00ad", "").split())

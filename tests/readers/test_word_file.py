from __future__ import annotations

from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.readers.word.word_body import Paragraph
from groundrules.readers.word.word_file import read_word_file
from word_files import (
    STRICT,
    paragraph,
    part,
    run,
    table,
    word_file,
)

PATH = "talks/harbor.docx"


def texts(content: bytes) -> list[str]:
    """Return the text of each paragraph outside of tables."""
    blocks = read_word_file(content, PATH).blocks
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def left_out(body: str) -> str:
    return read_word_file(word_file(body), PATH).left_out


def in_paragraph(xml: str) -> str:
    return f"<w:p>{run('One ')}{xml}{run(' two')}</w:p>"


def test_paragraphs_with_their_breaks_and_tabs() -> None:
    file = read_word_file(word_file(paragraph("Ana:\tOne\ntwo") + paragraph("")), PATH)

    assert ([Paragraph(1, "Ana:\tOne\ntwo"), Paragraph(2, "")], "") == (file.blocks, file.left_out)


def test_the_strict_form_is_read_too() -> None:
    assert ["One"] == texts(word_file(paragraph("One"), space=STRICT))


def test_what_a_library_writes_is_read() -> None:
    document = docx.Document()
    document.add_heading("The pier", 1)
    line = document.add_paragraph()
    line.add_run("Ana Ruiz:").bold = True
    line.add_run("\tWhen?")
    content = BytesIO()
    document.save(content)

    assert ["The pier", "Ana Ruiz:\tWhen?"] == texts(content.getvalue())


SEEN = {
    "inserted": f'<w:ins w:id="1">{run("kept")}</w:ins>',
    "moved here": f'<w:moveTo w:id="1">{run("kept")}</w:moveTo>',
    "a link": f"<w:hyperlink>{run('kept')}</w:hyperlink>",
    "a control": f"<w:sdt><w:sdtContent>{run('kept')}</w:sdtContent></w:sdt>",
    "a smart tag": f"<w:smartTag>{run('kept')}</w:smartTag>",
    "a simple field": f"<w:fldSimple w:instr='X'>{run('kept')}</w:fldSimple>",
    "a field": f"<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>{run('kept')}",
    "a ruler": f"<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>{run('kept')}",
    "bold": "<w:r><w:rPr><w:b/></w:rPr><w:t>kept</w:t></w:r>",
    "shown again": "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>kept</w:t></w:r>",
    "a mark deleted": f"<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>{run('kept')}",
    "an unknown wrapper": f"<w:x><y xmlns='urn:y'>{run('kept')}</y></w:x>",
    "a formula": (
        "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
        "<m:r><m:t>kept</m:t></m:r></m:oMath>"
    ),
    "over two lines": "<w:r><w:t>kept</w:t></w:r>",
}


@pytest.mark.parametrize("name", SEEN)
def test_words_are_words_wherever_they_stand(name: str) -> None:
    content = word_file(in_paragraph(SEEN[name]))

    assert (["One kept two"], "") == (texts(content), read_word_file(content, PATH).left_out)


_BOX = f"<w:txbxContent>{paragraph('gone')}</w:txbxContent>"

_CHOICE = (
    "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
    f"<mc:Choice Requires='wps'>{_BOX}</mc:Choice><mc:Fallback>{_BOX}</mc:Fallback>"
    "</mc:AlternateContent>"
)

UNSEEN = {
    "deleted": (
        "<w:del w:id='1'><w:r><w:delText>gone</w:delText></w:r></w:del>",
        "1 deleted passage",
    ),
    "deleted as words": (f"<w:del w:id='1'>{run('gone')}</w:del>", "1 deleted passage"),
    "deleted within inserted": (
        f"<w:ins><w:del>{run('gone')}</w:del></w:ins>",
        "1 deleted passage",
    ),
    "moved away": (f"<w:moveFrom w:id='1'>{run('gone')}</w:moveFrom>", "1 passage moved away"),
    "hidden": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r>", "1 hidden passage"),
    "a text box": (f"<w:r><w:pict>{_BOX}</w:pict></w:r>", "1 text box"),
    "a text box in two forms": (f"<w:r>{_CHOICE}</w:r>", "1 text box"),
    "a reading aid": (f"<w:r><w:ruby><w:rt>{run('gone')}</w:rt></w:ruby></w:r>", "1 reading aid"),
    "a footnote": ("<w:r><w:footnoteReference w:id='2'/></w:r>", "1 footnote"),
    "an endnote": ("<w:r><w:endnoteReference w:id='2'/></w:r>", "1 endnote"),
    "comments": ("<w:r><w:commentReference w:id='2'/></w:r>" * 2, "2 comments"),
    "a symbol": ("<w:r><w:sym w:font='X' w:char='F04A'/></w:r>", "1 symbol"),
    "an object": ("<w:r><w:object/></w:r>", "1 embedded object"),
}


@pytest.mark.parametrize("name", UNSEEN)
def test_what_is_not_read_is_counted_by_its_name(name: str) -> None:
    xml, counted = UNSEEN[name]
    content = word_file(in_paragraph(xml))

    assert (["One  two"], counted) == (texts(content), read_word_file(content, PATH).left_out)


def test_numbers_that_word_counts_and_what_stands_in_the_margins_are_counted() -> None:
    body = f"<w:p><w:pPr><w:numPr/></w:pPr>{run('One')}</w:p><w:altChunk/>"
    margins = {
        "word/header1.xml": part(paragraph("Draft"), "hdr"),
        "word/header2.xml": part(table(("Draft",)), "hdr"),
        "word/footer1.xml": part(paragraph(" "), "ftr"),
    }

    assert "1 automatic number, 1 embedded document, 2 page headers" == (
        read_word_file(word_file(body, margins), PATH).left_out
    )


def test_a_table_has_the_paragraphs_of_a_cell_in_lines_and_a_table_within_as_its_text() -> None:
    inner = table(("c", "d"))
    body = paragraph("Above") + table(("a\nb", "x")).replace("</w:tc>", inner + "</w:tc>", 1)

    (_, found) = read_word_file(word_file(body), PATH).blocks

    assert (1, [["a\nb\nc\nd", "x"]]) == (found.after, found.rows)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), max_size=8))
def test_every_character_of_every_paragraph_is_kept(paragraphs: list[str]) -> None:
    kept = [text for text in paragraphs if "\ufffe" not in text and "\uffff" not in text]

    assert kept == texts(word_file("".join(map(paragraph, kept))))

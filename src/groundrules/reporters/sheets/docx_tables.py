"""The tables of a sheet in Word: the head is told to screen readers, and printed on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import OxmlElement
from docx.shared import Pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.table import _Cell, _Row


def add_table(document: Document, texts: Sequence[Sequence[str]]) -> None:
    """Add a table to the end of a document, and a little room behind it.

    Args:
        document: where it goes.
        texts: row by row the texts of its cells; the first row is the head.
    """
    table = document.add_table(len(texts), len(texts[0]), "Table Grid")
    for number, (row, cells) in enumerate(zip(table.rows, texts, strict=True)):
        _mark(row, "w:cantSplit")
        if not number:
            _mark(row, "w:tblHeader")
        for place, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            _fill(cell, text, bold=not number or not place)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _mark(row: _Row, name: str) -> None:
    properties: Any = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way
    properties.append(OxmlElement(name))


def _fill(cell: _Cell, text: str, *, bold: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.add_run(text).bold = bold or None
    paragraph.paragraph_format.space_after = Pt(2)

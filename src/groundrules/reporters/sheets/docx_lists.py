"""The lists of a sheet in Word: each with a numbering of its own, so that each counts from one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_FORMATS = {"points": ("bullet", "•"), "steps": ("decimal", "%1."), "boxes": ("bullet", "☐")}
"""The kind of a list to the format of its marks and the text of each (ISO/IEC 29500-1, 17.9)."""

_STYLES = {"steps": "List Number"}
_INDENT, _HANGING = 460, 340
"""In twentieths of a point: where the text of an item begins, and how far its mark hangs out."""


def add_list(document: Document, items: tuple[str, ...], kind: str) -> None:
    """Add a list to the end of a document.

    Args:
        document: where it goes.
        items: the text of each item.
        kind: `points`, `steps` or `boxes`.
    """
    number = _new_numbering(document, kind)
    for item in items:
        paragraph = document.add_paragraph(item, _STYLES.get(kind, "List Bullet"))
        _give_mark(paragraph, number)


def _new_numbering(document: Document, kind: str) -> int:
    numbering = document.part.numbering_part.element
    known = numbering.findall(qn("w:abstractNum"))
    new = 1 + max(int(one.get(qn("w:abstractNumId"))) for one in known)
    mark, text = _FORMATS.get(kind, _FORMATS["points"])
    known[-1].addnext(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{new}">'
            '<w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{mark}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{_INDENT}" w:hanging="{_HANGING}"/></w:pPr>'
            '<w:rPr><w:rFonts w:hint="default"/></w:rPr></w:lvl></w:abstractNum>'
        )
    )
    return int(numbering.add_num(new).numId)


def _give_mark(paragraph: Paragraph, number: int) -> None:
    own: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no other way
    own.get_or_add_numPr().get_or_add_ilvl().val = 0
    own.get_or_add_numPr().get_or_add_numId().val = number

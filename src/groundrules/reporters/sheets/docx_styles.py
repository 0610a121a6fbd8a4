"""The styles of a sheet in Word: its own for spoken words, warnings, small print and blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

if TYPE_CHECKING:
    from docx.document import Document

SPOKEN, WARNING, NOTE, BLANK = "Spoken Words", "Warning", "Small Print", "Blank to Fill In"
"""The names of the sheet's own styles."""

_BLACK, _GREY = RGBColor(0, 0, 0), RGBColor(0x40, 0x40, 0x40)
_LETTER, _A4 = (Mm(215.9), Mm(279.4)), (Mm(210), Mm(297))
_SIDE, _TOP = Mm(20), Mm(18)


def set_up(document: Document, language: str, *, on_letter: bool) -> None:
    """Give an empty document its paper, its language and its styles.

    Args:
        document: one made of Word's own template.
        language: a BCP 47 tag, for the spelling and for reading aloud.
        on_letter: Letter, and not A4.
    """
    _set_page(document, on_letter=on_letter)
    _set_language(document, language)
    width = Mm((_LETTER if on_letter else _A4)[0].mm - 2 * _SIDE.mm)
    _set_headings(document)
    _own(document, SPOKEN, "dashed", left=Mm(4)).font.size = Pt(12)
    _own(document, WARNING, "single", left=Mm(4)).font.bold = True
    note = _own(document, NOTE)
    note.font.size, note.font.color.rgb = Pt(9.5), _GREY
    blank = _own(document, BLANK)
    blank.paragraph_format.space_before = Pt(18)
    blank.paragraph_format.tab_stops.add_tab_stop(
        width, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
    )


def _set_page(document: Document, *, on_letter: bool) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _LETTER if on_letter else _A4
    section.left_margin = section.right_margin = _SIDE
    section.top_margin = section.bottom_margin = _TOP


def _set_language(document: Document, language: str) -> None:
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)


def _set_headings(document: Document) -> None:
    normal = _known(document, "Normal")
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.1
    _known(document, "Title").font.size = Pt(20)
    _known(document, "Title").font.color.rgb = _BLACK
    for level, size in enumerate((14, 12, *7 * (11,)), 1):
        style = _known(document, f"Heading {level}")
        style.font.size, style.font.color.rgb = Pt(size), _BLACK
        style.paragraph_format.space_before = Pt(14)
        style.paragraph_format.space_after = Pt(4)


def _own(document: Document, name: str, line: str = "", left: Mm | None = None) -> ParagraphStyle:
    document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style = _known(document, name)
    style.base_style = _known(document, "Normal")
    style.paragraph_format.left_indent = left
    if line:
        style.paragraph_format.keep_together = True
        _draw_line(style, line)
    return style


def _known(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - the template's styles are known
    return style


def _draw_line(style: ParagraphStyle, line: str) -> None:
    """Draw a line to the left of every paragraph of a style."""
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for key, value in (("val", line), ("sz", "18"), ("space", "8"), ("color", "404040")):
        left.set(qn(f"w:{key}"), value)
    borders.append(left)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )

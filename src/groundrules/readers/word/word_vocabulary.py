"""The elements of a Word document by what they are to somebody who reads it.

WordprocessingML (ISO/IEC 29500-1, chapter 17), both namespaces, and those that pictures, formulas
and older shapes come in. Names are local; `known` says which of them an element has.
"""

from __future__ import annotations

from groundrules.draft.listed import listed

_WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MATHEMATICS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_DRAWN = ("drawingml", "urn:schemas-microsoft-com:vml", "office/word/2010/wordprocessing")
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_CODE_DIGITS = 4

CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\u2028",
    "cr": "\u2028",
    "noBreakHyphen": "\u2011",
    "softHyphen": "",
}
"""Elements that stand for a character."""

SILENT = {
    "del": "deleted passages",
    "moveFrom": "deleted passages",
    "rt": "reading aids",
    "Fallback": "",
    "rPrChange": "",
    "pPrChange": "",
    "sectPrChange": "",
    "tblPrChange": "",
    "trPrChange": "",
    "tcPrChange": "",
    "tblGridChange": "",
    "numberingChange": "",
}
"""Elements whose words are not the draft's, and what those are called; "" where they are none."""

COUNTED = {
    "commentReference": "comments",
    "altChunk": "embedded documents",
    "object": "embedded objects",
    "drawn blip": "pictures",
    "drawn imagedata": "pictures",
    "drawn chart": "charts",
    "drawn relIds": "diagrams",
    "drawn textpath": "words drawn as a picture",
}
"""Elements that stand for something which is not read, and what that is called."""

UNSEEN = listed("comments hidden deleted reading addresses codes notes")
"""How the names begin of what is not read and what readers do not see either."""

PROPERTIES = frozenset({"rPr", "pPr", "trPr", "tcPr", "tblPr", "sectPr"})
"""How something looks; what is marked as deleted in it is a mark, and no words."""

REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}

HOLDERS = listed("AlternateContent drawing pict object")
"""What a picture or a box of text stands in, within a run."""

OFF = frozenset({"0", "false", "off"})

LINKS = "addresses of links"

PAGE_CODES = listed("PAGE NUMPAGES SECTIONPAGES PAGEREF TOC SEQ")
"""Codes of fields that hold no words of their own."""


def known(name: str) -> str:
    """Return the local name of an element that means something here, or ""."""
    space, _, local = name.rpartition(" ")
    if space in _WORDS:
        return local
    if space in _MATHEMATICS:
        return {"t": "text of a formula", "oMath": "oMath", "oMathPara": "oMath"}.get(local, "")
    if space == _COMPATIBILITY:
        return local
    return f"drawn {local}" if any(one in space for one in _DRAWN) else ""


def symbol(code: str) -> str:
    """Return the character that four hexadecimal digits stand for, if it is one in every font.

    Halves of surrogate pairs are none, nor what fonts of symbols have for themselves.
    """
    digits = frozenset("0123456789abcdefABCDEF")
    number = int(code, 16) if len(code) == _CODE_DIGITS and digits.issuperset(code) else 0
    is_private = number in range(0xD800, 0xF900)
    return chr(number) if not is_private and chr(number).isprintable() else ""

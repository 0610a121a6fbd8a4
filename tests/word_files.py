"""Word files made from text, as small as the format allows, and with whatever a test puts in them.

The members are those that ISO/IEC 29500-2 demands: the types of the content, the relationships of
the package, and the document.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>'
)


def run(text: str) -> str:
    """Return a run with this text, its tabs and its line breaks as Word has them."""
    marks = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f"<w:r><w:t>{marks}</w:t></w:r>".replace("<w:t>", '<w:t xml:space="preserve">')


def paragraph(text: str) -> str:
    """Return a paragraph with this text."""
    return f"<w:p>{run(text) if text else ''}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of these cells, each line of a cell a paragraph."""
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>"
            + "".join(f"<w:tc>{''.join(map(paragraph, one.split(chr(10))))}</w:tc>" for one in row)
            + "</w:tr>"
            for row in rows
        )
        + "</w:tbl>"
    )


def part(body: str, name: str = "document", space: str = WORDS) -> str:
    """Return the XML of one part of a Word file: a document, or a header with `name` `hdr`."""
    inner = f"<w:body>{body}</w:body>" if name == "document" else body
    return f'<?xml version="1.0"?><w:{name} xmlns:w="{space}">{inner}</w:{name}>'


def package(members: Mapping[str, str | bytes]) -> bytes:
    """Return an archive with these members."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


def word_file(
    document: str, more: Mapping[str, str | bytes] | None = None, space: str = WORDS
) -> bytes:
    """Return a Word file with this body, and with more members."""
    return package(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONSHIPS,
            "word/document.xml": part(document, space=space),
            **(more or {}),
        }
    )


def from_text(text: str) -> bytes:
    """Return a Word file with a paragraph for each block of lines; a line in one is a break.

    Where more than one blank line stands above a block, the block begins with a break, as the
    exports of Teams do.
    """
    blocks = text.strip("\n").split("\n\n")
    return word_file("".join(map(paragraph, blocks)))

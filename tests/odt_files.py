"""OpenDocument texts made from XML, as small as the format allows."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "office": f"{_OASIS}office:1.0",
        "text": f"{_OASIS}text:1.0",
        "table": f"{_OASIS}table:1.0",
        "draw": f"{_OASIS}drawing:1.0",
        "style": f"{_OASIS}style:1.0",
        "svg": f"{_OASIS}svg-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
        "math": "http://www.w3.org/1998/Math/MathML",
        "loext": f"{_OASIS[:-1]}loext:1.0",
    }.items()
)


def content_xml(body: str, styles: str = "") -> str:
    return (
        f'<?xml version="1.0"?><office:document-content {_SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def styles_xml(styles: str = "", margins: str = "") -> str:
    return (
        f'<?xml version="1.0"?><office:document-styles {_SPACES}>'
        f"<office:styles>{styles}</office:styles><office:master-styles><style:master-page>"
        f"{margins}</style:master-page></office:master-styles></office:document-styles>"
    )


def archive(members: Mapping[str, str | bytes], kind: str = KIND) -> bytes:
    """Return an archive that begins with its type, not packed, as the format asks for."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as made:
        made.writestr("mimetype", kind, ZIP_STORED)
        for name, text in members.items():
            made.writestr(name, text)
    return content.getvalue()


def odt(body: str, styles: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    return archive({"content.xml": content_xml(body, styles), **(more or {})})


def p(text: str, style: str = "") -> str:
    name = f' text:style-name="{style}"' if style else ""
    return f"<text:p{name}>{text}</text:p>"

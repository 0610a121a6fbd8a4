"""A sheet as a file in memory, for whoever saves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.reporters.sheets.sheet_characters import printable

if TYPE_CHECKING:
    from groundrules.reporters.sheets.sheet import Sheet

_KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "md": "text/markdown",
    "txt": "text/plain",
}
"""Form to media type (RFC 8118, 7763; ECMA-376)."""

COLUMNS = 80
"""Columns of a sheet that is a text file."""


class SheetFile(NamedTuple):
    """A sheet in a form that other programs read.

    Attributes:
        content: the bytes of the file.
        kind: the media type.
        ending: what its name ends in, without the dot.
    """

    content: bytes
    kind: str
    ending: str

    def __repr__(self) -> str:
        """Show its form and size, and no word of it."""
        return f"SheetFile({self.ending}, {len(self.content)} bytes)"


def sheet_file(sheet: Sheet, form: str) -> SheetFile:
    """Return a sheet as a file.

    Args:
        sheet: what is saved.
        form: `pdf`, `docx`, `html`, `md` or `txt`.

    Raises:
        BadInput: there is no such form, or it cannot be made of this text.
    """
    if form not in _KINDS:
        message = f"{printable(form)!r} is no form of a sheet"
        raise BadInput(Fault("form", message, f"ask for one of {', '.join(_KINDS)}"))
    return SheetFile(_made(sheet, form), _KINDS[form], form)


def _made(sheet: Sheet, form: str) -> bytes:
    match form:
        case "pdf":
            from groundrules.reporters.sheets.sheet_pdf import pdf  # noqa: PLC0415 - start-up time

            return pdf(sheet)
        case "docx":
            from groundrules.reporters.sheets.sheet_docx import docx  # noqa: PLC0415 - start-up time

            return docx(sheet)
        case "html":
            from groundrules.reporters.sheets.sheet_html import html  # noqa: PLC0415 - start-up time

            return html(sheet).encode()
        case "md":
            from groundrules.reporters.sheets.sheet_markdown import (  # noqa: PLC0415 - start-up time
                markdown,
            )

            return markdown(sheet).encode()
        case _:
            return _text(sheet).encode()


def _text(sheet: Sheet) -> str:
    from groundrules.reporters.sheets.sheet_text import lines  # noqa: PLC0415 - start-up time

    return "".join("".join(piece.text for piece in line) + "\n" for line in lines(sheet, COLUMNS))

"""A sheet as PDF, set by Typst: tagged for screen readers, and the same bytes for the same sheet.

Everything happens in memory: neither a file nor a font of this machine is opened. The text comes
as data (`sheet.typ` reads it from JSON), so nothing in it is ever read as Typst's own markup.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from groundrules.errors import BadInput, Fault
from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph, Rows, Sheet
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.sheets.sheet_paper import tongue, without_gaps
from groundrules.reporters.sheets.sheet_wrapping import width_of

if TYPE_CHECKING:
    from groundrules.reporters.sheets.sheet import Block

SOURCE = Path(__file__).with_name("sheet.typ")
"""How a sheet is set."""

STANDARD = "ua-1"
"""PDF/UA-1 (ISO 14289-1): with it Typst refuses a text that it has no letters for."""

_NO_TITLE = "–"
"""PDF/UA demands a title."""

_MOST_NAMED = 5
_NARROWEST, _WIDEST = 12, 60


def pdf(sheet: Sheet) -> bytes:
    """Return a sheet as a PDF that says neither when nor by whom it was made.

    Raises:
        BadInput: Typst is not installed, or the sheet has a character that its fonts do not.
    """
    typst = _typst()
    try:
        return _compiled(typst, sheet)
    except typst.TypstError:
        unknown = _unknown(typst, sheet)
    names = ", ".join(f"U+{ord(char):04X}" for char in unknown[:_MOST_NAMED])
    more = f" and {len(unknown) - _MOST_NAMED} more" if len(unknown) > _MOST_NAMED else ""
    message = f"the fonts for PDF cannot show {names or 'all of this text'}{more}"
    remedy = "take --format docx or html: they use the fonts of the machine they are opened on"
    raise BadInput(Fault("pdf", message, remedy))


def as_data(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as `sheet.typ` reads it."""
    spoken = tongue(sheet.language)
    return {
        "title": printable(sheet.title) or _NO_TITLE,
        "lang": spoken.language,
        "region": spoken.region.lower(),
        "paper": "us-letter" if spoken.is_on_letter else "a4",
        "blocks": [_block(block) for block in without_gaps(sheet.blocks)],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            return {"block": "heading", "text": printable(text), "level": level}
        case Paragraph(text, role):
            return {"block": "paragraph", "text": printable(text), "role": role}
        case Items(items, kind):
            return {"block": "items", "items": list(map(printable, items)), "kind": kind}
        case Rows(head, rows):
            return {
                "block": "rows",
                "head": list(map(printable, head)),
                "rows": [list(map(printable, row)) for row in rows],
                "widths": _widths(block),
            }
        case Blanks(labels):
            return {"block": "blanks", "labels": list(map(printable, labels))}


def _widths(table: Rows) -> list[int]:
    """Return the share of each column in the width of the page, by its longest text."""
    columns = zip(table.head, *table.rows, strict=True)
    return [min(_WIDEST, max(_NARROWEST, *map(width_of, column))) for column in columns]


def _typst() -> Any:  # noqa: ANN401 - a module
    try:
        import typst  # noqa: PLC0415 - an optional extra
    except ImportError:
        message = "PDF needs a package that is not installed"
        remedy = "install groundrules with its extra `paper`, or take --format html and print it"
        raise BadInput(Fault("pdf", message, remedy)) from None
    return typst


def _compiled(typst: Any, sheet: Sheet) -> bytes:  # noqa: ANN401 - a module
    from json import dumps  # noqa: PLC0415 - start-up time

    made = typst.compile(
        SOURCE.read_bytes(),
        format="pdf",
        sys_inputs={"sheet": dumps(as_data(sheet))},
        ignore_system_fonts=True,
        pdf_standards=STANDARD,
        timestamp=0,
    )
    return bytes(made)


def _unknown(typst: Any, sheet: Sheet) -> list[str]:  # noqa: ANN401 - a module
    """Return the characters of which Typst cannot set a sheet that has nothing else on it."""
    from json import dumps  # noqa: PLC0415 - start-up time

    everything = dumps(as_data(sheet), ensure_ascii=False)
    characters = sorted({char for char in everything if not char.isascii()})
    return [char for char in characters if not _is_known(typst, char)]


def _is_known(typst: Any, char: str) -> bool:  # noqa: ANN401 - a module
    try:
        _compiled(typst, Sheet(f"a{char}"))
    except typst.TypstError:
        return False
    return True

"""All that is written on a sheet, as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.sheets.sheet_text import lines

if TYPE_CHECKING:
    from groundrules.reporters.sheets.sheet import Sheet


def words_of(sheet: Sheet) -> str:
    """Return the words of a sheet, each with one blank before the next."""
    rows = ("".join(piece.text for piece in line) for line in lines(sheet, 88))
    return " ".join(" ".join(rows).split())

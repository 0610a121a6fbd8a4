"""The recovery sheet as it is shown or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groundrules.desk.vaults.founding import Sheet


def sheet_text(sheet: Sheet) -> str:
    """Return the sheet with its lines, its code, and what to do with it."""
    from groundrules.keys import recovery, recovery_sheet  # noqa: PLC0415 - start-up time

    key = recovery.parse("\n".join(sheet.lines))
    text = recovery_sheet.sheet(sheet.vault, sheet.created, key)
    return f"{text}\n{recovery_sheet.qr_terminal(key)}"

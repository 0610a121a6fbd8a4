"""The recovery sheet as it is shown or printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groundrules.desk.vaults.founding import Sheet


def sheet_text(sheet: Sheet, *, printed: bool = True) -> str:
    """Return the sheet with its lines, its code, and what to do with it.

    Args:
        sheet: the lines, and of which vault they are.
        printed: it comes to stand on paper, and not on a screen, which is taken to be dark.
    """
    from groundrules.keys import recovery, recovery_sheet  # noqa: PLC0415 - start-up time

    key = recovery.parse("\n".join(sheet.lines))
    text = recovery_sheet.sheet(sheet.vault, sheet.created, key)
    drawn = recovery_sheet.qr_paper if printed else recovery_sheet.qr_terminal
    return f"{text}\n{drawn(key)}"

"""Delivering a sheet: on the terminal, or as a file that is printed, sent or signed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.desk.talking.sheet_files import COLUMNS, sheet_file
from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.reporters.lines import Line
    from groundrules.reporters.sheets.sheet import Sheet

STANDARD_OUTPUT = "-"

FORMS = ("text", "html", "docx", "pdf")
"""The forms of a sheet; the last two are no text, and always go to a file."""

_BINARY = frozenset({"docx", "pdf"})
_ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}


def deliver_sheet(  # noqa: PLR0913 - each is something that a person may say about it
    sheet: Sheet,
    form: str = "",
    out: str = STANDARD_OUTPUT,
    *,
    columns: int = COLUMNS,
    force: bool = False,
    made_from: Iterable[str] = (),
) -> tuple[Line, ...]:
    """Write a sheet to a file that only its owner can read, or return the lines to be shown.

    Args:
        sheet: what is delivered.
        form: one of `FORMS`; "" for what the ending of `out` says, or else text.
        out: a file, or `-` for the terminal.
        columns: how many columns the terminal has.
        force: replace a file that is there.
        made_from: the files that the sheet was made from; none of them is ever replaced.

    Returns:
        The lines for the terminal; none where a file was written.

    Raises:
        BadInput: the form is no text and there is no file for it, or does not go with the ending
            of the file; it cannot be made of this text, or needs what is not installed; or the
            file is there already, or cannot be written.
    """
    form = form_of(form, out)
    if out != STANDARD_OUTPUT:
        _refuse_input(out, made_from)
        _write(sheet, form, Path(out), force=force)
        return ()
    if form == "html":
        from groundrules.reporters.lines import plain  # noqa: PLC0415 - start-up time
        from groundrules.reporters.sheets.sheet_html import html  # noqa: PLC0415 - likewise

        return tuple(plain(line) for line in html(sheet).split("\n")[:-1])
    from groundrules.reporters.sheets.sheet_text import lines  # noqa: PLC0415 - start-up time

    return tuple(lines(sheet, columns))


def refuse_early(out: str, *, force: bool) -> None:
    """Refuse a file to which a sheet could not go, before anything else is done.

    Raises:
        BadInput: it is there already, has no folder, or its ending names no form.
    """
    from groundrules.readers.writing import refuse_taken  # noqa: PLC0415 - start-up time

    form_of("", out)
    refuse_taken((Path(out),), force=force)


def form_of(form: str, out: str) -> str:
    """Return in which form a sheet goes to a file or, where that is `-`, to the terminal.

    Raises:
        BadInput: the form does not go with the place.
    """
    if out == STANDARD_OUTPUT:
        if form in _BINARY:
            message = f"{form} is no text, and is not written to standard output"
            raise BadInput(Fault("--out", message, f"name a file: --out FILE.{form}"))
        return form or "text"
    ending = Path(out).suffix.lower()
    if ending == ".record":
        raise BadInput(_over_a_record(out))
    named = _ENDINGS.get(ending, "")
    if form and named not in (form, ""):
        raise BadInput(Fault(out, f"this is no name for {form}", f"name it FILE.{_ending(form)}"))
    return form or named or "text"


def _refuse_input(out: str, made_from: Iterable[str]) -> None:
    for one in map(Path, made_from):
        if one.exists() and Path(out).exists() and one.samefile(out):
            raise BadInput(_over_a_record(out))


def _over_a_record(out: str) -> Fault:
    message = "a record is not overwritten by what is made from it"
    return Fault(out, message, "name another file")


def _ending(form: str) -> str:
    return "txt" if form == "text" else form


def _write(sheet: Sheet, form: str, path: Path, *, force: bool) -> None:
    from groundrules.readers.writing import write_bytes  # noqa: PLC0415 - start-up time

    write_bytes(path, sheet_file(sheet, _ending(form)).content, force=force)

"""Options of the commands that make a sheet: its form, and the file it goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from groundrules.faces.cli.options import show

if TYPE_CHECKING:
    from groundrules.reporters.sheets.sheet import Sheet

sheet_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "html", "docx", "pdf")),
    default=None,
    callback=lambda _context, _option, value: value or "",
    help="The form; docx and pdf need --out. [default: by the ending of --out, or else text]",
)

out_option = click.option(
    "--out",
    default="-",
    metavar="FILE",
    help="The file to write, which only you can read. [default: the terminal]",
)

force_option = click.option("--force", is_flag=True, help="Overwrite a file that is there.")


def show_sheet(  # noqa: PLR0913 - as `deliver_sheet`
    sheet: Sheet,
    form: str,
    out: str,
    color: str = "never",
    *,
    force: bool,
    made_from: tuple[str, ...] = (),
) -> None:
    """Deliver a sheet: print it, or write it to a file and say so.

    `made_from` are the files that it was made from, and that it never replaces.
    """
    from groundrules.desk.talking.deliver_sheet import deliver_sheet  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - likewise

    lines = deliver_sheet(sheet, form, out, columns=width(), force=force, made_from=made_from)
    if lines:
        show(lines, color)
    else:
        click.echo(f"wrote {out}")

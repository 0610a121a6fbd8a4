"""`groundrules vault init`: a new vault, its first member, and the sheet that opens it again."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from groundrules.faces.cli.options import examples
from groundrules.faces.cli.passphrase import Given, passphrase_options
from groundrules.faces.cli.vault_options import roles_option

if TYPE_CHECKING:
    from groundrules.desk.vaults.founding import Sheet

sheet_out_option = click.option(
    "--sheet",
    "out",
    default="-",
    metavar="FILE",
    help="Write the recovery sheet to this file, which only you can read. [default: show it]",
)


@click.command(
    "init",
    epilog=examples(
        "groundrules vault init office.vault",
        "groundrules vault init office.vault --name 'Ana Ruiz' --sheet sheet.txt",
        "groundrules vault init desk.vault --role reporter --postgresql postgresql:///desk",
    ),
)
@click.argument("folder")
@click.option("--name", default="", help="Your name, as colleagues will see it. [default: asked]")
@roles_option
@click.option(
    "--postgresql",
    "url",
    default="",
    metavar="URL",
    help="Keep the ledger in this database in place of a file; without a password in it.",
)
@sheet_out_option
@passphrase_options
def init_command(  # noqa: PLR0913, PLR0917 - its options
    folder: str,
    name: str,
    roles: tuple[str, ...],
    url: str,
    out: str,
    passphrase_file: str,
    passphrase_fd: int | None,
) -> None:
    """Found a vault in FOLDER, which is made.

    A passphrase is asked for twice. Without it and without the recovery sheet, which is shown once,
    nobody can open the vault: not you, and not whoever wrote this program. Without --role you are
    reporter and editor, and hold both halves of every name.
    """
    from groundrules.desk.vaults.founding import NewMember, found_vault  # noqa: PLC0415 - later

    refuse_sheet(out)
    passphrases = Given(passphrase_file, passphrase_fd).passphrases()
    who = name or _asked_name()
    passphrase = passphrases.ask_new(f"A passphrase for {Path(folder).name}")
    member = NewMember(who, roles or ("reporter", "editor"), passphrase)
    sheet = found_vault(Path(folder), member, os.environ, url=url)
    deliver_sheet(sheet, out)
    click.echo(f"{folder} is founded, and locked; `groundrules vault unlock` opens it.")


def deliver_sheet(sheet: Sheet, out: str) -> None:
    """Show a recovery sheet, or write it to a file that only its owner can read."""
    from groundrules.desk.vaults.sheet import sheet_text  # noqa: PLC0415 - start-up time

    if out == "-":
        click.echo(sheet_text(sheet, printed=not sys.stdout.isatty()))
        return
    from groundrules.readers.writing import write_text  # noqa: PLC0415 - start-up time

    write_text(Path(out), sheet_text(sheet))
    click.echo(f"wrote the recovery sheet to {out}: print it, and remove the file")


def refuse_sheet(out: str) -> None:
    """Refuse a file for a sheet that could not be written, before anything is done.

    Raises:
        BadInput: it is there, or its folder is not.
    """
    if out != "-":
        from groundrules.readers.writing import refuse_taken  # noqa: PLC0415 - start-up time

        refuse_taken([Path(out)])


def _asked_name() -> str:
    from groundrules.errors import BadInput, Fault  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.asking import Stopped, ask_text  # noqa: PLC0415 - likewise

    try:
        name = ask_text("What is your name, as colleagues will see it?")
    except Stopped:
        name = ""
    if not name:
        raise BadInput(Fault("name", "a member has a name", "give it with --name"))
    return name

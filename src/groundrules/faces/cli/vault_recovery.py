"""`groundrules vault passphrase`, `recovery` and `recover`: the ways in, changed and tested."""

from __future__ import annotations

import os
from pathlib import Path

import click

from groundrules.faces.cli.options import examples
from groundrules.faces.cli.passphrase import Given, passphrase_options, typed_unseen
from groundrules.faces.cli.vault_founding import deliver_sheet, refuse_sheet, sheet_out_option
from groundrules.faces.cli.vault_options import chosen, folder_argument

_LINES = 3

_typed_option = click.option(
    "--sheet",
    default="",
    metavar="FILE",
    help="Read the lines of the sheet from this file; `-` is standard input. [default: typed]",
)


@click.command(
    "passphrase",
    epilog=examples(
        "groundrules vault passphrase",
        "groundrules vault passphrase office.vault --passphrase-file both-lines",
    ),
)
@folder_argument
@passphrase_options
def passphrase_command(folder: str, passphrase_file: str, passphrase_fd: int | None) -> None:
    """Change the passphrase of the vault in FOLDER. The recovery sheet stays as it is.

    Whoever has an old copy of the folder can still open that copy with the old passphrase.
    """
    from groundrules.desk.vaults.slots import change_passphrase  # noqa: PLC0415 - start-up time

    vault = chosen(folder)
    passphrases = Given(passphrase_file, passphrase_fd).passphrases()
    change_passphrase(vault, passphrases.asking(), passphrases.ask_new)
    click.echo(f"The passphrase of {vault} is changed. Old copies still open with the old one.")


@click.group(
    "recovery",
    short_help="Print a recovery sheet, or test one.",
    epilog=examples(
        "groundrules vault recovery test",
        "groundrules vault recovery print --sheet sheet.txt",
    ),
)
def recovery_command() -> None:
    """Print a recovery sheet, or test the one that you have."""


@recovery_command.command(
    "print",
    epilog=examples(
        "groundrules vault recovery print",
        "groundrules vault recovery print office.vault --sheet sheet.txt",
    ),
)
@folder_argument
@sheet_out_option
@passphrase_options
def print_command(folder: str, out: str, passphrase_file: str, passphrase_fd: int | None) -> None:
    """Make a new recovery sheet for the vault in FOLDER. The one before opens nothing any more."""
    from groundrules.desk.vaults.slots import new_sheet  # noqa: PLC0415 - start-up time

    refuse_sheet(out)
    asking = Given(passphrase_file, passphrase_fd).passphrases().asking()
    deliver_sheet(new_sheet(chosen(folder), asking), out)
    click.echo("The sheet before this one opens nothing any more: destroy it.")


@recovery_command.command(
    "test",
    epilog=examples(
        "groundrules vault recovery test",
        "groundrules vault recovery test office.vault --sheet scanned.txt",
    ),
)
@folder_argument
@_typed_option
def test_command(folder: str, sheet: str) -> None:
    """Test whether a recovery sheet opens the vault in FOLDER: type its lines, or scan its code.

    Nothing is unlocked or changed. `status` reminds of it after 90 days.
    """
    from groundrules.desk.vaults.slots import check_sheet  # noqa: PLC0415 - start-up time

    vault = chosen(folder)
    name = check_sheet(vault, *_sheet(sheet), os.environ)
    click.echo(f"The sheet opens {vault}, with the keys of {name}.")


@click.command(
    "recover",
    epilog=examples(
        "groundrules vault recover",
        "groundrules vault recover office.vault --sheet scanned.txt",
    ),
)
@folder_argument
@_typed_option
@passphrase_options
def recover_command(
    folder: str, sheet: str, passphrase_file: str, passphrase_fd: int | None
) -> None:
    """Unlock the vault in FOLDER with its recovery sheet, and set a new passphrase."""
    from groundrules.desk.vaults.slots import recover  # noqa: PLC0415 - start-up time

    vault = chosen(folder)
    passphrases = Given(passphrase_file, passphrase_fd).passphrases()
    recover(vault, _sheet(sheet), passphrases.ask_new, os.environ)
    click.echo(f"{vault} is unlocked, and has a new passphrase. The sheet still opens it as well.")


def _sheet(file: str) -> tuple[str, str]:
    """Return the lines of a sheet, and where they come from."""
    if not file:
        return _typed_lines(), "sheet"
    from groundrules.readers.text_file import read_text  # noqa: PLC0415 - start-up time

    return read_text(file if file == "-" else Path(file)), file


def _typed_lines() -> str:
    """Return the lines as they are typed or scanned; one with a mistake is asked for again."""
    from groundrules.desk.vaults.slots import line_is_wrong  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.running import complain  # noqa: PLC0415 - it imports this package

    lines: list[str] = []
    while len(lines) < _LINES:
        typed = typed_unseen(f"Line {len(lines) + 1} of the sheet, which is not shown:\n> ")
        if not lines and is_whole(typed):
            return typed
        wrong = line_is_wrong([*lines, typed or "-"])
        if wrong:
            complain(*map(str, wrong.faults))
        else:
            lines.append(typed)
    return "\n".join(lines)


def is_whole(typed: str) -> bool:
    """Tell whether all lines were typed or scanned as one."""
    return len("".join(typed.split())) > 2 * len("XXXX XXXX XXXX XXXX XXXX XX".replace(" ", ""))

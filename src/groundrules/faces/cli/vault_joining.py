"""`groundrules vault apply` and `accept`: joining a vault on a server from another machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from groundrules.faces.cli.options import examples
from groundrules.faces.cli.passphrase import Given, passphrase_options
from groundrules.faces.cli.vault_founding import deliver_sheet, refuse_sheet, sheet_out_option
from groundrules.faces.cli.vault_options import chosen, folder_argument, roles_option

if TYPE_CHECKING:
    from groundrules.desk.vaults.joining import Invited

_LINES = 3


@click.command(
    "apply",
    short_help="Ask to join a vault on a server.",
    epilog=examples(
        "groundrules vault apply desk.vault --postgresql postgresql:///desk --name 'Eli Brandt' "
        "--role editor",
        "groundrules vault apply desk.vault --postgresql postgresql:///desk --name 'Eli Brandt' "
        "--role editor --card-out eli.card --sheet sheet.txt",
    ),
)
@click.argument("folder")
@click.option(
    "--postgresql",
    "url",
    required=True,
    metavar="URL",
    help="The database that the vault is in; without a password in it.",
)
@click.option("--name", required=True, help="Your name, as colleagues will see it.")
@roles_option
@click.option(
    "--card-out",
    default="",
    metavar="FILE",
    help="Write your card to this file. [default: beside FOLDER, such as desk.card]",
)
@sheet_out_option
@passphrase_options
def apply_command(  # noqa: PLR0913, PLR0917 - its options
    folder: str,
    url: str,
    name: str,
    roles: tuple[str, ...],
    card_out: str,
    out: str,
    passphrase_file: str,
    passphrase_fd: int | None,
) -> None:
    """Make FOLDER, with keys of your own for a vault on a server, and a card to apply with.

    A passphrase is asked for twice, and a recovery sheet is shown once, as by `init`. Give the card
    to a member: it has no secret, but see that it is your card that she gets. She adds you with
    `groundrules vault member add --card`, and tells you three lines, for `groundrules vault
    accept`.
    """
    from groundrules.desk.vaults.founding import NewMember  # noqa: PLC0415 - start-up time
    from groundrules.desk.vaults.joining import apply_for, card_path  # noqa: PLC0415 - likewise
    from groundrules.readers.writing import refuse_taken  # noqa: PLC0415 - likewise

    if not roles:
        raise click.UsageError("say what you do, with --role")
    card = Path(card_out) if card_out else card_path(Path(folder))
    refuse_taken([card])
    refuse_sheet(out)
    passphrases = Given(passphrase_file, passphrase_fd).passphrases()
    passphrase = passphrases.ask_new(f"A passphrase for {Path(folder).name}")
    sheet = apply_for(Path(folder), NewMember(name, roles, passphrase), url, card, os.environ)
    deliver_sheet(sheet, out)
    click.echo(f"{folder} has your keys, and opens nothing yet. Give {card} to a member;")
    click.echo("with the three lines that she tells you, run `groundrules vault accept`.")


@click.command(
    "accept",
    short_help="Join a vault on a server, with the lines of an invitation.",
    epilog=examples(
        "groundrules vault accept",
        "groundrules vault accept desk.vault --lines-file lines.txt",
    ),
)
@folder_argument
@click.option(
    "--lines-file",
    default="",
    metavar="FILE",
    help="Read the three lines from this file; `-` is standard input. [default: typed]",
)
@passphrase_options
def accept_command(
    folder: str, lines_file: str, passphrase_file: str, passphrase_fd: int | None
) -> None:
    """Take the epoch key that waits for you, with the three lines that a member has told you.

    That makes you a member on this machine. Do it again when a new epoch has begun elsewhere:
    after something was shredded, or somebody has left.
    """
    from groundrules.desk.vaults.joining import accept, refuse_file  # noqa: PLC0415 - start-up time

    vault = chosen(folder)
    refuse_file(vault, "unlock it: groundrules vault unlock")
    asking = Given(passphrase_file, passphrase_fd).passphrases().asking()
    accept(vault, asking, *_lines(lines_file), os.environ)
    click.echo(f"The epoch key is on this machine. `groundrules vault unlock` opens {vault}.")


def tell_invited(invited: Invited) -> None:
    """Print who is let in, and the lines that are told to her."""
    roles = " and ".join(invited.roles)
    click.echo(f"{invited.name} ({roles}) may join with these three lines, which are kept nowhere:")
    click.echo()
    for number, line in enumerate(invited.lines, 1):
        click.echo(f"  {number}:  {line}")
    click.echo()
    click.echo("Tell them to her in person or by telephone, never by way of the database or beside")
    click.echo("the card. She types them at `groundrules vault accept`.")


def _lines(file: str) -> tuple[str, str]:
    """Return the lines of an invitation, and where they come from."""
    if not file:
        return _typed_lines(), "lines"
    from groundrules.readers.text_file import read_text  # noqa: PLC0415 - start-up time

    return read_text(file if file == "-" else Path(file)), file


def _typed_lines() -> str:
    """Return the lines as they are typed; one with a mistake is asked for again.

    Raises:
        BadInput: there is no terminal.
    """
    from groundrules.desk.vaults.joining import wrong_lines  # noqa: PLC0415 - start-up time
    from groundrules.errors import BadInput, Fault  # noqa: PLC0415 - likewise
    from groundrules.faces.cli.running import complain  # noqa: PLC0415 - it imports this package

    if not sys.stdin.isatty():
        message = "there is no terminal to type the lines at"
        raise BadInput(Fault("lines", message, "give --lines-file FILE"))
    lines: list[str] = []
    while len(lines) < _LINES:
        typed = _typed(f"Line {len(lines) + 1} of the invitation:")
        wrong = wrong_lines("\n".join((*lines, typed or "-")), "lines")
        found = [fault for fault in wrong.faults if fault.line] if wrong else []
        complain(*map(str, found))
        lines += [] if found else [typed]
    return "\n".join(lines)


def _typed(prompt: str) -> str:
    from groundrules.faces.cli.asking import Stopped, read_line  # noqa: PLC0415 - start-up time

    click.echo(prompt)
    try:
        return read_line()
    except Stopped:
        raise click.Abort from None

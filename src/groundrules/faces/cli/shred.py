"""`groundrules shred`: conversations go for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from groundrules.faces.cli.options import examples, show
from groundrules.faces.cli.vault_options import chosen_talks, vault_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "shred",
    short_help="Delete conversations for good.",
    epilog=examples(
        "groundrules shred harbor-2026-11-03 --reason 'the promised day has come'",
        "groundrules shred harbor-2026-11-03 --reason 'she asked for it' --early",
        "groundrules shred harbor-2026-11-03 --reason 'the promised day has come' --yes",
    ),
)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option(
    "--reason", required=True, metavar="WHY", help="Why; it stays, so put no name into it."
)
@click.option("--early", is_flag=True, help="Also what is not due yet.")
@click.option("--yes", is_flag=True, help="Do not ask; needed where nobody can be asked.")
@vault_option
def shred_command(
    names: tuple[str, ...], reason: str, folder: str, *, early: bool, yes: bool
) -> None:
    """Delete the conversations NAME for good: words, terms, keys, and their place in the index.

    With them go the names of sources who stand in no other conversation. A hold keeps all of it.
    What stays says that somebody shredded something, when and why. Copies of the vault that were
    made before open nothing of it either, since a new epoch begins.
    """
    from groundrules.desk.vaults import shredding  # noqa: PLC0415 - start-up time
    from groundrules.reporters.retention_page import finished_lines, shredded_lines  # noqa: PLC0415 - likewise

    vault, names = chosen_talks(folder, names)
    finished, is_all = shredding.finished_before(vault, names)
    if finished:
        show(finished_lines(finished))
    if is_all:
        return
    if yes or _confirmed(vault, names):
        show(shredded_lines(shredding.shred_talks(vault, names, reason, early=early)))
    else:
        click.echo("Nothing was shredded.")


def _confirmed(vault: Path, names: tuple[str, ...]) -> bool:
    """Ask whether what is named shall go.

    Raises:
        UsageError: nobody is there to be asked.
    """
    if not sys.stdin.isatty():
        raise click.UsageError("nobody can be asked here: give --yes to shred without asking")
    from groundrules.desk.vaults.retention import list_retention  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.asking import ask_yes_no  # noqa: PLC0415 - likewise
    from groundrules.reporters.retention_page import retention_lines  # noqa: PLC0415 - likewise

    show(retention_lines(list_retention(vault, "", names)))
    return ask_yes_no("Delete this for good? Nothing can bring it back.", default=False)

"""`groundrules vault unlock`, `lock` and `status`: open for a while, shut, and which it is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from groundrules.faces.cli.options import colour_option, examples, json_option, show
from groundrules.faces.cli.passphrase import Given, passphrase_options
from groundrules.faces.cli.vault_options import chosen, folder_argument

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "unlock",
    epilog=examples(
        "groundrules vault unlock",
        "groundrules vault unlock office.vault",
        "groundrules vault unlock --passphrase-file ~/.office-passphrase",
        "groundrules vault unlock --passphrase-fd 3 3<passphrase",
    ),
)
@folder_argument
@passphrase_options
def unlock_command(folder: str, passphrase_file: str, passphrase_fd: int | None) -> None:
    """Unlock the vault in FOLDER: ask for the passphrase once, for every command that follows.

    It locks itself when nobody has used it for 15 minutes, or as many as
    GROUNDRULES_VAULT_MINUTES says.
    """
    from datetime import UTC, datetime  # noqa: PLC0415 - start-up time

    from groundrules.desk.vaults.unlocking import unlock_vault  # noqa: PLC0415 - likewise
    from groundrules.reporters.retention_page import finished_lines  # noqa: PLC0415 - likewise
    from groundrules.reporters.vault_page import unlocked_line  # noqa: PLC0415 - likewise

    vault = chosen(folder)
    asking = Given(passphrase_file, passphrase_fd).passphrases().asking()
    found = unlock_vault(vault, asking, os.environ)
    until = datetime.fromtimestamp(found.keeping.until, UTC)
    show([unlocked_line(vault, until, was_already=found.was_already)])
    for one in found.finished:
        show(finished_lines(one))
    remind_of_sheet(folder)
    remind_of_days(vault)


@click.command(
    "lock",
    epilog=examples(
        "groundrules vault lock",
        "groundrules vault lock office.vault",
        "groundrules vault lock --all",
    ),
)
@folder_argument
@click.option("--all", "every", is_flag=True, help="Every vault that you have unlocked.")
def lock_command(folder: str, *, every: bool) -> None:
    """Lock the vault in FOLDER: end the process that has its keys, and wait until it is gone."""
    from groundrules.vault.keeper.locking import lock, lock_all  # noqa: PLC0415 - start-up time

    if every and folder:
        raise click.UsageError("name a vault or give --all, and not both")
    if every:
        click.echo(f"{lock_all()} locked.")
        return
    vault = chosen(folder)
    click.echo(f"{vault} is locked." if lock(vault) else f"{vault} was locked already.")


@click.command(
    "status",
    epilog=examples(
        "groundrules vault status",
        "groundrules vault status office.vault --json",
    ),
)
@folder_argument
@json_option
@colour_option
def status_command(folder: str, color: str, *, as_json: bool) -> None:
    """Say whether the vault in FOLDER is unlocked, until when, and what is to be done about it."""
    from groundrules.desk.vaults.status import vault_status  # noqa: PLC0415 - start-up time
    from groundrules.reporters.vault_page import status_json, status_lines  # noqa: PLC0415 - likewise

    found = vault_status(chosen(folder), os.environ)
    show(status_json(found) if as_json else status_lines(found), "never" if as_json else color)


def remind_of_sheet(folder: str) -> None:
    """Say where no recovery sheet has been tested for long."""
    from groundrules.desk.vaults.slots import DAYS_BETWEEN_TESTS, untested_days  # noqa: PLC0415 - later

    days = untested_days(chosen(folder), os.environ)
    if days >= DAYS_BETWEEN_TESTS:
        click.echo(
            f"No recovery sheet was tested for {days} days: groundrules vault recovery test",
            err=True,
        )


def remind_of_days(vault: Path) -> None:
    """Say how many conversations are to be gone soon."""
    from groundrules.desk.vaults.retention import due_soon  # noqa: PLC0415 - start-up time
    from groundrules.reporters.plain_words import counted  # noqa: PLC0415 - likewise

    due = due_soon(vault)
    if due:
        what = counted(due, "conversation")
        line = f"{what} to be gone within 14 days, or by now: groundrules retention"
        click.echo(line, err=True)

"""What the commands on vaults have in common: which vault, and what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from groundrules.vault.answers import Done

folder_argument = click.argument("folder", required=False, default="", metavar="[FOLDER]")

vault_option = click.option(
    "--vault",
    "folder",
    default="",
    metavar="FOLDER",
    help="The vault. [default: one that `records` is set to, or the only one here]",
)

roles_option = click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice(("reporter", "editor", "standards", "legal")),
    help="What this member does; may be given again.",
)


def chosen(folder: str) -> Path:
    """Return the vault that is meant.

    Raises:
        BadInput: there is none, or it is not clear which.
    """
    from groundrules.desk.vaults.choosing import chosen_vault  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.options import settings_from  # noqa: PLC0415 - likewise

    return chosen_vault(folder, settings_from({}))


def chosen_talk(folder: str, name: str) -> tuple[Path, str]:
    """Return the vault that is meant, and the name of a conversation without the vault's folder.

    Raises:
        BadInput: there is no vault, it is not clear which, or a name is of another one.
    """
    vault, (known,) = chosen_talks(folder, [name])
    return vault, known


def chosen_talks(folder: str, names: Sequence[str]) -> tuple[Path, tuple[str, ...]]:
    """Return the vault that is meant, and names of conversations without the vault's folder.

    Raises:
        BadInput: as `chosen_talk` does.
    """
    from groundrules.desk.vaults import choosing  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.options import settings_from  # noqa: PLC0415 - likewise

    return choosing.chosen_talks(folder, names, settings_from({}))


def tell(done: Done) -> None:
    """Print what was done, a line for each thing."""
    for line in done.what:
        click.echo(line)

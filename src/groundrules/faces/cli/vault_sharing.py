"""`groundrules vault share`, `take-back` and `readers`: who may read a conversation."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import examples
from groundrules.faces.cli.vault_options import chosen_talk, tell, vault_option


@click.command(
    "share",
    epilog=examples(
        "groundrules vault share harbor-2026-11-03 'Ben Ortiz'",
        "groundrules vault share harbor-2026-11-03 'Ben Ortiz' --words",
    ),
)
@click.argument("name")
@click.argument("member")
@click.option("--words", is_flag=True, help="The words as well, and not the terms alone.")
@vault_option
def share_command(name: str, member: str, folder: str, *, words: bool) -> None:
    """Let MEMBER read the conversation NAME from its beginning; who the source is stays apart."""
    from groundrules.desk.vaults.upkeep import share  # noqa: PLC0415 - start-up time

    vault, name = chosen_talk(folder, name)
    tell(share(vault, name, member, words=words))


@click.command(
    "take-back",
    epilog=examples(
        "groundrules vault take-back harbor-2026-11-03 'Ben Ortiz'",
        "groundrules vault take-back harbor-2026-11-03 'Ben Ortiz' --terms",
    ),
)
@click.argument("name")
@click.argument("member")
@click.option("--terms", is_flag=True, help="The terms as well, and not the words alone.")
@vault_option
def take_back_command(name: str, member: str, folder: str, *, terms: bool) -> None:
    """Keep what is added to the conversation NAME from now on from MEMBER."""
    from groundrules.desk.vaults.upkeep import take_back  # noqa: PLC0415 - start-up time

    vault, name = chosen_talk(folder, name)
    tell(take_back(vault, name, member, terms=terms))


@click.command("readers", epilog=examples("groundrules vault readers harbor-2026-11-03"))
@click.argument("name")
@vault_option
def readers_command(name: str, folder: str) -> None:
    """List who may read the conversation NAME, and what of it."""
    from groundrules.desk.vaults.upkeep import readers_of  # noqa: PLC0415 - start-up time

    for one in readers_of(*chosen_talk(folder, name)):
        click.echo(f"{one.member}: {' and '.join(one.kinds)}")

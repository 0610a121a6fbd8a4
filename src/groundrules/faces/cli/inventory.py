"""`groundrules inventory`: everything that exists about a source or a conversation."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import colour_option, examples, json_option, show
from groundrules.faces.cli.vault_options import chosen_talk, vault_option


@click.command(
    "inventory",
    short_help="List everything that exists about a source.",
    epilog=examples(
        "groundrules inventory K7QX4M",
        "groundrules inventory harbor-2026-11-03",
        "groundrules inventory K7QX4M --json",
    ),
)
@click.argument("subject", metavar="CODE|NAME")
@vault_option
@json_option
@colour_option
def inventory_command(subject: str, folder: str, color: str, *, as_json: bool) -> None:
    """List everything that the vault has about a source or a conversation, and who can open it.

    CODE is a source's code name; NAME a conversation's. This is what somebody could get who may
    search the newsroom: every entry, key, keyed form and file, but no word and no name.
    """
    from groundrules.desk.vaults.inventory import take_inventory  # noqa: PLC0415 - start-up time
    from groundrules.reporters.inventory_page import inventory_lines  # noqa: PLC0415 - likewise
    from groundrules.reporters.vault_json import json_lines  # noqa: PLC0415 - likewise

    found = take_inventory(*chosen_talk(folder, subject))
    show(json_lines(found) if as_json else inventory_lines(found), "never" if as_json else color)

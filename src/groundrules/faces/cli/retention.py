"""`groundrules retention`: which conversations are to be gone, and when."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import colour_option, examples, json_option, show
from groundrules.faces.cli.vault_options import chosen, vault_option


@click.command(
    "retention",
    short_help="See what was promised to be deleted, and when.",
    epilog=examples(
        "groundrules retention",
        "groundrules retention --as-of 2026-12-24",
        "groundrules retention --days 365",
        "groundrules retention --json",
    ),
)
@click.option(
    "--days",
    type=int,
    default=None,
    help="Set the house's own term, in days after the last activity; 0 for none.",
)
@click.option("--as-of", default="", metavar="DAY", help="The day to count from. [default: today]")
@vault_option
@json_option
@colour_option
def retention_command(
    days: int | None, as_of: str, folder: str, color: str, *, as_json: bool
) -> None:
    """List on which day each conversation in the vault is to be gone, the earliest first.

    A day that was promised in the talk stays. Where none was, the house's own term counts from the
    last activity. A hold keeps a conversation whatever the day. Nothing is deleted by itself:
    `groundrules shred` does it.
    """
    from groundrules.desk.vaults.retention import list_retention, set_term  # noqa: PLC0415 - start-up time
    from groundrules.reporters.retention_page import retention_lines  # noqa: PLC0415 - likewise
    from groundrules.reporters.vault_json import json_lines  # noqa: PLC0415 - likewise

    vault = chosen(folder)
    if days is not None:
        set_term(vault, days)
    found = list_retention(vault, as_of)
    show(json_lines(found) if as_json else retention_lines(found), "never" if as_json else color)

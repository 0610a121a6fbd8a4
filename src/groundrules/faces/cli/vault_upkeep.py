"""`groundrules vault seal` and `audit`: into the log, and whether nothing was altered."""

from __future__ import annotations

import sys

import click

from groundrules.faces.cli.exit_status import ExitStatus
from groundrules.faces.cli.options import examples, exit_status, show
from groundrules.faces.cli.vault_options import chosen, folder_argument


@click.command(
    "seal",
    epilog=examples("groundrules vault seal", "groundrules vault seal office.vault"),
)
@folder_argument
def seal_command(folder: str) -> None:
    """Take what is new in the vault in FOLDER into its log, and print the log's checkpoint.

    Whoever has an earlier checkpoint can have proven that nothing before it was altered. There is
    no word of any talk in it.
    """
    from groundrules.desk.vaults.upkeep import seal_vault  # noqa: PLC0415 - start-up time

    found = seal_vault(chosen(folder))
    click.echo(f"{found.entries} taken in; the log has {found.size}.", err=True)
    click.echo(found.note, nl=False)


@click.command(
    "audit",
    epilog=examples("groundrules vault audit", "groundrules vault audit --thorough")
    + exit_status((0, "nothing is wrong"), (1, "something is"), (2, "it could not be looked at")),
)
@folder_argument
@click.option(
    "--thorough",
    is_flag=True,
    help="Verify every signature, not only the last of each conversation, which covers the others; "
    "and hold the tables of the file against each other.",
)
def audit_command(folder: str, *, thorough: bool) -> ExitStatus:
    """Look whether anything in the vault in FOLDER was altered: pages, chains, signatures, log."""
    from groundrules.desk.vaults.upkeep import audit_vault  # noqa: PLC0415 - start-up time
    from groundrules.reporters.progress import progress  # noqa: PLC0415 - likewise
    from groundrules.reporters.vault_page import audit_lines  # noqa: PLC0415 - likewise

    vault = chosen(folder)
    with progress("Auditing", sys.stderr) as advance:
        found = audit_vault(vault, advance, thorough=thorough)
    show(audit_lines(found))
    return ExitStatus.FINDINGS if found.faults else ExitStatus.DONE

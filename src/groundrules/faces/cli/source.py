"""`groundrules source`: sources by their code names, and how a name is released."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import colour_option, examples, json_option, show
from groundrules.faces.cli.vault_options import chosen, vault_option

_CODE = "K7QX4M"
_REQUEST = "5f0c91d2"

_purpose_option = click.option("--purpose", default="", metavar="WHY", help="What for; it is kept.")


@click.group(
    "source",
    short_help="Keep names apart, and release one for a purpose.",
    epilog=examples(
        "groundrules source list",
        f"groundrules source ask {_CODE} --purpose 'to check the spelling with counsel'",
        f"groundrules source grant {_REQUEST}",
        f"groundrules source name {_REQUEST}",
    ),
)
def source_command() -> None:
    """Say who a source is only where a reporter and an editor want it, and never by accident.

    In the vault a source has a code name. Her name opens with two halves: reporters hold one, and
    editors the other. Whoever lacks one asks for it, for a purpose; what is granted opens the name
    once, and ends. All of it is recorded, and none of it tells whether a name is known.
    """


@source_command.command(
    "list",
    epilog=examples("groundrules source list", "groundrules source list --json"),
)
@vault_option
@json_option
@colour_option
def list_command(folder: str, color: str, *, as_json: bool) -> None:
    """List the sources by their code names, and the requests that you made or may answer."""
    from groundrules.desk.vaults.source_identity import list_sources  # noqa: PLC0415 - start-up time
    from groundrules.reporters.source_page import source_lines  # noqa: PLC0415 - likewise
    from groundrules.reporters.vault_json import json_lines  # noqa: PLC0415 - likewise

    found = list_sources(chosen(folder))
    show(json_lines(found) if as_json else source_lines(*found), "never" if as_json else color)


@source_command.command(
    "ask",
    epilog=examples(
        f"groundrules source ask {_CODE} --purpose 'to check the spelling with counsel'",
        f"groundrules source ask {_CODE} --purpose 'to warn her' --hours 2",
    ),
)
@click.argument("code")
@_purpose_option
@click.option(
    "--hours", type=int, default=24, help="For how long it counts, up to 336. [default: 24]"
)
@vault_option
def ask_command(code: str, purpose: str, hours: int, folder: str) -> None:
    """Ask for the name of the source with the code name CODE."""
    from groundrules.desk.vaults.source_identity import ask_for_name  # noqa: PLC0415 - start-up time
    from groundrules.reporters.source_page import request_lines  # noqa: PLC0415 - likewise

    show(request_lines(ask_for_name(chosen(folder), code, purpose, hours)))


@source_command.command("grant", epilog=examples(f"groundrules source grant {_REQUEST}"))
@click.argument("request")
@vault_option
def grant_command(request: str, folder: str) -> None:
    """Grant a REQUEST: your half goes to whoever asked, for that purpose and that time alone."""
    from groundrules.desk.vaults.source_identity import grant_name  # noqa: PLC0415 - start-up time
    from groundrules.reporters.source_page import request_lines  # noqa: PLC0415 - likewise

    show(request_lines(grant_name(chosen(folder), request)))


@source_command.command(
    "refuse",
    epilog=examples(
        f"groundrules source refuse {_REQUEST}",
        f"groundrules source refuse {_REQUEST} --reason 'ask counsel first'",
    ),
)
@click.argument("request")
@click.option("--reason", default="", metavar="WHY", help="Why; whoever asked reads it.")
@vault_option
def refuse_command(request: str, reason: str, folder: str) -> None:
    """Refuse a REQUEST."""
    from groundrules.desk.vaults.source_identity import refuse_name  # noqa: PLC0415 - start-up time
    from groundrules.reporters.source_page import request_lines  # noqa: PLC0415 - likewise

    show(request_lines(refuse_name(chosen(folder), request, reason)))


@source_command.command(
    "name",
    epilog=examples(
        f"groundrules source name {_REQUEST}",
        f"groundrules source name {_CODE} --purpose 'to call her back'",
    ),
)
@click.argument("which", metavar="REQUEST|CODE")
@_purpose_option
@vault_option
def name_command(which: str, purpose: str, folder: str) -> None:
    """Print a source's name, once, for a REQUEST that was granted.

    Whoever works alone holds both halves, and names the CODE and a purpose; that is recorded too.
    """
    from groundrules.desk.vaults.source_identity import open_name  # noqa: PLC0415 - start-up time
    from groundrules.reporters.source_page import ALONE, name_lines  # noqa: PLC0415 - likewise

    found = open_name(chosen(folder), which, purpose)
    show(name_lines(found))
    if found.alone:
        click.echo(ALONE, err=True)

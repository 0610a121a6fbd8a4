"""`groundrules liaisons`: who in an organisation may talk."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import (
    colour_option,
    examples,
    json_option,
    settings_from,
    show,
)

liaisons_option = click.option(
    "--liaisons",
    multiple=True,
    metavar="FILE",
    help="A file that says who may talk; may be given again.",
)


@click.group(
    "liaisons",
    invoke_without_command=True,
    short_help="Show who may talk, on which topics, up to which level.",
    epilog=examples(
        "groundrules liaisons",
        "groundrules liaisons list --liaisons liaisons.toml",
    ),
)
@click.pass_context
def liaisons_command(context: click.Context) -> None:
    """Show who in an organisation may talk, on which topics, and up to which level.

    `groundrules record show` flags a talk by anybody else; nothing prevents it.
    """
    if context.invoked_subcommand is None:
        context.invoke(list_command)


@liaisons_command.command(
    "list",
    epilog=examples(
        "groundrules liaisons list",
        "groundrules liaisons list --liaisons liaisons.toml --json",
    ),
)
@liaisons_option
@json_option
@colour_option
def list_command(liaisons: tuple[str, ...], color: str, *, as_json: bool) -> None:
    """List who may talk."""
    from groundrules.desk.talking.flag_liaisons import organisations  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - likewise
    from groundrules.reporters.liaison_pages import list_json, list_lines  # noqa: PLC0415 - likewise

    found = organisations(settings_from({"liaisons": liaisons}))
    if as_json:
        show(list_json(found))
        return
    show(list_lines(found, width()), color)

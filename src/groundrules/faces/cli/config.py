"""`groundrules config`: which value holds, and where it came from."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import examples, json_option, settings_from, show


@click.group(
    "config",
    short_help="Show which settings hold.",
    epilog=examples(
        "groundrules config show",
    ),
)
def config_command() -> None:
    """Show which settings hold."""


@config_command.command(
    "show",
    epilog=examples(
        "groundrules config show",
        "GROUNDRULES_POLICY=ap groundrules config show",
        "groundrules config show --json",
    ),
)
@json_option
def show_command(*, as_json: bool) -> None:
    """Print each setting and where it came from: default, file, environment.

    A flag of a command wins over the environment, that over the nearest groundrules.toml or
    pyproject.toml, and that over the default.
    """
    from groundrules.reporters.settings_page import settings_json, settings_lines  # noqa: PLC0415 - start-up time

    values = settings_from({}).by_key
    show(settings_json(values) if as_json else settings_lines(values))

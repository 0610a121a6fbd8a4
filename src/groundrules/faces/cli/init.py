"""`groundrules init`: write a configuration file in which every key is explained."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import examples


@click.command(
    "init",
    short_help="Write a commented groundrules.toml.",
    epilog=examples(
        "groundrules init",
        "groundrules init stories/harbor",
    ),
)
@click.argument("folder", default=".")
def init_command(folder: str) -> None:
    """Write a commented groundrules.toml into FOLDER; one that is there stays as it is."""
    from pathlib import Path  # noqa: PLC0415 - start-up time

    from groundrules.desk.setup.start_project import start_project  # noqa: PLC0415 - likewise

    click.echo(f"wrote {start_project(Path(folder))}", err=True)

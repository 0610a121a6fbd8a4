"""`groundrules index`: what makes a check of many records quick, and one without them possible."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from groundrules.faces.cli.options import (
    colour_option,
    examples,
    json_option,
    policies_option,
    policy_option,
    settings_from,
    show,
)

if TYPE_CHECKING:
    from groundrules.config.settings import Settings

_records = click.argument("records", nargs=-1, metavar="[RECORDS]...")
_archive = click.option(
    "--archive",
    default="",
    metavar="FOLDER",
    help="Index the texts in this folder, which have been published, in place of the records.",
)


@click.group(
    "index",
    short_help="Index many records, so that a check opens few.",
    epilog=examples(
        "groundrules index build",
        "groundrules index build --archive published/",
        "groundrules index status",
        "groundrules index verify",
    ),
)
def index_command() -> None:
    """Index records, so that a check opens only those that matter to the draft.

    RECORDS are files and folders, as for `check --records`; without any, they are those that are
    set, or the folder `records`. The index lies in `.groundrules/index`, holds no word of what was
    said, and is brought up to date by every check.
    """


@index_command.command(
    "build",
    epilog=examples(
        "groundrules index build",
        "groundrules index build records/ shared/talks/",
        "groundrules index build --archive published/",
    ),
)
@_records
@_archive
@policies_option
@policy_option
def build_command(
    records: tuple[str, ...], archive: str, policies: tuple[str, ...], policy: str
) -> None:
    """Build the index of RECORDS, or bring it up to date: only what has changed is read."""
    _build(records, archive, _settings(policies, policy), anew=False)


@index_command.command(
    "rebuild",
    epilog=examples(
        "groundrules index rebuild",
        "groundrules index rebuild --archive published/",
    ),
)
@_records
@_archive
@policies_option
@policy_option
def rebuild_command(
    records: tuple[str, ...], archive: str, policies: tuple[str, ...], policy: str
) -> None:
    """Build the index of RECORDS anew, and put it in the place of the old one when it is whole."""
    _build(records, archive, _settings(policies, policy), anew=True)


@index_command.command(
    "status",
    epilog=examples(
        "groundrules index status",
        "groundrules index status --json",
    ),
)
@_records
@policies_option
@policy_option
@json_option
@colour_option
def status_command(
    records: tuple[str, ...], policies: tuple[str, ...], policy: str, color: str, *, as_json: bool
) -> None:
    """Say what the index of RECORDS holds, how large it is, and what of it is out of date."""
    from groundrules.desk.indexing.status import index_status  # noqa: PLC0415 - start-up time
    from groundrules.reporters.index_page import status_json, status_lines  # noqa: PLC0415 - likewise

    found = index_status(records, _settings(policies, policy), os.environ)
    show(status_json(found) if as_json else status_lines(found), "never" if as_json else color)


@index_command.command(
    "verify",
    epilog=examples(
        "groundrules index verify",
        "groundrules index verify records/",
    ),
)
@_records
@policies_option
@policy_option
def verify_command(records: tuple[str, ...], policies: tuple[str, ...], policy: str) -> None:
    """Read the index of RECORDS through, and compare it with the records themselves."""
    from groundrules.desk.indexing.proof import prove_index  # noqa: PLC0415 - start-up time
    from groundrules.reporters.index_page import proof_lines  # noqa: PLC0415 - likewise
    from groundrules.reporters.progress import progress  # noqa: PLC0415 - likewise

    with progress("Comparing", sys.stderr) as advance:
        found = prove_index(records, _settings(policies, policy), os.environ, advance)
    show(proof_lines(found))


def _build(records: tuple[str, ...], archive: str, settings: Settings, *, anew: bool) -> None:
    from groundrules.desk.indexing import building as index_building  # noqa: PLC0415 - start-up time
    from groundrules.reporters.index_page import built_lines  # noqa: PLC0415 - likewise
    from groundrules.reporters.progress import progress  # noqa: PLC0415 - likewise

    if archive and records:
        raise click.UsageError("--archive is built by itself: leave out the records")
    with progress("Indexing", sys.stderr) as advance:
        if archive:
            built = index_building.build_archive(archive, settings, os.environ, advance, anew=anew)
        else:
            work = index_building.rebuild_index if anew else index_building.build_index
            built = work(records, settings, os.environ, advance)
    show(built_lines(built, archive=bool(archive)))


def _settings(policies: tuple[str, ...], policy: str) -> Settings:
    return settings_from({"policies": policies, "policy": policy})

"""`groundrules import`: make records of transcripts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from groundrules.faces.cli.options import examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.record.transcript import Role

_MANY = 3


class _Given(TypedDict):
    out: str
    party: tuple[str, ...]
    policy: str
    outlet: str
    id: str
    force: bool


@click.command(
    "import",
    short_help="Make a record of each transcript.",
    epilog=examples(
        "groundrules import talk.vtt --out records",
        "groundrules import briefing.txt --party 'MS. ORTIZ=spokesperson' --party Q=reporter",
        "groundrules import talk.srt --id harbor-2026-11-03 --outlet 'The Ledger Post'",
        "groundrules import transcripts/*.txt --out records --policy state-department",
    ),
)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option(
    "--out",
    default="records",
    metavar="FOLDER",
    help="Where the records are written. [default: records]",
)
@click.option(
    "--party",
    multiple=True,
    metavar="LABEL=ROLE",
    help="What somebody in the transcript is: reporter, source, spokesperson, moderator, "
    "negotiator or other; may be given again.",
)
@click.option("--policy", default="", metavar="NAME", help="The policy to read the words under.")
@click.option("--outlet", default="", metavar="NAME", help="For whom the reporters were working.")
@click.option("--id", default="", metavar="ID", help="The conversation's id, for one file.")
@click.option("--force", is_flag=True, help="Overwrite records that are there.")
def import_command(files: tuple[str, ...], **given: Unpack[_Given]) -> None:
    """Make a record of each transcript FILE; `-` is standard input.

    WebVTT, SubRip, and plain transcripts with `NAME:` before each turn. Every word and every
    speaker is kept, and no agreement is made up: what was agreed is for a person to add. If one
    file cannot be read, nothing is written.
    """
    from pathlib import Path  # noqa: PLC0415 - start-up time

    from groundrules.desk.import_transcript import import_transcripts  # noqa: PLC0415 - likewise

    if not files:
        raise click.UsageError("no transcript was named")
    imported = import_transcripts(
        files,
        Path(given["out"]),
        roles=_roles(given["party"]),
        policy=given["policy"],
        outlet=given["outlet"],
        wanted_id=given["id"],
        force=given["force"],
        progress=_progress(len(files)),
    )
    for one in imported:
        unknown = f"; in {one.unknown:,} nobody knows who spoke" if one.unknown else ""
        turns = len(one.conversation.turns)
        click.echo(f"{one.record}: {turns:,} turns, {one.words:,} words{unknown}")


def _roles(given: tuple[str, ...]) -> dict[str, Role]:
    from groundrules.record.transcript import Role  # noqa: PLC0415 - start-up time

    roles = {}
    for one in given:
        label, equals, word = one.rpartition("=")
        if not (label and equals and word in set(Role)):
            known = ", ".join(Role)
            raise click.UsageError(f"--party wants LABEL=ROLE, with one of {known}")
        roles[label] = Role(word)
    return roles


def _progress(files: int) -> Callable[[str], None] | None:
    """Return what shows the progress of many files to a person, or None."""
    if files <= _MANY or not sys.stderr.isatty():
        return None
    seen = 0

    def show(_name: str) -> None:
        nonlocal seen
        seen += 1
        sys.stderr.write(f"\rreading {seen} of {files}" + ("\n" if seen == files else ""))
        sys.stderr.flush()

    return show

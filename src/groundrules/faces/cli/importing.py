"""`groundrules import`: make records of transcripts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from groundrules.faces.cli.exit_status import ExitStatus
from groundrules.faces.cli.options import (
    colour_option,
    examples,
    json_option,
    policies_option,
    settings_from,
    show,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.desk.records.import_transcript import Imported, Telling
    from groundrules.readers.transcript.casting import Who

_MANY = 3
_FOLDER = "records"


class _Given(TypedDict):
    out: str | None
    party: tuple[str, ...]
    policy: str
    policies: tuple[str, ...]
    outlet: str
    id: str
    cues: bool
    force: bool
    as_json: bool
    color: str


@click.command(
    "import",
    short_help="Make a record of each transcript.",
    epilog=examples(
        "groundrules import talk.vtt --out records",
        "groundrules import briefing.txt --party 'MS. ORTIZ=spokesperson' --party Q=reporter",
        "groundrules import talk.json --party SPEAKER_00=reporter:AR --party SPEAKER_01=source:S1",
        "groundrules import talk.srt --id harbor-2026-11-03 --outlet 'The Ledger Post'",
        "groundrules import transcripts/*.txt --out records --policy state-department",
        "groundrules import talk.vtt --json --party 'Ana Ruiz=reporter'",
    ),
)
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option(
    "--out",
    default=None,
    metavar="FOLDER",
    help="Where the records are written. [default: records; with --json nowhere]",
)
@click.option(
    "--party",
    multiple=True,
    metavar="LABEL=ROLE[:ID]",
    help="What somebody in the transcript is: reporter, source, spokesperson, moderator, "
    "negotiator or other; and the id in the record. May be given again.",
)
@click.option("--policy", default="", metavar="NAME", help="The policy to read the words under.")
@policies_option
@click.option("--outlet", default="", metavar="NAME", help="For whom the reporters were working.")
@click.option("--id", default="", metavar="ID", help="The conversation's id, for one file.")
@click.option(
    "--cues/--no-cues",
    default=True,
    help="Whether the acts that are heard in the talk are proposed. [default: --cues]",
)
@click.option("--force", is_flag=True, help="Overwrite records that are there.")
@json_option
@colour_option
def import_command(files: tuple[str, ...], **given: Unpack[_Given]) -> None:
    """Make a record of each transcript FILE; `-` is standard input.

    Every word and every speaker is kept, and no agreement is made up: what is heard about the terms
    is proposed, and protects what it could mean until you confirm it. At a terminal you are asked
    who is who, and one file goes on into the review. If one file cannot be read, nothing is
    written. With --json nothing is asked: the talk and what is heard in it are printed.
    """
    from groundrules.desk.records.import_transcript import Telling  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli import who_is_who  # noqa: PLC0415 - likewise

    if not files:
        raise click.UsageError("no transcript was named")
    who = who_is_who.given(given["party"])
    telling = Telling(who, given["policy"], given["outlet"], given["cues"])
    settings = settings_from({"policies": given["policies"]})
    if given["as_json"]:
        _print_json(files, telling, settings, given)
    else:
        _import(files, telling, settings, given)


def _import(files: tuple[str, ...], telling: Telling, settings: Settings, given: _Given) -> None:
    """Write the records; at a terminal, ask who is who before, and review a single one after."""
    from groundrules.desk.records.import_transcript import told, write_records  # noqa: PLC0415 - start-up
    from groundrules.faces.cli.asking import say  # noqa: PLC0415 - likewise

    read, out = _read(files, given)
    told(read, telling._replace(cues=False))  # a slip is refused before anything is asked
    asks = "-" not in files and sys.stdin.isatty() and sys.stdout.isatty()
    if asks:
        telling = telling._replace(who=_asked(read, telling.who, out))
    tell = say if asks else click.echo  # one line of a report for other programs stays one
    imported = told(read, telling)
    write_records(imported, out, force=given["force"])
    for one in imported:
        tell(_line(one))
    _warn(read, telling.who)
    if asks and len(imported) == 1 and imported[0].conversation.proposals:
        from groundrules.faces.cli.reviewing import review  # noqa: PLC0415 - start-up time

        review(str(imported[0].record), settings, given["color"])


def _read(files: tuple[str, ...], given: _Given) -> tuple[tuple[Imported, ...], Path]:
    from pathlib import Path  # noqa: PLC0415 - start-up time

    from groundrules.desk.records.import_transcript import read_all  # noqa: PLC0415 - likewise

    out = Path(given["out"] or _FOLDER)
    read = read_all(
        files,
        out,
        wanted_id=given["id"],
        force=given["force"],
        progress=_progress(len(files)),
    )
    return read, out


def _asked(read: Sequence[Imported], who: Mapping[str, Who], out: Path) -> dict[str, Who]:
    """Return who is who, with what was asked about those of whom `--party` says nothing."""
    from groundrules.desk.records.earlier_records import EarlierRecords  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli import who_is_who  # noqa: PLC0415 - likewise
    from groundrules.faces.cli.asking import Stopped  # noqa: PLC0415 - likewise

    untold = who_is_who.untold((one.conversation for one in read), who)
    speakers = who_is_who.askable(untold, len(read))
    try:
        return {**who, **who_is_who.ask(speakers, EarlierRecords(out).who)}
    except Stopped:
        click.echo("Stopped. Nothing was written.")
        raise click.exceptions.Exit(ExitStatus.INCOMPLETE) from None


def _line(one: Imported) -> str:
    """Return what became of a transcript, without a word of it."""
    conversation = one.conversation
    heard = len(conversation.proposals)
    unknown = f"; in {one.unknown:,} nobody knows who spoke" if one.unknown else ""
    waiting = f"; {heard:,} to review" if heard else ""
    return f"{one.record}: {len(conversation.turns):,} turns, {one.words:,} words{unknown}{waiting}"


def _warn(read: Sequence[Imported], who: Mapping[str, Who]) -> None:
    """Say on standard error that nobody has told who some of the speakers are."""
    from groundrules.faces.cli import who_is_who  # noqa: PLC0415 - start-up time
    from groundrules.record.transcript import Role  # noqa: PLC0415 - likewise
    from groundrules.reporters.plain_words import counted  # noqa: PLC0415 - likewise

    untold = who_is_who.untold((one.conversation for one in read), who)
    if others := sum(speaker.party.role is Role.OTHER for speaker in untold):
        known = counted(others, "speaker is", "speakers are")
        remedy = "tell who is who with --party LABEL=ROLE"
        click.echo(f"{known} `other`, and protected like a source: {remedy}", err=True)


def _print_json(
    files: tuple[str, ...], telling: Telling, settings: Settings, given: _Given
) -> None:
    """Print what stands in one transcript, and write its record where a folder is named."""
    from pathlib import Path  # noqa: PLC0415 - start-up time

    from groundrules.desk.records.import_transcript import read_all, write_records  # noqa: PLC0415 - likewise
    from groundrules.desk.records.preview_import import preview  # noqa: PLC0415 - likewise
    from groundrules.reporters import import_json  # noqa: PLC0415 - likewise

    if len(files) > 1:
        raise click.UsageError("--json prints one object: name one transcript")
    out = Path(given["out"]) if given["out"] else None
    (read,) = read_all(files, out, wanted_id=given["id"], force=given["force"])
    found = preview(read, telling, settings)
    if out:
        write_records((found.imported,), out, force=given["force"])
    show(import_json.lines(found.now, found.confirmed, found.heard, found.labels))


def _progress(files: int) -> Callable[[str], None] | None:
    """Return what shows the progress of many files to a person, or None."""
    if files <= _MANY or not sys.stderr.isatty():
        return None
    seen = 0

    def show_progress(_name: str) -> None:
        nonlocal seen
        seen += 1
        sys.stderr.write(f"\rreading {seen} of {files}" + ("\n" if seen == files else ""))
        sys.stderr.flush()

    return show_progress

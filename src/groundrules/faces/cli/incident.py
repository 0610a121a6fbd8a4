"""`groundrules incident`: when it goes wrong."""

from __future__ import annotations

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
from groundrules.faces.cli.sheet_options import (
    force_option,
    out_option,
    sheet_format_option,
    show_sheet,
)

if TYPE_CHECKING:
    from groundrules.desk.talking.handle_incident import Noted, Told

_wordings_option = click.option(
    "--wordings",
    multiple=True,
    metavar="FOLDER",
    help="A folder with pages of your own; may be given again.",
)
_side_option = click.option(
    "--side",
    type=click.Choice(("source", "reporter")),
    default="source",
    help="Who you are: the person who spoke, or the reporter and editor. [default: source]",
)
_at_option = click.option(
    "--at",
    default="",
    metavar="INSTANT",
    help="When it happened, such as 2026-11-06T07:30-05:00. [default: now]",
)
_by_option = click.option(
    "--by",
    default="",
    metavar="ID",
    help="Who tells it, by the record's own id. [default: the only party of your side]",
)
_turns_option = click.option(
    "--turns", default="", metavar="TURNS", help="The turns that are meant, such as 4-6,8."
)
_kind_option = click.option(
    "--kind", default="", metavar="KIND", help="Which one. [default: the last that is open]"
)


@click.group(
    "incident",
    short_help="When it goes wrong: what holds, what to do, in which order.",
    epilog=examples(
        "groundrules incident list",
        "groundrules incident show broken",
        "groundrules incident open broken records/harbor.record --turns 4-6",
    ),
)
def incident_command() -> None:
    """When it goes wrong: a calm page for each kind, and a place in the record for what happened.

    Nothing here changes any terms.
    """


@incident_command.command(
    "list",
    epilog=examples("groundrules incident list", "groundrules incident list --json"),
)
@_wordings_option
@json_option
def list_command(wordings: tuple[str, ...], *, as_json: bool) -> None:
    """List every kind of incident that has a page."""
    from groundrules.desk.talking.handle_incident import every_page  # noqa: PLC0415 - start-up time

    found = every_page(settings_from({"wordings": wordings}))
    from groundrules.reporters.trouble_list import list_json, list_lines  # noqa: PLC0415 - likewise

    if as_json:
        show(list_json(found))
        return
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - start-up time

    show(list_lines(found, width()))


@incident_command.command(
    "show",
    epilog=examples(
        "groundrules incident show broken",
        "groundrules incident show subpoena --side reporter",
        "groundrules incident show exposed --out exposed.pdf",
    ),
)
@click.argument("kind")
@_side_option
@sheet_format_option
@out_option
@force_option
@_wordings_option
@colour_option
def show_command(  # noqa: PLR0913 - the options of the command
    *, kind: str, side: str, form: str, out: str, wordings: tuple[str, ...], color: str, force: bool
) -> None:
    """Print the page for KIND: what holds, what to do in which order, and what each way costs."""
    from groundrules.desk.talking.handle_incident import one_page  # noqa: PLC0415 - start-up time
    from groundrules.reporters.trouble_sheet import page  # noqa: PLC0415 - likewise
    from groundrules.talk.trouble.page import Reader  # noqa: PLC0415 - likewise

    trouble, frame = one_page(kind, settings_from({"wordings": wordings}))
    show_sheet(page(trouble, frame, Reader(side)), form, out, color, force=force)


@incident_command.command(
    "open",
    epilog=examples(
        "groundrules incident open broken records/harbor.record --turns 4-6",
        "groundrules incident open slip records/harbor.record --side reporter",
        "groundrules incident open leak records/harbor.record --note - < note.txt",
    ),
)
@click.argument("kind")
@click.argument("record")
@_turns_option
@click.option("--note", "comment", default="", metavar="TEXT", help="A sober comment; - reads it.")
@_at_option
@_by_option
@_side_option
@policy_option
@policies_option
@_wordings_option
@colour_option
def open_command(  # noqa: PLR0913 - the options of the command
    *,
    kind: str,
    record: str,
    turns: str,
    comment: str,
    at: str,
    by: str,
    side: str,
    policy: str,
    policies: tuple[str, ...],
    wordings: tuple[str, ...],
    color: str,
) -> None:
    """Put an incident of KIND into RECORD; print what the record proves, and the first steps.

    One line is added at the end of the file; all the rest of it stays as it is. It changes no
    terms. This prints words of the talk.
    """
    from groundrules.desk.talking.handle_incident import one_page, open_incident  # noqa: PLC0415 - start-up
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - likewise
    from groundrules.reporters.sheets.sheet_text import lines as sheet_lines  # noqa: PLC0415 - likewise
    from groundrules.reporters.trouble_sheet import first_steps  # noqa: PLC0415 - likewise

    settings = settings_from({"policy": policy, "policies": policies, "wordings": wordings})
    told = _told(side, by, at, turns, comment)
    noted = open_incident(kind, record, told, settings)
    _say(noted, color)
    steps = first_steps(*one_page(kind, settings), told.reader)
    show(sheet_lines(steps, width()), color)
    click.echo(f"\n`groundrules incident show {kind} --side {side}` has the whole page.")


@incident_command.command(
    "note",
    epilog=examples(
        'groundrules incident note records/harbor.record "The editor was told."',
        "groundrules incident note records/harbor.record - < note.txt",
    ),
)
@click.argument("record")
@click.argument("text")
@_kind_option
@_turns_option
@_at_option
@_by_option
@_side_option
def note_command(  # noqa: PLR0913 - the options of the command
    *, record: str, text: str, kind: str, turns: str, at: str, by: str, side: str
) -> None:
    """Add TEXT to RECORD as a note about an open incident; - reads it from standard input."""
    from groundrules.desk.talking.handle_incident import note_incident  # noqa: PLC0415 - start-up time

    told = _told(side, by, at, turns, text)
    if not told.comment.strip():
        raise click.UsageError("the note is empty")
    noted = note_incident(record, kind, told, settings_from({}))
    click.echo(_added(noted))


@incident_command.command(
    "close",
    epilog=examples(
        "groundrules incident close records/harbor.record",
        'groundrules incident close records/harbor.record --note "A correction was printed."',
    ),
)
@click.argument("record")
@_kind_option
@click.option(
    "--note", "comment", default="", metavar="TEXT", help="How it was settled; - reads it."
)
@_at_option
@_by_option
@_side_option
def close_command(  # noqa: PLR0913 - the options of the command
    *, record: str, kind: str, comment: str, at: str, by: str, side: str
) -> None:
    """Put down in RECORD that an incident is settled. The terms stay what they were."""
    from groundrules.desk.talking.handle_incident import close_incident  # noqa: PLC0415 - start-up time

    told = _told(side, by, at, "", comment)
    click.echo(_added(close_incident(record, kind, told, settings_from({}))))


@incident_command.command(
    "undo", epilog=examples("groundrules incident undo records/harbor.record")
)
@click.argument("record")
def undo_command(record: str) -> None:
    """Take back the last line of RECORD, if it is about an incident."""
    from groundrules.desk.talking.handle_incident import take_back  # noqa: PLC0415 - start-up time

    fact = take_back(record)
    click.echo(f"took the last {fact.kind} out of {record}")


def _told(side: str, by: str, at: str, turns: str, comment: str) -> Told:
    from groundrules.desk.talking.handle_incident import Told  # noqa: PLC0415 - start-up time
    from groundrules.readers.text_file import read_text  # noqa: PLC0415 - likewise
    from groundrules.talk.trouble.page import Reader  # noqa: PLC0415 - likewise

    words = read_text(comment) if comment == "-" else comment
    return Told(Reader(side), by, at, turns, words)


def _added(noted: Noted) -> str:
    """Return what was done, without any word of the comment."""
    when = noted.fact.when.isoformat() if noted.fact.when else ""
    by = f" by {noted.fact.by}" if noted.fact.by else ""
    return f"added to {noted.name}: {noted.fact.kind}{by}, {when} (fact {noted.number})"


def _say(noted: Noted, color: str) -> None:
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - start-up time
    from groundrules.reporters import proof  # noqa: PLC0415 - likewise
    from groundrules.reporters.lines import EMPTY, plain  # noqa: PLC0415 - likewise

    said = (plain(_added(noted)), EMPTY, *proof.lines(noted.timeline, noted.runs, width()), EMPTY)
    show(said, color)

"""`groundrules meeting`: terms for a whole room, and talks between two sides."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from groundrules.faces.cli.options import (
    colour_option,
    examples,
    policies_option,
    policy_option,
    settings_from,
)
from groundrules.faces.cli.sheet_options import (
    force_option,
    out_option,
    sheet_format_option,
    show_sheet,
)

if TYPE_CHECKING:
    from groundrules.reporters.sheets.sheet import Sheet
    from groundrules.talk.meeting.exposure import Weighed

_level_option = click.option(
    "--level", default="", metavar="LEVEL", help="The level. [default: the usual one of the kind]"
)


@click.group(
    "meeting",
    short_help="Hold a meeting on terms, and keep its minutes.",
    epilog=examples(
        "groundrules meeting announce --kind chatham-house",
        "groundrules meeting who meetings/round-table.record",
        "groundrules meeting minutes meetings/round-table.record --out minutes.md",
        "groundrules meeting attendees meetings/round-table.record --public",
        "groundrules meeting aside points.txt",
    ),
)
def meeting_command() -> None:
    """Hold a briefing, a meeting under the Chatham House Rule, or talks between two sides."""


@meeting_command.command(
    "announce",
    epilog=examples(
        "groundrules meeting announce --kind chatham-house",
        "groundrules meeting announce --kind briefing --level deep-background --policy ap",
        "groundrules meeting announce --description 'a company official' --embargo 'the vote'",
        "groundrules meeting announce --kind negotiation --out opening.pdf",
    ),
)
@click.option(
    "--kind",
    type=click.Choice(("briefing", "chatham-house", "negotiation")),
    default="briefing",
    help="What kind of meeting it is. [default: briefing]",
)
@_level_option
@click.option(
    "--description",
    "descriptions",
    multiple=True,
    metavar="WORDS",
    help="How whoever speaks may be described; may be given again.",
)
@click.option("--embargo", default="", metavar="WHEN", help="An instant, or an event in words.")
@policy_option
@policies_option
@sheet_format_option
@out_option
@force_option
@colour_option
def announce_command(  # noqa: PLR0913, PLR0917 - one argument for each option
    kind: str,
    level: str,
    descriptions: tuple[str, ...],
    embargo: str,
    policy: str,
    policies: tuple[str, ...],
    form: str,
    out: str,
    color: str,
    *,
    force: bool,
) -> None:
    """Print the words for the host to open with, complete.

    They say what may be used, how it may be attributed and until when, and that whoever does not
    accept it says so now or leaves.
    """
    from groundrules.desk.talking.hold_meeting import Opening, open_meeting  # noqa: PLC0415 - start-up time

    settings = settings_from({"policies": policies})
    opening = Opening(kind, level, policy, descriptions, embargo)
    sheet = open_meeting(opening, settings)
    show_sheet(sheet, form, out, color, force=force)


@meeting_command.command(
    "who",
    epilog=examples(
        "groundrules meeting who meetings/briefing.record --policy ap",
        "groundrules meeting who meetings/quay-lease.record",
    ),
)
@click.argument("record")
@policy_option
@policies_option
@sheet_format_option
@out_option
@force_option
@colour_option
def who_command(  # noqa: PLR0913, PLR0917 - one argument for each option
    record: str,
    policy: str,
    policies: tuple[str, ...],
    form: str,
    out: str,
    color: str,
    *,
    force: bool,
) -> None:
    """Tell who in RECORD accepted its terms, by word or by staying, who did not, and who left.

    For talks between two sides it also shows what each promised and gave. This prints the names in
    the record.
    """
    from groundrules.desk.talking.hold_meeting import who_accepted  # noqa: PLC0415 - start-up time

    settings = settings_from({"policy": policy, "policies": policies})
    show_sheet(who_accepted(record, settings), form, out, color, force=force)


@meeting_command.command(
    "minutes",
    epilog=examples(
        "groundrules meeting minutes meetings/round-table.record",
        "groundrules meeting minutes meetings/round-table.record --out minutes.docx",
        "groundrules meeting minutes meetings/round-table.record --format markdown",
    ),
)
@click.argument("record")
@policy_option
@policies_option
@click.option(
    "--as-of",
    default="",
    metavar="INSTANT",
    help="When the minutes go out: 2026-11-05T06:00-05:00. [default: now]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "html", "docx", "pdf", "markdown")),
    default=None,
    callback=lambda _context, _option, value: value or "",
    help="The form; docx and pdf need --out. [default: by the ending of --out, or else text]",
)
@out_option
@force_option
@colour_option
def minutes_command(  # noqa: PLR0913, PLR0917 - one argument for each option
    record: str,
    policy: str,
    policies: tuple[str, ...],
    as_of: str,
    form: str,
    out: str,
    color: str,
    *,
    force: bool,
) -> None:
    """Print minutes of RECORD that keep its terms.

    Points stand without speaker, affiliation or attendance where the Chatham House Rule holds. What
    may not stand in them is left out and counted, never silently.
    """
    from groundrules.desk.checking.publication_time import publication_time  # noqa: PLC0415 - likewise
    from groundrules.desk.talking.hold_meeting import write_minutes  # noqa: PLC0415 - start-up time

    settings = settings_from({"policy": policy, "policies": policies})
    sheet = write_minutes(record, publication_time(as_of), settings)
    if form == "markdown" or (not form and out.endswith(".md")):
        _show_markdown(sheet, out, force=force)
    else:
        show_sheet(sheet, form, out, color, force=force)


@meeting_command.command(
    "attendees",
    epilog=examples(
        "groundrules meeting attendees meetings/round-table.record",
        "groundrules meeting attendees meetings/round-table.record --public",
    ),
)
@click.argument("record")
@click.option("--public", is_flag=True, help="Print only what may be handed out.")
@policy_option
@policies_option
@sheet_format_option
@out_option
@force_option
@colour_option
def attendees_command(  # noqa: PLR0913, PLR0917 - one argument for each option
    record: str,
    policy: str,
    policies: tuple[str, ...],
    form: str,
    out: str,
    color: str,
    *,
    public: bool,
    force: bool,
) -> None:
    """List those who came to the meeting in RECORD, for the host's own keeping.

    With --public, what may be handed out: a number, and nothing where attendance is secret.
    """
    from groundrules.desk.talking.hold_meeting import list_attendees  # noqa: PLC0415 - start-up time

    settings = settings_from({"policy": policy, "policies": policies})
    sheet = list_attendees(record, settings, public=public)
    show_sheet(sheet, form, out, color, force=force)


@meeting_command.command(
    "aside",
    epilog=examples(
        "groundrules meeting aside",
        "groundrules meeting aside points.txt --tell 'the board of Tern Shipping'",
        "groundrules meeting aside points.txt --out aside.pdf",
    ),
)
@click.argument("file", default="")
@click.option(
    "--tell",
    "people",
    multiple=True,
    metavar="TEXT",
    help="Who at home may be told, on either side; may be given again.",
)
@_level_option
@policy_option
@policies_option
@sheet_format_option
@out_option
@force_option
@colour_option
def aside_command(  # noqa: PLR0913, PLR0917 - one argument for each option
    file: str,
    people: tuple[str, ...],
    level: str,
    policy: str,
    policies: tuple[str, ...],
    form: str,
    out: str,
    color: str,
    *,
    force: bool,
) -> None:
    """Test each point before you talk aside in a negotiation, and print the words for it.

    Of each point it asks: would it hurt if they brought it up later? FILE has one point to a line,
    with the answer in front of it (`no: we could start in May`). Without FILE it asks at the
    terminal, or reads the points from standard input.
    """
    from groundrules.desk.talking.hold_meeting import Opening, talk_aside  # noqa: PLC0415 - start-up time

    settings = settings_from({"policies": policies})
    points, named = _points(file, policies)
    opening = Opening("negotiation", level, policy)
    sheet = talk_aside(points, tuple(dict.fromkeys((*people, *named))), opening, settings)
    show_sheet(sheet, form, out, color, force=force)


def _points(file: str, policies: tuple[str, ...]) -> tuple[tuple[Weighed, ...], tuple[str, ...]]:
    """Return the points with their tests, and who may be told, where the person was asked that."""
    from groundrules.desk.talking.hold_meeting import read_points  # noqa: PLC0415 - start-up time

    if file or not sys.stdin.isatty():
        return read_points(file or "-"), ()
    from groundrules.faces.cli.asking_aside import ask_points  # noqa: PLC0415 - start-up time

    return ask_points(settings_from({"policies": policies}))


def _show_markdown(sheet: Sheet, out: str, *, force: bool) -> None:
    from groundrules.desk.talking.hold_meeting import deliver_markdown  # noqa: PLC0415 - start-up time

    text = deliver_markdown(sheet, out, force=force)
    click.echo(text or f"wrote {out}\n", nl=False)

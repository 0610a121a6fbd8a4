"""`groundrules record`: read what was said, and on which terms."""

from __future__ import annotations

from typing import TypedDict, Unpack

import click

from groundrules.faces.cli.liaisons import liaisons_option
from groundrules.faces.cli.options import (
    colour_option,
    examples,
    json_option,
    policies_option,
    policy_option,
    settings_from,
    show,
)
from groundrules.faces.cli.sheet_options import force_option, out_option


class _Given(TypedDict):
    """The options of `show`."""

    policy: str
    policies: tuple[str, ...]
    liaisons: tuple[str, ...]
    form: str | None
    out: str
    force: bool
    as_json: bool
    color: str


@click.group(
    "record",
    epilog=examples(
        "groundrules record show records/harbor.record",
        "groundrules record show records/harbor.record --out harbor.html",
        "groundrules record timeline records",
    ),
)
def record_command() -> None:
    """Read a record: what was said, and on which terms."""


@record_command.command(
    "show",
    epilog=examples(
        "groundrules record show records/harbor.record",
        "groundrules record show records/harbor.record --policy ap",
        "groundrules record show records/harbor.record --out harbor.html",
        "groundrules record show records/harbor.record --json",
        "groundrules record show records/harbor.record --color always | less -R",
    ),
)
@click.argument("file")
@policy_option
@policies_option
@liaisons_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "html")),
    default=None,
    help="The form: lines, or a page to print. [default: by the ending of --out, or else text]",
)
@out_option
@force_option
@json_option
@colour_option
def show_command(file: str, **given: Unpack[_Given]) -> None:
    """Print the conversation in FILE, each turn with the terms on which it stands.

    The rail beside the words has a letter for the terms: R on the record, P in plain words, N not
    for attribution, B background, C Chatham House Rule, D deep background, O off the record, and ?
    where they are not settled. Where a file says who may talk for an organisation, a talk by
    somebody else is noted at the end. As html it is one page, to read in a browser or to print.
    This prints the words of the talk.
    """
    from groundrules.desk.records.deliver_record import (  # noqa: PLC0415 - start-up time
        form_of_record,
        in_form,
        write_record,
    )
    from groundrules.desk.records.show_record import show_record  # noqa: PLC0415 - likewise
    from groundrules.desk.talking.flag_liaisons import liaison_flags  # noqa: PLC0415 - likewise

    out = given["out"]
    form = form_of_record(given["form"] or "", out, as_json=given["as_json"])
    settings = settings_from({key: given[key] for key in ("policy", "policies", "liaisons")})
    timelines = show_record(file, settings)
    flags = liaison_flags(timelines, settings)
    if out != "-":
        write_record(in_form(form, timelines, flags, file), out, file, force=given["force"])
        click.echo(f"wrote {out}")
        return
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - start-up time

    show(in_form(form, timelines, flags, file, width()), given["color"])


@record_command.command(
    "timeline",
    epilog=examples(
        "groundrules record timeline",
        "groundrules record timeline records",
        "groundrules record timeline records/harbor.record records/union.record",
        "groundrules record timeline records --json",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@policy_option
@policies_option
@json_option
@colour_option
def timeline_command(
    paths: tuple[str, ...], policy: str, policies: tuple[str, ...], color: str, *, as_json: bool
) -> None:
    """Print one line for each conversation in files and folders: on which terms it was, and when.

    Each letter of the rail stands for a stretch of the talk; where it holds several terms, the
    strictest has the letter. Marks tell where terms were agreed, where the talk went back on the
    record, and where something was left open. No word of any talk is printed, and no name.
    """
    from groundrules.desk.records.show_record import show_timelines  # noqa: PLC0415 - start-up time
    from groundrules.reporters.picture.timeline_page import unread  # noqa: PLC0415 - likewise

    found = show_timelines(paths, settings_from({"policy": policy, "policies": policies}))
    if as_json:
        from groundrules.reporters.picture import timeline_json  # noqa: PLC0415 - start-up time

        show(timeline_json.lines(found.shown))
        for sentence in unread(found.sealed, found.closed):
            click.echo(sentence, err=True)
        return
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - start-up time
    from groundrules.reporters.picture import timeline_page  # noqa: PLC0415 - likewise

    show(timeline_page.lines(found.shown, width(), found.sealed, found.closed), color)

"""`groundrules plan`: the page for the talk, and the head of its record."""

from __future__ import annotations

from typing import TypedDict, Unpack

import click

from groundrules.faces.cli.options import colour_option, examples, policies_option, settings_from
from groundrules.faces.cli.sheet_options import force_option, out_option, show_sheet


class _Given(TypedDict):
    policy: str
    policies: tuple[str, ...]
    form: str
    out: str
    color: str
    force: bool


@click.command(
    "plan",
    short_help="Print the page for a talk, or the head of its record.",
    epilog=examples(
        "groundrules plan preparation.json",
        "groundrules plan preparation.json --out my-page.pdf",
        "groundrules plan preparation.json --format record --out records/harbor.record",
    ),
)
@click.argument("file")
@click.option(
    "--policy",
    default="",
    metavar="NAME",
    help="The outlet's policy. [default: looked up by the outlet's name]",
)
@policies_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "html", "docx", "pdf", "record")),
    default=None,
    callback=lambda _context, _option, value: value or "",
    help="The form; docx and pdf need --out. [default: by the ending of --out, or else text]",
)
@out_option
@force_option
@colour_option
def plan_command(file: str, **given: Unpack[_Given]) -> None:
    """Make the plan of the answers in FILE, which `groundrules prepare` has kept.

    It is one page to take along: what to say on which terms, what not to say, and what to do in
    which order. As a record it is the head under which the talk is written down.
    """
    from pathlib import Path  # noqa: PLC0415 - start-up time

    from groundrules.desk.talking.plan_talk import (  # noqa: PLC0415 - likewise
        deliver_record_head,
        is_record,
        plan_in,
    )

    plan = plan_in(Path(file), settings_from({"policies": given["policies"]}), given["policy"])
    if is_record(given["form"], given["out"]):
        text = deliver_record_head(plan, given["out"], force=given["force"])
        click.echo(text or f"wrote {given['out']}\n", nl=False)
        return
    from groundrules.reporters.plan_sheet import plan_sheet  # noqa: PLC0415 - start-up time

    show_sheet(plan_sheet(plan), given["form"], given["out"], given["color"], force=given["force"])

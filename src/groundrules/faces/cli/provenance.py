"""`groundrules provenance`: tie every quotation of a draft to the words it comes from."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from groundrules.errors import BadInput
from groundrules.faces.cli.checking_options import promises_options, stdin_option
from groundrules.faces.cli.exit_status import ExitStatus
from groundrules.faces.cli.options import colour_option, examples, exit_status

if TYPE_CHECKING:
    from groundrules.config.settings import Settings

_FORMS = ("text", "json", "html")


class _Given(TypedDict):
    records: tuple[str, ...]
    policy: str
    policies: tuple[str, ...]
    format: str | None
    output: str
    reveal: bool
    color: str
    stdin_filename: str


@click.command(
    "provenance",
    epilog=examples(
        "groundrules provenance draft.md",
        "groundrules provenance draft.md --output quotations.html",
        "groundrules provenance stories/ --records talks/ --format json -o quotations.json",
        "groundrules provenance draft.md --reveal",
    )
    + exit_status(
        (0, "every quotation was looked for, whatever was found"),
        (2, "something kept it from being complete"),
    ),
)
@click.argument("drafts", nargs=-1, metavar="DRAFT...")
@promises_options
@click.option(
    "--format",
    type=click.Choice(_FORMS),
    default=None,
    help="How it is shown. [default: what the ending of --output says, or else text]",
)
@click.option("-o", "--output", default="-", metavar="FILE", help="Write it to a file.")
@click.option(
    "--reveal",
    is_flag=True,
    help="Show names, and words of draft and record. It is recorded that you asked.",
)
@colour_option
@stdin_option
def provenance_command(drafts: tuple[str, ...], **given: Unpack[_Given]) -> int:
    """Tie every quotation of a draft to the words it comes from.

    For each: in which conversation it was said and at which second, on which terms, and how it
    differs from what was said; or that no statement was found. It is for whoever checks the facts,
    and has an answer also where nothing is wrong.
    """
    from groundrules.desk.checking.check_draft import check_drafts  # noqa: PLC0415 - start-up time
    from groundrules.desk.checking.deliver_report import Delivery, deliver  # noqa: PLC0415 - likewise
    from groundrules.desk.checking.find_drafts import find_drafts, not_read  # noqa: PLC0415 - likewise
    from groundrules.desk.checking.publication_time import publication_time  # noqa: PLC0415 - likewise
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - likewise

    found = find_drafts(drafts)
    settings = _settings(found, given)
    stdin_name, as_of = given["stdin_filename"], publication_time("")
    checked = check_drafts(found, settings, as_of, stdin_name, beside=not_read(drafts))
    form = f"provenance-{given['format'] or _form_by_ending(given['output'])}"
    delivery = Delivery(given["output"], given["reveal"], given["color"], width(), form)
    deliver(checked.examinations, settings, delivery, sys.stdout, os.environ, faults=checked.faults)
    if checked.faults:
        raise BadInput(*checked.faults)
    return ExitStatus.DONE


def _form_by_ending(output: str) -> str:
    ending = output.lower().rpartition(".")[2]
    return {"htm": "html"}.get(ending, ending if ending in _FORMS else "text")


def _settings(drafts: tuple[str, ...], given: _Given) -> Settings:
    from groundrules.config.settings import settle  # noqa: PLC0415 - start-up time
    from groundrules.desk.records.find_records import common_folder  # noqa: PLC0415 - likewise

    flags: dict[str, str | tuple[str, ...]] = {
        "records": given["records"],
        "policy": given["policy"],
        "policies": given["policies"],
    }
    return settle(common_folder(drafts, given["stdin_filename"]), flags, os.environ)

"""`groundrules agreement`: what was agreed, in words, for paper."""

from __future__ import annotations

from typing import TypedDict, Unpack

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


class _Given(TypedDict):
    """The options."""

    form: str
    out: str
    english: str
    party: str
    names: bool
    both_sign: bool
    policy: str
    policies: tuple[str, ...]
    color: str
    force: bool


@click.command(
    "agreement",
    short_help="Put the agreement of a talk on paper.",
    epilog=examples(
        "groundrules agreement records/harbor.record",
        "groundrules agreement records/harbor.record --out receipt.pdf",
        "groundrules agreement records/harbor.record --out receipt.docx --english british",
        "groundrules agreement records/meeting.record --for S1 --names",
    ),
)
@click.argument("record")
@sheet_format_option
@out_option
@click.option(
    "--english",
    default="american",
    metavar="NAME",
    help="The wording: american, british or one of your own. [default: american]",
)
@click.option(
    "--for",
    "party",
    default="",
    metavar="ID",
    help="Whose agreement, where the talk promised different things to several people.",
)
@click.option("--names", is_flag=True, help="Name the source on the page, which says so.")
@click.option("--both-sign", is_flag=True, help="Two signatures, where both are institutions.")
@policy_option
@policies_option
@force_option
@colour_option
def agreement_command(record: str, **given: Unpack[_Given]) -> None:
    """Put in plain words what the talk in RECORD agreed.

    Who must keep it, what may be done with which words, what is open and what is not promised, what
    to do if it is broken, and a line on which the outlet signs. A source signs nothing. The page
    leaves out the source's name unless you ask for it.
    """
    from groundrules.desk.talking.show_agreement import Asked, show_agreement  # noqa: PLC0415 - start-up time

    asked = Asked(given["english"], given["party"], given["names"], given["both_sign"])
    settings = settings_from({"policy": given["policy"], "policies": given["policies"]})
    sheet = show_agreement(record, asked, settings)
    show_sheet(
        sheet,
        given["form"],
        given["out"],
        given["color"],
        force=given["force"],
        made_from=(record,),
    )

"""`groundrules lsp`: check drafts in an editor, as they are typed."""

from __future__ import annotations

import os
from typing import TypedDict, Unpack

import click

from groundrules.errors import BadInput, Fault
from groundrules.faces.cli.options import examples, exit_status, policies_option, words_of


class _Given(TypedDict):
    records: tuple[str, ...]
    policy: str
    policies: tuple[str, ...]
    as_of: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    reveal: bool


@click.command(
    "lsp",
    epilog=examples(
        "groundrules lsp",
        "groundrules lsp --policy ap --ignore GR205",
        "groundrules lsp --records ../talks --reveal",
    )
    + exit_status(
        (0, "the editor ended it"),
        (1, "the editor went away without ending it, as the protocol asks"),
        (2, "it could not start"),
    ),
)
@click.option(
    "--records",
    multiple=True,
    metavar="PATH",
    help="A record, or a folder of records; may be given again. [default: the folder `records` "
    "beside the draft, or in the workspace folder]",
)
@click.option("--policy", default="", metavar="NAME", help="The publishing house's policy.")
@policies_option
@click.option(
    "--as-of",
    default="",
    metavar="INSTANT",
    help="When the draft is, or would be, published: 2026-11-05T06:00-05:00. [default: now]",
)
@click.option("--select", multiple=True, metavar="RULE", help="Only these: GR101, GR1 or a name.")
@click.option("--ignore", multiple=True, metavar="RULE", help="All but these.")
@click.option(
    "--reveal",
    is_flag=True,
    help="Show names and words of the record in hovers. It is recorded, with every one of them.",
)
def lsp_command(**given: Unpack[_Given]) -> int:
    """Check drafts in an editor, as they are typed.

    It speaks the Language Server Protocol on standard input and output: an editor starts it.
    """
    from groundrules.desk.checking.serve_editor import EditorDesk  # noqa: PLC0415 - start-up time

    try:
        from groundrules.faces.lsp.server import serve  # noqa: PLC0415 - an optional extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        message = "what it takes to speak with editors is not installed"
        raise BadInput(Fault("lsp", message, "install groundrules with its extra `lsp`")) from None
    flags: dict[str, str | tuple[str, ...]] = {
        "records": given["records"],
        "policy": given["policy"],
        "policies": given["policies"],
        "select": words_of(given["select"]),
        "ignore": words_of(given["ignore"]),
    }
    return serve(EditorDesk(flags, given["as_of"], os.environ, reveal=given["reveal"]))

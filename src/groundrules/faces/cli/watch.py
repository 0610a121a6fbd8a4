"""`groundrules watch`: check drafts again whenever they, or the records, are saved."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from groundrules.faces.cli.checking_options import as_of_option, promises_options, rules_options
from groundrules.faces.cli.options import (
    colour_option,
    examples,
    exit_status,
    show,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.config.settings import Settings
    from groundrules.desk.checking.check_draft import Checked
    from groundrules.desk.checking.watch_drafts import Run
    from groundrules.rules.examination import Examination

_FORMS = ("full", "concise")
_MOST_NAMED = 3
_CLEAR = "\x1b[2J\x1b[H"
"""Clear the screen and go to its upper left corner (ECMA-48, ED and CUP)."""


class _Given(TypedDict):
    records: tuple[str, ...]
    policy: str
    policies: tuple[str, ...]
    as_of: str
    format: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    reveal: bool
    color: str


@click.command(
    "watch",
    epilog=examples(
        "groundrules watch draft.md",
        "groundrules watch drafts/ --format concise",
        "groundrules watch draft.md --records talks/ --policy ap",
    )
    + exit_status(
        (2, "a draft is not there, or something was asked for that there is not"),
        (130, "you stopped it with ^C, as it is meant to end"),
    ),
)
@click.argument("drafts", nargs=-1, metavar="DRAFT...")
@promises_options
@as_of_option
@click.option("--format", type=click.Choice(_FORMS), default=None, help="How it is shown.")
@rules_options
@click.option(
    "--reveal",
    is_flag=True,
    help="Show names, and words of draft and record. It is recorded, with every run.",
)
@colour_option
def watch_command(drafts: tuple[str, ...], **given: Unpack[_Given]) -> None:
    """Check drafts again whenever they, or the records, are saved.

    Each run shows the whole report, and what the last save broke and mended. A fault in a record
    or in the configuration is told, and the next save is waited for. ^C ends it.
    """
    from groundrules.desk.checking.watch_drafts import Watched, watch  # noqa: PLC0415 - start-up time

    before: Sequence[Examination] | None = None
    for run in watch(Watched(drafts, _flags(given), given["as_of"], os.environ)):
        _begin(run)
        if run.checked:
            checked, settings = run.checked
            _show(checked, settings, given, before)
            before = checked.examinations
        _end(run)


def _flags(given: _Given) -> dict[str, str | tuple[str, ...]]:
    return {
        "records": given["records"],
        "policy": given["policy"],
        "policies": given["policies"],
        "select": words_of(given["select"]),
        "ignore": words_of(given["ignore"]),
    }


def _begin(run: Run) -> None:
    """Clear the screen, or where there is none set the run off from the one before."""
    from groundrules.reporters.display_width import one_line  # noqa: PLC0415 - start-up time

    more = ", …" if len(run.saved) > _MOST_NAMED else ""
    saved = ", ".join(map(one_line, run.saved[:_MOST_NAMED])) + more
    on_screen = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    told = f"{saved} changed" if saved else "watching"
    click.echo(f"{_CLEAR if on_screen else ''}== {run.at:%H:%M:%S} {told}\n")


def _show(
    checked: Checked, settings: Settings, given: _Given, before: Sequence[Examination] | None
) -> None:
    from groundrules.desk.checking.deliver_report import Delivery, deliver  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - likewise
    from groundrules.reporters.run_comparison import compared, lines  # noqa: PLC0415 - likewise

    wanted = given["format"] or settings.word("format")
    form = wanted if wanted in _FORMS else _FORMS[0]
    delivery = Delivery(reveal=given["reveal"], colour=given["color"], width=width(), form=form)
    found = checked.examinations
    deliver(found, settings, delivery, sys.stdout, os.environ, faults=checked.faults)
    if before is not None:
        click.echo()
        show(lines(compared(before, found)), given["color"])


def _end(run: Run) -> None:
    from groundrules.faces.cli.running import complain  # noqa: PLC0415 - loaded long ago

    click.echo("" if run.checked else "Nothing was checked.\n", nl=False)
    sys.stdout.flush()
    complain(*map(str, run.faults))
    click.echo("\nThe next save is waited for; ^C ends this.")

"""Options of every command that holds drafts against promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from groundrules.faces.cli.options import policies_option

if TYPE_CHECKING:
    from collections.abc import Callable

_Command = TypeVar("_Command", bound="Callable[..., object]")

_records = click.option(
    "--records",
    multiple=True,
    metavar="PATH",
    help="A record, or a folder of records; may be given again. [default: the folder `records` "
    "beside the draft, or in the working folder]",
)
_policy = click.option(
    "--policy", default="", metavar="NAME", help="The publishing house's policy."
)
_select = click.option(
    "--select", multiple=True, metavar="RULE", help="Only these: GR101, GR1 or a name."
)
_ignore = click.option("--ignore", multiple=True, metavar="RULE", help="All but these.")

as_of_option = click.option(
    "--as-of",
    default="",
    metavar="INSTANT",
    help="When the draft is, or would be, published: 2026-11-05T06:00-05:00. [default: now]",
)

stdin_option = click.option(
    "--stdin-filename", default="", metavar="FILE", help="What to call standard input (`-`)."
)


def promises_options(command: _Command) -> _Command:
    """Give a command the options that say against which promises drafts are held."""
    return _records(_policy(policies_option(command)))


def rules_options(command: _Command) -> _Command:
    """Give a command the options that say which rules hold."""
    return _select(_ignore(command))

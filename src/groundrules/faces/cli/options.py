"""Options that several commands have, and the settings of commands that have no others."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundrules.config.settings import Settings
    from groundrules.reporters.lines import Line

policies_option = click.option(
    "--policies",
    multiple=True,
    metavar="FOLDER",
    help="A folder with policies of your own; may be given again.",
)

policy_option = click.option(
    "--policy",
    default="",
    metavar="NAME",
    help="The house's policy, for records that name none of their own.",
)

colour_option = click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    help="Whether to colour; `auto` honours NO_COLOR, FORCE_COLOR and TERM. [default: auto]",
)

json_option = click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")


def examples(*commands: str) -> str:
    """Return the end of a help text: these commands, one on each line."""
    return "\b\nExamples:\n" + "".join(f"  {command}\n" for command in commands)


def exit_status(*meanings: tuple[int, str]) -> str:
    """Return a further end of a help text: what each exit status means."""
    rows = (f"  {status:<3}  {meaning}\n" for status, meaning in meanings)
    return "\n\b\nExit status:\n" + "".join(rows)


def words_of(given: Iterable[str]) -> tuple[str, ...]:
    """Return the words of an option that may be given again, or with commas: `GR1,GR401`."""
    return tuple(word.strip() for one in given for word in one.split(",") if word.strip())


def settings_from(flags: Mapping[str, str | tuple[str, ...]]) -> Settings:
    """Return the settings of a command that is run in the working folder."""
    from pathlib import Path  # noqa: PLC0415 - start-up time

    from groundrules.config.settings import settle  # noqa: PLC0415 - likewise

    return settle(Path.cwd(), flags, os.environ)


def show(lines: Iterable[Line], colour: str = "never") -> None:
    """Write a page to standard output, made whole before its first character is written."""
    from groundrules.reporters.lines import is_coloured, write  # noqa: PLC0415 - start-up time

    page = list(lines)
    write(page, sys.stdout, colour=is_coloured(colour, sys.stdout, os.environ))

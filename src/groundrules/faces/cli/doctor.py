"""`groundrules doctor`: is everything there that a check needs, and who else could read it?"""

from __future__ import annotations

import os

import click

from groundrules.faces.cli.exit_status import ExitStatus
from groundrules.faces.cli.options import examples, exit_status, json_option, show


@click.command(
    "doctor",
    short_help="Examine the setup; print nothing from a record.",
    epilog=examples(
        "groundrules doctor",
        "groundrules doctor --json",
    )
    + exit_status(
        (0, "everything that a check needs is there; doubts are named"),
        (2, "something is broken, so that a check could not be complete"),
    ),
)
@json_option
def doctor_command(*, as_json: bool) -> int:
    """Examine versions, configuration, policies and records; print nothing from a record."""
    from pathlib import Path  # noqa: PLC0415 - start-up time

    from groundrules.desk.setup.examine_setup import State, examine_setup  # noqa: PLC0415 - likewise
    from groundrules.reporters.setup_page import setup_json, setup_lines  # noqa: PLC0415 - likewise

    seen = examine_setup(Path.cwd(), os.environ)
    show(setup_json(seen) if as_json else setup_lines(seen))
    broken = any(observation.state is State.BROKEN for observation in seen)
    return ExitStatus.INCOMPLETE if broken else ExitStatus.DONE

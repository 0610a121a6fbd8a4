"""`groundrules drill`: practise a talk, and see what would be printable."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from groundrules.faces.cli.options import (
    colour_option,
    examples,
    policies_option,
    settings_from,
    show,
)

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.desk.talking.run_drill import Answered
    from groundrules.reporters.sheets.sheet import Sheet
    from groundrules.talk.drilling.play import Play
    from groundrules.talk.drilling.scenario import Step
    from groundrules.talk.drilling.wordings import Wordings

_AGAIN = "the answers again"


@click.command(
    "drill",
    short_help="Practise a talk, and see what would be printable.",
    epilog=examples(
        "groundrules drill",
        "groundrules drill --side reporter",
        "groundrules drill first-ask",
        "groundrules drill first-ask --save first-ask.record",
    ),
)
@click.argument("name", default="")
@click.option(
    "--side",
    type=click.Choice(("source", "reporter")),
    default=None,
    help="List only the scenarios of one side of the table.",
)
@click.option("--save", default="", metavar="FILE", help="Keep the finished play as a record.")
@click.option("--force", is_flag=True, help="Let --save replace a file that is there.")
@policies_option
@colour_option
def drill_command(  # noqa: PLR0913 - the options of the command
    name: str, side: str | None, save: str, policies: tuple[str, ...], color: str, *, force: bool
) -> None:
    """Play the scenario NAME; without it, list all of them.

    Answer with a number, or in your own words. After each answer you see what could be printed now,
    and which of the five laws decides. Enter shows the answers again, q stops.
    """
    _refuse_mixed(name, side, save)
    settings = settings_from({"policies": policies})
    if name:
        _drill(name, settings, save, color, force=force)
        return
    from groundrules.desk.talking.run_drill import every_scenario  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - likewise
    from groundrules.reporters.drill_page import list_lines  # noqa: PLC0415 - likewise

    show(list_lines(every_scenario(settings, side or ""), width()), color)


def _refuse_mixed(name: str, side: str | None, save: str) -> None:
    if name and side:
        raise click.UsageError("--side lists scenarios: leave it out to play one")
    if save and not name:
        raise click.UsageError("--save keeps a play: name the scenario to play")


def _drill(name: str, settings: Settings, save: str, colour: str, *, force: bool) -> None:
    """Play one scenario from the first step to its end, or until the person stops."""
    from pathlib import Path  # noqa: PLC0415 - start-up time

    from groundrules.desk.talking.run_drill import begin_drill, keep_play, refuse_taken  # noqa: PLC0415 - likewise
    from groundrules.faces.cli.asking import Stopped  # noqa: PLC0415 - likewise
    from groundrules.reporters.drill_page import opening_sheet  # noqa: PLC0415 - likewise

    if save:
        refuse_taken(Path(save), force=force)
    play, wordings = begin_drill(name, settings)
    _show(opening_sheet(play.scenario), colour)
    try:
        while step := play.step:
            play = _answer(play, step, wordings, colour)
    except Stopped:
        if save:
            raise click.ClickException("the play was not finished, so nothing was kept") from None
        return
    if save:
        keep_play(play, Path(save), force=force)


def _answer(play: Play, step: Step, wordings: Wordings, colour: str) -> Play:
    """Put a step, take an answer to it, and show what that brought; return the play after it."""
    from groundrules.reporters import drill_page  # noqa: PLC0415 - start-up time

    answered = _ask(play, step, colour)
    if answered.typed:
        _show(drill_page.typed_sheet(answered.typed, play, step), colour)
    after = answered.play
    page = drill_page.result_sheet if after.ending else drill_page.lesson_sheet
    _show(page(answered.lesson, after, step, wordings), colour)
    return after


def _ask(play: Play, step: Step, colour: str) -> Answered:
    from groundrules.desk.talking.run_drill import answer  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.asking import ask_text, say  # noqa: PLC0415 - likewise
    from groundrules.reporters.drill_page import step_sheet  # noqa: PLC0415 - likewise

    _show(step_sheet(play, step), colour)
    while True:
        given = ask_text("Your answer: a number, or your own words.", default=_AGAIN)
        if given in ("", _AGAIN):
            _show(step_sheet(play, step), colour)
        elif answered := answer(play, step, given):
            return answered
        else:
            say(f"Please type a number from 1 to {len(step.choices)}, or words.")


def _show(sheet: Sheet, colour: str) -> None:
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - start-up time
    from groundrules.reporters.lines import EMPTY  # noqa: PLC0415 - likewise
    from groundrules.reporters.sheets.sheet_text import lines  # noqa: PLC0415 - likewise

    show((*lines(sheet, width()), EMPTY), colour)

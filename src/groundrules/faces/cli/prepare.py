"""`groundrules prepare`: should I talk, and on which terms?"""

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
    from groundrules.desk.talking.prepare_talk import Preparation
    from groundrules.talk.preparing.flow import Step
    from groundrules.talk.preparing.questions import Answer


@click.command(
    "prepare",
    short_help="Decide whether to talk, and on which terms.",
    epilog=examples(
        "groundrules prepare",
        "groundrules prepare my-talk.json --policy washington-post",
        "groundrules prepare my-talk.json --defaults",
    ),
)
@click.argument("file", default="preparation.json")
@click.option(
    "--policy",
    default="",
    metavar="NAME",
    help="The outlet's policy. [default: looked up by the outlet's name]",
)
@policies_option
@click.option("--defaults", is_flag=True, help="Ask nothing: answer what is open by default.")
@colour_option
def prepare_command(
    file: str, policy: str, policies: tuple[str, ...], color: str, *, defaults: bool
) -> None:
    """Go through the questions before a talk with a reporter, and show every way to talk.

    The answers are kept in FILE, which is not encrypted, after each one: stop with q or Ctrl-C, and
    go on with the same command. Enter takes the default, ? explains, b goes back.
    """
    from pathlib import Path  # noqa: PLC0415 - start-up time

    from groundrules.desk.talking.prepare_talk import open_preparation  # noqa: PLC0415 - likewise
    from groundrules.faces.cli.asking import Stopped  # noqa: PLC0415 - likewise

    settings = settings_from({"policies": policies})
    preparation = open_preparation(Path(file), settings)
    _welcome(preparation)
    try:
        preparation = _through(preparation, settings, policy, defaults=defaults)
    except (Stopped, KeyboardInterrupt) as ending:
        _farewell(Path(file))
        if isinstance(ending, KeyboardInterrupt):
            raise
        return
    _advise(preparation, settings, policy, color)


def _through(
    preparation: Preparation, settings: Settings, policy: str, *, defaults: bool
) -> Preparation:
    from groundrules.desk.talking.prepare_talk import rules_of  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.interviewing import lead_through  # noqa: PLC0415 - likewise
    from groundrules.reporters.advice_sheet import rules_in_words  # noqa: PLC0415 - likewise

    if defaults:
        return preparation.by_default()

    def tell(step: Step, answer: Answer) -> str:
        if step.question != "outlet":
            return ""
        return rules_in_words(rules_of(str(answer), settings, policy), str(answer))

    return lead_through(preparation, tell)


def _welcome(preparation: Preparation) -> None:
    """Say what this is, where the answers go, and how to be rid of them."""
    import shlex  # noqa: PLC0415 - start-up time

    from groundrules.faces.cli.asking import say  # noqa: PLC0415 - likewise
    from groundrules.readers.text_file import shown  # noqa: PLC0415 - likewise

    click.echo(f"{preparation.interview.title}\n")
    for paragraph in preparation.interview.opening if preparation.is_new else ():
        say(paragraph)
        click.echo()
    if not preparation.is_new:
        say(f"Going on where you stopped: {len(preparation.answers)} answered so far.")
        click.echo()
    name = shown(preparation.path)
    say(
        f"Your answers are kept in the file {name}. It is not encrypted: whoever can read your "
        "files can read it. Keep it off a computer of your employer. To delete it:"
    )
    click.echo(f"\n  rm {shlex.quote(name)}\n")
    say("What was deleted can sometimes be brought back. Put no secret into the file.")


def _farewell(path: object) -> None:
    """Say what was saved, and how to go on."""
    import os  # noqa: PLC0415 - start-up time
    import shlex  # noqa: PLC0415 - likewise

    from groundrules.faces.cli.asking import say  # noqa: PLC0415 - likewise

    name = str(path)
    if os.path.lexists(name):
        say("Stopped. Every answer so far is saved. Go on with:")
        click.echo(f"\n  groundrules prepare {shlex.quote(name)}")
    else:
        say("Stopped. Nothing was answered, and nothing was written.")


def _advise(preparation: Preparation, settings: Settings, policy: str, color: str) -> None:
    from groundrules.desk.talking.prepare_talk import plan_of  # noqa: PLC0415 - start-up time
    from groundrules.faces.cli.terminal import width  # noqa: PLC0415 - likewise
    from groundrules.reporters.advice_sheet import advice_sheet  # noqa: PLC0415 - likewise
    from groundrules.reporters.sheets.sheet_text import lines  # noqa: PLC0415 - likewise

    plan = plan_of(preparation, settings, policy)
    click.echo()
    show(lines(advice_sheet(plan, "What your answers lead to"), width()), color)

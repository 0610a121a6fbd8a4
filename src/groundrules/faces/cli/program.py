"""The program: its commands, in the order in which a newcomer meets them."""

from __future__ import annotations

import os
from typing import Any

import click

from groundrules import __version__
from groundrules.faces.cli.lazy_group import LazyGroup
from groundrules.faces.cli.options import examples, exit_status
from groundrules.faces.cli.running import COMPLETE
from groundrules.faces.cli.terminal import width

_WIDEST_HELP = 80

_SHORT_HELP = """\
groundrules keeps the record of what was said on which terms, and checks drafts against it.

  groundrules prepare                           should I talk, and on which terms?
  groundrules import talk.vtt --out records     make a record of a transcript
  groundrules record show records/talk.record   read it, each turn with its terms
  groundrules check draft.md                    hold a draft against every promise

`groundrules --help` lists every command, `groundrules COMMAND --help` explains one.
"""

_EPILOG = examples(
    "groundrules prepare",
    "groundrules capture talk.record background --new",
    "groundrules import talk.vtt --out records",
    "groundrules record show records/talk.record",
    "groundrules check draft.md",
    "groundrules policies compare ap washington-post",
    "groundrules explain GR101",
) + exit_status(
    (0, "done; for a check, nothing found at or above its threshold"),
    (1, "a check is complete and found something"),
    (2, "misuse, or anything that kept the command from doing all it was asked"),
    (130, "interrupted"),
    (141, "whoever read the output stopped reading"),
)

_MODULES = {
    "prepare": "prepare",
    "plan": "plan",
    "script": "script",
    "drill": "drill",
    "capture": "capture",
    "agreement": "agreement",
    "meeting": "meeting",
    "incident": "incident",
    "liaisons": "liaisons",
    "import": "importing",
    "review": "review",
    "record": "record",
    "vault": "vault",
    "source": "source",
    "retention": "retention",
    "shred": "shred",
    "inventory": "inventory",
    "receipt": "receipt",
    "witness": "witness",
    "serve": "serve",
    "check": "check",
    "index": "index",
    "provenance": "provenance",
    "watch": "watch",
    "lsp": "lsp",
    "policies": "policies",
    "explain": "explain",
    "odrl": "odrl",
    "init": "init",
    "doctor": "doctor",
    "config": "config",
    "completion": "completion",
}


class OutputClosed(Exception):  # noqa: N818 - it is no error: whoever read the output has enough
    """Whoever read the output stopped reading."""


class Program(LazyGroup):
    """The program itself: every command is run through it.

    click turns a broken pipe into exit status 1, which for a check means that something was
    found. So a broken pipe becomes an exception that click does not know.
    """

    def main(self, *arguments: Any, **settings: Any) -> Any:  # noqa: ANN401 - click's
        """Run the program, or tell a shell what could stand where somebody types."""
        if COMPLETE in os.environ:
            from groundrules.faces.cli.shell_files import offer_files  # noqa: PLC0415 - seldom

            offer_files()
        return super().main(*arguments, **settings)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's
    ) -> click.Context:
        """Read the arguments; `--help` and `--version` print already here."""
        try:
            return super().make_context(info_name, args, parent, **extra)
        except BrokenPipeError:
            raise OutputClosed from None

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise OutputClosed from None


def _without_command(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        click.echo(_SHORT_HELP, nl=False)


program = Program(
    "groundrules",
    _MODULES,
    callback=click.pass_context(_without_command),
    invoke_without_command=True,
    help="Keep the record of what was said on which terms, and check drafts against it.",
    epilog=_EPILOG,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "terminal_width": min(width(), _WIDEST_HELP),  # or click loads shutil to find it out
    },
)
click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")(program)

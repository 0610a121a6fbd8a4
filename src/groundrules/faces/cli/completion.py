"""`groundrules completion`: a script that lets a shell complete commands and options."""

from __future__ import annotations

import click

from groundrules.faces.cli.options import examples
from groundrules.faces.cli.running import COMPLETE, PROGRAM

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    short_help="Print a completion script for a shell.",
    epilog=examples(
        "groundrules completion bash >> ~/.bashrc",
        "groundrules completion zsh >> ~/.zshrc",
        "groundrules completion fish > ~/.config/fish/completions/groundrules.fish",
    ),
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion_command(context: click.Context, shell: str) -> None:
    """Print the completion script for SHELL."""
    from click.shell_completion import get_completion_class  # noqa: PLC0415 - start-up time

    kind = get_completion_class(shell)
    assert kind  # noqa: S101 - click has one for each of the choices
    script = kind(context.find_root().command, {}, PROGRAM, COMPLETE)
    click.echo(script.source_template % script.source_vars())

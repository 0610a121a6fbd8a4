"""A group of commands of which each is imported only where it is used: start-up time."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

_HERE = "groundrules.faces.cli"


class LazyGroup(click.Group):
    """A group whose commands are known by their names alone until one is run or listed.

    Attributes:
        modules: command name to the name of the module, in this package, that holds a command of
            the same name.
    """

    modules: dict[str, str]

    def __init__(self, name: str, modules: dict[str, str], **settings: object) -> None:
        """Note where the commands are. `settings` are those of `click.Group`."""
        super().__init__(name, **settings)  # type: ignore[arg-type]
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names, in the order in which a newcomer meets the commands."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return the command of a name, or None."""
        if cmd_name not in self.modules:
            return None
        module = import_module(f"{_HERE}.{self.modules[cmd_name]}")
        found = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        assert isinstance(found, click.Command)  # noqa: S101 - a wrong table would hide a command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was asked for; name the nearest one where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            raise click.UsageError(_unknown(args[0], list(self.modules)), ctx) from None


def _unknown(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    close = get_close_matches(word, known, 1)
    return f"no such command {word!r}" + (f", did you mean {close[0]!r}?" if close else "")

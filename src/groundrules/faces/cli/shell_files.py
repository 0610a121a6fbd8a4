"""Names of files, where a shell asks what could stand there and the command knows nothing better.

Paths are words to most commands: a draft may be `-`, and a record may lie in a vault. For words
click offers nothing, and the scripts that it makes keep the shell from offering files by itself.
"""

from __future__ import annotations

from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)


class _WithFiles(ShellComplete):
    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[str]]:
        """Return what click knows; where that is nothing, have the shell offer files."""
        known = super().get_completions(args, incomplete)
        if known or incomplete.startswith("-"):
            return known
        return [CompletionItem(incomplete, type="file")]


class _Bash(_WithFiles, BashComplete):
    pass


class _Zsh(_WithFiles, ZshComplete):
    pass


class _Fish(_WithFiles, FishComplete):
    pass


def offer_files() -> None:
    """Have the completion of every shell offer files."""
    for kind in (_Bash, _Zsh, _Fish):
        add_completion_class(kind)

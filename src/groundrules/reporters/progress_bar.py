"""A bar at a terminal, by rich. Only `progress` imports it: it takes long to load."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def drawn(doing: str, stream: TextIO) -> tuple[Callable[[int, int], None], Callable[[], None]]:
    """Draw a bar; return what moves it, and what takes it away."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(file=stream),
        transient=True,
    )
    task = bar.add_task(doing)
    bar.start()

    def move(done: int, of: int) -> None:
        bar.update(task, completed=done, total=of)

    return move, bar.stop

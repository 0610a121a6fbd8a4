"""Colours, by rich. Nothing else imports it: it takes longer to load than a check takes to run."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.reporters.lines import Line

_STYLES = {
    "error": Style(color="red", bold=True),
    "warning": Style(color="yellow", bold=True),
    "note": Style(color="blue", bold=True),
    "caret": Style(color="red", bold=True),
    "gutter": Style(color="blue"),
    "label": Style(bold=True),
    "place": Style(bold=True),
    "aside": Style(dim=True),
    "on-the-record": Style(color="green"),
    "plain-words": Style(color="cyan"),
    "not-for-attribution": Style(color="cyan"),
    "background": Style(color="blue"),
    "chatham-house": Style(color="blue"),
    "deep-background": Style(color="magenta"),
    "off-the-record": Style(color="red"),
    "open": Style(color="yellow", bold=True),
}
"""Role to style. A colour only repeats what a word or a letter already says."""


def write_coloured(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines with colours, whatever the environment says: the caller has decided."""
    console = Console(
        file=stream,
        force_terminal=True,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for line in lines:
        text = Text()
        for piece in line:
            text.append(piece.text, _STYLES.get(piece.role))
        console.print(text, soft_wrap=True)

"""The script on a sheet: each part under its heading, the words to say apart from the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.sheets.sheet import Heading, Paragraph, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.sheets.sheet import Block
    from groundrules.talk.script.script import Script


def script_sheet(script: Script) -> Sheet:
    """Return a script as a sheet that can be shown and printed."""
    return Sheet(script.title, tuple(_blocks(script)), script.language)


def _blocks(script: Script) -> Iterator[Block]:
    for part in script.parts:
        yield Heading(part.title)
        for line in part.lines:
            yield Paragraph(line.text, "spoken" if line.is_spoken else "")
    for footer in script.footers:
        yield Paragraph(footer, "note")

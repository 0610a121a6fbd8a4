"""A sheet as Markdown, for a text that somebody goes on writing and checks like any draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph, Rows
from groundrules.reporters.sheets.sheet_characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.sheets.sheet import Block, Sheet

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_MARK = re.compile(r"^([#+=-]|\d+(?=[.)]))")
"""What would begin a heading, a list or a line of its own at the start of a paragraph."""

_BLANK = "\\_" * 12


def markdown(sheet: Sheet) -> str:
    """Return a sheet as Markdown; no character of a text in it is taken for a mark."""
    blocks = [Heading(sheet.title, 0), *sheet.blocks]
    return "\n\n".join("\n".join(_block(block)) for block in blocks) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_text(block.text)}"
        case Paragraph():
            yield {"spoken": "> "}.get(block.role, "") + _paragraph(block)
        case Items():
            yield from _items(block)
        case Rows():
            yield _row(tuple(map(_text, block.head)))
            yield _row(("---",) * len(block.head))
            yield from (_row(tuple(map(_text, row))) for row in block.rows)
        case Blanks():
            yield from (f"- {_text(label)}: {_BLANK}" for label in block.labels)


def _paragraph(paragraph: Paragraph) -> str:
    text = _text(paragraph.text)
    return f"**{text}**" if paragraph.role == "warning" else text


def _items(items: Items) -> Iterator[str]:
    for number, item in enumerate(items.items, 1):
        mark = {"steps": f"{number}.", "boxes": "- [ ]"}.get(items.kind, "-")
        yield f"{mark} {_text(item)}"


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", printable(text))
    return _MARK.sub(_harmless, escaped)


def _harmless(found: re.Match[str]) -> str:
    r"""Return what begins a text so that it begins nothing else: `1\.` and `\#`."""
    return f"{found[1]}\\" if found[1].isdecimal() else f"\\{found[1]}"

"""Sheets in pages: any text for people, in blocks, as a route answers with it or has it saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from groundrules.desk.talking.sheet_files import sheet_file
from groundrules.faces.web.routing import File
from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph, Rows
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.sheets.sheet_paper import without_gaps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.reporters.sheets.sheet import Block as SheetBlock
    from groundrules.reporters.sheets.sheet import Sheet

Form = Literal["pdf", "docx", "html", "md", "txt"]
"""The forms in which a sheet can be saved."""


class Block(Struct, frozen=True, omit_defaults=True):
    """A part of a sheet.

    Attributes:
        kind: `heading`, `paragraph`, `items`, `rows` or `blanks`; it says which others are there.
        text: of a heading or a paragraph.
        level: of a heading; 1 stands right below the title.
        role: of a paragraph: `""`, `note`, `warning`, or `spoken` for words to say aloud; of
            items: `points`, `steps` or `boxes`.
        items: what is listed, or the labels of lines to be filled in by hand.
        head: of a table.
        rows: of a table, each with as many cells as the head.
    """

    kind: str
    text: str = ""
    level: int = 0
    role: str = ""
    items: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class ShownSheet(Struct, frozen=True):
    """A text for people, in blocks. `language` is a BCP 47 tag such as `en-GB`."""

    title: str
    language: str
    blocks: tuple[Block, ...]


def shown_sheet(sheet: Sheet) -> ShownSheet:
    """Return a sheet as a route answers with it."""
    blocks = tuple(map(_block, without_gaps(sheet.blocks)))
    return ShownSheet(printable(sheet.title), sheet.language, blocks)


def saved_sheet(sheet: Sheet, form: Form, name: str) -> File:
    """Return a sheet as a file to be saved.

    Args:
        sheet: what is saved.
        form: in which form.
        name: what the file is called, without its ending; it says nothing of what is in it.

    Raises:
        BadInput: the form cannot be made of this text.
    """
    made = sheet_file(sheet, form)
    return File(made.content, made.kind, f"{name}.{made.ending}")


def _block(block: SheetBlock) -> Block:
    match block:
        case Heading():
            return Block("heading", printable(block.text), level=block.level)
        case Paragraph():
            return Block("paragraph", printable(block.text), role=block.role)
        case Items():
            return Block("items", role=block.kind, items=_shown(block.items))
        case Rows():
            return Block("rows", head=_shown(block.head), rows=tuple(map(_shown, block.rows)))
        case Blanks():
            return Block("blanks", items=_shown(block.labels))


def _shown(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(printable, texts))

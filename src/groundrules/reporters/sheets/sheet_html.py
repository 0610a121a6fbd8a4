"""A sheet as one page of HTML: self-contained, without a script, made to be printed as well."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph, Rows
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.sheets.sheet_paper import without_gaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.sheets.sheet import Block, Sheet

_STYLE = Path(__file__).with_name("sheet.css")

_DEEPEST_HEADING = 6

_ROLES = frozenset({"note", "warning"})
"""The roles of paragraphs that are a class of the same name."""


def html(sheet: Sheet) -> str:
    """Return a sheet as a whole HTML document that loads nothing and runs nothing.

    Its content security policy allows its own style sheet, by its hash, and nothing else.
    """
    return "".join(f"{line}\n" for line in _document(sheet))


def _document(sheet: Sheet) -> Iterator[str]:
    style = _STYLE.read_text(encoding="utf-8")
    yield "<!doctype html>"
    yield f'<html lang="{_shown(sheet.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="robots" content="noindex, nofollow, noarchive">'
    yield f"<title>{_shown(sheet.title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield f'<h1 dir="auto">{_shown(sheet.title)}</h1>'
    for block in without_gaps(sheet.blocks):
        yield from _block(block)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _policy(style: str) -> str:
    from base64 import b64encode  # noqa: PLC0415 - start-up time
    from hashlib import sha256  # noqa: PLC0415 - likewise

    known = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"


def _shown(text: str) -> str:
    return escape(printable(text))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _paragraph(block)
        case Items():
            return _items(block)
        case Rows():
            return _rows(block)
        case Blanks():
            return _blanks(block)


def _heading(heading: Heading) -> Iterator[str]:
    tag = f"h{min(heading.level + 1, _DEEPEST_HEADING)}"
    yield f'<{tag} dir="auto">{_shown(heading.text)}</{tag}>'


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    shown = _shown(paragraph.text)
    if paragraph.role == "spoken":
        yield f'<blockquote class="spoken"><p dir="auto">{shown}</p></blockquote>'
    elif paragraph.role in _ROLES:
        yield f'<p class="{paragraph.role}" dir="auto">{shown}</p>'
    else:
        yield f'<p dir="auto">{shown}</p>'


def _items(items: Items) -> Iterator[str]:
    tag = "ol" if items.kind == "steps" else "ul"
    box = '<span class="box" aria-hidden="true"></span>' if items.kind == "boxes" else ""
    yield f'<{tag} class="boxes">' if box else f"<{tag}>"
    for item in items.items:
        yield f'<li dir="auto">{box}{_shown(item)}</li>'
    yield f"</{tag}>"


def _rows(table: Rows) -> Iterator[str]:
    yield "<table>"
    heads = "".join(f'<th scope="col" dir="auto">{_shown(head)}</th>' for head in table.head)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = zip(table.head, row, strict=True)
        yield f"<tr>{''.join(_cell(place, *cell) for place, cell in enumerate(cells))}</tr>"
    yield "</tbody>"
    yield "</table>"


def _cell(place: int, head: str, text: str) -> str:
    if not place:
        return f'<th scope="row" dir="auto">{_shown(text)}</th>'
    return f'<td data-head="{_shown(head)}" dir="auto">{_shown(text)}</td>'


def _blanks(blanks: Blanks) -> Iterator[str]:
    for label in blanks.labels:
        shown = f'<span dir="auto">{_shown(label)}:</span>'
        yield f'<p class="blank">{shown}<span class="line"></span></p>'

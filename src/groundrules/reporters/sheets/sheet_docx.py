"""A sheet as a Word document that says neither when it was made nor by whom nor on what."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from groundrules.errors import BadInput, Fault
from groundrules.reporters.sheets.sheet import Blanks, Heading, Items, Paragraph, Rows
from groundrules.reporters.sheets.sheet_characters import printable
from groundrules.reporters.sheets.sheet_paper import tongue, without_gaps

if TYPE_CHECKING:
    from docx.document import Document

    from groundrules.reporters.sheets.sheet import Block, Sheet

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can hold: the same for every document."""

_THUMBNAIL = "/thumbnail"
_DEEPEST_HEADING = 9


def docx(sheet: Sheet) -> bytes:
    """Return a sheet as a Word document, the same bytes for the same sheet.

    Raises:
        BadInput: python-docx is not installed.
    """
    document = _empty()
    from groundrules.reporters.sheets.docx_styles import set_up  # noqa: PLC0415 - needs python-docx

    set_up(document, sheet.language, on_letter=tongue(sheet.language).is_on_letter)
    document.add_heading(printable(sheet.title), 0)
    for block in without_gaps(sheet.blocks):
        _add(document, block)
    _make_neutral(document, sheet)
    return _saved(document)


def _empty() -> Document:
    try:
        from docx import Document as new  # noqa: N813, PLC0415 - a function, of an optional extra
    except ImportError:
        message = "a Word document needs a package that is not installed"
        remedy = "install groundrules with its extra `paper`, or take --format html"
        raise BadInput(Fault("docx", message, remedy)) from None
    return new()


def _add(document: Document, block: Block) -> None:
    match block:
        case Heading(text, level):
            document.add_heading(printable(text), min(level, _DEEPEST_HEADING))
        case Paragraph():
            _add_paragraph(document, block)
        case Items(items, kind):
            from groundrules.reporters.sheets.docx_lists import add_list  # noqa: PLC0415 - see above

            add_list(document, tuple(map(printable, items)), kind)
        case Rows():
            _add_table(document, block)
        case Blanks(labels):
            from groundrules.reporters.sheets.docx_styles import BLANK  # noqa: PLC0415 - see above

            for label in labels:
                document.add_paragraph(f"{printable(label)}:\t", BLANK)


def _add_paragraph(document: Document, paragraph: Paragraph) -> None:
    from groundrules.reporters.sheets import docx_styles  # noqa: PLC0415 - needs python-docx

    styles = {
        "spoken": docx_styles.SPOKEN,
        "warning": docx_styles.WARNING,
        "note": docx_styles.NOTE,
    }
    document.add_paragraph(printable(paragraph.text), styles.get(paragraph.role))


def _add_table(document: Document, rows: Rows) -> None:
    from groundrules.reporters.sheets.docx_tables import add_table  # noqa: PLC0415 - needs python-docx

    texts = [tuple(map(printable, row)) for row in (rows.head, *rows.rows)]
    add_table(document, texts)


def _make_neutral(document: Document, sheet: Sheet) -> None:
    from datetime import datetime  # noqa: PLC0415 - start-up time

    properties = document.core_properties
    properties.title, properties.language = printable(sheet.title)[:255], sheet.language
    properties.author = properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = datetime(*_EPOCH)  # noqa: DTZ001 - python-docx's own
    package = document.part.package
    for key, relation in tuple(package.rels.items()):
        if relation.reltype.endswith(_THUMBNAIL):
            del package.rels[key]


def _saved(document: Document) -> bytes:
    """Return the bytes of a document; its archive bears no time, where `save` would write now."""
    made, fixed = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as read, ZipFile(fixed, "w", ZIP_DEFLATED) as written:
        for entry in read.infolist():
            written.writestr(_timeless(entry.filename), read.read(entry))
    return fixed.getvalue()


def _timeless(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0  # or it would tell Windows from the others
    return entry

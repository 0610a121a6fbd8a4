"""Drafts in OpenDocument files (`.odt`), as word processors other than Word write them.

OpenDocument 1.3, part 3 (OASIS). The package and its XML are guarded as those of Word files are:
see `readers/word/`. Read is what somebody sees who accepts all changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.document import Omission, Span
from groundrules.readers.draft.manuscript import Manuscript
from groundrules.readers.draft.odt_paragraphs import OdtPart
from groundrules.readers.draft.odt_styles import OdtStyles
from groundrules.readers.draft.odt_vocabulary import UNSEEN
from groundrules.readers.text_file import shown
from groundrules.readers.word.word_file import tell_member
from groundrules.readers.word.word_package import Package
from groundrules.readers.word.word_xml import Allowance

if TYPE_CHECKING:
    from groundrules.draft.document import Draft
    from groundrules.readers.draft.odt_paragraphs import OdtParagraph

_KINDS = (
    b"application/vnd.oasis.opendocument.text",
    b"application/vnd.oasis.opendocument.text-template",
)
_MIMETYPE, _CONTENT, _STYLES, _MANIFEST = (
    "mimetype",
    "content.xml",
    "styles.xml",
    "META-INF/manifest.xml",
)


def is_odt(content: bytes) -> bool:
    """Tell whether a file begins as an OpenDocument file does: with its type, not packed."""
    return content[30:38] == _MIMETYPE.encode() and b"vnd.oasis.opendocument" in content[38:100]


def odt_draft(content: bytes, path: str) -> Draft:
    """Return the draft that an OpenDocument text holds.

    Args:
        content: the whole file.
        path: the file as the caller named it.

    Raises:
        BadInput: it is no text, is protected by a password, is damaged, or is refused by the
            guards of `word_package` and `word_xml`; with the name of the member at fault.
    """
    package = Package(content, path)
    _refuse_others(package)
    allowance = Allowance()
    styles = OdtStyles()
    margins = OdtPart(styles, in_margins=True)
    if _STYLES in package.names:
        tell_member(package, _STYLES, styles, allowance)
        tell_member(package, _STYLES, margins, allowance)
    tell_member(package, _CONTENT, styles, allowance)
    body = OdtPart(styles)
    tell_member(package, _CONTENT, body, allowance)
    if not body.is_text:
        raise package.refused("there is no text in it", "save it as .odt anew")
    manuscript = Manuscript(shown(path))
    around = dict.fromkeys((*_noted(margins), *margins.paragraphs))  # once for all kinds of pages
    for one in (*body.paragraphs, *_noted(body), *around):
        manuscript.line(one.text, one.label, one.role)
    names = sorted(body.left_out | margins.left_out)
    nowhere = Span(0, 0)
    return manuscript.draft(
        tuple(Omission(nowhere, name, seen=name.split()[0] not in UNSEEN) for name in names)
    )


def _refuse_others(package: Package) -> None:
    kind = package.member(_MIMETYPE).strip() if _MIMETYPE in package.names else b""
    if kind not in _KINDS:
        message = "it is an OpenDocument file, and no text"
        raise package.refused(message, "name a text document (.odt), or export its text")
    if _MANIFEST in package.names and b"encryption-data" in package.member(_MANIFEST):
        raise package.refused("it is protected by a password", "save it without a password")


def _noted(part: OdtPart) -> list[OdtParagraph]:
    """Return what the notes say, the footnotes first."""
    return sorted(part.notes, key=lambda one: one.label.startswith("endnote"))

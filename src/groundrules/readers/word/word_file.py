"""A Word file (`.docx`) as its words, guarded before it is opened.

Which member holds the document is what the package's relationships say (ISO/IEC 29500-2, 6.5). What
the file holds beside it is not talk and is not read: `WordFile.left_out` names it. The reasons for
reading it so, and not through a library for Word files, are in the project's decision 14.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.text_file import MEBIBYTE
from groundrules.readers.word.word_body import Body, Table
from groundrules.readers.word.word_package import Package, said
from groundrules.readers.word.word_xml import Allowance, Listener, tell

if TYPE_CHECKING:
    from groundrules.errors import BadInput
    from groundrules.readers.word.word_body import Paragraph

LIMIT = 32 * MEBIBYTE
"""The most bytes of a Word file, its pictures included."""

_ARCHIVE = b"PK\x03\x04"

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_RELATIONSHIPS = "_rels/.rels"

_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"

_MARGINS = ("header", "footer")

_MEND = "open it in a word processor, and save it as .docx anew or in parts"


class WordFile(NamedTuple):
    """What a Word file says.

    Attributes:
        blocks: its paragraphs and tables, in order.
        left_out: what it holds that is not read, such as "2 comments, 1 footnote"; "" for nothing.
    """

    blocks: list[Paragraph | Table]
    left_out: str


def is_word_file(content: bytes) -> bool:
    """Tell whether a file begins as a ZIP archive does, or as Word's older files do."""
    return content.startswith((_ARCHIVE, _OLD_WORD))


def read_word_file(content: bytes, path: str) -> WordFile:
    """Return what a Word file says.

    Args:
        content: the whole file.
        path: the file as the caller named it.

    Raises:
        BadInput: it is an older or an encrypted Word file, no Word file, damaged, or refused by
            the guards of `word_package` and `word_xml`; with the name of the member at fault.
    """
    package = Package(no_older(content, path), path)
    allowance = Allowance()
    document = main_document(package, allowance)
    body = Body()
    tell_member(package, document, body, allowance)
    if body.root != "document":
        raise no_document(package)
    margins = _left_in_margins(package, posixpath.dirname(document), allowance)
    return WordFile(body.blocks, ", ".join(_counted(body.left_out + margins)))


def no_older(content: bytes, path: str) -> bytes:
    """Return the content of a file again.

    Raises:
        BadInput: it begins as the files of older Word do, and the encrypted ones of newer.
    """
    if content.startswith(_OLD_WORD):
        from groundrules.errors import BadInput, Fault  # noqa: PLC0415 - for this fault alone
        from groundrules.readers.text_file import shown  # noqa: PLC0415 - likewise

        message = "it is an older or a password-protected Word file"
        remedy = "save it as .docx without a password"
        raise BadInput(Fault(shown(path), message, remedy))
    return content


def tell_member(
    package: Package, member: str, listener: Listener, allowance: Allowance, *, placed: bool = False
) -> None:
    """Tell a listener what stands in one member of a package; see `word_xml.tell`.

    Raises:
        BadInput: the member is not there, damaged, or refused; with its name.
    """

    def refuse(reason: str) -> BadInput:
        return package.refused(f"{said(member)} in it {reason}", _MEND)

    tell(package.member(member), listener, allowance, refuse, placed=placed)


class _Relationships(Listener):
    """The relationships of a package: what is its document?"""

    def __init__(self) -> None:
        self.document = ""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        if name == _RELATIONSHIP and kind == "officeDocument" and not self.document:
            self.document = attributes.get("Target", "").lstrip("/")


def main_document(package: Package, allowance: Allowance) -> str:
    """Return the path of the member that holds the document.

    Raises:
        BadInput: the package names none, or one that is not in it.
    """
    found = _Relationships()
    if _RELATIONSHIPS in package.names:
        tell_member(package, _RELATIONSHIPS, found, allowance)
    if found.document not in package.names:
        raise no_document(package)
    return found.document


def no_document(package: Package) -> BadInput:
    """Return what to raise for an archive in which there is no Word document."""
    remedy = "name a Word document (.docx), or export its text"
    return package.refused("it is a ZIP archive, and no Word document", remedy)


def _left_in_margins(package: Package, folder: str, allowance: Allowance) -> Counter[str]:
    """Return how many headers and footers have words."""
    counted: Counter[str] = Counter()
    for name in package.names:
        stem = posixpath.basename(name)
        margin = next((one for one in _MARGINS if stem.startswith(one)), "")
        if margin and name.endswith(".xml") and posixpath.dirname(name) == folder:
            part = Body()
            tell_member(package, name, part, allowance)
            counted[f"page {margin}"] += any(_has_words(block) for block in part.blocks)
    return +counted


def _has_words(block: Paragraph | Table) -> bool:
    cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
    return any(text.strip() for text in (cells or [getattr(block, "text", "")]))


def _counted(left_out: Counter[str]) -> list[str]:
    return [f"{count:,} {name}{'s' if count > 1 else ''}" for name, count in left_out.items()]

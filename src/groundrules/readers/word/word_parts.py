"""The parts of a Word document: its text, its notes, the heads and feet of its pages, its styles.

Which member each is, the relationships of the document say (ISO/IEC 29500-2, 6.5).
"""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from groundrules.readers.word.word_file import main_document, no_document, no_older, tell_member
from groundrules.readers.word.word_package import Package
from groundrules.readers.word.word_part import WordPart
from groundrules.readers.word.word_styles import Styles
from groundrules.readers.word.word_xml import Allowance, Listener

_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"

NOTES = ("footnotes", "endnotes")
MARGINS = ("header", "footer")


class Parts(NamedTuple):
    """What a Word document consists of.

    Attributes:
        package: the members.
        name: the member that holds the text.
        text: what it says.
        others: the kind of each other part that says something, and what that is.
        related: the kind and the path of every member that the text is related to.
    """

    package: Package
    name: str
    text: WordPart
    others: list[tuple[str, WordPart]]
    related: list[tuple[str, str]]


class Relationships(Listener):
    """The relationships of one member: kind, target and id of each."""

    def __init__(self) -> None:
        """Begin with none."""
        self.found: list[tuple[str, str, str]] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take a relationship to a member; those that lead outside are none of ours."""
        if name == _RELATIONSHIP:
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = (
                "" if attributes.get("TargetMode") == "External" else attributes.get("Target", "")
            )
            self.found.append((kind, target, attributes.get("Id", "")))


def relationships_of(name: str) -> str:
    """Return the path of the member that holds the relationships of another."""
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def read_parts(content: bytes, path: str) -> Parts:
    """Return what a Word file consists of.

    Args:
        content: the whole file.
        path: the file as the caller named it.

    Raises:
        BadInput: it is an older or an encrypted Word file, no Word file, damaged, or refused by
            the guards of `word_package` and `word_xml`; with the name of the member at fault.
    """
    package = Package(no_older(content, path), path)
    allowance = Allowance()
    name = main_document(package, allowance)
    related = _related(package, name, allowance)
    styles = Styles()
    for _, member in (one for one in related if one[0] == "styles"):
        tell_member(package, member, styles, allowance)
    text = _part(package, name, styles, allowance)
    if text.root != "document":
        raise no_document(package)
    others = [
        (kind, _part(package, member, styles, allowance))
        for wanted in (*NOTES, *MARGINS)
        for kind, member in related
        if kind == wanted
    ]
    return Parts(package, name, text, others, related)


def _part(package: Package, member: str, styles: Styles, allowance: Allowance) -> WordPart:
    part = WordPart(styles)
    tell_member(package, member, part, allowance, placed=True)
    return part


def _related(package: Package, name: str, allowance: Allowance) -> list[tuple[str, str]]:
    found = Relationships()
    member = relationships_of(name)
    if member in package.names:
        tell_member(package, member, found, allowance)
    folder = posixpath.dirname(name)
    paths = [(kind, _resolved(folder, target)) for kind, target, _ in found.found if target]
    return list(dict.fromkeys(one for one in paths if one[1] in package.names))


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

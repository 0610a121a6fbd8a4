"""A copy of a Word file in which some members are others; the rest is as it was, byte for byte.

What a package needs when a part is added (ISO/IEC 29500-2): the type of its content, and the
relationship that leads to it.
"""

from __future__ import annotations

import posixpath
import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from groundrules.readers.word.word_file import tell_member
from groundrules.readers.word.word_part import number_of
from groundrules.readers.word.word_parts import Relationships, relationships_of
from groundrules.readers.word.word_xml import Allowance, Listener, tell

if TYPE_CHECKING:
    from groundrules.errors import BadInput
    from groundrules.readers.word.word_package import Package
    from groundrules.readers.word.word_parts import Parts

TYPES = "[Content_Types].xml"
_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NO_RELATIONSHIPS = f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_SPACE}"/>'
_ENCODING = re.compile(
    rb"""<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["']|us-ascii["'])""", re.IGNORECASE
)
_ANOTHER = "open it in a word processor and save it as .docx anew"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0")


def in_utf8(package: Package, name: str) -> bytes:
    """Return the bytes of a member whose characters are UTF-8.

    Raises:
        BadInput: it is in another encoding, in which nothing can be put.
    """
    content = package.member(name)
    if content.startswith(_WIDE) or _ENCODING.match(content):
        message = f"{name} in it is not in UTF-8, so that no comment can be put in"
        raise package.refused(message, _ANOTHER)
    return content


class Changes:
    """The members that are others in the copy."""

    def __init__(self, parts: Parts) -> None:
        """Begin with none."""
        self._parts = parts
        self._package = parts.package
        self._members: dict[str, bytes] = {}

    @property
    def next_comment(self) -> int:
        """Return a number that no comment has, nor any after it."""
        numbers = _Numbers()
        member = self.related("comments")
        if member:
            tell_member(self._package, member, numbers, Allowance())
        return max(numbers.highest, self._parts.text.last_comment) + 1

    def related(self, kind: str) -> str:
        """Return the path of the part of a kind; "" where there is none."""
        return next((member for one, member in self._parts.related if one == kind), "")

    def put(self, name: str, content: bytes) -> None:
        """Let a member have this content."""
        self._members[name] = content

    def append(self, name: str, inner: bytes) -> None:
        """Put something behind all that stands in the outermost element of a member."""
        content = self._members.get(name) or in_utf8(self._package, name)

        def refuse(reason: str) -> BadInput:
            return self._package.refused(f"{name} in it {reason}", _ANOTHER)

        root = _Root()
        tell(content, root, Allowance(), refuse, placed=True)
        self.put(name, root.appended(content, inner))

    def relate(self, base: str, content: bytes, kind: str, mime: str) -> None:
        """Add a part to which the text is related.

        Args:
            base: what it is called, if nothing is yet.
            content: what stands in it.
            kind: the kind of the relationship.
            mime: the type of the content.
        """
        folder = posixpath.dirname(self._parts.name)
        name = self._free(folder, base)
        self.put(name, content)
        path = quoteattr(f"/{name}")
        self.append(
            TYPES,
            f'<Override xmlns="{_TYPES_SPACE}" PartName={path} ContentType="{mime}"/>'.encode(),
        )
        member = relationships_of(self._parts.name)
        if member not in self._package.names:
            self.put(member, _NO_RELATIONSHIPS.encode())
        head = f'<Relationship xmlns="{_SPACE}" Id="{self._identity(member)}" Type="{kind}"'
        target = quoteattr(posixpath.basename(name))
        self.append(member, f"{head} Target={target}/>".encode())

    def copy(self) -> bytes:
        """Return the whole file with the changes, its members in the same order."""
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as archive:
            for entry in self._package.entries:
                content = self._members.get(entry.filename)
                if content is None:
                    content = self._package.member(entry.filename)
                archive.writestr(_like(entry), content)
            for name in (one for one in self._members if one not in self._package.names):
                archive.writestr(_like(ZipInfo(name)), self._members[name])
        return made.getvalue()

    def _free(self, folder: str, base: str) -> str:
        stem, ending = posixpath.splitext(base)
        taken = {name.lower() for name in self._package.names}
        names = (
            posixpath.join(folder, f"{stem}{at or ''}{ending}") for at in range(len(taken) + 1)
        )
        return next(name for name in names if name.lower() not in taken)

    def _identity(self, member: str) -> str:
        found = Relationships()
        if member in self._package.names:
            tell_member(self._package, member, found, Allowance())
        taken = {identity for _, _, identity in found.found}
        return next(one for at in range(len(taken) + 1) if (one := f"rIdComments{at}") not in taken)


def _like(entry: ZipInfo) -> ZipInfo:
    """Return an entry of the same name, time and packing, and nothing else of the archive's."""
    info = ZipInfo(entry.filename, entry.date_time)
    info.compress_type = entry.compress_type if entry.file_size else ZIP_DEFLATED
    info.external_attr = entry.external_attr
    return info


class _Numbers(Listener):
    """The highest number of a comment."""

    def __init__(self) -> None:
        self.highest = -1

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name.endswith(" comment"):
            self.highest = max(self.highest, number_of(attributes))


class _Root(Listener):
    """Where the outermost element begins and ends."""

    def __init__(self) -> None:
        self.depth = 0
        self.start = 0
        self.finish = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        del name, attributes
        if not self.depth:
            self.start = self.where()
        self.depth += 1

    def end(self, name: str) -> None:
        del name
        self.depth -= 1
        if not self.depth:
            self.finish = self.where()

    def appended(self, content: bytes, inner: bytes) -> bytes:
        """Return the content with something behind all that stands in the element."""
        if content.startswith(b"</", self.finish):
            return content[: self.finish] + inner + content[self.finish :]
        # An element without content has no end tag: give it one.
        tag = re.compile(rb"<([^\s/>]+)").match(content, self.start)
        name = tag[1] if tag else b""
        head = content[: self.finish - len(b"/>")]
        return b"%b>%b</%b>%b" % (head, inner, name, content[self.finish :])

"""The ZIP package of a Word file, guarded before anything in it is unpacked.

What is refused, by what the archive declares: too many members, a member's path that leads out of
the archive, one path twice, other packing than deflate, encryption, and sizes or ratios that no
document has. By what comes out: a member that is longer than it declares or damaged. Nothing is
ever written to the disk. The packing itself is read by the standard library's `zipfile`
(ISO/IEC 29500-2, "Open Packaging Conventions", says what a package is).
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import MEBIBYTE, shown

if TYPE_CHECKING:
    from zipfile import ZipInfo

MOST_MEMBERS = 2_000
"""The most members of a package; a transcript with a picture for each turn has some hundred."""

MOST_BYTES = 32 * MEBIBYTE
"""The most bytes that one member which is read may have when it is unpacked."""

MOST_BYTES_OF_ALL = 128 * MEBIBYTE
"""The most bytes that all members together may declare."""

LARGEST_RATIO = 200
"""How many times larger than packed a member may be; the markup of Word reaches sixty."""

_SMALL = MEBIBYTE
"""A member that is no larger may be packed as tightly as it likes."""

_DIRECTORY_ENTRY = b"PK\x01\x02"

_ENCRYPTED = 1

_DAMAGE = (
    BadZipFile,
    LargeZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What `zipfile` raises over archives that are not what they say."""

_ANOTHER = "open it in a word processor and save it as .docx anew"


class Package:
    """The members of one Word file, by path."""

    def __init__(self, content: bytes, path: str) -> None:
        """Open the archive and refuse what it must not declare.

        Args:
            content: the whole file.
            path: the file as the caller named it, for the faults.

        Raises:
            BadInput: it is no archive, or one that is refused.
        """
        self._path = shown(path)
        # Counted before it is opened: `zipfile` makes an object of each entry, however many.
        if content.count(_DIRECTORY_ENTRY) > 2 * MOST_MEMBERS:
            raise self._too_many()
        try:
            self._archive = ZipFile(BytesIO(content))
        except _DAMAGE:
            raise self.refused("it is a damaged ZIP archive", _ANOTHER) from None
        self._members = {one.filename: one for one in self._archive.infolist()}
        if len(self._archive.infolist()) > MOST_MEMBERS:
            raise self._too_many()
        self._refuse_bad_members(self._archive.infolist())

    @property
    def names(self) -> tuple[str, ...]:
        """Return the paths of all members, in the order of the archive."""
        return tuple(self._members)

    @property
    def entries(self) -> tuple[ZipInfo, ...]:
        """Return what the archive says of each member, in its order."""
        return tuple(self._members.values())

    def refused(self, message: str, remedy: str) -> BadInput:
        """Return what to raise for a fault of the file."""
        return BadInput(Fault(self._path, message, remedy))

    def member(self, name: str) -> bytes:
        """Return the bytes of one member.

        Raises:
            BadInput: there is none of this path, it is too large, or it is damaged.
        """
        info = self._members.get(name)
        if info is None:
            raise self.refused(f"it has no {said(name)}", _ANOTHER)
        if info.file_size > MOST_BYTES:
            raise self._too_large(name)
        try:
            with self._archive.open(info) as stream:
                content = stream.read(MOST_BYTES + 1)
        except _DAMAGE:
            message = f"{said(name)} in it is damaged, or not as large as it declares"
            raise self.refused(message, _ANOTHER) from None
        if len(content) > MOST_BYTES:
            raise self._too_large(name)
        return content

    def _refuse_bad_members(self, members: list[ZipInfo]) -> None:
        if len(self._members) < len(members):
            raise self.refused("it has two members of one name", _ANOTHER)
        if sum(one.file_size for one in members) > MOST_BYTES_OF_ALL:
            size = MOST_BYTES_OF_ALL // MEBIBYTE
            raise self.refused(f"unpacked, it would have more than {size} MiB", _ANOTHER)
        for one in members:
            reason = _reason_against(one)
            if reason:
                raise self.refused(f"{said(one.filename)} in it {reason}", _ANOTHER)

    def _too_many(self) -> BadInput:
        return self.refused(f"it has more than {MOST_MEMBERS:,} members", _ANOTHER)

    def _too_large(self, name: str) -> BadInput:
        size = MOST_BYTES // MEBIBYTE
        message = f"{said(name)} in it has more than {size} MiB"
        return self.refused(message, "split the document, or export its text")


def said(name: str) -> str:
    """Return a member's path as it can be told; a very long one is cut."""
    longest = 80
    return shown(name if len(name) <= longest else f"{name[:longest]}…")


def _reason_against(one: ZipInfo) -> str:
    if _leads_out(one.filename):
        return "has a path that leads out of the archive"
    if one.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if one.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return "is packed in a way that Word does not use"
    if one.file_size > _SMALL and one.file_size > LARGEST_RATIO * one.compress_size:
        return f"would be more than {LARGEST_RATIO} times larger unpacked"
    return ""


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")

"""Where an imported record comes from: its id, and the words that say so in it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import STANDARD_INPUT, shown
from groundrules.record.notation import part_text

if TYPE_CHECKING:
    from datetime import date

LONGEST_ID = 60
"""The most characters of a conversation's id that is made from a file's name."""

_NAMELESS = "transcript"

_APART = re.compile(r"[^a-z0-9]+")

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:-|$)")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class Origin(NamedTuple):
    """What a reader is told about its file.

    Attributes:
        path: the file as the caller named it; `-` is standard input.
        id: the id that the caller wants for the conversation; "" for one from the file's name.
    """

    path: str
    id: str = ""

    @property
    def file(self) -> str:
        """Return the file's own name, without its folders."""
        return "standard input" if self.path == STANDARD_INPUT else Path(self.path).name

    def conversation_id(self, day: date | None) -> str:
        """Return the conversation's id: the one that is wanted, or one from the file's name.

        It is the name without its ending in small letters and digits, cut at a hyphen to
        `LONGEST_ID` characters, with the day of the talk in front where the name begins with none.
        """
        if self.id:
            return self.id
        stem = "" if self.path == STANDARD_INPUT else Path(self.path).stem
        slug = _slug(stem) or _NAMELESS
        if day and not _DAY.match(slug):
            slug = f"{day.isoformat()[:10]}-{slug}"
        return _cut(slug)

    def described(self, reader: str, *more: str) -> str:
        """Return the words for the record: the file's name, the reader's, and what else is told."""
        return one_line(", ".join(filter(None, (shown(self.file), reader, *more))))


def refuse_bad_id(wanted: str, path: str = "--id") -> None:
    """Refuse an id that could not be the name of a file or stand in a statement's id.

    Args:
        wanted: the id; the empty one is let pass.
        path: where it was given, for the fault.

    Raises:
        BadInput: it is not made of letters, digits, `.`, `_` and `-`.
    """
    if wanted and not _ID.fullmatch(wanted):
        remedy = "use at most 100 letters, digits, full stops, hyphens and low lines"
        raise BadInput(Fault(path, "the id of the conversation cannot name a file", remedy))


def one_line(text: str) -> str:
    """Return a text on one line, with white space made single and no control characters."""
    # What can be printed as it is needs no mending; most words of most transcripts can.
    return " ".join((text if text.isprintable() else part_text(text)).split())


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold().encode("ascii", "ignore").decode()
    return _APART.sub("-", plain).strip("-")


def _cut(slug: str) -> str:
    if len(slug) <= LONGEST_ID:
        return slug
    head, hyphen, _ = slug[: LONGEST_ID + 1].rpartition("-")
    return head if hyphen else slug[:LONGEST_ID]

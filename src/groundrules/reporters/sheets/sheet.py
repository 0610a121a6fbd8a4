"""A sheet: a text for people, in blocks, before anybody knows whether it is shown or printed.

The plan, the script, the agreement in words, minutes and lists all are sheets; a screen, HTML,
Word and PDF each have one file here that shows any sheet.
"""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """A heading within the sheet; level 1 stands right below the sheet's own title."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """A paragraph.

    Attributes:
        role: `""`, `note` (small print), `warning`, or `spoken` (words to say aloud).
    """

    text: str
    role: str = ""


class Items(NamedTuple):
    """A list.

    Attributes:
        kind: `points`, `steps` (counted) or `boxes` (to be ticked).
    """

    items: tuple[str, ...]
    kind: str = "points"


class Rows(NamedTuple):
    """A table; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Blanks(NamedTuple):
    """Lines to be filled in by hand, each with its label: a place, a day, a name, a signature."""

    labels: tuple[str, ...]


Block = Heading | Paragraph | Items | Rows | Blanks


class Sheet(NamedTuple):
    """One text for people.

    Attributes:
        language: a BCP 47 tag such as `en-GB`, for hyphenation and for screen readers.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    language: str = "en-US"

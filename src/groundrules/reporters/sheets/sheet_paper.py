"""The paper of a sheet: its size, the parts of its language's tag, and headings without gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.reporters.sheets.sheet import Heading
from groundrules.reporters.sheets.sheet_characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.reporters.sheets.sheet import Block

_LETTER = frozenset({"US", "CA", "MX", "PH", "CL", "CO"})
"""Regions where office paper is Letter; everywhere else it is A4 (CLDR, `paperSize`)."""

_LONGEST_LANGUAGE = 3
_REGION = 2


class Tongue(NamedTuple):
    """What a BCP 47 tag says: `en` and `GB` for `en-GB`; `und`, undetermined, for no tag."""

    language: str
    region: str

    @property
    def is_on_letter(self) -> bool:
        """Tell whether people there print on Letter, not on A4."""
        return self.region in _LETTER


def tongue(tag: str) -> Tongue:
    """Return the language and the region of a tag such as `en-GB` or `zh-Hant-TW`."""
    first, *others = (part for part in tag.split("-"))
    known = first.isascii() and first.isalpha() and _REGION <= len(first) <= _LONGEST_LANGUAGE
    regions = (part.upper() for part in others if len(part) == _REGION and part.isalpha())
    return Tongue(first.lower() if known else "und", next(regions, ""))


def without_gaps(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with no heading empty, or more than one level below the one before it.

    Readers by ear go through a text by its headings, and PDF/UA refuses a level left out.
    """
    level = 0
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif printable(block.text):
            level = max(1, min(block.level, level + 1))
            yield block._replace(level=level)

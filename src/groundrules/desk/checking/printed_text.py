"""A draft as its readers see it, by paragraphs, cut where something is to be marked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.paragraphs import paragraph_stretches, stretch
from groundrules.draft.printed import Stretch, printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.document import Draft, Span


class Piece(NamedTuple):
    """A run of a paragraph.

    Attributes:
        text: as readers see it.
        about: the numbers of the spans that it lies in, in order.
        begins: the numbers of the spans that begin with it.
    """

    text: str
    about: tuple[int, ...]
    begins: tuple[int, ...]

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Piece({len(self.text)} characters)"


class Paragraph(NamedTuple):
    """A paragraph: on which line it begins, whether it is a heading, and what it is cut into."""

    line: int
    is_heading: bool
    pieces: tuple[Piece, ...]


def paragraphs_of(draft: Draft, spans: Sequence[Span]) -> tuple[Paragraph, ...]:
    """Return a draft as readers see it.

    Args:
        draft: the draft.
        spans: what is to be marked in it; they may overlap. They are numbered from 0.
    """
    shown = printed(draft)
    placed = [stretch(shown, span) for span in spans]
    return tuple(_paragraph(draft, one, placed) for one in paragraph_stretches(draft))


def _paragraph(draft: Draft, paragraph: Stretch, placed: Sequence[Stretch]) -> Paragraph:
    shown = printed(draft)
    inside = [
        (number, one)
        for number, one in enumerate(placed)
        if one.start < paragraph.end and paragraph.start < one.end
    ]
    cuts = {paragraph.start, paragraph.end}
    for _, one in inside:
        cuts |= {max(one.start, paragraph.start), min(one.end, paragraph.end)}
    begun: set[int] = set()
    pieces = []
    for start, end in pairwise(sorted(cuts)):
        about = tuple(number for number, one in inside if one.start <= start and end <= one.end)
        begins = tuple(number for number in about if number not in begun)
        begun.update(about)
        pieces.append(Piece(" ".join(shown.text[start:end].split("\n")), about, begins))
    line = draft.position(shown.starts[paragraph.start]).line
    is_title = shown.text[paragraph.start : paragraph.end] == draft.title
    return Paragraph(line, is_title or _has_mark(draft, paragraph), tuple(pieces))


def _has_mark(draft: Draft, paragraph: Stretch) -> bool:
    """Tell whether a paragraph stands behind a mark of a heading in the file."""
    begins = printed(draft).starts[paragraph.start]
    before = draft.text[begins - draft.position(begins).column + 1 : begins].strip()
    return bool(before) and not before.strip("#")

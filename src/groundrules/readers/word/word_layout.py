"""Where in the XML of a Word document each character of a draft stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.word.word_places import Cut, Text, before, beside

if TYPE_CHECKING:
    from groundrules.draft.document import Span
    from groundrules.readers.word.word_paragraphs import Paragraph
    from groundrules.readers.word.word_places import Piece


class Bracket(NamedTuple):
    """What a comment on a passage stands around.

    Attributes:
        start: the place before it; None for the beginning of the document.
        end: the place behind it; likewise.
        label: where the passage stands, if not in the running text: `footnote 2`.
        is_exact: the bracket is around the passage, and nothing else.
        reference: the place of the comment's mark, where that is not behind the passage.
    """

    start: Cut | None
    end: Cut | None
    label: str = ""
    is_exact: bool = True
    reference: Cut | None = None


class Layout:
    """The paragraphs and the pieces of a draft, in order, by their offsets in its text."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._paragraphs: list[Paragraph] = []
        self._paragraph_starts: list[int] = []
        self._pieces: list[Piece] = []
        self._starts: list[int] = []

    def take(self, paragraph: Paragraph, start: int) -> None:
        """Take the next paragraph, whose words begin at an offset of the text."""
        self._paragraphs.append(paragraph)
        self._paragraph_starts.append(start)
        for piece in paragraph.pieces:
            self._pieces.append(piece)
            self._starts.append(start)
            end = start + len(piece.text)
            if isinstance(piece.node, Text):
                piece.node.extend(piece.text, start, end)
            start = end

    @property
    def beginning(self) -> Cut | None:
        """Return the first place at which a comment can stand; None where there is none."""
        for start, piece in zip(self._starts, self._pieces, strict=True):
            outside = self._outside(start)
            if not outside:
                return _beginning(piece, start, 0)
            if outside.anchor:
                return beside(outside.anchor, outside.anchor.start)
        return None

    def bracket(self, span: Span) -> Bracket:
        """Return what a comment on a span of the draft stands around."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        if self._pieces and self._end(first) <= span.start:
            first += 1
        last = bisect_left(self._starts, max(span.end, span.start + 1)) - 1
        if first > last or first >= len(self._pieces):
            return Bracket(None, None, is_exact=False)
        outside = self._outside(self._starts[first]) or self._outside(self._starts[last])
        if outside:
            return _around(outside)
        start = max(span.start - self._starts[first], 0)
        end = min(span.end, self._end(last)) - self._starts[last]
        return self._exactly(first, start, last, max(end, 1))

    def _exactly(self, first: int, start: int, last: int, end: int) -> Bracket:
        """Return the bracket from a character of one piece to a character of another."""
        one, other = self._pieces[first], self._pieces[last]
        opening = _beginning(one, self._starts[first] + start, start)
        closing = self._ending(last, end)
        exact = _is_exact(one, self._starts[first] + start, opening, starts=True)
        exact = exact and _is_exact(other, self._starts[last] + end, closing, starts=False)
        return Bracket(opening, closing, is_exact=exact, reference=self._reference(last))

    def _ending(self, number: int, character: int) -> Cut:
        """Return the place behind a number of characters of a piece."""
        piece = self._pieces[number]
        node = piece.node
        is_last = isinstance(node, Text) and self._starts[number] + character == node.last
        if not isinstance(node, Text) or node.is_whole or is_last:
            return beside(node, node.after)
        if character == len(piece.text):
            # A reference is longer in the file than what it stands for: the next piece tells.
            return before(self._pieces[number + 1], 0)
        return before(piece, character)

    def _end(self, number: int) -> int:
        return self._starts[number] + len(self._pieces[number].text)

    def _reference(self, last: int) -> Cut | None:
        """Return the place for a comment's mark, if it had better not stand behind a piece.

        A mark within a field is lost when the field is brought up to date, and one in a control
        when something else is filled in, so that it stands behind them. LibreOffice 7.4 loses the
        text of a paragraph that is the first of a control if a mark stands in it; there the mark
        goes to the next paragraph that has words.
        """
        within = self._pieces[last].within
        if within is not None and within.end is not None:
            return Cut(within.end.after)
        at = self._number(self._starts[last])
        if not self._paragraphs[at].opens_control:
            return None
        later = zip(self._paragraph_starts[at + 1 :], self._paragraphs[at + 1 :], strict=True)
        for start, one in later:
            if one.pieces and not (one.opens_control or one.anchor or one.is_outside):
                return _beginning(one.pieces[0], start, 0)
        return None

    def _number(self, offset: int) -> int:
        """Return the number of the paragraph at an offset, counted from 0."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def _outside(self, offset: int) -> Paragraph | None:
        """Return the paragraph at an offset, if no comment can stand in it."""
        found = self._paragraphs[self._number(offset)]
        return found if found.anchor or found.is_outside else None


def _around(outside: Paragraph) -> Bracket:
    anchor = outside.anchor
    if anchor is None:
        return Bracket(None, None, outside.label, is_exact=False)
    start, end = beside(anchor, anchor.start), beside(anchor, anchor.after)
    return Bracket(start, end, outside.label, is_exact=False)


def _beginning(piece: Piece, offset: int, character: int) -> Cut:
    node = piece.node
    if isinstance(node, Text) and offset == node.first:
        return beside(node, node.start)
    return before(piece, character)


def _is_exact(piece: Piece, offset: int, cut: Cut, *, starts: bool) -> bool:
    """Tell whether a cut stands at an offset, and not where a whole begins or ends."""
    node = piece.node
    if isinstance(node, Text):
        return cut.text is not None or offset == (node.first if starts else node.last)
    return len(piece.text) == 1 and not node.is_group

"""Comments put into a copy of a Word file, each on its passage.

Nothing is written anew: the members of the file stay as they are, byte for byte, but for what is
put in. A run that a passage begins or ends in is divided there, and both halves keep its
properties. What ISO/IEC 29500-1 (17.13.4) asks for is a range in the text with a reference behind
it, and the comment in a part of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.word.word_comment_part import Comment, comment_part
from groundrules.readers.word.word_copy import Changes, in_utf8

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from groundrules.readers.word.word_layout import Bracket, Layout
    from groundrules.readers.word.word_parts import Parts
    from groundrules.readers.word.word_places import Cut

_TAG = re.compile(rb"<([^\s/>]+)")

_NAMESPACES = (
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
)


class Remark(NamedTuple):
    """What a comment says, in paragraphs, and what it stands around."""

    bracket: Bracket
    paragraphs: Sequence[str]


def commented(parts: Parts, layout: Layout, remarks: Sequence[Remark], when: datetime) -> bytes:
    """Return a copy of a Word file with comments.

    Args:
        parts: what the file consists of.
        layout: where its characters stand.
        remarks: the comments, in order; they get their numbers in this order.
        when: the instant that they bear.

    Raises:
        BadInput: there is no place for a comment, or a member is in an encoding other than UTF-8.
    """
    beginning = layout.beginning
    if beginning is None:
        message = "it has no text in which a comment could stand"
        raise parts.package.refused(message, "read the report instead")
    content = in_utf8(parts.package, parts.name)
    insertions = _Insertions(content)
    changes = Changes(parts)
    first = changes.next_comment
    for number, remark in enumerate(remarks, first):
        bracket = remark.bracket
        start, end = bracket.start or beginning, bracket.end or beginning
        insertions.comment(number, start, end, bracket.reference)
    comments = [
        Comment(number, remark.paragraphs, when) for number, remark in enumerate(remarks, first)
    ]
    changes.put(parts.name, insertions.made())
    comment_part(changes, comments, strict=insertions.is_strict)
    return changes.copy()


class _Place:
    """What is put in at one byte: how a run ends before it, goes on behind it, and what between."""

    def __init__(self) -> None:
        self.close = b""
        self.open = b""
        self.ends: list[bytes] = []
        self.points: list[bytes] = []
        self.starts: list[bytes] = []

    def made(self) -> bytes:
        return b"".join([self.close, *self.ends, *self.points, *self.starts, self.open])


class _Insertions:
    """What is put into the XML of the text, by byte."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._places: dict[int, _Place] = {}
        self._attributes: dict[int, bytes] = {}
        self.is_strict = _NAMESPACES[0] not in content
        self._prefix, self._declared = self._naming()

    def comment(self, number: int, start: Cut, end: Cut, mark: Cut | None) -> None:
        """Put in the range of a comment, and its mark behind it or where one is given."""
        opening = self._element("commentRangeStart", number)
        closing = self._element("commentRangeEnd", number)
        reference = self._reference(number)
        if start.at == end.at:
            self._place(start).points.append(opening + closing + reference)
            return
        self._place(start).starts.append(opening)
        self._place(end).ends.append(closing if mark else closing + reference)
        if mark:
            self._place(mark).points.append(reference)

    def made(self) -> bytes:
        """Return the XML with everything put in."""
        everything = {at: place.made() for at, place in self._places.items()} | self._attributes
        pieces: list[bytes] = []
        done = 0
        for at in sorted(everything):
            pieces += [self._content[done:at], everything[at]]
            done = at
        return b"".join([*pieces, self._content[done:]])

    def _place(self, cut: Cut) -> _Place:
        place = self._places.get(cut.at)
        if place is None:
            place = self._places[cut.at] = _Place()
            self._divide(place, cut)
        return place

    def _divide(self, place: _Place, cut: Cut) -> None:
        if cut.run is None:
            return
        run = self._tag(cut.run.start)
        properties = self._content[slice(*cut.run.properties)]
        place.close, place.open = b"</%b>" % run, b"<%b>%b" % (run, properties)
        if cut.text is not None:
            text = self._tag(cut.text.start)
            place.close = b"</%b>%b" % (text, place.close)
            place.open += b'<%b xml:space="preserve">' % text
            if not cut.text.preserved:
                self._attributes[cut.text.start + 1 + len(text)] = b' xml:space="preserve"'

    def _tag(self, at: int) -> bytes:
        """Return the name, as it is written, of the element that begins at a byte."""
        match = _TAG.match(self._content, at)
        return match[1] if match else b""

    def _naming(self) -> tuple[bytes, bytes]:
        """Return the prefix of what is put in, and its declaration where the document has none."""
        root = re.search(rb"<([A-Za-z_][\w.-]*):document[\s>]", self._content)
        if root:
            return root[1], b""
        return b"gr", b' xmlns:gr="%b"' % _NAMESPACES[self.is_strict]

    def _element(self, name: str, number: int) -> bytes:
        prefix, declared = self._prefix, self._declared
        return b'<%b:%b%b %b:id="%d"/>' % (prefix, name.encode(), declared, prefix, number)

    def _reference(self, number: int) -> bytes:
        inner = self._element("commentReference", number)
        return b"<%b:r%b>%b</%b:r>" % (self._prefix, self._declared, inner, self._prefix)

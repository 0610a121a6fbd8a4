"""What operations on papers and tapes answer: plain tuples for both sides of the socket."""

from __future__ import annotations

from typing import NamedTuple


class Paper(NamedTuple):
    """One version of a paper, without its document.

    Attributes:
        id: 32 hexadecimal digits.
        kind: `draft`, `plan`...: what the document is.
        version: counted from 1; an amendment names the one that was read.
        title: as whoever wrote this version called it.
        since: the day of the first version, YYYY-MM-DD in UTC.
        changed: the day of this version.
        author: the name of the member who wrote this version.
        readers: `house` for every member, `self` for whoever began it.
    """

    id: str
    kind: str
    version: int
    title: str
    since: str
    changed: str
    author: str
    readers: str

    def __repr__(self) -> str:
        """Show which version of which paper, and no title."""
        return f"Paper({self.id}, version={self.version})"


class PaperText(NamedTuple):
    """A paper with its document, as JSON text of the paper's own shape."""

    paper: Paper
    document: str

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"PaperText({self.paper!r})"


class TapeMark(NamedTuple):
    """What happened on a tape.

    Attributes:
        mark: `stopped`, `resumed`...
        at_ms: milliseconds from the beginning of the tape.
        chunk: the number of the chunk before which it happened.
    """

    mark: str
    at_ms: int
    chunk: int


class Tape(NamedTuple):
    """A recording.

    Attributes:
        id: 32 hexadecimal digits.
        mime: the type of its content, such as `audio/webm;codecs=opus`.
        since: the day on which it was begun, YYYY-MM-DD in UTC.
        author: the name of the member who began it.
        chunks: how many there are; they are numbered from 0.
        until_ms: at which millisecond the last chunk or mark lies.
        marks: in order.
    """

    id: str
    mime: str
    since: str
    author: str
    chunks: int
    until_ms: int
    marks: tuple[TapeMark, ...]

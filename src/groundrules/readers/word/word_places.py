"""Where things stand in the XML of a Word file, to the byte, and where something can be put in.

Only what the parser says is kept: at which byte an element begins, and at which the next thing
behind it does. So nothing of the XML is parsed a second time, and whatever is put in leaves every
other byte as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from groundrules.readers.word.word_fields import Enclosure

UNKNOWN = -1


class Node:
    """An element: a run, a text, a reference, or what holds a drawing.

    Attributes:
        start: the byte at which it begins.
        after: the byte at which the next thing behind it begins.
        run: the run that it stands in, or None.
        is_group: it holds texts that cannot be parted from each other, as a formula does.
    """

    __slots__ = ("after", "is_group", "run", "start")

    def __init__(self, start: int, run: Run | None = None) -> None:
        """Begin an element whose end is not known yet."""
        self.start = start
        self.after = UNKNOWN
        self.run = run
        self.is_group = False


class Run(Node):
    """A run: characters that look alike.

    Attributes:
        properties: the bytes of how it looks, from and to; both 0 where nothing is said.
        content: the byte at which its content begins.
        finish: the byte at which its end tag begins.
    """

    __slots__ = ("content", "finish", "properties")

    def __init__(self, start: int) -> None:
        """Begin a run whose content is not known yet."""
        super().__init__(start)
        self.properties = (0, 0)
        self.content = UNKNOWN
        self.finish = UNKNOWN

    def look(self, start: int, end: int) -> None:
        """Note where its properties begin and end, behind which its content begins."""
        self.properties = (start, end)
        self.content = end


class Text(Node):
    """The text of a run.

    Attributes:
        preserved: its white space is kept as it is.
        sealed: it stands in a CDATA section.
        first: the character of the draft with which it begins.
        last: the character of the draft behind its last one.
        edges: whether it begins, and whether it ends, with white space.
    """

    __slots__ = ("edges", "first", "last", "preserved", "sealed")

    def __init__(self, start: int, run: Run | None, *, preserved: bool) -> None:
        """Begin a text of a run."""
        super().__init__(start, run)
        self.preserved = preserved
        self.sealed = False
        self.first = UNKNOWN
        self.last = UNKNOWN
        self.edges = (False, False)

    @property
    def is_whole(self) -> bool:
        """Tell whether it cannot be divided without a change to what is shown.

        White space at the edges of a text that does not keep it is not shown by Word; it would
        be, once the text were divided and told to keep what it has.
        """
        return self.run is None or self.sealed or (any(self.edges) and not self.preserved)

    def extend(self, words: str, start: int, end: int) -> None:
        """Take the next characters of it, which stand in the draft from `start` to `end`."""
        if self.first == UNKNOWN:
            self.first = start
            self.edges = (words[:1].isspace(), False)
        self.last = end
        self.edges = (self.edges[0], words[-1:].isspace())


class Piece(NamedTuple):
    """Characters as they stand in one piece in the XML, or one for which an element stands.

    Attributes:
        text: the characters.
        at: the byte at which the first one stands; each is as long as it is in UTF-8.
        node: the text, or else the element that cannot be divided.
        within: the outermost field or control of the paragraph that it stands in.
    """

    text: str
    at: int
    node: Node
    within: Enclosure | None = None


class Cut(NamedTuple):
    """A place at which something can be put in, beside runs.

    Attributes:
        at: the byte.
        run: the run that is divided there, or None where none is.
        text: the text that is divided there, or None where none is.
    """

    at: int
    run: Run | None = None
    text: Text | None = None


def before(piece: Piece, character: int) -> Cut:
    """Return the place before one character of a piece; `character` is counted from 0 in it.

    Where the text cannot be divided it is the place before all of it.
    """
    node = piece.node
    if isinstance(node, Text) and not node.is_whole:
        at = piece.at + len(piece.text[:character].encode())
        return Cut(at, node.run, node)
    return beside(node, node.start)


def beside(node: Node, at: int) -> Cut:
    """Return the place before or behind an element: at its `start`, or at its `after`."""
    run = node.run
    if run is None:
        return Cut(at)
    if at == run.content:
        return Cut(run.start)
    if at == run.finish:
        return Cut(run.after)
    return Cut(at, run)

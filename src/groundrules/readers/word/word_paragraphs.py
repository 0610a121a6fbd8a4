"""The paragraphs of one part of a Word document as they come, boxes of text within them.

A box of text stands within a run, and holds paragraphs and tables of its own. While it is read,
what holds it is put aside; what it says comes behind the paragraph that holds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.word.word_places import Node, Piece

if TYPE_CHECKING:
    from groundrules.readers.word.word_fields import Enclosure
    from groundrules.readers.word.word_places import Run

BOX = "text box"

DESCRIPTION = "picture description"


class Paragraph(NamedTuple):
    """One paragraph, or what a picture is described as.

    Attributes:
        pieces: its characters.
        label: where it stands, where that is not the running text: `table 1, row 2`, `text box`.
        role: what its style makes of it; see `word_styles`.
        note: the id of the note that it belongs to; "" outside of notes.
        anchor: what it hangs on, where no comment can stand in it; None in the running text.
        goes_on: its end was deleted, so that the next one goes on in the same line.
        opens_control: it is the first one of a control that holds paragraphs.
        is_outside: it stands in a part of its own, in which no comment can stand.
    """

    pieces: list[Piece]
    label: str = ""
    role: str = ""
    note: str = ""
    anchor: Node | None = None
    goes_on: bool = False
    opens_control: bool = False
    is_outside: bool = False


class OpenParagraph:
    """A paragraph that is being read, and what comes behind it."""

    def __init__(self, label: str, *, opens_control: bool) -> None:
        """Begin with no words."""
        self.label = label
        self.opens_control = opens_control
        self.pieces: list[Piece] = []
        self.behind: list[Paragraph] = []
        self.role = ""
        self.hidden = False
        self.goes_on = False


class Context:
    """The document, or a box of text in it: what is open there, the outermost first.

    Attributes:
        anchor: what the box hangs on; None for the document.
        paragraphs: the paragraphs.
        runs: the runs; one within another is part of a reading aid.
        depth: how many elements are open within the outermost run, that run included.
        holder: what in the run a picture or a box stands in.
        group: a formula or a reading aid, which cannot be divided.
        tables: the rows so far of the tables.
    """

    def __init__(self, anchor: Node | None = None) -> None:
        """Begin with nothing open."""
        self.anchor = anchor
        self.paragraphs: list[OpenParagraph] = []
        self.runs: list[Run] = []
        self.depth = 0
        self.holder: Node | None = None
        self.group: Node | None = None
        self.tables: list[int] = []

    @property
    def run(self) -> Run | None:
        """Return the outermost run that is open."""
        return self.runs[0] if self.runs else None

    @property
    def paragraph(self) -> OpenParagraph | None:
        """Return the innermost paragraph that is open."""
        return self.paragraphs[-1] if self.paragraphs else None


class Telling:
    """What a part says so far.

    Attributes:
        paragraphs: those that have ended, in the order in which they are read.
        note: the id of the note that is being read; "" outside of notes.
        opens_control: a control that holds paragraphs has begun, and none of them has.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.paragraphs: list[Paragraph] = []
        self.note = ""
        self.opens_control = False
        self._contexts = [Context()]
        self._tables = 0

    @property
    def context(self) -> Context:
        """Return the innermost context."""
        return self._contexts[-1]

    @property
    def anchor(self) -> Node | None:
        """Return the outermost thing that what is being read hangs on."""
        held = (context.anchor or context.holder for context in self._contexts)
        return next(filter(None, held), None)

    def begin_box(self) -> None:
        """Put aside what holds a box of text."""
        self._contexts.append(Context(self.anchor))

    def end_box(self) -> None:
        """Go on with what holds a box of text."""
        self._contexts.pop()

    def begin_table(self) -> None:
        """Begin a table; one within another is a part of it."""
        self._tables += not self.context.tables
        self.context.tables.append(0)

    def begin_paragraph(self) -> None:
        """Begin a paragraph."""
        one = OpenParagraph(self._label(), opens_control=self.opens_control)
        self.context.paragraphs.append(one)
        self.opens_control = False

    def end_paragraph(self) -> None:
        """End the innermost paragraph."""
        done = self.context.paragraphs.pop()
        whole = Paragraph(
            done.pieces,
            done.label,
            done.role,
            self.note,
            self.context.anchor,
            done.goes_on,
            done.opens_control,
        )
        self._emit([whole, *done.behind])

    def add(self, words: str, at: int, node: Node, within: Enclosure | None) -> None:
        """Take characters of the innermost paragraph."""
        paragraph = self.context.paragraph
        if paragraph is not None and words:
            paragraph.pieces.append(Piece(words, at, self.context.group or node, within))

    def describe(self, description: str, at: int) -> None:
        """Take what a picture is described as."""
        words = " ".join(description.split())
        if words:
            node = self.anchor or Node(at)
            self._emit([Paragraph([Piece(words, at, node)], DESCRIPTION, "", self.note, node)])

    def _emit(self, paragraphs: list[Paragraph]) -> None:
        """Put paragraphs behind that which holds them, or, where none does, to the others."""
        for context in reversed(self._contexts):
            if context.paragraph is not None:
                context.paragraph.behind += paragraphs
                return
        self.paragraphs += paragraphs

    def _label(self) -> str:
        if len(self._contexts) > 1:
            return BOX
        tables = self.context.tables
        return f"table {self._tables}, row {tables[0]}" if tables else ""

"""The words of a Word document, in paragraphs and tables as a reader sees them.

WordprocessingML (ISO/IEC 29500-1, chapter 17), both namespaces. Read are runs wherever they stand:
in links, in controls, in fields, and in what was inserted with changes tracked. Not words are what
was deleted or moved away with changes tracked, a field's instructions and hidden text. Text boxes,
notes, comments, pictures and numbers that Word counts itself are not read either. Whatever is not
read is counted by its name in `left_out`, so that it can be told.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from groundrules.readers.word.word_xml import Listener

_WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_MATHEMATICS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)

_CHARACTERS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "‑",
    "softHyphen": "",
}

_SILENT = {
    "del": "deleted passage",
    "moveFrom": "passage moved away",
    "txbxContent": "text box",
    "rt": "reading aid",
}
"""Elements whose words are not the talk's, and what they are called."""

_COUNTED = {
    "footnoteReference": "footnote",
    "endnoteReference": "endnote",
    "commentReference": "comment",
    "sym": "symbol",
    "numPr": "automatic number",
    "object": "embedded object",
    "altChunk": "embedded document",
}
"""Elements that stand for something which is not read, and what it is called."""

_PROPERTIES = frozenset({"rPr", "pPr", "trPr", "tcPr", "tblPr", "sectPr"})
"""How something looks; what is marked as deleted in it is a mark, and no words."""

_OFF = frozenset({"0", "false", "off"})

_TEXTS = frozenset({"t", "text of a formula"})


class Paragraph(NamedTuple):
    """One paragraph.

    Attributes:
        number: counted from 1 in the document, those in tables too.
        text: its words, with line feeds where lines break and tabs as they are.
    """

    number: int
    text: str


class Table(NamedTuple):
    """One table: the number of the paragraph before it, and for each row the text of each cell."""

    after: int
    rows: list[list[str]]


class Body(Listener):
    """What one part of a document says.

    Attributes:
        blocks: its paragraphs and tables, in order.
        left_out: what is not read, by its name in the singular, with how many there are.
        root: the name of its outermost element: `document` for a document.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.blocks: list[Paragraph | Table] = []
        self.left_out: Counter[str] = Counter()
        self.root = ""
        self._names: dict[str, str] = {}
        self._run: list[str] = []
        self._open_text = 0
        self._silent = 0
        self._in_run = 0
        self._properties = 0
        self._hidden = False
        self._paragraphs = 0
        self._tables = 0
        self._table_after = 0
        self._rows: list[list[str]] = []
        self._cell: list[str] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        local = self._local(name)
        self.root = self.root or local or name
        # A fallback says again what the choice before it said.
        if self._silent or local == "Fallback" or (local in _SILENT and not self._properties):
            self._silent += 1
            self._count_silent(local)
        elif local in _PROPERTIES:
            self._properties += 1
        elif local in _TEXTS:
            self._open_text += 1
        elif local == "r":
            self._in_run, self._hidden = self._in_run + 1, False
        elif local == "tbl":
            self._begin_table()
        else:
            self._begin_smaller(local, attributes)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        local = self._local(name)
        if self._silent:
            self._silent -= 1
        elif local in _PROPERTIES:
            self._properties -= 1
        elif local in _TEXTS:
            self._open_text -= 1
        elif local == "r":
            self._in_run, self._hidden = self._in_run - 1, False
        elif local == "p":
            self._end_paragraph()
        elif local in {"tc", "tr", "tbl"}:
            self._end_of_table(local)

    def text(self, words: str) -> None:
        """Take characters: words where they stand in a run's text and are not hidden."""
        if self._silent or not self._open_text:
            return
        if self._hidden:
            self.left_out["hidden passage"] += 1
        else:
            # A line feed within the text is white space to Word.
            self._run.append(words.replace("\n", " "))

    def _begin_smaller(self, local: str, attributes: dict[str, str]) -> None:
        if local in _COUNTED:
            self.left_out[_COUNTED[local]] += 1
        elif local == "vanish" and self._in_run:
            value = next((attributes[key] for key in attributes if key.endswith(" val")), "1")
            self._hidden = value not in _OFF
        elif local in _CHARACTERS and self._in_run and not self._hidden:
            # Outside of runs, `tab` is a place on the ruler.
            self._run.append(_CHARACTERS[local])

    def _local(self, name: str) -> str:
        """Return the name in Word's own namespace, or a word that is none of its names."""
        known = self._names.get(name)
        if known is None:
            known = self._names[name] = _known(name)
        return known

    def _count_silent(self, local: str) -> None:
        # What stands within something silent is silent with it, and counted once.
        if self._silent == 1 and local in _SILENT:
            self.left_out[_SILENT[local]] += 1

    def _begin_table(self) -> None:
        self._tables += 1
        if self._tables == 1:
            self._rows, self._cell, self._table_after = [[]], [], self._paragraphs

    def _end_paragraph(self) -> None:
        self._paragraphs += 1
        text, self._run = "".join(self._run), []
        if self._tables:
            self._cell.append(text)
        else:
            self.blocks.append(Paragraph(self._paragraphs, text))

    def _end_of_table(self, local: str) -> None:
        # A table within a cell is that cell's text.
        if self._tables == 1 and local == "tc":
            self._rows[-1].append("\n".join(self._cell))
            self._cell = []
        elif self._tables == 1 and local == "tr":
            self._rows.append([])
        elif local == "tbl":
            self._tables -= 1
            if not self._tables:
                self.blocks.append(Table(self._table_after, [row for row in self._rows if row]))


def _known(name: str) -> str:
    space, _, local = name.rpartition(" ")
    if space in _WORDS:
        return local
    if space in _MATHEMATICS:
        return "text of a formula" if local == "t" else ""
    return "Fallback" if space == _COMPATIBILITY and local == "Fallback" else ""

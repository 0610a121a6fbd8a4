"""The paragraphs of one part of an OpenDocument text, wherever they stand in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.draft.manuscript import HEADING
from groundrules.readers.draft.odt_vocabulary import (
    BOXES,
    CHARACTERS,
    COUNTED,
    MARGINS,
    PARAGRAPHS,
    SILENT,
    short,
)
from groundrules.readers.word.word_xml import Listener

if TYPE_CHECKING:
    from groundrules.readers.draft.odt_styles import OdtStyles

_WHITE = re.compile(r"[ \t\r\n]+")
_MOST_DIGITS = 3
_WITHOUT_WORDS = frozenset(
    {"text:list", "text:list-item", "text:note", "text:note-body", "text:section", "draw:frame"}
)
"""Elements between whose own there is white space at most."""
_FAMILIES = {"text:span": "text", "text:p": "paragraph", "text:h": "paragraph"}


class OdtParagraph(NamedTuple):
    """One paragraph: its text, where it stands if not in the running text, and its style."""

    text: str
    label: str = ""
    role: str = ""


class _Open:
    """A paragraph that is being read."""

    def __init__(self, label: str, role: str) -> None:
        self.label = label
        self.role = role
        self.pieces: list[str] = []
        self.behind: list[OdtParagraph] = []

    def add(self, words: str) -> None:
        """Take characters; white space is one space, and none at the beginning."""
        single = _WHITE.sub(" ", words)
        if single.startswith(" ") and (not self.pieces or self.pieces[-1].endswith(" ")):
            single = single[1:]
        if single:
            self.pieces.append(single)


class OdtPart(Listener):
    """What one part says.

    Attributes:
        paragraphs: in the order in which they are read; what a box says behind what holds it.
        notes: those of the notes, in order.
        left_out: what is not read, by its name.
        is_text: it is the body of a text.
    """

    def __init__(self, styles: OdtStyles, *, in_margins: bool = False) -> None:
        """Begin with nothing; `in_margins`: read the heads and feet of pages alone."""
        self.paragraphs: list[OdtParagraph] = []
        self.notes: list[OdtParagraph] = []
        self.left_out: dict[str, None] = {}
        self.is_text = False
        self._styles = styles
        self._in_margins = in_margins
        self._reads = False
        self._silent = 0
        self._open: list[str] = []
        self._paragraphs: list[_Open] = []
        self._labels: list[str] = []
        self._tables: list[int] = []
        self._table = 0
        self._count = {"footnote": 0, "endnote": 0}
        self._description: list[str] | None = None

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        local = short(name)
        values = {short(key): value for key, value in attributes.items()}
        if self._silent or (self._reads and self._is_silent(local, values)):
            self._silent += 1
            return
        self._open.append(local)
        if local == "office:text" and not self._in_margins:
            self.is_text = self._reads = True
        elif self._in_margins and local in MARGINS:
            self._reads = True
            self._labels.append(MARGINS[local])
        elif self._reads:
            self._begun(local, values)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        del name
        if self._silent:
            self._silent -= 1
            return
        local = self._open.pop()
        if not self._reads:
            return
        if local in MARGINS and self._in_margins:
            self._labels.pop()
            self._reads = False
        elif local == "office:text":
            self._reads = False
        else:
            self._ended(local)

    def text(self, words: str) -> None:
        """Take characters: words where they stand in a paragraph."""
        if self._silent or not self._reads:
            return
        if self._description is not None:
            self._description.append(words)
        elif self._paragraphs and self._open[-1] not in _WITHOUT_WORDS:
            self._paragraphs[-1].add(words)

    def _is_silent(self, local: str, values: dict[str, str]) -> bool:
        family = _FAMILIES.get(local, "")
        style = values.get("text:style-name", "")
        hidden = values.get("text:display") == "none" or (
            bool(family) and self._styles.hides(family, style)
        )
        if hidden:
            self.left_out["hidden text"] = None
        elif SILENT.get(local):
            self.left_out[SILENT[local]] = None
        return hidden or local in SILENT

    def _begun(self, local: str, values: dict[str, str]) -> None:
        if local in COUNTED:
            self.left_out[COUNTED[local]] = None
        if local == "text:a":
            self.left_out["addresses of links"] = None
        if local in PARAGRAPHS:
            self._begin_paragraph(local, values)
        elif self._paragraphs and (local in CHARACTERS or local == "text:s"):
            spaces = " " * _number(values.get("text:c", "1"))
            self._paragraphs[-1].pieces.append(CHARACTERS.get(local, spaces))
        else:
            self._begin_container(local, values)

    def _begin_container(self, local: str, values: dict[str, str]) -> None:
        if local == "text:note":
            self._begin_note(values.get("text:note-class", "footnote"))
        elif local in BOXES:
            self._labels.append("text box")
        elif local == "svg:desc":
            self._description = []
        elif local == "table:table":
            self._table += not self._tables
            self._tables.append(0)
        elif local == "table:table-row" and self._tables:
            self._tables[-1] += 1

    def _begin_paragraph(self, local: str, values: dict[str, str]) -> None:
        role = self._styles.role(values.get("text:style-name", ""))
        if local == "text:h" and values.get("text:outline-level") == "1":
            role = role or HEADING
        self._paragraphs.append(_Open(self._label(), role))

    def _begin_note(self, kind: str) -> None:
        kind = "endnote" if kind == "endnote" else "footnote"
        self._count[kind] += 1
        self._labels.append(f"{kind} {self._count[kind]}")

    def _label(self) -> str:
        if self._tables and not self._labels:
            return f"table {self._table}, row {self._tables[0]}"
        return ", ".join(dict.fromkeys(self._labels))

    def _ended(self, local: str) -> None:
        if local in PARAGRAPHS:
            done = self._paragraphs.pop()
            said = OdtParagraph("".join(done.pieces), done.label, done.role)
            self._emit([said, *done.behind])
        elif local in BOXES or local == "text:note":
            self._labels.pop()
        elif local == "table:table":
            self._tables.pop()
        elif local == "svg:desc":
            self._describe()

    def _describe(self) -> None:
        words = " ".join("".join(self._description or ()).split())
        self._description = None
        if words:
            label = ", ".join(dict.fromkeys((*self._labels, "picture description")))
            self._emit([OdtParagraph(words, label)])

    def _emit(self, paragraphs: list[OdtParagraph]) -> None:
        """Put paragraphs where they belong: to the notes, behind what holds them, or in order."""
        for one in paragraphs:
            if one.label.startswith(("footnote", "endnote")):
                if one.text.strip():
                    self.notes.append(one)
            elif self._paragraphs:
                self._paragraphs[-1].behind.append(one)
            elif one.text.strip() or not self._in_margins:
                self.paragraphs.append(one)


def _number(value: str) -> int:
    """Return how many spaces an attribute asks for; 1 where that is no sensible number."""
    is_number = value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
    return int(value) if is_number else 1

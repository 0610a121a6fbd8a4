"""The fields of a Word document: what is their code, which nobody sees, and what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.word.word_vocabulary import LINKS, PAGE_CODES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.readers.word.word_places import Node

CODES = "codes of fields"


class Enclosure:
    """A field or a control within a paragraph, behind which the mark of a comment stands better.

    Attributes:
        start: the byte at which it begins.
        end: what ends it; None while it is open.
    """

    __slots__ = ("end", "start")

    def __init__(self, start: int) -> None:
        """Begin one whose end is not known yet."""
        self.start = start
        self.end: Node | None = None


class Fields:
    """The fields that are open, the outermost first: the code of each, and whether it goes on.

    Attributes:
        outermost: the outermost one; None outside of fields.
    """

    def __init__(self, left_out: dict[str, None]) -> None:
        """Begin with none; what is not read is named in `left_out`."""
        self.outermost: Enclosure | None = None
        self._left_out = left_out
        self._open: list[tuple[str, bool]] = []

    @property
    def shown(self) -> bool:
        """Tell whether words are shown here, and name them where they are not."""
        if any(in_code for _, in_code in self._open):
            self._left_out[CODES] = None
            return False
        return True

    def code(self, words: str) -> None:
        """Take a piece of a code."""
        if self._open and self._open[-1][1]:
            self._open[-1] = (self._open[-1][0] + words, True)

    def take(self, local: str, values: Mapping[str, str], node: Node | None, at: int) -> None:
        """Take an element that begins, divides or ends a field.

        Args:
            local: its name.
            values: its attributes.
            node: what ends with it.
            at: the byte at which it begins.
        """
        self._take(local, values)
        if self._open and self.outermost is None:
            self.outermost = Enclosure(at)
        elif not self._open and self.outermost is not None:
            self.outermost.end = node
            self.outermost = None

    def _take(self, local: str, values: Mapping[str, str]) -> None:
        kind = values.get("fldCharType", "")
        if local == "fldSimple":
            self._name(values.get("instr", ""))
            self._open.append(("", False))
        elif local == "fldChar" and kind == "begin":
            self._open.append(("", True))
        elif self._open:
            code, in_code = self._open.pop()
            if in_code:
                self._name(code)
            if kind == "separate":
                self._open.append((code, False))

    def _name(self, code: str) -> None:
        word = next(iter(code.split()), "").upper()
        if word == "HYPERLINK":
            self._left_out[LINKS] = None
        elif word not in PAGE_CODES and word:
            self._left_out[CODES] = None

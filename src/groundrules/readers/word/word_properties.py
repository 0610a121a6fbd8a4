"""How runs and paragraphs look, as far as it says what they are: hidden, quoted, or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.word.word_vocabulary import OFF

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from groundrules.readers.word.word_paragraphs import Telling
    from groundrules.readers.word.word_styles import Styles

_MARKS = frozenset({"del", "moveFrom"})


class Properties:
    """The properties that are being read, and what they make of the run that is.

    Attributes:
        depth: how many elements of properties are open within each other.
        hidden: the run is hidden.
    """

    def __init__(self, styles: Styles, telling: Telling) -> None:
        """Begin outside of properties."""
        self.depth = 0
        self.hidden = False
        self._styles = styles
        self._telling = telling

    @property
    def hides(self) -> bool:
        """Tell whether what stands here is not shown."""
        paragraph = self._telling.context.paragraph
        return self.hidden or (paragraph is not None and paragraph.hidden)

    def has_mark(self, local: str) -> bool:
        """Tell whether an element is a mark that something was deleted, and holds no words."""
        return self.depth > 0 and local in _MARKS

    def take(self, local: str, values: Mapping[str, str], around: Sequence[str]) -> None:
        """Take one property.

        Args:
            local: its name.
            values: its attributes by their local names.
            around: the two elements that it stands in, the outer one first.
        """
        context = self._telling.context
        paragraph = context.paragraph
        value = values.get("val", "")
        if local == "vanish" and context.runs:
            self.hidden = value not in OFF
        elif local == "rStyle" and self._styles.hides(value):
            self.hidden = True
        elif local == "pStyle" and paragraph is not None:
            paragraph.role = self._styles.role(value)
            paragraph.hidden = self._styles.hides(value)
        elif local in _MARKS and paragraph is not None and not context.runs:
            # Of a row of a table it says that the row was deleted; its words say so themselves.
            paragraph.goes_on = "pPr" in around
        elif local == "framePr" and paragraph is not None:
            # A large first letter is a paragraph of its own, and the first of the next one.
            paragraph.goes_on = values.get("dropCap", "none") != "none"

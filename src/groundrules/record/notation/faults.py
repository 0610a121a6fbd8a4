"""The faults of one text while it is being read: each with its place, and no word of the talk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 20
"""How many faults are named; the others are counted."""

ENOUGH = 1000
"""At how many faults the reading stops: whatever it is, it is no record."""

_LONGEST_GUESSED = 40

# Characters that show nothing or turn the direction of writing (Unicode category Cf, the fillers
# and the variation selectors), so that two words may look alike and be different.
_INVISIBLE = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)


class Unreadable(Exception):  # noqa: N818 - it is what the value is; only the readers see it
    """A value that cannot be read, with the remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        """Keep both for the fault, which knows the place."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class Faults:
    """The faults found so far in one text.

    Attributes:
        spoiled: lines with a character that has no place in a record; what else is wrong with
            them may come from it, so that only the character is named.
    """

    __slots__ = ("_count", "_found", "_path", "spoiled")

    def __init__(self, path: str) -> None:
        """Begin with none."""
        self.spoiled: set[int] = set()
        self._path = path
        self._found: list[Fault] = []
        self._count = 0

    def add(self, line: int, column: int, message: str, remedy: str) -> None:
        """Add one at a line and a column, both counted from 1; column 0 is the whole line."""
        if line in self.spoiled:
            return
        self._count += 1
        if self._count <= MOST:
            self._found.append(Fault(self._path, message, remedy, line, column))
        elif self._count >= ENOUGH:
            self.refuse()

    def add_unreadable(self, line: int, column: int, reason: Unreadable) -> None:
        """Add a value that could not be read."""
        self.add(line, column, reason.message, reason.remedy)

    def add_unknown(self, line: int, column: int, what: str, word: str, remedy: str) -> None:
        """Add a word that is not the `what` that should stand there. The word is not shown."""
        hidden = re.search(_INVISIBLE, word)
        if hidden:
            message = f"an invisible character (U+{ord(hidden[0]):04X}) stands where {what} should"
            self.add(line, column + hidden.start(), message, "delete it, or type the word again")
        else:
            self.add(line, column, f"this is not {what}", remedy)

    def refuse(self) -> None:
        """Raise BadInput with all of them, in the order of the text, if there are any."""
        if not self._found:
            return
        found = sorted(self._found, key=lambda fault: (fault.line, fault.column))
        left = self._count - MOST
        if left > 0:
            stopped = ", where the reading stopped" if self._count >= ENOUGH else ""
            message = f"and {left:,} more fault{'s' if left > 1 else ''}{stopped}"
            found.append(Fault(self._path, message, "mend those above and read it again"))
        raise BadInput(*found)


def one_of(known: Iterable[str], word: str = "") -> str:
    """Return a remedy that names what may stand there, the word most like this one first."""
    from difflib import get_close_matches  # noqa: PLC0415 - costs what a sound record need not pay

    words = list(known)
    listed = ", ".join(words)
    likely = get_close_matches(word, words, 1) if len(word) <= _LONGEST_GUESSED else []
    return f"did you mean {likely[0]}? It is one of {listed}" if likely else f"one of {listed}"

"""Labels without a time, `Ana Ruiz: …`, in transcripts whose paragraphs or lines begin with them.

Which beginnings are speakers is weighed over the whole file, as `labels` says; where three in four
lines begin with one, as people type interviews, every name at the start of a line is one, and so is
one small word or a number behind it, as programs write them: `spk0: …`, `speaker 1: …`. What
looks like a name and is not sure to be one begins words of nobody known: they are protected, and
never pass for the words of the speaker above.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.transcript.labels import (
    Labels,
    are_at_each_line,
    is_shouted,
    label_of,
    may_be_name,
)
from groundrules.readers.transcript.stamped_turns import Head

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.readers.transcript.stamped_turns import Line


class BareLabels:
    """The labels without a time of one transcript."""

    def __init__(self, lines: list[Line], known: Iterable[str] = ()) -> None:
        """Weigh the beginnings of the lines.

        Args:
            lines: those that may begin with such a label.
            known: labels that are sure, since elsewhere they stand with a time.
        """
        found = [label_of(line.text) for line in lines]
        names = [label.name for label in found if label]
        self._labels = Labels(names, shouted=is_shouted("\n".join(line.text for line in lines)))
        self._known = frozenset(known)
        self._at_each_line = are_at_each_line(len(names), len(lines))

    def head(self, line: Line) -> Head | None:
        """Return the head that a line begins with, or None.

        Where it looks like one and may be none, its label is empty and its words stay.
        """
        label = label_of(line.text)
        if not label or not may_be_name(label.name, at_each_line=self._at_each_line):
            return None
        return (
            Head(label.name, rest=label.rest)
            if self.hold(label.name, line)
            else Head("", rest=line.text)
        )

    def hold(self, name: str, line: Line) -> bool:
        """Tell whether a name at the start of a line is a speaker's."""
        if name in self._known or self._at_each_line:
            return True
        return self._labels.name_speakers(name) if line.opens else self._labels.are_sure(name)

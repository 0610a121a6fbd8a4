"""The marks of the light in a record: which of its acts stand there already.

Above each turn that an act at the light has made stands a comment with the act's id. It comes with
the turn in one change of the record, so an act that is sent twice is found, and written once.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.record.notation import parse
from groundrules.record.notation.appending import with_turn
from groundrules.record.notation.own_text import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation, Turn

    Turns = Iterable[tuple[Turn, Sequence[Fact]]]

_MARK = re.compile(r"^# light: ([0-9a-f]{32})(?: (.*?))?\s*$", re.MULTILINE)


def marks_in(text: str) -> dict[str, str]:
    """Return the ids of the acts that stand in a record's text, each with what its mark adds."""
    return {found[1]: found[2] or "" for found in _MARK.finditer(text)}


def with_act(text: str, mark: str, turns: Turns, path: str, remark: str = "") -> str:
    """Return a record's text with the turns of one act behind its last one, and the act's mark.

    Args:
        text: the whole text.
        mark: the act's id, 32 hexadecimal digits.
        turns: in order, with their facts.
        path: of the record, for the faults.
        remark: what stands behind the id, such as that both agreed to a recording.

    Raises:
        BadInput: a turn or a fact has no form in the notation.
    """
    before = text
    for turn, facts in turns:
        text = with_turn(text, parse(text, path), turn, facts, path)
    comment = f"# light: {mark} {remark}".rstrip()
    return _commented(before, text, comment, parse(text, path), path)


def _commented(before: str, after: str, comment: str, talk: Conversation, path: str) -> str:
    """Return a text with a comment above the first line that it has and another has not."""
    old, new = split(before), split(after)
    pairs = enumerate(zip_longest(old, new))
    place = next(at for at, (one, other) in pairs if one is None or one.rstrip() != _kept(other))
    while new[place].isspace():
        place += 1
    end = "\r\n" if new[place].endswith("\r\n") else "\n"
    text = "".join((*new[:place], comment, end, *new[place:]))
    if parse(text, path) != talk:
        message = "the act's mark cannot stand in this record"
        raise BadInput(Fault(path, message, "log the act in the record by hand"))
    return text


def _kept(line: str | None) -> str:
    return (line or "").rstrip()

"""Adding to a record's own text: what stands there stays as it was typed, comments and all.

A record that is read and printed anew has one form and loses its comments. A person's own file is
not to be touched more than it must be, so a fact or a turn is put into its text, and the result is
read again as the proof that it holds what was there and nothing but the addition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.record.notation.faults import Faults
from groundrules.record.notation.head import read_head
from groundrules.record.notation.own_text import proved, split
from groundrules.record.notation.printer import later_line, turn_lines
from groundrules.record.notation.turns import read_talk
from groundrules.record.notation.verbs import AFTERWARDS_KEY
from groundrules.record.transcript import AFTERWARDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation, Turn


def with_fact_afterwards(text: str, conversation: Conversation, fact: Fact, path: str = "-") -> str:
    """Return a record's text with one more fact from afterwards at its end.

    The text begins with all that was there, character for character; only a last line without its
    line end gets one.

    Args:
        text: the whole text, as `parse` reads it.
        conversation: what `parse` makes of the text.
        fact: what happened afterwards, with its instant.
        path: the file, for the faults.

    Raises:
        BadInput: the fact has no form in the notation, with the line that it would have.
    """
    end = _line_end(text)
    lines = [f"{later_line(fact)}{end}"]
    if _end_of_talk(text) == len(split(text)):
        lines[:0] = [end, f"{AFTERWARDS_KEY}:{end}"]
    expected = conversation._replace(facts=(*conversation.facts, fact))
    return proved("".join((_ended(text, end), *lines)), expected, "the fact", path)


def with_turn(
    text: str, conversation: Conversation, turn: Turn, facts: Sequence[Fact], path: str = "-"
) -> str:
    """Return a record's text with one more turn behind its last one, above what came afterwards.

    Args:
        text: the whole text, as `parse` reads it.
        conversation: what `parse` makes of the text.
        turn: its number is one more than the last one's.
        facts: what was done about the terms with the turn, each with its part of the turn.
        path: the file, for the faults.

    Raises:
        BadInput: the turn or a fact has no form in the notation, with the line that it would have.
    """
    end = _line_end(text)
    lines = split(text)
    last = _last_filled(lines[: _end_of_talk(text)])
    above, below = "".join(lines[:last]), "".join(lines[last:])
    ids = [party.id for party in conversation.parties]
    new = [f"{line}{end}" for line in turn_lines(turn, facts, ids)]
    if not conversation.turns:
        new.insert(0, end)
    in_talk = [fact for fact in conversation.facts if fact.at != AFTERWARDS]
    later = [fact for fact in conversation.facts if fact.at == AFTERWARDS]
    expected = conversation._replace(
        turns=(*conversation.turns, turn), facts=(*in_talk, *facts, *later)
    )
    return proved("".join((_ended(above, end), *new, below)), expected, "the turn", path)


def without_last_fact(text: str, conversation: Conversation, path: str = "-") -> str:
    """Return a record's text without its last line, which holds its last fact from afterwards.

    Raises:
        BadInput: the last line that is not blank holds no fact from afterwards.
    """
    lines = split(text)
    last = _last_filled(lines)
    if last <= _end_of_talk(text) + 1:
        remedy = "only what stands last can be taken back; delete another line by hand"
        raise BadInput(Fault(path, "its last line is no act from afterwards", remedy, last))
    rest = "".join((*lines[: last - 1], *lines[last:]))
    expected = conversation._replace(facts=conversation.facts[:-1])
    return proved(rest, expected, "what is left", path)


def _ended(text: str, end: str) -> str:
    return text if not text or text.endswith("\n") else text + end


def _line_end(text: str) -> str:
    """Return the line end of the text's last line that has one."""
    return "\r\n" if text[: text.rfind("\n") + 1].endswith("\r\n") else "\n"


def _end_of_talk(text: str) -> int:
    """Return how many lines there are above `afterwards:`; all of them where there is none."""
    unused = Faults("-")
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    end = read_talk(lines, read_head(lines, unused), unused).lines
    return min(end, len(split(text)))


def _last_filled(lines: Iterable[str]) -> int:
    """Return the number of the last line that is neither blank nor a comment; 0 for none."""
    return max(
        (
            number
            for number, line in enumerate(lines, 1)
            if not line.isspace() and not line.startswith("#")
        ),
        default=0,
    )

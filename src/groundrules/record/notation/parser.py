"""Reading a record: its characters, its head, its talk, and what came afterwards."""

from __future__ import annotations

from groundrules.errors import BadInput, Fault
from groundrules.record.notation.faults import Faults
from groundrules.record.notation.head import read_head
from groundrules.record.notation.later import read_later
from groundrules.record.notation.turns import read_talk
from groundrules.record.notation.words import is_in_place, out_of_place
from groundrules.record.transcript import Conversation

MOST_LINES = 200_000
"""The most lines that a record may have: some twenty times those of a day-long hearing."""


def parse(text: str, path: str = "-") -> Conversation:
    """Return the conversation that a text holds.

    Args:
        text: the whole text; a byte-order mark and any of the usual line ends are accepted.
        path: the file as the caller named it, for the faults.

    Raises:
        BadInput: with every fault of the text, up to a bound, each with its line and column.
            No message holds a word of the talk or a name.
    """
    faults = Faults(path)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if text.count("\n") > MOST_LINES:
        message = f"the record has more than {MOST_LINES:,} lines"
        raise BadInput(Fault(path, message, "split it into several records", MOST_LINES + 1))
    lines = text.split("\n")
    if not is_in_place(text):
        _look_for_characters(lines, faults)
    head = read_head(lines, faults)
    talk = read_talk(lines, head, faults)
    facts = [*talk.facts, *read_later(lines, talk, head.date, faults)]
    faults.refuse()
    return Conversation(
        id=head.texts["conversation"],
        parties=head.parties,
        turns=tuple(talk.turns),
        facts=tuple(facts),
        date=head.date,
        outlet=head.texts.get("outlet", ""),
        policy=head.texts.get("policy", ""),
        matter=head.texts.get("matter", ""),
        origin=head.texts.get("origin", ""),
        proposals=tuple(talk.proposals),
    )


def _look_for_characters(lines: list[str], faults: Faults) -> None:
    """Add a fault for each line with a character that an editor may show as something else."""
    for number, line in enumerate(lines, 1):
        at = out_of_place(line)
        if at >= 0:
            message = f"the character U+{ord(line[at]):04X} has no place in a record"
            remedy = "delete it; lines end with a line feed and nothing else"
            faults.add(number, at + 1, message, remedy)
            faults.spoiled.add(number)

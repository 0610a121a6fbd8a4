"""A record's own text, line by line: what is changed in it, and the proof that nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.record.notation.parser import parse

if TYPE_CHECKING:
    from groundrules.record.transcript import Conversation


def split(text: str) -> list[str]:
    """Return the lines with their ends; `str.splitlines` would end them elsewhere too."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def proved(text: str, expected: Conversation, what: str, path: str) -> str:
    """Return a text that holds a conversation, and nothing else.

    Args:
        text: the whole text.
        expected: what `parse` must make of it.
        what: what was changed in it, for the fault.
        path: the file, for the fault.

    Raises:
        BadInput: it holds something else.
    """
    if parse(text, path) != expected:
        message = f"{what} has no form in the notation"
        remedy = "see the reference of the notation for what a record can hold"
        raise BadInput(Fault(path, message, remedy))
    return text

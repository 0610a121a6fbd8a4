"""The provenance map in words: how a quotation differs, and where and when its words were said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.reporters.plain_words import clock, counted, listed
from groundrules.reporters.provenance_map.tracing import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.evidence.case import Evidenced
    from groundrules.reporters.provenance_map.tracing import Traced

DIFFERENCES = {
    Difference.LETTER: "letter for letter",
    Difference.WORD: "word for word, with other marks or capitals",
    Difference.TRIMMED: "trimmed",
    Difference.EDITED: "edited",
    Difference.STITCHED: "stitched from several answers",
    Difference.NOWHERE: "no statement found",
}
"""Difference to how it is called, behind the word *is* or alone."""

ANOTHERS = "the draft names another speaker"
"""What is said where a quotation stands under somebody else's name."""


def how(one: Traced) -> str:
    """Return how a quotation differs from what was said, and whether it is laid to another."""
    return "; ".join((DIFFERENCES[one.difference], *((ANOTHERS,) if one.is_anothers else ())))


def where(evidenced: Evidenced) -> str:
    """Return where in which talk a statement was made, and at which second and on which day."""
    statement, conversation = evidenced.statement, evidenced.conversation
    at = clock(statement.start)
    parts = [f"conversation {conversation.id}", f"turn {statement.place.turn}"]
    parts += [f"at {at}"] if at else []
    parts += [f"on {conversation.date.isoformat()[:10]}"] if conversation.date else []
    return ", ".join(parts)


def summary(traces: Sequence[Traced]) -> str:
    """Return in a sentence how many quotations there are, of which kinds."""
    if not traces:
        return "The draft quotes nobody."
    kinds = [one.difference for one in traces]
    several = [f"{kinds.count(kind):,} {DIFFERENCES[kind]}" for kind in Difference if kind in kinds]
    named = sum(one.is_anothers for one in traces)
    other = f" Of {named:,}, {ANOTHERS}." if named else ""
    return f"{counted(len(traces), 'quotation')}: {listed(several)}.{other}"


def unsaid(unchecked: Iterable[str]) -> Iterator[str]:
    """Yield the sentence about what could not be checked, if anything could not."""
    points = "; ".join(unchecked)
    if points:
        yield f"Not checked: {points}."

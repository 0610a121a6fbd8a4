"""The names of things in an export: IRIs that hold a record's id and numbers, and nothing else.

A party is told by its place in the record: its id there may be made of a name. The IRIs are URNs of
our own, so that nobody looks for anything at them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.odrl.negotiation import Span
from groundrules.record.transcript import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.record.odrl.negotiation import Negotiation

_TALK = "urn:groundrules:talk:"
_NUMBER = r"(0|[1-9]\d{0,8})"
_PLACE = rf"{_NUMBER}\.{_NUMBER}"
_STEP = re.compile(
    rf"{_TALK}(?P<talk>[A-Za-z0-9][A-Za-z0-9._-]*)"
    rf":fact:(?P<fact>{_NUMBER}):party:(?P<party>{_NUMBER})(?::from:{_PLACE})?",
    re.ASCII,
)
_PARTY = re.compile(rf".*:party:{_NUMBER}", re.ASCII)
_SPAN = re.compile(rf"[^#]*#{_PLACE}(?P<more>-(?:{_PLACE})?)?", re.ASCII)


class StepName(NamedTuple):
    """What the name of a step tells."""

    conversation: str
    fact: int
    protected: int


def talk_iri(conversation: str) -> str:
    """Return the IRI of everything that was said in a conversation."""
    return f"{_TALK}{conversation}"


def part_iri(conversation: str, part: str) -> str:
    """Return the IRI of what belongs to a talk: `outlet`, `participants` or `recording`."""
    return f"{_TALK}{conversation}:{part}"


def party_iri(conversation: str, number: int) -> str:
    """Return the pseudonym of a party, by its place in the record; it is of no use in another."""
    return f"{_TALK}{conversation}:party:{number}"


def read_party(iri: str) -> int | None:
    """Return a party's place in the record, or None where this is no party."""
    found = _PARTY.fullmatch(iri)
    return int(found[1]) if found else None


def span_iri(conversation: str, span: Span) -> str:
    """Return the IRI of a span: `…#4.1`, `…#4.1-6.2`, or `…#4.1-` where it has no end yet."""
    first = _place_text(span.first)
    if span.last is None:
        return f"{_TALK}{conversation}#{first}-"
    last = "" if span.last == span.first else f"-{_place_text(span.last)}"
    return f"{_TALK}{conversation}#{first}{last}"


def read_span(iri: str) -> Span | None:
    """Return the span that an IRI names, or None where it names none."""
    found = _SPAN.fullmatch(iri)
    if not found:
        return None
    first = Place(int(found[1]), int(found[2]))
    if found["more"] is None:
        return Span(first, first)
    return Span(first, Place(int(found[4]), int(found[5])) if found[4] else None)


def step_iri(conversation: str, fact: int, party: int, spans: Sequence[Span] = ()) -> str:
    """Return the name of a step; one that has come to stand on words has the first of them in it.

    Facts are only ever added to a record, so that a name stays the name of what it was.
    """
    name = f"{_TALK}{conversation}:fact:{fact}:party:{party}"
    return f"{name}:from:{_place_text(spans[0].first)}" if spans else name


def name_of(step: Negotiation) -> str:
    """Return the name of a step."""
    spans = [span for span in step.spans if span.last]
    return step_iri(step.conversation, step.fact, step.protected, spans)


def read_step(iri: str) -> StepName | None:
    """Return what the name of a step tells, or None where this is no such name."""
    found = _STEP.fullmatch(iri)
    return StepName(found["talk"], int(found["fact"]), int(found["party"])) if found else None


def _place_text(place: Place) -> str:
    return f"{place.turn}.{place.part}"

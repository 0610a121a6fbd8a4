"""Negotiations that were read from an export, as a sheet in plain words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from groundrules.record.odrl.identifiers import name_of
from groundrules.record.odrl.negotiation import Form
from groundrules.record.standing import Basis
from groundrules.reporters.plain_words import clock, listed, terms_in_words
from groundrules.reporters.redaction import Redaction
from groundrules.reporters.sheets.sheet import Heading, Items, Paragraph, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.record.odrl.negotiation import Negotiation, Span
    from groundrules.record.transcript import Place
    from groundrules.reporters.sheets.sheet import Block

_TITLES = {
    Form.OFFER: "Offer",
    Form.REQUEST: "Request",
    Form.ASSERTION: "Claim",
    Form.AGREEMENT: "Agreement",
    Form.UNSETTLED: "Not settled",
}

_NOTE = (
    "An offer, a request and a claim change nothing. What is not settled is protected. Words of a "
    "talk that are neither agreed on nor listed as not settled are on the record. Parties and "
    "turns are told by their place in the record."
)


def sheet(steps: Sequence[Negotiation]) -> Sheet:
    """Return the steps, talk by talk, each with its words, its terms and what it revises."""
    return Sheet("What was negotiated", tuple(_blocks(steps)))


def _blocks(steps: Sequence[Negotiation]) -> Iterator[Block]:
    if not steps:
        yield Paragraph("This export holds no negotiation.")
    for talk, told in groupby(steps, key=lambda step: step.conversation):
        yield Heading(talk)
        here = list(told)
        numbers = {name_of(step): number for number, step in enumerate(here, 1)}
        for number, step in enumerate(here, 1):
            yield Heading(f"{number}. {_title(step)}", 2)
            yield Items(tuple(_items(step, numbers.get(step.revises, 0))))
    yield Paragraph(_NOTE, "note")


def _title(step: Negotiation) -> str:
    title = _TITLES[step.form]
    if step.form is Form.AGREEMENT and step.basis is not Basis.AGREED:
        title = f"{title} ({step.basis})"
    act = step.act.value if step.act else ""
    by = f"by party {step.by}" if step.by else ""
    done = " ".join(filter(None, (act, by)))
    return f"{title}: {done}" if done else title


def _items(step: Negotiation, revises: int) -> Iterator[str]:
    version = f", version {step.version}" if step.version else ""
    yield f"Level: {step.terms.level.spoken}, read under policy {step.policy}{version}"
    yield f"Terms: {terms_in_words(step.terms, Redaction(revealed=True))}"
    yield f"Words: {'; '.join(map(_span, step.spans))}"
    if step.scope:
        yield f"Only on the topic “{step.scope}”"
    if step.until is not None:
        yield f"Only until {clock(step.until)} of the recording"
    if step.protected:
        yield f"Protects: party {step.protected}"
    yield f"Binds: {_bound(step)}"
    if revises:
        yield f"Revises: step {revises}"
    if step.doubts:
        yield f"Open: {listed([doubt.value.replace('-', ' ') for doubt in step.doubts])}"
    if step.approved:
        yield "The source has approved the quotation of these words"


def _span(span: Span) -> str:
    if span.last is None:
        return f"all that is said from {_place(span.first)} on"
    if span.first == span.last:
        return _place(span.first)
    return f"{_place(span.first)} to {_place(span.last)}"


def _place(place: Place) -> str:
    part = f", part {place.part}" if place.part > 1 else ""
    return f"turn {place.turn}{part}"


def _bound(step: Negotiation) -> str:
    bound = [] if step.outlet is None else [step.outlet or "the outlet"]
    return listed([*bound, *(f"party {number}" for number in step.bound)])

"""An act in plain words: who does what, and which terms are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind
from groundrules.record.notation.values import runs_text
from groundrules.reporters.picture.explanations import ACTS
from groundrules.reporters.plain_words import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.facts import Fact, Proposal
    from groundrules.record.transcript import Conversation

RIGHTS = {
    ("publish", "yes"): "may be published",
    ("publish", "if-independently-obtained"): (
        "may be published only if it is also had from somebody else"
    ),
    ("publish", "no"): "may not be published",
    ("quote", "verbatim"): "may be quoted",
    ("quote", "paraphrase"): "may be paraphrased, not quoted",
    ("quote", "no"): "may not be quoted",
    ("attribute", "name"): "may be attributed by name",
    ("attribute", "description"): "may be attributed only by a description",
    ("attribute", "institution"): "may be attributed only to an institution or a circle",
    ("attribute", "none"): "may not be attributed to anybody",
    ("attendance", "open"): "it may be said who was there",
    ("attendance", "secret"): "it may not be said who was there",
    ("pursue", "yes"): "may be taken to other sources",
    ("pursue", "no"): "may not be taken to other sources",
    ("repeat", "anyone"): "may be told to anybody",
    ("repeat", "need-to-know"): "may be told only where there is need",
    ("repeat", "nobody"): "may not be told to anybody",
    ("contradict", "yes"): "may be used to contradict a public statement",
    ("contradict", "no"): "may not be used to contradict a public statement",
}
"""Axis and permission to what it says about the words that are meant."""


def in_plain_words(conversation: Conversation, fact: Fact) -> str:
    """Return an act as a sentence, such as "S1, Dana Whitfield, asks for terms: off the record"."""
    does = ACTS[fact.kind]
    if fact.kind is Kind.GRACE_GRANTED:
        does += f" for turns {runs_text(fact.turns)}"
    terms = "; ".join(_terms(fact.proposal)) if fact.proposal else ""
    return f"{_who(conversation, fact.by)} {does}{f': {terms}' if terms else ''}."


def named(conversation: Conversation, party: str) -> str:
    """Return a party's id, and the name where there is one: `S1, Dana Whitfield`."""
    known = conversation.party(party)
    if known is None:
        return "Somebody who cannot be told"
    return ", ".join(filter(None, (known.id, known.name)))


def _who(conversation: Conversation, party: str) -> str:
    name = named(conversation, party)
    return f"{name}," if ", " in name else name


def _terms(proposal: Proposal) -> Iterator[str]:
    if proposal.level:
        yield proposal.level.spoken
    yield from (RIGHTS[axis, str(permission)] for axis, permission in proposal.changes)
    if proposal.descriptions:
        yield "described as " + " or ".join(f"“{one}”" for one in proposal.descriptions)
    if proposal.quote_approval:
        yield "quotations to be approved before use"
    if proposal.embargo:
        until, event = proposal.embargo.until, proposal.embargo.event
        yield f"not before {until.isoformat() if until else f'“{event}”'}"
    if proposal.delete_by:
        yield f"notes and recordings to be gone by {proposal.delete_by.isoformat()}"
    if proposal.tell:
        yield "to be told only to " + " or ".join(f"“{one}”" for one in proposal.tell)
    if proposal.scope:
        yield f"limited to “{proposal.scope}”"
    if proposal.until is not None:
        yield f"until {clock(proposal.until)} of the recording"

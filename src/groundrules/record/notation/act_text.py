"""Writing an act: the fact as its line is printed, its keys in the documented order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind, Purpose
from groundrules.record.notation.values import moment_text, quoted, runs_text, timecode_text
from groundrules.record.notation.verbs import ACT_MARK, UNKNOWN_SPEAKER
from groundrules.record.transcript import AFTERWARDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.record.facts import Corroboration, Decision, Fact, Proposal


def act_text(fact: Fact, speaker: str, mark: str = ACT_MARK) -> str:
    """Return an act as it is printed below a turn of this speaker, without the indentation."""
    return " ".join((mark, *_tokens(fact, speaker)))


def _tokens(fact: Fact, speaker: str) -> Iterator[str]:
    yield fact.kind.value
    if fact.proposal:
        yield from _terms(fact.proposal)
    if fact.covers:
        yield f"for={','.join(fact.covers)}"
    if fact.to:
        yield f"to={','.join(fact.to)}"
    if fact.turns:
        yield f"turns={runs_text(fact.turns)}"
    if fact.when and fact.at != AFTERWARDS:
        yield f"when={moment_text(fact.when)}"
    yield from _desk(fact)
    if fact.by != speaker:
        yield f"by={fact.by or UNKNOWN_SPEAKER}"
    if fact.words or fact.kind is Kind.TOPIC_CHANGED:
        yield quoted(fact.words)


def _terms(proposal: Proposal) -> Iterator[str]:
    if proposal.level:
        yield proposal.level
    yield from (f"{axis}={permission}" for axis, permission in proposal.changes)
    yield from (f"description={quoted(one)}" for one in proposal.descriptions)
    if proposal.quote_approval:
        yield "approval=yes"
    if proposal.embargo:
        instant, event = proposal.embargo.until, proposal.embargo.event
        yield f"embargo={moment_text(instant) if instant else quoted(event)}"
    if proposal.delete_by:
        yield f"delete-by={moment_text(proposal.delete_by)}"
    yield from (f"tell={quoted(one)}" for one in proposal.tell)
    if proposal.scope:
        yield f"scope={quoted(proposal.scope)}"
    if proposal.until is not None:
        yield f"until={timecode_text(proposal.until)}"


def _desk(fact: Fact) -> Iterator[str]:
    if fact.corroboration:
        yield from _corroboration(fact.corroboration)
    if fact.decision:
        yield from _decision(fact.decision)


def _corroboration(found: Corroboration) -> Iterator[str]:
    yield f"with={quoted(found.source)}"
    yield f"independent={'yes' if found.independent else 'no'}"
    if not found.prompted:
        yield "prompted=no"


def _decision(decision: Decision) -> Iterator[str]:
    if decision.story:
        yield f"story={quoted(decision.story)}"
    if decision.purpose is not Purpose.ANONYMOUS:
        yield f"use={decision.purpose}"
    if decision.rule:
        yield f"rule={quoted(decision.rule)}"
    yield f"role={decision.role}"
    if decision.who:
        yield f"who={quoted(decision.who)}"
    if decision.expires:
        yield f"expires={moment_text(decision.expires)}"

"""Where a talk stands, as the record's own fold has it: what the page must find by its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from groundrules.desk.light.shapes import LightTerms, instant_text, terms_shape
from groundrules.record.negotiation import stage, state
from groundrules.record.transcript import AFTERWARDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.record.agreement import Agreement, Pending
    from groundrules.record.transcript import Conversation
    from groundrules.terms.policy import Policy


@dataclass(frozen=True, slots=True)
class LightLayer:
    """Terms that are in force.

    Attributes:
        descriptions: None where none was agreed upon.
        embargoes: each its instant and its event, joined by a bar, sorted.
        since: milliseconds from the beginning; 0 where nothing was agreed, None where the record
            has no time.
    """

    level: str
    rights: dict[str, str]
    descriptions: tuple[str, ...] | None
    quote_approval: bool
    embargoes: tuple[str, ...]
    delete_by: str
    tell: tuple[str, ...] | None
    scope: str
    until: int | None
    defined: bool
    unconfirmed: bool
    since: int | None

    def __repr__(self) -> str:
        """Show the level alone."""
        return f"LightLayer({self.level})"


@dataclass(frozen=True, slots=True)
class LightWaiting:
    """Terms that wait for an answer."""

    by: str
    kind: str
    terms: LightTerms
    waiting: tuple[str, ...]
    accepted: tuple[str, ...]
    refused: tuple[str, ...]
    unclear: bool
    definer: str


@dataclass(frozen=True, slots=True)
class LightState:
    """Where the talk about one party's words stands.

    Attributes:
        stage: as `groundrules.record.negotiation` names it.
        layers: what is in force, a limited agreement above the one that it lies over.
        waiting: what was put and not answered; None for nothing.
        ineffective: how many acts so far have changed nothing.
    """

    stage: str
    layers: tuple[LightLayer, ...]
    waiting: LightWaiting | None
    returning: bool
    unclear: bool
    topic: str
    ineffective: int


def state_of(talk: Conversation, policy: Policy, party: str) -> LightState:
    """Return where the talk about one party's words stands at the end of a record.

    Raises:
        KeyError: the party is none whose words terms protect.
    """
    found = state(talk, policy)
    ground = found.grounds[party]
    starts = {
        f"{talk.id}!{number}": talk.turns[fact.at.turn - 1].start
        for number, fact in enumerate(talk.facts, 1)
        if fact.at != AFTERWARDS
    }
    return LightState(
        stage=stage(talk, policy, party).value,
        layers=tuple(_layer(one, starts) for one in ground.layers),
        waiting=_waiting(ground.pending) if ground.pending else None,
        returning=bool(ground.returning),
        unclear=bool(ground.unclear),
        topic=found.topic,
        ineffective=len(found.ineffective),
    )


def _layer(agreement: Agreement, starts: dict[str, int | None]) -> LightLayer:
    terms = agreement.terms
    conditions = terms.conditions
    return LightLayer(
        level=terms.level.value,
        rights={axis: str(word) for axis, word in terms.rights.by_axis().items()},
        descriptions=_sorted(conditions.descriptions),
        quote_approval=conditions.quote_approval,
        embargoes=tuple(
            sorted(f"{instant_text(one.until)}|{one.event}" for one in conditions.embargoes)
        ),
        delete_by=conditions.delete_by.isoformat() if conditions.delete_by else "",
        tell=_sorted(conditions.tell),
        scope=agreement.scope,
        until=agreement.until,
        defined=agreement.defined,
        unconfirmed=agreement.unconfirmed,
        since=starts[agreement.facts[-1]] if agreement.facts else 0,
    )


def _waiting(pending: Pending) -> LightWaiting:
    return LightWaiting(
        by=pending.by,
        kind=pending.kind.value,
        terms=terms_shape(pending.proposal),
        waiting=tuple(sorted(pending.waiting)),
        accepted=tuple(sorted(pending.accepted)),
        refused=tuple(sorted(pending.refused)),
        unclear=pending.unclear,
        definer=pending.definer,
    )


def _sorted(words: Sequence[str] | frozenset[str] | None) -> tuple[str, ...] | None:
    return None if words is None else tuple(sorted(words))

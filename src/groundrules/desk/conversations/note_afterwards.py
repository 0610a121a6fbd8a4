"""Noting what happened after a talk: a release, an approval, a lifted embargo, a hold, a waiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.conversations.change_talk import change_talk
from groundrules.desk.policies.house_policy import Policies
from groundrules.errors import BadInput, Fault
from groundrules.record.facts import (
    DECISIONS,
    OF_THE_NEWSROOM,
    Corroboration,
    Decision,
    DeskRole,
    Fact,
    Kind,
    Purpose,
)
from groundrules.record.notation import parse
from groundrules.record.notation.appending import with_fact_afterwards
from groundrules.record.notation.faults import Unreadable
from groundrules.record.notation.values import read_runs
from groundrules.record.notation.verbs import VERBS, Need
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from groundrules.config.settings import Settings
    from groundrules.desk.conversations.change_talk import Change
    from groundrules.desk.records.append_to_record import RecordFile
    from groundrules.record.facts import Turns
    from groundrules.record.transcript import Conversation

LATER = (
    Kind.STATEMENT_RELEASED,
    Kind.QUOTATION_APPROVED,
    Kind.EMBARGO_LIFTED,
    Kind.EVENT_HAPPENED,
    Kind.GRACE_GRANTED,
    Kind.RETROACTIVE_REQUESTED,
    Kind.STATEMENT_CORROBORATED,
    Kind.USE_SIGNED_OFF,
    Kind.IDENTITY_SHARED,
    Kind.FINDING_WAIVED,
    Kind.HOLD_PLACED,
    Kind.HOLD_LIFTED,
)
"""What can be noted here; incidents have pages of their own."""


def note_afterwards(path: str, version: int, fact: Fact, settings: Settings) -> Change:
    """Write what happened afterwards at the end of a record, where it is what it says.

    Args:
        path: of a conversation in a vault.
        version: the one that was looked at.
        fact: what happened, with its instant; what its kind does not take is left out.
        settings: where policies are found.

    Raises:
        BadInput: something that the kind needs is missing, it would change nothing, or it cannot
            be written.
    """

    def made(record: RecordFile) -> str:
        noted = _fitting(fact)
        _refuse_gaps(record, noted)
        text = with_fact_afterwards(record.text, record.conversation, noted, record.name)
        _refuse_idle(parse(text, record.name), record.name, settings)
        return text

    return change_talk(path, version, made)


def turns_named(text: str, spoken: int) -> tuple[Turns, ...]:
    """Return the turns that somebody has typed, such as `4-6, 8`; none for "".

    Args:
        text: as it was typed.
        spoken: how many turns there are.

    Raises:
        BadInput: they are none.
    """
    typed = "".join(text.split())
    try:
        return read_runs(typed, spoken) if typed else ()
    except Unreadable as reason:
        remedy = "write numbers, such as 4-6, 8"
        raise BadInput(Fault("turns", reason.message, remedy)) from None


def decided(fact: Fact, decision: Decision, corroboration: Corroboration) -> Fact:
    """Return a fact with what the newsroom decided or found, for the kinds that hold it."""
    found = corroboration if fact.kind is Kind.STATEMENT_CORROBORATED else None
    return fact._replace(decision=decision if fact.kind in DECISIONS else None, corroboration=found)


def _fitting(fact: Fact) -> Fact:
    verb = VERBS[fact.kind]
    decision = fact.decision
    if decision:
        keys = verb.desk
        decision = Decision(
            role=DeskRole(decision.role),
            who=decision.who if "who" in keys else "",
            story=decision.story if "story" in keys else "",
            purpose=decision.purpose if "use" in keys else Purpose.ANONYMOUS,
            rule=decision.rule if "rule" in keys else "",
            expires=decision.expires if "expires" in keys else None,
        )
    return fact._replace(
        proposal=fact.proposal if verb.terms is not Need.NO else None,
        turns=fact.turns if verb.turns is not Need.NO else (),
        decision=decision,
    )


def _refuse_gaps(record: RecordFile, fact: Fact) -> None:
    verb = VERBS[fact.kind]
    faults = [
        Fault(record.name, message, remedy)
        for is_missing, message, remedy in (
            (fact.kind not in LATER, "this is not noted here", "choose one of the list"),
            (not record.conversation.party(fact.by), "it is not said who did it", "choose who"),
            (
                verb.turns is Need.MUST and not fact.turns,
                "it does not say which turns it is about",
                "write their numbers, such as 4-6, 8",
            ),
            (
                verb.words is Need.MUST and not fact.words,
                f"it does not say {verb.words_are}",
                f"write {verb.words_are}",
            ),
            (
                verb.terms is Need.MUST and fact.proposal is None,
                "it names no terms",
                "choose the terms that hold from now on",
            ),
            *_missing_of_the_desk(fact),
        )
        if is_missing
    ]
    if faults:
        raise BadInput(*faults)


def _missing_of_the_desk(fact: Fact) -> tuple[tuple[bool, str, str], ...]:
    needs, decision = VERBS[fact.kind].needs, fact.decision or Decision()
    return (
        ("rule" in needs and not decision.rule, "it does not say which rule", "write its code"),
        ("who" in needs and not decision.who, "it does not say who decides", "write the name"),
        (
            "expires" in needs and decision.expires is None,
            "it does not say until when",
            "choose a day and a time",
        ),
        (
            fact.corroboration is not None and not fact.corroboration.source,
            "it does not say what bears it out",
            "name a statement or a document",
        ),
    )


def _refuse_idle(talk: Conversation, name: str, settings: Settings) -> None:
    """Refuse a fact that changes nothing, with the reason that the five laws give."""
    fact = talk.facts[-1]
    if fact.kind in OF_THE_NEWSROOM | {Kind.RETROACTIVE_REQUESTED}:
        bound = {party.id for party in talk.parties if party.is_bound}
        if fact.kind in OF_THE_NEWSROOM and fact.by not in bound:
            message = "only somebody whom promises bind can record what a newsroom does"
            raise BadInput(Fault(name, message, "choose the reporter"))
        return
    timeline = fold(talk, Policies(settings).of(talk))
    last = f"{talk.id}!{len(talk.facts)}"
    why = next((one.why for one in timeline.ineffective if one.fact == last), "")
    if why:
        raise BadInput(Fault(name, why, "look at who did it, at the turns and at the terms"))

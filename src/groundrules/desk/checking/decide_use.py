"""What a newsroom decides about a use of words: a sign-off, a waiver. Each becomes a fact."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.records.append_to_record import add_fact, open_record
from groundrules.errors import BadInput, Fault
from groundrules.record.facts import Decision, DeskRole, Fact, Kind, Purpose, Turns

if TYPE_CHECKING:
    from groundrules.desk.records.append_to_record import RecordFile


class Deciding(NamedTuple):
    """Who decides, why, and for how long.

    Attributes:
        who: the name of whoever decides.
        role: what they are in the newsroom.
        reason: why, in a sentence.
        story: the id of the story that it is for; "" for every story.
        expires: the instant from which it no longer counts; None where it always does.
    """

    who: str
    role: DeskRole
    reason: str
    story: str = ""
    expires: datetime | None = None

    def __repr__(self) -> str:
        """Show no reason."""
        return f"Deciding({self.role})"


def waive_finding(path: str, turn: int, rule: str, deciding: Deciding) -> RecordFile:
    """Record that what breaks a promise is published all the same, for a while.

    Args:
        path: the record that holds the promise.
        turn: the turn that it is about.
        rule: the code or name of the rule that finds it.
        deciding: who decides; a waiver must expire.

    Raises:
        BadInput: nobody says why or until when, that is over already, or the record cannot be
            read or written.
    """
    if deciding.expires is None:
        message = "a waiver holds until an instant, and none is named"
        raise BadInput(Fault("until", message, "say until when it is to hold"))
    return _recorded(path, turn, Kind.FINDING_WAIVED, deciding, _decision(deciding, rule=rule))


def sign_off_use(path: str, turn: int, purpose: Purpose, deciding: Deciding) -> RecordFile:
    """Record that the newsroom approves a use of what somebody said.

    Args:
        path: the record in which it was said.
        turn: the turn.
        purpose: what the sign-off is for.
        deciding: who decides.

    Raises:
        BadInput: nobody says why, it is over already, or the record cannot be read or written.
    """
    decision = _decision(deciding)._replace(purpose=purpose)
    return _recorded(path, turn, Kind.USE_SIGNED_OFF, deciding, decision)


def approve_quotation(path: str, turn: int) -> RecordFile:
    """Record that a source has approved quoting what she said in a turn.

    Args:
        path: the record in which she said it.
        turn: the turn.

    Raises:
        BadInput: nobody is known to have said it, or the record cannot be read or written.
    """
    record = open_record(path)
    speaker = next((one.speaker for one in record.conversation.turns if one.number == turn), "")
    if not speaker:
        message = f"nobody is known to have spoken in turn {turn}"
        raise BadInput(Fault(record.name, message, "name the speaker in the record first"))
    runs = (Turns(turn, turn),)
    return add_fact(record, Fact(Kind.QUOTATION_APPROVED, speaker, turns=runs, when=_now()))


def _decision(deciding: Deciding, rule: str = "") -> Decision:
    return Decision(
        deciding.role, deciding.who, deciding.story, rule=rule, expires=deciding.expires
    )


def _recorded(
    path: str, turn: int, kind: Kind, deciding: Deciding, decision: Decision
) -> RecordFile:
    if not deciding.reason.strip() or not deciding.who.strip():
        message = "a decision has somebody who makes it, and a reason"
        raise BadInput(Fault("reason", message, "say who decides, and why"))
    if deciding.expires and deciding.expires <= datetime.now(tz=UTC):
        message = "the decision would be over before it begins to hold"
        raise BadInput(Fault("until", message, "choose an instant that is still to come"))
    record = open_record(path)
    bound = next((party.id for party in record.conversation.parties if party.is_bound), "")
    if not bound:
        message = "nobody in this conversation is bound by its promises"
        raise BadInput(Fault(record.name, message, "say in the record who the reporter is"))
    runs = (Turns(turn, turn),)
    words = deciding.reason.strip()
    return add_fact(
        record, Fact(kind, bound, turns=runs, when=_now(), words=words, decision=decision)
    )


def _now() -> datetime:
    return datetime.now(tz=UTC).astimezone().replace(microsecond=0)

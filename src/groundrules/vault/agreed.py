"""What a receipt of a conversation says: who is held to what, in lines that name nobody."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.proofs.spelling import Misspelt
from groundrules.proofs.statement import Statement
from groundrules.readers.policies import PolicyShelf
from groundrules.record.notation import parse
from groundrules.record.timeline import fold
from groundrules.reporters.plain_words import clock, terms_in_words
from groundrules.reporters.redaction import Redaction
from groundrules.talk.on_paper.naming import agreed_words
from groundrules.talk.on_paper.promises import promises_of, promises_to
from groundrules.terms.rights import Attendance, Attribute, Publish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.record.timeline import Timeline
    from groundrules.talk.on_paper.promises import Promise

_LEAST_RESTRICTED = (Publish.YES, Attribute.NAME, Attendance.OPEN)


class Wanted(NamedTuple):
    """Which agreement a receipt is for.

    Attributes:
        handle: how it shall call the one to whom something was promised.
        party: her id in the record; "" where all were promised the same.
        turn: the number of a turn, for the agreement that it stands on; 0 for all of them.
        policy: the house's policy, for a record that names none.
        policies: folders with policies of the house's own.
        confidential_too: also where the source is not to be named.
    """

    handle: str
    party: str = ""
    turn: int = 0
    policy: str = "default"
    policies: Sequence[str] = ()
    confidential_too: bool = False


class Agreed(NamedTuple):
    """What a receipt says.

    Attributes:
        statement: the receipt's own.
        words: those words of the talk in it that are what was agreed, such as a description.
    """

    statement: Statement
    words: tuple[str, ...]


def agreed_in(name: str, text: str, wanted: Wanted) -> Agreed:
    """Return what a receipt of a conversation says.

    Args:
        name: of the conversation, for faults.
        text: its record, with code names in the place of names.
        wanted: which agreement.

    Raises:
        BadInput: there is no such agreement, or several; the record lacks the outlet or the day;
            the source is not to be named and that was not said to be all right; or a line cannot
            stand in a receipt.
    """
    conversation = parse(text, name)
    shelf = PolicyShelf(wanted.policies)
    policy = shelf.load(conversation.policy or wanted.policy, asked_in=f"conversation {name}")
    timeline = fold(conversation, policy)
    agreements = _agreements(name, timeline, wanted)
    if not conversation.outlet or conversation.date is None:
        missing = "date" if conversation.outlet else "outlet"
        message = f"the record names no {missing}, and a receipt needs it"
        raise BadInput(Fault(name, message, f"put `{missing}:` in its head"))
    if not wanted.confidential_too and any(map(_is_confidential, agreements)):
        raise _confidential(name)
    day = conversation.date
    agreed = (day.date() if isinstance(day, datetime) else day).isoformat()
    terms = tuple(_line(one) for one in agreements)
    try:
        statement = Statement(conversation.outlet, wanted.handle, agreed, terms).checked()
    except Misspelt as error:
        message = f"what the receipt would say cannot stand in one: {error}"
        raise BadInput(
            Fault(name, message, "give another --handle, or shorten what was agreed")
        ) from None
    return Agreed(statement, tuple(agreed_words(agreements)))


def _agreements(name: str, timeline: Timeline, wanted: Wanted) -> tuple[Promise, ...]:
    known = {one.id for one in timeline.conversation.parties if not one.is_reporter}
    if wanted.party and wanted.party not in known:
        remedy = f"name one of {', '.join(sorted(known))}"
        raise BadInput(Fault(name, "this is nobody whom an agreement could protect", remedy))
    found = (promises_to(timeline, wanted.party),) if wanted.party else promises_of(timeline)
    if len(found) > 1:
        ids = ", ".join(one for promises in found for one in promises.protects)
        message = f"the talk promised different things to {ids}"
        raise BadInput(Fault(name, message, "make a receipt for each of them: --for ID"))
    agreements = tuple(one for promises in found for one in promises.agreements)
    if wanted.turn:
        agreements = tuple(one for one in agreements if _covers(one, wanted.turn))
    if not agreements:
        what = f"turn {wanted.turn} stands on no agreement" if wanted.turn else "nothing was agreed"
        remedy = f"`groundrules record show {name}` shows on which terms each turn stands"
        raise BadInput(Fault(name, f"{what}: there is nothing to give a receipt for", remedy))
    return agreements


def _covers(promise: Promise, turn: int) -> bool:
    return any(one.statement.place.turn == turn for one in promise.kept)


def _is_confidential(promise: Promise) -> bool:
    rights = promise.terms.rights
    return (rights.publish, rights.attribute, rights.attendance) != _LEAST_RESTRICTED


def _confidential(name: str) -> BadInput:
    message = (
        "the source is not to be named, and a receipt is evidence that you spoke: whoever finds it "
        "with her knows it"
    )
    remedy = (
        "read the terms aloud to her instead, and agree on a code word by which she can call on "
        "them; if she wants a receipt all the same, give --confidential-too"
    )
    return BadInput(Fault(name, message, remedy))


def _line(promise: Promise) -> str:
    words = terms_in_words(promise.terms, Redaction(revealed=True))
    level = str(promise.terms.level).replace("-", " ")
    opened = " (part of this was left open)" if promise.open else ""
    return f"{level}, for {_span(promise)}: {words}{opened}"


def _span(promise: Promise) -> str:
    """Return what an agreement covers, by the clock where the record has one."""
    kept = promise.kept
    if not kept:
        return "what is said from the end of the talk on"
    first, last = kept[0].statement, kept[-1].statement
    begins, ends = clock(first.start), clock(last.start)
    if not begins or not ends:
        begins, ends = f"turn {first.place.turn}", f"turn {last.place.turn}"
    if promise.lasts:
        return f"what was said from {begins} on"
    return (
        f"what was said at {begins}" if begins == ends else f"what was said from {begins} to {ends}"
    )

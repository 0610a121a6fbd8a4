"""Setting terms for turns that somebody has chosen: who asked, and who said yes, in which turns.

It takes two, and nothing reaches back: the terms hold from the turn of the yes on. For words that
were spoken before it there is a release by the source, or a grace by the journalist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.conversations.change_talk import change_talk
from groundrules.desk.conversations.text_of_turns import end_of_turn, with_act
from groundrules.desk.policies.house_policy import Policies
from groundrules.errors import BadInput, Fault
from groundrules.record.facts import Fact, Kind
from groundrules.record.notation import parse
from groundrules.record.timeline import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.config.settings import Settings
    from groundrules.desk.conversations.change_talk import Change
    from groundrules.desk.records.append_to_record import RecordFile
    from groundrules.record.facts import Proposal
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Conversation

NOT_BACKWARDS = "terms hold from the turn in which they were accepted, and never before it"
RELEASE_OR_GRACE = (
    "for words spoken earlier, note a release by the source or a grace of your own under "
    "“What happened afterwards”"
)


class Done(NamedTuple):
    """Who did something, and in which turn; "" for whoever spoke there."""

    turn: int
    by: str = ""


class Wanted(NamedTuple):
    """Terms for turns.

    Attributes:
        first: the first of the turns that were chosen.
        last: the last of them; 0 where the terms hold from the first one on.
        proposal: the terms.
        asked: who put them.
        accepted: who said yes.
        back: who went back on the record behind the last turn; None where they hold from here on.
        back_accepted: who went along with it; None where nobody had to.
    """

    first: int
    last: int
    proposal: Proposal
    asked: Done
    accepted: Done
    back: Done | None = None
    back_accepted: Done | None = None


def set_terms(path: str, version: int, wanted: Wanted, settings: Settings) -> Change:
    """Write the acts that put some turns on terms, if they do.

    Args:
        path: of a conversation in a vault.
        version: the one that was looked at.
        wanted: the terms, and who did what in which turn.
        settings: where policies are found.

    Raises:
        BadInput: the turns are not in order, one side alone would have agreed, the acts would
            change nothing, or it cannot be written. Then nothing is.
    """
    return change_talk(path, version, lambda record: _made(record, wanted, settings))


def _made(record: RecordFile, wanted: Wanted, settings: Settings) -> str:
    _refuse_disorder(record, wanted)
    text, talk = record.text, record.conversation
    acts = list(_acts(talk, wanted))
    for fact in acts:
        text = with_act(text, talk, fact, record.name)
        talk = parse(text, record.name)
    _refuse_idle(record.name, fold(talk, Policies(settings).of(talk)), wanted, acts)
    return text


def _acts(talk: Conversation, wanted: Wanted) -> Iterator[Fact]:
    asker, accepter = _who(talk, wanted.asked), _who(talk, wanted.accepted)
    party = talk.party(asker)
    is_offer = party is not None and party.is_reporter
    kind = Kind.TERMS_OFFERED if is_offer else Kind.TERMS_ASKED
    to = (accepter,) if is_offer else ()
    yield _fact(talk, kind, wanted.asked)._replace(proposal=wanted.proposal, to=to)
    yield _fact(talk, Kind.TERMS_AGREED, wanted.accepted)
    if wanted.back:
        yield _fact(talk, Kind.RETURNED_TO_RECORD, wanted.back)
    if wanted.back_accepted:
        yield _fact(talk, Kind.RETURN_ACCEPTED, wanted.back_accepted)


def _fact(talk: Conversation, kind: Kind, done: Done) -> Fact:
    return Fact(kind, _who(talk, done), end_of_turn(talk.turns[done.turn - 1]))


def _who(talk: Conversation, done: Done) -> str:
    return done.by or talk.turns[done.turn - 1].speaker


def _refuse_disorder(record: RecordFile, wanted: Wanted) -> None:
    talk, name = record.conversation, record.name
    done = [wanted.asked, wanted.accepted, wanted.back, wanted.back_accepted]
    named = [one.turn for one in done if one]
    if not all(1 <= turn <= len(talk.turns) for turn in (*named, wanted.first)):
        message = "a turn is named that is not there"
        raise BadInput(Fault(name, message, f"the turns go from 1 to {len(talk.turns)}"))
    if wanted.accepted.turn > wanted.first:
        raise BadInput(Fault(name, NOT_BACKWARDS, RELEASE_OR_GRACE))
    if named != sorted(named):
        message = "an answer stands before what it answers"
        raise BadInput(Fault(name, message, "name the turns in the order of the talk"))
    if wanted.back and wanted.back.turn <= wanted.last:
        message = "the talk would have gone back on the record before the last of the turns"
        raise BadInput(Fault(name, message, f"name a turn behind turn {wanted.last}"))
    who = [_who(talk, one) for one in done if one]
    if not all(map(talk.party, who)):
        message = "it cannot be told who spoke in one of the turns"
        raise BadInput(Fault(name, message, "say who it was"))
    if who[0] == who[1]:
        message = "it takes two: whoever puts terms does not accept them"
        raise BadInput(Fault(name, message, "name the turn in which the other side said yes"))


def _refuse_idle(name: str, timeline: Timeline, wanted: Wanted, acts: Sequence[Fact]) -> None:
    """Refuse acts of which one changes nothing: what is written down is to be what holds."""
    for idle in timeline.ineffective:
        if timeline.fact(idle.fact) in acts:
            raise BadInput(Fault(name, idle.why, "look at the turns around it"))
    last = wanted.last or len(timeline.conversation.turns)
    chosen = [one for one in timeline.standings if wanted.first <= one.statement.place.turn <= last]
    if chosen and not any(one.is_restricted for one in chosen):
        message = "the turns would stand on the record as before"
        raise BadInput(Fault(name, message, "look at who asked, and who accepted"))

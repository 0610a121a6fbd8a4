"""Making the card of a conversation: it is read, folded, and put into keyed codes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.promises import evidence_in
from groundrules.desk.indexing.codes import CodedBearer, CodedPhrase, Codes, Kept, Seen
from groundrules.draft.document import Draft
from groundrules.evidence.case import Case
from groundrules.matching.index.talks import Talk
from groundrules.record.afterwards import FREEING_LATER
from groundrules.reporters.redaction import spellings_of
from groundrules.rules.callings import callings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.desk.indexing.codes import Coder
    from groundrules.evidence.case import Evidenced
    from groundrules.record.transcript import Conversation
    from groundrules.rules.callings import Bearer, Callings
    from groundrules.terms.policy import Policy

LONGEST_BODY = 24
"""Words of the name of a body. A conversation with a longer one is opened for every check."""

NEVER = (1 << 63) - 1
"""`settled_from` of a card that holds at no instant."""

_START = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_NOBODYS = Draft("", "", ())


class Card(NamedTuple):
    """A card: its head, and the rest of it."""

    head: Kept
    codes: Codes


def card_of(talk: Conversation, policy: Policy, reading: str, coder: Coder) -> Card:
    """Return the card of a conversation, without its place and its stamp.

    Args:
        talk: the conversation.
        policy: the policy under which it is read.
        reading: what `reading_of` says of that.
        coder: what makes the codes.
    """
    statements = evidence_in(talk, policy)
    case = Case(_NOBODYS, (), (), (), statements, {talk.id: talk}, policy, _START)
    standings = [one.standing for one in statements.values()]
    callings = callings_of(case)
    head = Kept(
        number=0,
        id=talk.id,
        place=0,
        seen=Seen(),
        stamp="",
        policy=talk.policy,
        reading=reading,
        statements=len(standings),
        restricted=sum(one.is_restricted for one in standings),
        open=sum(one.is_open for one in standings),
        unknown=sum(not one.speaker for one in statements.values()),
        settled_from=_settled_from(talk, callings),
    )
    return Card(head, _codes(callings, statements, coder))


def indexed(talk: Conversation, stamp: str) -> Talk:
    """Return a conversation as the index takes it in."""
    said = list(talk.statements())
    return Talk(
        talk.id,
        stamp,
        contact_of(talk),
        tuple(one.id for one in said),
        tuple(one.speaker for one in said),
        tuple(one.text for one in said),
    )


def contact_of(talk: Conversation) -> str:
    """Return whom to ask about a conversation: the reporters in it, who are nobody's secret."""
    names = [party.name for party in talk.parties if party.is_reporter and party.name]
    return " and ".join(names) or talk.outlet or f"whoever keeps the record of {talk.id}"


def reading_of(policy: Policy) -> str:
    """Return a digest of what a policy makes of words: another one, and the cards are stale."""
    said = repr((policy.id, sorted(policy.levels.items()), sorted(policy.practices.items())))
    return blake2b(said.encode(), digest_size=12).hexdigest()


def microseconds(instant: datetime) -> int:
    """Return an instant as microseconds from 1970 on, UTC."""
    return (instant - _START) // _MICROSECOND


def _settled_from(talk: Conversation, callings: Callings) -> int | None:
    if any(body.count(" ") >= LONGEST_BODY for body in callings.bodies):
        return NEVER
    freeing = (one for one in (*talk.facts, *talk.proposals) if one.kind in FREEING_LATER)
    return max((microseconds(one.when) for one in freeing if one.when), default=None)


def _codes(callings: Callings, statements: dict[str, Evidenced], coder: Coder) -> Codes:
    phrases, names = spellings_of(statements.values())
    forms = {
        "secret": callings.secret,
        "body": callings.bodies,
        "pursued": callings.pursued,
        "word": names,
    }
    return Codes(
        frozenset(code for kind, words in forms.items() for code in coder.codes(kind, words)),
        frozenset(_bearer(one, coder) for one in callings.bearers),
        frozenset(_phrase(one, coder) for some in phrases.values() for one in some),
        tuple(map(coder.stems, callings.withheld)),
        coder.stems(callings.freely),
    )


def _bearer(bearer: Bearer, coder: Coder) -> CodedBearer:
    return CodedBearer(
        coder.code("person", bearer.key),
        coder.code("names", "\0".join(sorted(bearer.names))),
        coder.codes("name", bearer.marks),
        bearer.unnamed,
    )


def _phrase(words: tuple[str, ...], coder: Coder) -> CodedPhrase:
    start = coder.code("start", words[0])
    return CodedPhrase(start, len(words), coder.code("phrase", " ".join(words)))


def phrases_starting(words: list[str], at: int, lengths: set[int]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of words, of some lengths, that begin at a place."""
    for length in sorted(lengths):
        if at + length <= len(words):
            yield tuple(words[at : at + length])

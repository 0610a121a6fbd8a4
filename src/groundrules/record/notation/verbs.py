"""The vocabulary: the keys of the head, and the verbs with what may stand behind each."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from groundrules.record.facts import Kind
from groundrules.terms.rights import AXES

HEAD_KEYS = ("conversation", "date", "outlet", "policy", "matter", "origin")
"""The keys of the head that hold one value, in the order in which they are printed."""

PARTIES = "parties"
AFTERWARDS_KEY = "afterwards"

RESERVED = frozenset((*HEAD_KEYS, PARTIES, AFTERWARDS_KEY))
"""The words that begin a line of their own, so that no party can have one for an id."""

UNKNOWN_SPEAKER = "?"
"""What stands for a speaker who cannot be told."""

CUT = "cut"
"""What begins a new part of a turn without anything having been done about the terms."""

ACT_MARK = ">"

PROPOSED_MARK = "?>"
"""What stands in front of an act that is proposed, and that nobody has confirmed."""


class Need(StrEnum):
    """Whether something stands behind a verb."""

    NO = "no"
    MAY = "may"
    MUST = "must"


class Verb(NamedTuple):
    """What one verb records, and what may stand behind it.

    Attributes:
        about: what it records, in one sentence.
        words_are: what the words in quotation marks hold.
        words: whether there are any.
        terms: whether a level, rights or conditions are named.
        limits: whether the terms may be limited by `scope=` and `until=`.
        parties: whether it takes `for=` and `to=`.
        turns: whether it names turns.
        when: whether it may name an instant of its own.
        later: whether it stands only below `afterwards:`.
        desk: the keys of what a newsroom does that it takes besides.
        needs: those of them that must stand there.
    """

    about: str
    words_are: str = "a comment"
    words: Need = Need.MAY
    terms: Need = Need.NO
    limits: bool = False
    parties: bool = False
    turns: Need = Need.NO
    when: bool = False
    later: bool = False
    desk: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


def _proposal(about: str) -> Verb:
    return Verb(about, terms=Need.MUST, limits=True, parties=True)


def _answer(about: str) -> Verb:
    return Verb(about, parties=True)


def _desk(  # noqa: PLR0913 - each says what one verb takes
    about: str,
    words_are: str,
    desk: tuple[str, ...] = (),
    needs: tuple[str, ...] = (),
    *,
    words: Need = Need.MUST,
    turns: Need = Need.MAY,
) -> Verb:
    return Verb(about, words_are, words, turns=turns, later=True, desk=desk, needs=needs)


VERBS: dict[Kind, Verb] = {
    Kind.TERMS_ASKED: _proposal("Somebody whose words are meant asks for terms."),
    Kind.TERMS_OFFERED: _proposal("The reporter, or the other side, offers terms."),
    Kind.TERMS_ASSERTED: _proposal("Somebody states terms as if they were in force."),
    Kind.TERMS_ANNOUNCED: _proposal("The host or the moderator announces terms to everybody."),
    Kind.TERMS_DEFINED: _proposal("Somebody says what the terms mean, or reads them back."),
    Kind.TERMS_COUNTERED: _proposal("Somebody answers with other terms."),
    Kind.TERMS_AGREED: _answer("Somebody accepts what awaits an answer."),
    Kind.CONSENT_IMPLIED: _answer("Somebody stays after terms were announced."),
    Kind.TERMS_DECLINED: _answer("Somebody refuses what awaits an answer."),
    Kind.RETURNED_TO_RECORD: _answer("Somebody goes back on the record, or asks to."),
    Kind.RETURN_ACCEPTED: _answer("Somebody goes along with a return that was asked for."),
    Kind.RETROACTIVE_REQUESTED: Verb(
        "Somebody asks for terms on words already spoken; without `turns=`, on all of them.",
        terms=Need.MAY,
        turns=Need.MAY,
    ),
    Kind.GRACE_GRANTED: Verb(
        "The reporter grants, by his own choice, what was asked for too late.",
        words_are="the reason",
        words=Need.MUST,
        turns=Need.MUST,
    ),
    Kind.HINT_GIVEN: Verb("Somebody hints at secrecy and names no terms.", words_are="the hint"),
    Kind.MARKED_UNCLEAR: _answer("What was said about the terms can be read two ways."),
    Kind.TOPIC_CHANGED: Verb(
        'The talk turns to another topic; `""` goes back to nothing in particular.',
        words_are="the topic",
        words=Need.MUST,
    ),
    Kind.PARTY_LEFT: _answer("Somebody leaves the talk."),
    Kind.CONVERSATION_CLOSED: _answer("The talk is over, or the recorder is off."),
    Kind.STATEMENT_RELEASED: Verb(
        "The source lets words already spoken be used on freer terms.",
        terms=Need.MUST,
        turns=Need.MUST,
    ),
    Kind.QUOTATION_APPROVED: Verb("The source approves quotations.", turns=Need.MUST),
    Kind.EMBARGO_LIFTED: Verb(
        "Those who set an embargo lift it; without an event, every one.", words_are="the event"
    ),
    Kind.EVENT_HAPPENED: Verb(
        "The event has happened for which an embargo waited.",
        words_are="the event",
        words=Need.MUST,
        when=True,
    ),
    Kind.INCIDENT_OPENED: Verb(
        "Something went wrong: of what kind, and behind a colon a comment.",
        words_are="the kind of incident",
        words=Need.MUST,
        turns=Need.MAY,
        later=True,
    ),
    Kind.INCIDENT_NOTED: Verb(
        "What was done about it, or what came of it.",
        words_are="the note",
        words=Need.MUST,
        turns=Need.MAY,
        later=True,
    ),
    Kind.INCIDENT_CLOSED: Verb(
        "It is settled; without a kind, whatever was opened last.",
        words_are="the kind of incident",
        later=True,
    ),
    Kind.USE_SIGNED_OFF: _desk(
        "Somebody in the newsroom approves a use of what the source said.",
        "the reason",
        ("story", "use", "role", "who", "expires"),
        ("role",),
    ),
    Kind.IDENTITY_SHARED: _desk(
        "Somebody in the newsroom is told who the source is.",
        "a comment",
        ("story", "role", "who", "expires"),
        ("role",),
        words=Need.MAY,
    ),
    Kind.STATEMENT_CORROBORATED: _desk(
        "Another statement, or a document, bears out what was said.",
        "how it is known to",
        ("with", "independent", "prompted"),
        ("with", "independent"),
        turns=Need.MUST,
    ),
    Kind.FINDING_WAIVED: _desk(
        "Somebody in the newsroom decides to publish in spite of a finding.",
        "the reason",
        ("story", "rule", "role", "who", "expires"),
        ("rule", "role", "who", "expires"),
        turns=Need.MUST,
    ),
    Kind.HOLD_PLACED: _desk(
        "Notes and recordings must be kept, whatever was promised, until further notice.",
        "the reason",
    ),
    Kind.HOLD_LIFTED: _desk("They need no longer be kept.", "a comment", words=Need.MAY),
}
"""Every verb, in the order in which they are documented."""

KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}

TERMS_KEYS = (*AXES, "description", "approval", "embargo", "delete-by", "tell")
"""The keys that name rights and conditions, in the order in which they are printed."""

DESK_KEYS = ("with", "independent", "prompted", "story", "use", "rule", "role", "who", "expires")
"""The keys of what a newsroom decides and finds, in the order in which they are printed."""

_LIMITS = ("scope", "until")
_WHO = ("for", "to")
_AT_ANY = ("by",)

KEYS = frozenset((*TERMS_KEYS, *_LIMITS, *_WHO, *DESK_KEYS, *_AT_ANY, "turns", "when"))
"""Every key that may stand behind some verb."""


def keys_of(kind: Kind) -> tuple[str, ...]:
    """Return the keys that may stand behind a verb, in the order in which they are printed."""
    verb = VERBS[kind]
    return (
        *(TERMS_KEYS if verb.terms is not Need.NO else ()),
        *(_LIMITS if verb.limits else ()),
        *(_WHO if verb.parties else ()),
        *(("turns",) if verb.turns is not Need.NO else ()),
        *(("when",) if verb.when else ()),
        *(key for key in DESK_KEYS if key in verb.desk),
        *_AT_ANY,
    )

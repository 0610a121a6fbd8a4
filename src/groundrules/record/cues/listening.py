"""The listening: what awaits an answer while a talk is read, and from whom.

The state of the terms is the fold's own, so that the reader can never believe anything about the
talk that the timeline would not. It only adds what the fold has no need of: whether somebody went
on to tell while terms awaited an answer, and which request came too late.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.acts import hear
from groundrules.record.cues.cue import Waiting
from groundrules.record.cues.echoes import weighty
from groundrules.record.cues.levels_by_name import levels_in
from groundrules.record.cues.plain import plain
from groundrules.record.cues.replies import Put
from groundrules.record.facts import PROPOSALS, Kind, Proposal
from groundrules.record.talk import Talk
from groundrules.terms.levels import Level
from groundrules.terms.policy import Policy

if TYPE_CHECKING:
    from groundrules.record.agreement import Pending
    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation


class Awaited(NamedTuple):
    """What awaits an answer, seen from one party.

    Attributes:
        waiting: what it is.
        put: the terms that were put, where terms await it; else None.
        soon: it was put in the turn before.
        question: with a return to the record, a question was put on the record.
        on_terms: somebody's words stand on terms, or terms await an answer.
        told_before: the speaker has told something in an earlier turn.
        record_said: the other side has just said that they are on the record.
        words: the words that await it, in plain text.
    """

    waiting: Waiting
    put: Put | None = None
    soon: bool = False
    question: bool = False
    on_terms: bool = False
    record_said: bool = False
    told_before: bool = False
    words: str = ""


class _Request(NamedTuple):
    """A request about words already spoken: who made it, and in which turn."""

    by: str
    turn: int


class Listening:
    """The state of one talk while it is read, from its first turn to its last.

    Attributes:
        talk: the fold's own state; its policy has no say in who awaits what.
        told_since: somebody told something since the latest terms were put.
        distracted: something else was asked behind the latest terms, so that a yes may be its.
        passed: who has spoken since without an answer that could be read.
        put_in: the turn in which the latest terms were put.
        request: the latest request about words already spoken, where it awaits an answer.
    """

    def __init__(self, conversation: Conversation) -> None:
        """Begin on the record, with nothing awaited."""
        self.talk = Talk(conversation, _SEALED)
        self.told_since = False
        self.distracted = False
        self.put_in = 0
        self.returned_in = 0
        self.words = self.return_words = self.request_words = ""
        self.passed: set[str] = set()
        self.question = False
        self.record_said: _Request | None = None
        self.request: _Request | None = None
        self.heard = 0

    def hear(self, fact: Fact, words: str) -> None:
        """Let a fact of the talk take effect; its words are those that suggest it, if any."""
        self.heard += 1
        hear(self.talk, str(self.heard), fact)
        if fact.kind in PROPOSALS:
            self.told_since = fact.kind is Kind.TERMS_ASSERTED and tells_besides(words)
            self.distracted = False
            self.passed.clear()
            self.put_in = fact.at.turn
            self.words = plain(words).text
        if fact.proposal == _ON_THE_RECORD:
            self.record_said = _Request(fact.by, fact.at.turn)
        if fact.kind is Kind.RETURNED_TO_RECORD:
            self.returned_in = fact.at.turn
            self.return_words = plain(words).text
        if fact.kind is Kind.RETROACTIVE_REQUESTED:
            self.request = _Request(fact.by, fact.at.turn)
            self.request_words = plain(words).text
        elif fact.kind in _ANSWERS_A_REQUEST:
            self.request = None

    def awaited(self, speaker: str, turn: int) -> Awaited:
        """Return what awaits an answer of whoever speaks a turn."""
        said = self.record_said
        return self._awaited(speaker, turn)._replace(
            question=self.question,
            on_terms=not self.is_settled_on_record,
            record_said=said is not None and said.by != speaker and said.turn == turn - 1,
        )

    def _awaited(self, speaker: str, turn: int) -> Awaited:
        if speaker not in self.talk.parties:
            return Awaited(Waiting.NOTHING)
        pending = self._pending_for(speaker)
        request = self.request
        is_new = request and request.turn >= max(turn - _A_TURN_OR_TWO, self.put_in)
        if request and is_new and self._are_opposite(request.by, speaker):
            soon = turn - request.turn <= 1
            return Awaited(Waiting.RETROACTIVE, soon=soon, words=self.request_words)
        if pending:
            late = turn - self.put_in > _WINDOW or speaker in self.passed
            disclosed = self.told_since or self.distracted or late
            waiting = Waiting.DISCLOSED if disclosed else Waiting.ASKED
            put = Put(pending.proposal, self.words, waiting)
            return Awaited(waiting, put, soon=turn - self.put_in <= 1, words=self.words)
        if any(g.returning and g.party.id == speaker for g in self.talk.grounds.values()):
            soon = turn - self.returned_in <= 1
            return Awaited(Waiting.RETURN, soon=soon, words=self.return_words)
        if any(g.pending and g.pending.by == speaker for g in self.talk.grounds.values()):
            return Awaited(Waiting.OWN)
        return Awaited(Waiting.NOTHING)

    def announced_by(self, speaker: str) -> list[Pending]:
        """Return the announcements of a party that await the consent of those who stay."""
        return [
            ground.pending
            for ground in self.talk.grounds.values()
            if ground.pending
            and ground.pending.by == speaker
            and ground.pending.kind is Kind.TERMS_ANNOUNCED
        ]

    def scope_for(self, speaker: str) -> str:
        """Return the matter that the talk is on, to which terms in force are limited; "" if none.

        The listeners hear of everybody's terms; whoever is protected only of her own.
        """
        bound = speaker in self.talk.parties and self.talk.is_bound(speaker)
        scopes = (
            ground.layers[-1].scope
            for ground in self.talk.grounds.values()
            if (bound or ground.party.id == speaker) and not ground.pending
        )
        return next((one for one in scopes if one and self.talk.topic in ("", one)), "")

    def scope_missed(self) -> str:
        """Return the matter of limited terms while the talk is on another; "" if none."""
        scopes = (ground.layers[-1].scope for ground in self.talk.grounds.values())
        topic = self.talk.topic
        return next((scope for scope in scopes if scope and topic and scope != topic), "")

    @property
    def is_settled_on_record(self) -> bool:
        """Tell whether nobody's words stand on any terms, and none await an answer."""
        return all(ground.is_settled_on_record for ground in self.talk.grounds.values())

    def _pending_for(self, speaker: str) -> Pending | None:
        """Return the latest terms that a party may accept or refuse."""
        found = [
            pending
            for ground in self.talk.grounds.values()
            if (pending := ground.pending or ground.defined_by_one)
            and self._may_answer(speaker, ground.party.id, pending)
        ]
        return max(found, key=lambda pending: pending.opened, default=None)

    def _may_answer(self, speaker: str, protected: str, pending: Pending) -> bool:
        if speaker in (pending.by, pending.definer):
            return False
        if speaker in pending.waiting | pending.refused:
            return True
        return self.talk.is_moderator(speaker) and pending.waiting == {protected}

    def _are_opposite(self, one: str, other: str) -> bool:
        """Tell whether promises about the one's words would bind the other."""
        return one != other and (self.talk.is_bound(other) or not self.talk.listeners - {one})


def tells_besides(words: str) -> bool:
    """Tell whether terms were stated in the same breath as something else."""
    text = plain(words).text
    named = levels_in(text)
    if not named:
        return len(weighty(text)) > 1
    head, tail = text[: named[0].start], text[named[-1].end :]
    leads = not weighty(head)
    tail = _COURTESY.sub("", tail)
    told_behind = bool(_WHO.search(tail)) or len(_WORD.findall(tail)) > _TAIL
    return told_behind or bool(leads and weighty(tail)) or len(weighty(head)) > _HEAD


_WORD = re.compile(r"[\w']+")
_WHO = re.compile(r"\b(?:he|she|they|it|we|i)\b")
_COURTESY = re.compile(
    r"\b(?:if (?:that|it|you) (?:is|are|would be)?(?: [\w']+){0,3}|i (?:can|could|would|will)"
    r"|or (?:it is )?nothing"
    r"|please|mate|sir|madam)\b"
)
"""What is said with terms and tells nothing."""

_HEAD = 3
_TAIL = 3
_ON_THE_RECORD = Proposal(level=Level.ON_THE_RECORD)
_SEALED = Policy("", "", "")
_WINDOW = 6
"""Turns after which a small sound is no longer taken for an answer to the terms."""

_A_TURN_OR_TWO = 2
_ANSWERS_A_REQUEST = frozenset({Kind.GRACE_GRANTED, Kind.TERMS_DECLINED})

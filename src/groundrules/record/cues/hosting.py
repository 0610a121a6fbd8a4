"""Hosting: terms that whoever leads a talk announces to all, and the consent of those who stay."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.cue import Cue
from groundrules.record.cues.ground_rules import ground_rules_in, strictly
from groundrules.record.cues.instants import repeats
from groundrules.record.cues.plain import plain
from groundrules.record.cues.replies import Put, reply_in
from groundrules.record.facts import Kind, Proposal
from groundrules.record.transcript import Role
from groundrules.terms.conditions import Embargo
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundrules.record.transcript import Conversation, Party, Turn


class Hosts:
    """Who leads a talk: its moderators, and whoever opens it for many with a word on the terms."""

    def __init__(self, conversation: Conversation) -> None:
        """Begin with the moderators."""
        self._moderators = {p.id for p in conversation.parties if p.role is Role.MODERATOR}
        self._ids = set(self._moderators)
        bound = {party.id for party in conversation.parties if party.is_bound}
        self._many = len(bound) > 1
        self._turns = conversation.turns
        self._bound = bound
        self._opened = _speak_first(conversation.turns, bound | self._moderators)
        self._begun = False
        self._first = ""
        self._titled = bool(_TITLED.search(conversation.matter.casefold()))
        self._levelled = False
        self._embargo = ""
        self._later: _Later | None = None

    def lead(self, party: Party, turn: Turn) -> bool:
        """Tell whether a party leads the talk, once the words of this turn are heard."""
        if party.is_bound:
            self._begun |= len(turn.text.split()) > _GREETING
        elif party.id in self._moderators:
            self._begun |= bool(_TERMS.search(turn.text.casefold()))
        elif not self._begun and self._first in ("", party.id):
            self._first = party.id
            if party.role is not Role.NEGOTIATOR and self._opens(turn.text.casefold()):
                self._ids.add(party.id)
        return party.id in self._ids

    def ground_rules(self, turn: Turn, text: str, cues: Sequence[Cue]) -> list[Cue]:
        """Return a host's cues with all the terms that the sentences of the turn give.

        Terms that it gives for the questions alone are announced where a host opens them.

        Args:
            turn: the turn.
            text: the words of the part of it that is read.
            cues: what it was heard to do.
        """
        rules = ground_rules_in(text, cues)
        opens = self._opens_questions(turn) if rules.later else 0
        if rules.later and opens:
            self._levelled = True
            self._later = _Later(opens, rules.later)
            return [self._completed(cue) for cue in rules.cues]
        found = strictly(rules, len(text))
        if self._later and turn.number >= self._later.turn:
            found.append(Cue(Kind.TERMS_ANNOUNCED, self._later.terms, 0, len(text)))
            self._later = None
        self._levelled |= any(cue.proposal and cue.proposal.level for cue in found)
        found = [self._completed(cue) for cue in found]
        return sorted(found, key=lambda cue: (cue.start, cue.end))

    def _completed(self, cue: Cue) -> Cue:
        """Return an announcement with what it leaves out and was said elsewhere.

        A reminder leaves out the zone of a time. A call that its own title calls one on background
        is one where its host withholds the names and names no level.
        """
        proposal = cue.proposal
        if cue.kind is not Kind.TERMS_ANNOUNCED or proposal is None:
            return cue
        if proposal.embargo:
            again = repeats(proposal.embargo.event, self._embargo)
            self._embargo = self._embargo if again else proposal.embargo.event
            proposal = proposal._replace(embargo=Embargo(event=self._embargo))
        if proposal.descriptions and self._titled and not self._levelled:
            proposal = proposal._replace(level=Level.BACKGROUND)
        return cue._replace(proposal=proposal)

    def _opens(self, text: str) -> bool:
        """Tell whether words open a talk for many, by what they say or by who speaks next."""
        greets = bool(_MANY.search(text))
        calls = bool(_OPENS.search(text))
        if (self._many or greets) and calls:
            return True
        signs = greets + calls + bool(_HANDS_OVER.search(text)) + self._opened
        return bool(_TERMS.search(text)) and signs > 1

    def _opens_questions(self, turn: Turn) -> int:
        """Return the number of the host's last turn before the first question; 0 for none."""
        behind = [one for one in self._turns if one.number > turn.number]
        before = list(takewhile(lambda one: one.speaker not in self._bound, behind))
        asked = len(before) < len(behind)
        return max((one.number for one in before if one.speaker in self._ids and asked), default=0)


class _Later(NamedTuple):
    """Terms for the questions, and the turn in which a host opens them."""

    turn: int
    terms: Proposal


def _speak_first(turns: Sequence[Turn], others: set[str]) -> bool:
    """Tell whether two who are neither moderators nor bound speak before anybody is asked."""
    first = takewhile(lambda turn: turn.speaker, turns)
    known: list[str] = []
    for turn in first:
        if turn.speaker in others:
            if known:
                break
            continue
        if turn.speaker not in known:
            known.append(turn.speaker)
    return len(known) > 1


def announced(cues: Iterable[Cue], *, negotiated: bool, on_terms: bool) -> list[Cue]:
    """Return the cues of somebody who leads the talk: what he states or wants, he announces."""
    found = []
    for cue in cues:
        kind = cue.kind
        if kind is Kind.RETROACTIVE_REQUESTED and cue.proposal and cue.proposal != _ON_THE_RECORD:
            kind = Kind.TERMS_ANNOUNCED  # a host's reminder: the call was on background
        if cue.proposal == _ON_THE_RECORD and on_terms:
            found.append(Cue(Kind.RETURNED_TO_RECORD, None, cue.start, cue.end))
            continue
        if kind is Kind.TERMS_ASSERTED or (kind is Kind.TERMS_ASKED and not negotiated):
            kind = Kind.TERMS_ANNOUNCED
        elif kind is Kind.TERMS_ASKED:
            kind = Kind.TERMS_OFFERED
        found.append(cue._replace(kind=kind))
    return found


def those_who_stay(waiting: Iterable[str], following: Sequence[Turn], put: Put) -> tuple[str, ...]:
    """Return those who answer an announcement by nothing but staying.

    Only who speaks later was surely still there, and only who says neither yes nor no at the first
    opportunity consents by staying.

    Args:
        waiting: the ids of those who were asked.
        following: the turns behind the announcement.
        put: the terms that were announced.
    """
    asked = set(waiting)
    soon = list(takewhile(lambda turn: turn.speaker in asked, following))
    found = []
    for party in sorted(asked):
        first = next((turn for turn in following if turn.speaker == party), None)
        if first and not _answers(first, soon, put):
            found.append(party)
    return tuple(found)


def _answers(turn: Turn, soon: Sequence[Turn], put: Put) -> bool:
    if turn not in soon:
        return False
    replies = reply_in(plain(turn.text), put)
    only_yes = all(one.kind is Kind.TERMS_AGREED for one in replies)
    is_long = len(turn.text.split()) > _LISTENS
    return bool(replies) and not (only_yes and is_long)


_ON_THE_RECORD = Proposal(level=Level.ON_THE_RECORD)
_GREETING = 12
"""A reporter who has said no more than this has only greeted."""

_LISTENS = 20
"""A yes at the head of so many words is a greeting: who asks on has stayed."""

_MANY = re.compile(
    r"\b(?:every(?:one|body)|you all|(?:hi|hello|thanks|thank you|morning|evening|afternoon),? "
    r"all|for joining|joining us|all of you|thank you all|folks|ladies|colleagues"
    r"|everybody|for coming|welcome to|dialing in|hopping on|jumping on|being with us|being here"
    r"|(?:press|background|conference|embargoed) (?:background )?(?:call|briefing|gaggle)"
    r"|ground rules|(?:contents|terms) of (?:the|this|today's) call)\b"
)
_OPENS = re.compile(
    r"\b(?:call|briefing|gaggle|session|meeting|panel|conference|welcome|joining)\b"
)
_TERMS = re.compile(r"\b(?:background|record|attribut\w+|embargo\w*|chatham|ground rules)\b")
_TITLED = re.compile(
    r"\bbackground (?:\w+ )?(?:call|briefing|gaggle|conference|session|interview)\b"
)
_HANDS_OVER = re.compile(
    r"\b(?:over to|turn (?:it|this|things|the \w+)? ?(?:over|to)|hand (?:it|this|things|you)? ?over"
    r"|pass (?:it|this)|kick (?:it|this|us|things) (?:off|over|to)|(?:our|first|next) speakers?"
    r"|with that"
    r"|introduce|(?:take|have) (?:your |some |a few )?questions|hear (?:first )?from|my colleagues?"
    r"|speakers|before [\w ]{1,30}(?:starts?|begins?|goes)|i will (?:now )?(?:let|ask|invite)"
    r"|please go ahead"
    r"|this is [\w’'.-]+(?: [\w’'.-]+){0,3} (?:of|from|with|in|at) (?:the|our)|from communications"
    r"|press office|ground rules|our (?:guest|briefer)|prior (?:sessions|calls|briefings))\b"
)

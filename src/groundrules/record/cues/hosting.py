"""Hosting: terms that whoever leads a talk announces to all, and the consent of those who stay."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from groundrules.record.cues.cue import Cue
from groundrules.record.cues.plain import plain
from groundrules.record.cues.replies import Put, reply_in
from groundrules.record.facts import Kind, Proposal
from groundrules.record.transcript import Role
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from groundrules.record.transcript import Conversation, Party, Turn


class Hosts:
    """Who leads a talk: its moderators, and whoever opens it for many with a word on the terms."""

    def __init__(self, conversation: Conversation) -> None:
        """Begin with the moderators."""
        self._ids = {one.id for one in conversation.parties if one.role is Role.MODERATOR}
        self._many = sum(party.is_bound for party in conversation.parties) > 1
        self._begun = False
        self._first = ""

    def lead(self, party: Party, turn: Turn) -> bool:
        """Tell whether a party leads the talk, once the words of this turn are heard."""
        if party.is_bound:
            self._begun |= len(turn.text.split()) > _GREETING
        elif not self._begun and self._first in ("", party.id):
            opens = self._many or _MANY.search(turn.text.casefold())
            if opens and party.role is not Role.NEGOTIATOR and _OPENS.search(turn.text.casefold()):
                self._ids.add(party.id)
        self._first = self._first or party.id
        return party.id in self._ids


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
    return bool(reply_in(plain(turn.text), put))


_ON_THE_RECORD = Proposal(level=Level.ON_THE_RECORD)
_GREETING = 12
"""A reporter who has said no more than this has only greeted."""

_MANY = re.compile(
    r"\b(?:every(?:one|body)|you all|(?:hi|hello|thanks|thank you|morning|evening|afternoon),? "
    r"all|for joining|joining us|all of you|thank you all|folks|ladies|colleagues"
    r"|(?:press|background|conference|embargoed) (?:background )?(?:call|briefing|gaggle)"
    r"|ground rules|(?:contents|terms) of (?:the|this|today's) call)\b"
)
_OPENS = re.compile(
    r"\b(?:call|briefing|gaggle|session|meeting|panel|conference|welcome|joining)\b"
)

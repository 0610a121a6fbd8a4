"""The talk reader: every act about the terms that a whole talk suggests, as proposals.

Nothing that it proposes holds until somebody confirms it, and nothing that one party says alone is
ever read as an agreement of two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.closing import last_words, leaving
from groundrules.record.cues.cue import Waiting
from groundrules.record.cues.cutting import Piece, cut, tells
from groundrules.record.cues.hosting import Hosts, announced, those_who_stay
from groundrules.record.cues.instants import with_instant
from groundrules.record.cues.listening import Listening
from groundrules.record.cues.merging import merged
from groundrules.record.cues.negatives import How, how_put
from groundrules.record.cues.placing import Point, placed
from groundrules.record.cues.plain import plain
from groundrules.record.cues.reasons import reason_for
from groundrules.record.cues.replies import Put, asks_consent
from groundrules.record.cues.scopes import limited, turned_away
from groundrules.record.cues.second_hearing import heard_again, rarity
from groundrules.record.cues.surroundings import Around
from groundrules.record.cues.turn_acts import acts_of
from groundrules.record.facts import PROPOSALS, Fact, Kind, Turns
from groundrules.record.transcript import AFTERWARDS, Place

if TYPE_CHECKING:
    from groundrules.record.cues.cue import Cue
    from groundrules.record.cues.plain import Plain
    from groundrules.record.transcript import Conversation, Turn


class Heard(NamedTuple):
    """An act as it was heard.

    Attributes:
        fact: the proposed fact.
        start: where its words begin in the words of its part, counted from 0.
        end: where they end.
        why: what kind of phrase it was, in a sentence that holds no word of the talk.
    """

    fact: Fact
    start: int
    end: int
    why: str


class TalkRead(NamedTuple):
    """A talk that was read.

    Attributes:
        conversation: the talk, its turns cut where an act stands within one, its proposals filled.
        heard: one for each of the conversation's proposals, in the same order.
    """

    conversation: Conversation
    heard: tuple[Heard, ...]


def read_talk(conversation: Conversation) -> TalkRead:
    """Return a talk with the acts that its words suggest.

    Its recorded facts count as said: where a part of a turn has any, a person has read it, and
    nothing more is proposed there. Earlier proposals are read anew.
    """
    return _Reading(conversation).read()


class _Reading:
    """One reading of one talk, from its first turn to its last."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.parties = {party.id: party for party in conversation.parties}
        self.negotiated = any(party.is_negotiator for party in conversation.parties)
        self.bound = {party.id for party in conversation.parties if party.is_bound}
        self.hosts = Hosts(conversation)
        self.listening = Listening(conversation)
        self.recorded: dict[Place, list[Fact]] = {}
        for fact in conversation.facts:
            if fact.at != AFTERWARDS:
                self.recorded.setdefault(fact.at, []).append(fact)
        self.kept: list[Fact] = []
        self.heard: list[Heard] = []
        self.told: defaultdict[str, list[int]] = defaultdict(list)
        self.last = {turn.speaker: turn.number for turn in conversation.turns}
        self.announced = ""
        self.rarity = rarity(sum(len(turn.text.split()) for turn in conversation.turns))

    def read(self) -> TalkRead:
        turns = tuple(self._turn(turn) for turn in self.conversation.turns)
        later = tuple(fact for fact in self.conversation.facts if fact.at == AFTERWARDS)
        read = self.conversation._replace(
            turns=turns,
            facts=(*self.kept, *later),
            proposals=tuple(one.fact for one in self.heard),
        )
        return TalkRead(read, tuple(self.heard))

    def _turn(self, turn: Turn) -> Turn:
        """Read one turn, and return it cut into its parts."""
        self._let_stay(turn)
        parts: list[str] = []
        for number, text in enumerate(self._parts(turn), 1):
            facts = self.recorded.get(Place(turn.number, number), [])
            pieces = (Piece(text, ()),) if facts else self._pieces(turn, text)
            for piece in pieces:
                parts.append(piece.text)
                place = Place(turn.number, len(parts))
                self._recorded(facts, place)
                for cue in piece.cues:
                    self._propose(cue, turn.speaker, place, _answerable(cue, piece.text))
                facts = []
                self._told(turn, piece)
        return turn._replace(parts=tuple(parts))

    def _parts(self, turn: Turn) -> tuple[str, ...]:
        """Return the words as they are to be read: a turn that a reading has cut is whole again."""
        if self.conversation.proposals and not any(at.turn == turn.number for at in self.recorded):
            return (turn.text,)
        return turn.parts

    def _pieces(self, turn: Turn, text: str) -> tuple[Piece, ...]:
        party = self.parties.get(turn.speaker)
        told = len(self.told[turn.speaker])
        awaited = self.listening.awaited(turn.speaker, turn.number)._replace(told_before=told > 0)
        by_reporter = party is not None and party.is_reporter
        cues = self._closing(turn, text, acts_of(text, awaited, by_reporter=by_reporter))
        point = Point(
            text,
            by_reporter,
            self.negotiated,
            0 if turn.speaker in self.bound else told,
            self.listening.is_settled_on_record,
            turn.number - self.listening.put_in,
        )
        cues = placed(cues, point)
        if party and self.hosts.lead(party, turn):
            hosted = announced(cues, negotiated=self.negotiated, on_terms=awaited.on_terms)
            if not self.negotiated:
                hosted = self.hosts.ground_rules(turn, text, hosted)
            cues = tuple(hosted)
        else:
            around = Around(awaited, by_reporter, self._following(turn), self.rarity)
            cues = self._heard_again(plain(text), cues, around)
            cues = leaving(text, cues) if self._is_heard_no_more(turn) else cues
        cues = merged(text, limited(plain(text), cues))
        return cut(text, (*self._turning_away(turn, text, by_reporter=by_reporter), *cues))

    def _heard_again(self, read: Plain, cues: tuple[Cue, ...], around: Around) -> tuple[Cue, ...]:
        return heard_again(read, cues, around)

    def _turning_away(self, turn: Turn, text: str, *, by_reporter: bool) -> tuple[Cue, ...]:
        """Return where the turn leaves the matter to which the terms in force are limited."""
        scope = self.listening.scope_for(turn.speaker)
        away = turned_away(plain(text), scope, by_reporter=by_reporter) if scope else None
        return (away,) if away else ()

    def _is_heard_no_more(self, turn: Turn) -> bool:
        """Tell whether it is the last turn of one of several, and the others talk on."""
        is_one_of_several = turn.speaker in self.parties and len(self.parties) > _A_PAIR
        if not is_one_of_several or self.last[turn.speaker] > turn.number:
            return False
        later = self.conversation.turns[turn.number :]
        return any("?" in one.text or tells(one.text) for one in later)

    def _following(self, turn: Turn) -> str:
        """Return what somebody else says next; "" where nobody does."""
        following = self.conversation.turns[turn.number : turn.number + 1]
        return following[0].text if following and following[0].speaker != turn.speaker else ""

    def _closing(self, turn: Turn, text: str, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
        """Return the cues with one goodbye at most, and that of the last turn."""
        closes = [cue for cue in cues if cue.kind is Kind.CONVERSATION_CLOSED]
        if len(closes) > 1:
            cues = tuple(cue for cue in cues if cue not in closes[1:])
        if not closes and turn.number >= len(self.conversation.turns) - 1:
            last = last_words(text)
            cues = (*cues, last) if last else cues
        return cues

    def _recorded(self, facts: list[Fact], place: Place) -> None:
        for fact in facts:
            moved = fact._replace(at=place)
            self.kept.append(moved)
            self.listening.hear(moved, "")

    def _propose(self, cue: Cue, by: str, place: Place, words: str) -> None:
        fact = self._fact(cue, by, place)
        if fact is None:
            return
        if fact.kind is Kind.TOPIC_CHANGED:
            fact = fact._replace(words=words[cue.start : cue.end])
        idle = len(self.listening.talk.ineffective)
        self.listening.hear(fact, words)
        if fact.kind in _PUTS and len(self.listening.talk.ineffective) > idle:
            return
        self.heard.append(Heard(fact, cue.start, cue.end, reason_for(fact)))
        if fact.kind is Kind.TERMS_AGREED:
            self._back_to_the_matter(fact, cue)
        if fact.kind is Kind.TERMS_ANNOUNCED:
            self.announced = by

    def _back_to_the_matter(self, agreed: Fact, cue: Cue) -> None:
        """Note that the talk is on the matter to which terms were limited just now."""
        scope = self.listening.scope_missed()
        if scope:
            fact = Fact(Kind.TOPIC_CHANGED, agreed.by, agreed.at, words=scope)
            self.listening.hear(fact, "")
            self.heard.append(Heard(fact, cue.start, cue.end, reason_for(fact)))

    def _fact(self, cue: Cue, by: str, place: Place) -> Fact | None:
        proposal = cue.proposal and with_instant(cue.proposal, self.conversation.date)
        fact = Fact(cue.kind, by, place, proposal)
        if cue.kind is Kind.GRACE_GRANTED:
            request = self.listening.request
            if request is None:
                return None
            before = (told for told in self.told[request.by] if told <= request.turn)
            turns = Turns(max(before, default=request.turn), request.turn)
            return fact._replace(turns=(turns,), words=_GRACE)
        return fact if proposal or cue.kind not in PROPOSALS else None

    def _told(self, turn: Turn, piece: Piece) -> None:
        """Note that somebody went on to tell, or asked something else, while terms waited."""
        listening = self.listening
        telling = tells(piece.text, piece.cues)
        if telling:
            self.told[turn.speaker].append(turn.number)
        if not piece.cues and "?" not in piece.text:
            listening.passed.add(turn.speaker)
        by_bound = turn.speaker in self.bound and not self.negotiated
        if not by_bound and telling:
            listening.told_since = True
        behind = piece.text[piece.cues[-1].end :].rstrip() if piece.cues else ""
        if any(cue.kind is Kind.RETURNED_TO_RECORD for cue in piece.cues):
            listening.question = _puts_question(piece) or turn.speaker not in self.bound
        if behind.endswith("?") and not _asks_consent(plain(behind).text):
            listening.distracted |= len(behind.split()) > _TAG

    def _let_stay(self, turn: Turn) -> None:
        """Propose the consent of those who stay where the talk goes on behind an announcement."""
        by, self.announced = self.announced, ""
        if not by:
            return
        pendings = self.listening.announced_by(by)
        if not pendings:
            return
        waiting = {one for pending in pendings for one in pending.waiting}
        following = self.conversation.turns[turn.number - 1 :]
        put = Put(pendings[0].proposal, self.listening.words, Waiting.ASKED)
        for party in those_who_stay(waiting, following, put):
            fact = Fact(Kind.CONSENT_IMPLIED, party, Place(turn.number))
            self.listening.hear(fact, "")
            self.heard.append(Heard(fact, 0, 0, reason_for(fact)))


def _answerable(cue: Cue, text: str) -> str:
    """Return the words that an answer may repeat: not those told with an assertion."""
    return text[cue.start : cue.end] if cue.kind is Kind.TERMS_ASSERTED else text


def _asks_consent(text: str) -> bool:
    return asks_consent(text) or how_put(text) is How.MINDS


def _puts_question(piece: Piece) -> bool:
    """Tell whether somebody who returns to the record asks about the matter in the same breath."""
    text = plain(piece.text).text
    words = len(text.split())
    return words > _RETURN_ALONE and ("?" in text or bool(_ASKS_ABOUT.search(text)))


_ASKS_ABOUT = re.compile(
    r"\b(?:record|again|now) ?[,:]? (?:so )?(?:how|what|when|who|why|where|is|are|did|do|does)\b"
)
_RETURN_ALONE = 9
_PUTS = frozenset({Kind.TERMS_ASKED, Kind.TERMS_OFFERED})
_GRACE = "it was asked for after the words"
_A_PAIR = 2
_TAG = 4
"""A question of no more words than this asks only for the answer to the terms."""

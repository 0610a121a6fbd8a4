"""The talk reader: every act about the terms that a whole talk suggests, as proposals.

Nothing that it proposes holds until somebody confirms it, and nothing that one party says alone is
ever read as an agreement of two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.cues.cue import Waiting
from groundrules.record.cues.reader import read_turn
from groundrules.record.facts import Fact
from groundrules.record.transcript import Place

if TYPE_CHECKING:
    from groundrules.record.transcript import Conversation


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
    """Return a talk with the acts that its words suggest. Its recorded facts count as said."""
    reporters = {party.id for party in conversation.parties if party.is_reporter}
    heard = tuple(
        Heard(
            Fact(cue.kind, turn.speaker, Place(turn.number), cue.proposal),
            cue.start,
            cue.end,
            f"the words {cue.kind.value}",
        )
        for turn in conversation.turns
        for cue in read_turn(
            turn.parts[0], by_reporter=turn.speaker in reporters, waiting=Waiting.NOTHING
        )
    )
    facts = tuple(one.fact for one in heard)
    return TalkRead(conversation._replace(proposals=facts), heard)

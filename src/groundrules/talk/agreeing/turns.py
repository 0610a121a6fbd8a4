"""The turns of an agreement, as the record keeps them: the ask, the read-back, the answer."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Fact, Kind
from groundrules.record.transcript import Place, Turn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.facts import Proposal
    from groundrules.record.transcript import Conversation
    from groundrules.talk.agreeing.request import Settled
    from groundrules.terms.policy import Policy


class Answer(StrEnum):
    """What came back to the read-back."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"
    SILENCE = "silence"


class Sides(NamedTuple):
    """Who is at the table, and who does what; all of them ids of parties.

    Attributes:
        protected: whose words the terms are for.
        listeners: who would be bound, every one of them.
        asker: who brings the terms up.
        reader: who reads them back.
    """

    protected: str
    listeners: tuple[str, ...]
    asker: str
    reader: str

    @property
    def answerers(self) -> tuple[str, ...]:
        """Return who must say yes to the read-back: all but the one who reads it."""
        everybody = dict.fromkeys((self.protected, *self.listeners))
        return tuple(one for one in everybody if one != self.reader)


class Said(NamedTuple):
    """One turn to be written, with its facts.

    Attributes:
        words: what was said; "" where the words are not known.
        facts: each without its place, which the turn gives it.
    """

    by: str
    words: str
    facts: tuple[Fact, ...]

    def placed(self, number: int, start: int | None) -> tuple[Turn, tuple[Fact, ...]]:
        """Return the turn of a number, and its facts."""
        turn = Turn(number, self.by, (self.words,), start)
        return turn, tuple(fact._replace(at=Place(number)) for fact in self.facts)


def opening(sides: Sides, proposal: Proposal) -> Said:
    """Return the turn that brings terms up: an ask by who is protected, else an offer to her."""
    if sides.asker == sides.protected:
        fact = Fact(Kind.TERMS_ASKED, sides.asker, proposal=proposal)
    else:
        fact = Fact(Kind.TERMS_OFFERED, sides.asker, proposal=proposal, to=(sides.protected,))
    return Said(sides.asker, "", (fact,))


def countering(by: str, proposal: Proposal) -> Said:
    """Return the turn in which terms are answered with others."""
    return Said(by, "", (Fact(Kind.TERMS_COUNTERED, by, proposal=proposal),))


def reading_back(sides: Sides, settled: Settled, policy: Policy, words: str) -> Said:
    """Return the turn in which the terms are read back, in the words that were read aloud."""
    to = () if sides.reader == sides.protected else (sides.protected,)
    define = Fact(Kind.TERMS_DEFINED, sides.reader, proposal=settled.defined(policy), to=to)
    return Said(sides.reader, words, (define,))


def answering(by: str, answer: Answer, words: str = "") -> tuple[Said, ...]:
    """Return the turn of one answer; none for silence, which is no act and agrees nothing."""
    if answer is Answer.SILENCE:
        return ()
    return (Said(by, words, (Fact(_ANSWERS[answer], by),)),)


def returning(sides: Sides, answer: Answer = Answer.SILENCE) -> tuple[Said, ...]:
    """Return the turns of going back on the record.

    The source goes back alone, for the words are hers; where the reporter asks, it takes her yes.
    """
    if sides.asker == sides.protected:
        return (Said(sides.asker, "", (Fact(Kind.RETURNED_TO_RECORD, sides.asker),)),)
    asked = Fact(Kind.RETURNED_TO_RECORD, sides.asker, to=(sides.protected,))
    if answer is Answer.YES:
        accepted = Fact(Kind.RETURN_ACCEPTED, sides.protected)
        return (Said(sides.asker, "", (asked,)), Said(sides.protected, "", (accepted,)))
    return (Said(sides.asker, "", (asked,)), *answering(sides.protected, answer))


def closing(by: str, words: str = "") -> Said:
    """Return the turn that ends the talk."""
    return Said(by, words, (Fact(Kind.CONVERSATION_CLOSED, by),))


def numbered(
    conversation: Conversation, said: Iterable[Said], start: int | None = None
) -> tuple[tuple[Turn, tuple[Fact, ...]], ...]:
    """Return the turns as they follow the conversation's last one, all with the same time."""
    first = len(conversation.turns) + 1
    return tuple(one.placed(number, start) for number, one in enumerate(said, first))


_ANSWERS = {
    Answer.YES: Kind.TERMS_AGREED,
    Answer.NO: Kind.TERMS_DECLINED,
    Answer.MAYBE: Kind.MARKED_UNCLEAR,
}

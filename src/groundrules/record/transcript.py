"""The transcript: parties, turns and statements, and where in the talk each stands."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from groundrules.record.facts import Fact


class Role(StrEnum):
    """What a party is in the conversation."""

    REPORTER = "reporter"
    SOURCE = "source"
    SPOKESPERSON = "spokesperson"
    MODERATOR = "moderator"
    NEGOTIATOR = "negotiator"
    OTHER = "other"


class Party(NamedTuple):
    """Somebody who took part.

    Attributes:
        id: the short name used in the record, such as `S1`; it never leaves the newsroom's tools.
        name: the person's name; "" where it is not known or not kept here.
        affiliations: employers and bodies that would point at the person.
        aliases: other names by which the person could be recognised.
        description: the description that holds where the terms ask for one and name no other.
    """

    id: str
    role: Role
    name: str = ""
    affiliations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    description: str = ""

    @property
    def is_reporter(self) -> bool:
        """Tell whether the party is one whom promises bind and do not protect."""
        return self.role is Role.REPORTER

    @property
    def is_negotiator(self) -> bool:
        """Tell whether the party speaks for a side without an outlet: bound, and protected too."""
        return self.role is Role.NEGOTIATOR

    @property
    def is_bound(self) -> bool:
        """Tell whether promises bind the party; everybody but a reporter is protected by them."""
        return self.is_reporter or self.is_negotiator


class Place(NamedTuple):
    """A part of a turn, both counted from 1. Places compare in the order of the talk.

    A fact recorded after the talk stands at `AFTERWARDS`.
    """

    turn: int
    part: int = 1


AFTERWARDS = Place(1 << 31)


class Turn(NamedTuple):
    """What one party said without another speaking.

    Attributes:
        number: counted from 1 in the conversation.
        speaker: a party's id; "" where it cannot be told who spoke.
        parts: the words, cut where terms may change within the turn; never empty.
        start: milliseconds from the start of the recording, or None.
        end: likewise.
    """

    number: int
    speaker: str
    parts: tuple[str, ...]
    start: int | None = None
    end: int | None = None

    @property
    def text(self) -> str:
        """Return the words of the whole turn, its parts joined by a space."""
        return " ".join(part for part in self.parts if part)


class Statement(NamedTuple):
    """The words of one part of a turn: what a promise covers and what a draft may use.

    Attributes:
        id: `conversation#turn`, with `.part` behind it where the turn has several.
    """

    id: str
    conversation: str
    place: Place
    speaker: str
    text: str
    start: int | None = None


class Conversation(NamedTuple):
    """One conversation: who took part, what was said, and every fact about its terms.

    Attributes:
        id: its name, unique among the records that are checked together.
        date: when it began; with an offset from UTC where a time is given.
        outlet: for whom the reporters were working.
        policy: the id of the policy under which its words are read; "" for the house's own.
        matter: what it was about, or the name of the meeting.
        origin: where an imported record came from.
        parties: by id, in the order of the record.
        facts: in the order in which they came about; those from afterwards last.
        proposals: acts that a reader of the talk believes to have heard, in the order of the talk.
            Nobody has confirmed them: they are no facts, and what they could mean is protected.
    """

    id: str
    parties: tuple[Party, ...] = ()
    turns: tuple[Turn, ...] = ()
    facts: tuple[Fact, ...] = ()
    date: datetime | date | None = None
    outlet: str = ""
    policy: str = ""
    matter: str = ""
    origin: str = ""
    proposals: tuple[Fact, ...] = ()

    def party(self, party_id: str) -> Party | None:
        """Return the party of this id, or None."""
        return next((party for party in self.parties if party.id == party_id), None)

    def statements(self) -> Iterator[Statement]:
        """Yield every part that has words, in the order of the talk."""
        for turn in self.turns:
            for number, text in enumerate(turn.parts, 1):
                if text:
                    place = Place(turn.number, number)
                    yield Statement(
                        self.statement_id(place), self.id, place, turn.speaker, text, turn.start
                    )

    def statement_id(self, place: Place) -> str:
        """Return the id of the statement at a place."""
        several = len(self.turns[place.turn - 1].parts) > 1
        return f"{self.id}#{place.turn}.{place.part}" if several else f"{self.id}#{place.turn}"

"""The incidents of a conversation: what was opened, what was noted, what is settled.

An incident's facts name its kind as the first word, up to a colon. A note or a settlement goes to
the last incident of its kind that is open, and to the last open one where it names none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import INCIDENTS, Kind

if TYPE_CHECKING:
    from groundrules.record.facts import Fact, Turns
    from groundrules.record.transcript import Conversation


class Incident(NamedTuple):
    """Something that went wrong.

    Attributes:
        opened: the fact that opened it.
        notes: the facts that noted something about it.
        settled: the fact that settled it, or None while it is open.
    """

    opened: Fact
    notes: tuple[Fact, ...] = ()
    settled: Fact | None = None

    @property
    def kind(self) -> str:
        """Return the word for its kind."""
        return kind_of(self.opened.words)

    @property
    def turns(self) -> tuple[Turns, ...]:
        """Return the turns that it is about; none where it is about the whole talk."""
        return self.opened.turns

    @property
    def is_open(self) -> bool:
        """Tell whether it has not been settled."""
        return self.settled is None


def incidents(conversation: Conversation) -> tuple[Incident, ...]:
    """Return the incidents of a conversation in the order in which they were opened."""
    found: list[Incident] = []
    for fact in conversation.facts:
        if fact.kind is Kind.INCIDENT_OPENED:
            found.append(Incident(fact))
        elif fact.kind in INCIDENTS:
            _take(fact, found)
    return tuple(found)


def still_open(found: tuple[Incident, ...], kind: str = "") -> Incident | None:
    """Return the last open incident, of a kind where one is named; None where there is none."""
    return next((one for one in reversed(found) if one.is_open and kind in ("", one.kind)), None)


def kind_of(words: str) -> str:
    """Return the kind that the words of an incident's fact name, up to a colon."""
    return words.partition(":")[0].strip()


def words_of(kind: str, comment: str = "") -> str:
    """Return the words of an incident's fact: its kind, and a comment behind a colon."""
    return f"{kind}: {comment}" if comment else kind


def _take(fact: Fact, found: list[Incident]) -> None:
    of_its_kind = still_open(tuple(found), kind_of(fact.words) or "")
    incident = of_its_kind or still_open(tuple(found))
    if incident is None:
        return
    place = found.index(incident)
    if fact.kind is Kind.INCIDENT_NOTED:
        found[place] = incident._replace(notes=(*incident.notes, fact))
    else:
        found[place] = incident._replace(settled=fact)

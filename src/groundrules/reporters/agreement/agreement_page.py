"""What the page of one agreement is made of, and how it names parties and turns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.talk.on_paper.makers import makers, makes
from groundrules.talk.on_paper.promises import runs
from groundrules.terms.policy import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.record.standing import Standing
    from groundrules.record.timeline import Timeline
    from groundrules.record.transcript import Party
    from groundrules.talk.on_paper.naming import Naming
    from groundrules.talk.on_paper.promises import Promises
    from groundrules.talk.on_paper.wording import Wording


class Page(NamedTuple):
    """The page of what one talk promised to the same people.

    Attributes:
        promises: what it says.
        timeline: the talk.
        naming: the language, and whether names may stand on it.
    """

    promises: Promises
    timeline: Timeline
    naming: Naming

    @property
    def wording(self) -> Wording:
        """Return the texts of the page."""
        return self.naming.wording

    def protected(self) -> Iterator[Party]:
        """Yield those whom the promises protect."""
        parties = self.timeline.conversation.parties
        return (party for party in parties if party.id in self.promises.protects)

    def bound(self) -> tuple[Party, ...]:
        """Return those who made the promises: who put or accepted the terms, or else all.

        Where only an embargo is left of a return to the record, the whole talk tells who they are.
        """
        talk, read = self.timeline.conversation, self.timeline.fact
        bound = tuple(party for party in talk.parties if party.is_bound) or talk.parties
        made = {by for one in self.promises.agreements for by in makers(map(read, one.facts))}
        ever = {fact.by for fact in talk.facts if makes(fact)}
        found = (tuple(party for party in bound if party.id in acting) for acting in (made, ever))
        return next(filter(None, found), bound)

    @property
    def is_between_sides(self) -> bool:
        """Tell whether no outlet took part in it."""
        return not any(party.is_reporter for party in self.bound())

    def people(self, parties: Iterable[Party]) -> str:
        """Return parties as the page shows them."""
        return self.wording.joined(self.shown(party) for party in parties)

    def shown(self, party: Party) -> str:
        """Return a party as the page shows it."""
        return self.naming.party(party, self.promises.agreements)

    def turns(self, standings: Iterable[Standing]) -> str:
        """Return the turns of statements as they read in a sentence."""
        return self.wording.turns(runs(standings))

    def as_known(self, practice: str, text: str) -> str:
        """Return what a practice of the policy means, and how sure it is that it is one."""
        status = self.timeline.policy.practices[practice].status
        unsure = "" if status is Status.VERIFIED else f" {self.wording.say('bound', status)}"
        return text + unsure

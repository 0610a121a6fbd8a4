"""How the parties are shown on the page: by name only where that was asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.name_told import as_draft, tells_name
from groundrules.record.transcript import Role
from groundrules.terms.rights import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.record.transcript import Conversation, Party
    from groundrules.talk.on_paper.promises import Promise
    from groundrules.talk.on_paper.wording import Wording

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_NAME = 3


class Naming(NamedTuple):
    """Who may be named on one page.

    Attributes:
        conversation: the talk whose parties are shown.
        wording: the language of the page.
        names: the names of those whom the promises protect may stand on it.
    """

    conversation: Conversation
    wording: Wording
    names: bool = False

    def party(self, party: Party, agreements: Sequence[Promise] = ()) -> str:
        """Return a party as the page shows it: by name, or else by description, role and id.

        Args:
            party: who is shown.
            agreements: where a description for the party may have been agreed.
        """
        if party.name and (self.names or party.is_reporter):
            return self._with_institutions(party) if self.names else party.name
        described = sorted(
            description
            for one in agreements
            if one.terms.rights.attribute is Attribute.DESCRIPTION and party.id in one.protects
            for description in one.terms.conditions.descriptions or ()
        )
        who = self.wording.quoted(dict.fromkeys(described), "or") if described else ""
        return self._with_id(who or self.wording.say("roles", party.role), party)

    def role(self, party_id: str) -> str:
        """Return a party by its role alone, with its id where several have that role."""
        party = self.conversation.party(party_id)
        if party is None:
            return self.wording.say("roles", "unknown")
        alike = [one for one in self.conversation.parties if one.role is party.role]
        role = self.wording.say("roles", party.role)
        return role if len(alike) == 1 else self._with_id(role, party)

    def tells(self, text: str) -> bool:
        """Tell whether a text would give away a name that may not stand on the page."""
        draft = as_draft(text)
        return not self.names and any(
            tells_name(draft, name, in_any_case=True) for name in self._protected_names()
        )

    def tells_within(self, name: str) -> bool:
        """Tell whether a short name, such as an id, has a protected name within it."""
        folded = name.casefold()
        return not self.names and any(
            word in folded
            for name in self._protected_names()
            for word in map(str.casefold, _WORD.findall(name))
            if len(word) >= _SHORTEST_NAME
        )

    def _with_id(self, who: str, party: Party) -> str:
        if self.tells_within(party.id):
            return who
        return self.wording.say("joining", "in_record", who=who, id=party.id)

    def _with_institutions(self, party: Party) -> str:
        if not party.affiliations:
            return party.name
        institutions = self.wording.joined(party.affiliations)
        return self.wording.say("joining", "of", who=party.name, institutions=institutions)

    def _protected_names(self) -> Iterator[str]:
        """Yield every name and alias of those whom the promises protect."""
        for party in self.conversation.parties:
            if not party.is_reporter:
                yield from (party.name, *party.aliases)


def agreed_words(agreements: Sequence[Promise]) -> Iterator[str]:
    """Yield the words of the talk that must stand on the page, for they are what was agreed."""
    for agreement in agreements:
        conditions = agreement.terms.conditions
        yield from conditions.descriptions or ()
        yield from conditions.tell or ()
        yield from (embargo.event for embargo in conditions.embargoes)


def is_institution(party: Party) -> bool:
    """Tell whether a party speaks for an institution that can sign."""
    for_sure = party.role in (Role.SPOKESPERSON, Role.MODERATOR)
    return for_sure or (party.is_negotiator and bool(party.affiliations))

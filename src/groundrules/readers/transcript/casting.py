"""Casting: who the speakers of a transcript are, as a person says it.

A label of the transcript gets a role, and it may get an id and a name. Two labels that are told the
same id are one party. A label by which a program tells voices apart names nobody, so it is never
kept as a name; where its party gets another id, the record's `origin` says which voice it was.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.readers.transcript.origin import one_line
from groundrules.readers.transcript.speakers import goes_by
from groundrules.readers.transcript.voices import is_voice
from groundrules.record.notation.verbs import RESERVED
from groundrules.record.notation.words import ID

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from groundrules.record.facts import Fact
    from groundrules.record.transcript import Conversation, Party, Role

_IS = re.compile(rf"(?:^|, )([^,]+) is ({ID})(?=,|$)")


class Who(NamedTuple):
    """Who a speaker is, as a person says it.

    Attributes:
        id: the id in the record; "" for the one that comes of the label.
        name: "" for the one that comes of the label, if any does.
    """

    role: Role
    id: str = ""
    name: str = ""


def label_of(party: Party) -> str:
    """Return the label of a party of an import as it stands in the transcript, as far as known.

    Of a voice it is the party's id, which may differ from the label in its case and its signs.
    """
    spelled_otherwise = party.aliases[0] if party.aliases else ""
    return spelled_otherwise or party.name or party.description or party.id


def cast(conversation: Conversation, told: Mapping[str, Who]) -> Conversation:
    """Return the conversation with its parties as they were told.

    Args:
        conversation: as it was imported.
        told: a label, or a party's id, to who goes by it; what nobody goes by is passed over.

    Raises:
        BadInput: an id cannot be one, is somebody else's, or is told with two roles.
    """
    who = {party.id: _told(party, told) for party in conversation.parties}
    ids = {one: (known.id if known else "") or one for one, known in who.items()}
    _refuse_bad_ids(ids, who)
    parties: dict[str, Party] = {}
    origin = [conversation.origin]
    for party in conversation.parties:
        known = _known(party, who[party.id])
        parties[known.id] = _merged(parties[known.id], known) if known.id in parties else known
        if known.id != party.id and _is_known_by_id_alone(party):
            origin.append(f"{party.id} is {known.id}")
    return _renamed(conversation, ids)._replace(
        parties=tuple(parties.values()), origin=", ".join(filter(None, origin))
    )


def labels_of(conversation: Conversation, told: Mapping[str, Who]) -> dict[str, str]:
    """Return the id of each party, as `cast` gives it, to its label in the transcript.

    Args:
        conversation: as it was imported.
        told: what `cast` is given. A voice's label is spelled as it is spelled here.
    """
    found: dict[str, str] = {}
    for party in conversation.parties:
        typed = next((label for label in told if goes_by(party, label)), "")
        label = typed if typed and _is_known_by_id_alone(party) else label_of(party)
        known = _told(party, told)
        found.setdefault((known.id if known else "") or party.id, label)
    return found


def unknown_labels(
    told: Iterable[str], conversations: Iterable[Conversation]
) -> tuple[tuple[int, str], ...]:
    """Return the labels that nobody goes by, each with its number, counted from 1."""
    parties = [party for conversation in conversations for party in conversation.parties]
    return tuple(
        (number, label)
        for number, label in enumerate(told, 1)
        if not any(goes_by(party, label) for party in parties)
    )


def remembered(label: str, origin: str, parties: Iterable[Party]) -> Party | None:
    """Return whoever went by a label in an earlier record, or None.

    Args:
        label: as it stands in a transcript, or a voice's id.
        origin: where the earlier record came from; "" where it was another talk, in which a
            voice's label was somebody else's.
        parties: those of the earlier record.
    """
    if is_voice(label) and not origin:
        return None
    voices = {voice.casefold(): party_id for voice, party_id in _IS.findall(origin)}
    known_as = voices.get(label.casefold(), "")
    return next((party for party in parties if party.id == known_as or goes_by(party, label)), None)


def _told(party: Party, told: Mapping[str, Who]) -> Who | None:
    return next((who for label, who in told.items() if goes_by(party, label)), None)


def _known(party: Party, who: Who | None) -> Party:
    if who is None:
        return party
    name = one_line(who.name) or party.name
    before = (party.name,) if party.name and name != party.name else ()
    aliases = tuple(dict.fromkeys((*party.aliases, *before)))
    return party._replace(id=who.id or party.id, role=who.role, name=name, aliases=aliases)


def _is_known_by_id_alone(party: Party) -> bool:
    return not (party.name or party.description or party.aliases)


def _merged(one: Party, other: Party) -> Party:
    """Return two parties as one: what the second was called is what the first is called too."""
    name = one.name or other.name
    called = dict.fromkeys((*one.aliases, other.name, *other.aliases))
    return one._replace(
        name=name,
        aliases=tuple(alias for alias in called if alias not in ("", name)),
        description=one.description or other.description,
    )


def _refuse_bad_ids(ids: Mapping[str, str], who: Mapping[str, Who | None]) -> None:
    faults = []
    for before, after in ids.items():
        sharing = [who[one] for one, other in ids.items() if other == after]
        if not re.fullmatch(ID, after) or after in RESERVED:
            remedy = "write a letter, then letters, digits, _ or -, such as S1"
            faults.append(Fault("--party", "what stands behind the colon is no id", remedy))
        elif before != after and not all(one and one.id for one in sharing):
            remedy = "choose another, or tell it with both labels to make them one party"
            faults.append(Fault("--party", f"the id {after} is another party's", remedy))
        elif len({one.role for one in sharing if one}) > 1:
            remedy = "tell them as the same role, or give them two ids"
            faults.append(Fault("--party", f"the id {after} is told with two roles", remedy))
    if faults:
        raise BadInput(*dict.fromkeys(faults))


def _renamed(conversation: Conversation, ids: Mapping[str, str]) -> Conversation:
    def renamed(fact: Fact) -> Fact:
        return fact._replace(
            by=ids.get(fact.by, ""),
            covers=tuple(dict.fromkeys(ids[one] for one in fact.covers)),
            to=tuple(dict.fromkeys(ids[one] for one in fact.to)),
        )

    return conversation._replace(
        turns=tuple(
            turn._replace(speaker=ids.get(turn.speaker, "")) for turn in conversation.turns
        ),
        facts=tuple(map(renamed, conversation.facts)),
        proposals=tuple(map(renamed, conversation.proposals)),
    )

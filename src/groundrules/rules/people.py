"""People: whose statement it is, across conversations in which the same person has other ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Evidenced
    from groundrules.record.transcript import Party


class Person(NamedTuple):
    """A source, as all conversations together know them.

    Attributes:
        key: what `person_of` says of each of the statements.
        names: the name and every alias, each once; empty for somebody without any.
        statements: what they said, in the order of the case.
    """

    key: str
    names: tuple[str, ...]
    statements: tuple[Evidenced, ...]


def person_of(evidenced: Evidenced) -> str:
    """Return a key for whoever made a statement: the same name is the same person.

    Somebody without a name is told apart by conversation and party. The key never leaves the rules.
    """
    name = evidenced.speaker.name if evidenced.speaker else ""
    unnamed = f"{evidenced.conversation.id}/{evidenced.statement.speaker}"
    return " ".join(name.casefold().split()) or unnamed


def people(case: Case) -> Iterator[Person]:
    """Yield every source who said something, in the order of the case; reporters are none."""
    said: dict[str, list[Evidenced]] = {}
    for evidenced in case.statements.values():
        if evidenced.speaker and not evidenced.speaker.is_reporter:
            said.setdefault(person_of(evidenced), []).append(evidenced)
    for key, statements in said.items():
        parties = dict.fromkeys(one.speaker for one in statements if one.speaker)
        names = dict.fromkeys(name for party in parties for name in names_of(party))
        yield Person(key, tuple(names), tuple(statements))


def names_of(party: Party) -> tuple[str, ...]:
    """Return every name by which a party could be recognised."""
    return tuple(name for name in (party.name, *party.aliases) if name)

"""People: whose statement it is, across conversations in which the same person has other ids."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
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


@lru_cache(maxsize=1)
def people(case: Case) -> tuple[Person, ...]:
    """Return every source who said something, in the order of the case; reporters are none."""
    said: dict[tuple[str, str], list[Evidenced]] = {}
    for evidenced in case.statements.values():
        statement = evidenced.statement
        said.setdefault((statement.conversation, statement.speaker), []).append(evidenced)
    persons: dict[str, list[list[Evidenced]]] = {}
    for statements in said.values():
        first = statements[0]
        if first.speaker and not first.speaker.is_reporter:
            persons.setdefault(person_of(first), []).append(statements)
    return tuple(_person(key, groups) for key, groups in persons.items())


def _person(key: str, groups: list[list[Evidenced]]) -> Person:
    parties = [statements[0].speaker for statements in groups]
    names = dict.fromkeys(name for party in parties if party for name in names_of(party))
    return Person(key, tuple(names), tuple(one for statements in groups for one in statements))


def names_of(party: Party) -> tuple[str, ...]:
    """Return every name by which a party could be recognised."""
    return tuple(name for name in (party.name, *party.aliases) if name)

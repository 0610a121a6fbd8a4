"""When something is asked or said: a condition on the answers so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.tables.table import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from groundrules.tables.table import Table

    Clauses = tuple[tuple[str, frozenset[str]], ...]

ANY = "any"
"""The word for every answer that is not empty."""


class Condition(NamedTuple):
    """What must be answered, and what must not. The empty condition always holds.

    Attributes:
        only_if: questions, each with the words of which one at least must be among its answer's.
        unless: questions, each with words of which none may be.
    """

    only_if: Clauses = ()
    unless: Clauses = ()

    def holds(self, words: Callable[[str], frozenset[str]]) -> bool:
        """Tell whether it holds, given the words of the answer to each question."""
        return all(words(name) & wanted for name, wanted in self.only_if) and not any(
            words(name) & refused for name, refused in self.unless
        )


def condition_from(table: Table, known: Mapping[str, Collection[str]]) -> Condition:
    """Return the condition of a table: its `only_if` and its `unless`.

    Args:
        table: the table that may have them; faults are added to it.
        known: each question that may be named, with the words that may be said of its answer.
    """
    return Condition(
        _clauses(table.table("only_if"), known), _clauses(table.table("unless"), known)
    )


def _clauses(table: Table, known: Mapping[str, Collection[str]]) -> Clauses:
    table.allow(known, "question before this one")
    return tuple(
        (name, frozenset(_words(table, name, known[name]))) for name in table.raw if name in known
    )


def _words(table: Table, name: str, known: Collection[str]) -> tuple[str, ...]:
    words = table.texts(name, required=True)
    for word in words:
        if word not in known:
            table.refuse(name, f"it cannot be {word!a}", nearest(word, known))
    return words

"""What a receipt proves, in lines for the terminal, and the receipts that a vault has made out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from groundrules.reporters.lines import EMPTY, Piece, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.proofs.statement import Statement
    from groundrules.proofs.verdict import Verdict
    from groundrules.reporters.lines import Line

_OUTCOMES = {
    "holds": ("This receipt holds.", "good"),
    "unproved": ("This receipt fits together, but nobody knows yet who made it.", "warning"),
    "refused": ("This receipt does not hold.", "error"),
}


class Issued(Protocol):
    """A receipt that a vault has made out, as `vault.receipt_answers` has it."""

    @property
    def id(self) -> str:
        """The id of its entry."""

    @property
    def talk(self) -> str:
        """The name of its conversation."""

    @property
    def day(self) -> str:
        """On which it was made out."""

    @property
    def handle(self) -> str:
        """How it calls the source."""

    @property
    def witnesses(self) -> int:
        """How many have cosigned the log since."""

    @property
    def dated(self) -> bool:
        """Whether the log has been dated since."""


class Witness(Protocol):
    """A witness of a log, as `vault.receipt_answers` has it."""

    @property
    def key(self) -> str:
        """Her verifier key."""

    @property
    def size(self) -> int:
        """Of the log that she cosigned last."""

    @property
    def of(self) -> int:
        """The size of the log."""


def verdict_lines(verdict: Verdict) -> Iterator[Line]:
    """Yield what a receipt proves and what it does not."""
    yield plain(*_OUTCOMES[verdict.outcome])
    for fault in verdict.faults:
        yield plain(str(fault))
    if verdict.statement and not verdict.faults:
        yield EMPTY
        yield from _statement(verdict.statement)
    yield from _listed("Proved:", (one.words for one in verdict.proved))
    yield from _listed("Not proved:", verdict.unproved)


def _statement(statement: Statement) -> Iterator[Line]:
    yield plain(f"Outlet:      {statement.outlet}")
    yield plain(f"Promised to: {statement.handle}")
    yield plain(f"Agreed on:   {statement.agreed}")
    yield plain("Terms:")
    for line in statement.terms:
        yield plain(f"  - {line}")


def _listed(heading: str, words: Iterable[str]) -> Iterator[Line]:
    found = list(words)
    if found:
        yield EMPTY
        yield plain(heading)
        for one in found:
            yield plain(f"  - {one}")


def issued_lines(receipts: Iterable[Issued]) -> Iterator[Line]:
    """Yield a line for each receipt that was made out."""
    for one in receipts:
        proof = f"{one.witnesses} witnesses" if one.witnesses != 1 else "1 witness"
        proof += ", dated" if one.dated else ""
        yield (Piece(one.id[:8]), Piece(f"  {one.day}  {one.talk}  “{one.handle}”  {proof}"))


def witness_lines(witnesses: Iterable[Witness]) -> Iterator[Line]:
    """Yield a line for each witness of a log."""
    for one in witnesses:
        yield plain(f"{one.size} of {one.of} entries cosigned  {one.key}")

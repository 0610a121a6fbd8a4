"""The audit of the log: do its leaves lead to the roots that were signed?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from groundrules.ledger.findings import Finding
from groundrules.ledger.sealing import origin_of
from groundrules.proofs.checkpoints import Checkpoint
from groundrules.proofs.merkle import Frontier

if TYPE_CHECKING:
    from collections.abc import Sequence


class AuditedLog:
    """The leaves of a log, taken in their order, and its checkpoints.

    Attributes:
        size: how many leaves were taken.
        findings: what is wrong with them.
    """

    def __init__(self, ledger: str, checkpoints: Sequence[Any]) -> None:
        """Begin with no leaf.

        Args:
            ledger: the ledger's id, in hexadecimal digits.
            checkpoints: rows of the table, the smallest first.
        """
        self.findings: list[Finding] = []
        self._origin = origin_of(ledger)
        self._frontier = Frontier()
        self._next = 0
        self._checkpoints = list(reversed(checkpoints))

    @property
    def size(self) -> int:
        """How many leaves were taken."""
        return self._frontier.size

    def take(self, rows: Sequence[Any]) -> None:
        """Look at leaves: place, hash, and the number of the entry where that is there."""
        for place, _, entry in rows:
            if place != self._next:
                self._find(f"leaf {self._next}", "it is missing")
            if entry is None:
                self._find(f"leaf {place}", "its entry is missing")
            self._next = place + 1
        hashes = [one for _, one, _ in rows]
        while hashes:
            wanted = self._checkpoints[-1].size - self.size if self._checkpoints else len(hashes)
            self._frontier = self._frontier.with_leaves(hashes[:wanted])
            hashes = hashes[wanted:]
            if self._checkpoints and self._checkpoints[-1].size == self.size:
                self._compare(self._checkpoints.pop())

    def close(self) -> None:
        """Look for checkpoints without leaves, and for leaves without one."""
        for left in reversed(self._checkpoints):
            self._find(f"checkpoint {left.size}", f"the log has only {self.size} leaves")

    def _compare(self, found: Any) -> None:  # noqa: ANN401 - a row of the driver
        place = f"checkpoint {found.size}"
        said = Checkpoint(self._origin, self.size, found.root)
        if found.root != self._frontier.root or found.frontier != self._frontier.to_bytes():
            self._find(place, "the leaves do not lead to its root")
        if not str(found.note).startswith(said.text):
            self._find(place, "what was signed is another log")

    def _find(self, place: str, message: str) -> None:
        self.findings.append(Finding("", place, message))

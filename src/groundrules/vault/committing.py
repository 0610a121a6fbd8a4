"""How something is written to the ledger: whole or not at all, and again where another was first.

What is to be written depends on what is there. So it is made from what is there at that moment,
under a lock that keeps the epoch from changing, and made anew where somebody else wrote meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from groundrules.errors import BadInput, Fault
from groundrules.ledger.refusals import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable

    from groundrules.ledger.entries import Entry
    from groundrules.ledger.rows import Form, Wrap
    from groundrules.vault.opened import Vault

Answer = TypeVar("Answer")

_TRIES = 100
"""Each time that one is too late, another was in time: so this is how many others there can be."""


class Batch(NamedTuple):
    """What is written together. Without entries, nothing is."""

    entries: tuple[Entry, ...] = ()
    wraps: tuple[Wrap, ...] = ()
    forms: tuple[Form, ...] = ()

    def __repr__(self) -> str:
        """Show how much it is."""
        return f"Batch({len(self.entries)} entries)"


def committed(vault: Vault, make: Callable[[], Batch], answer: Answer) -> Answer:
    """Write what `make` makes of what is there, and return `answer`.

    Args:
        vault: to whose ledger it is written.
        make: called again each time that somebody else was first; what it raises ends the attempt.
        answer: what to return.

    Raises:
        BadInput: what `make` raises; the ledger cannot be written; or others write without end.
    """
    for _ in range(_TRIES):
        with vault.writing():
            batch = make()
            try:
                if batch.entries:
                    vault.ledger.append(batch.entries, wraps=batch.wraps, forms=batch.forms)
            except Conflict:
                continue
            return answer
    message = "others are writing to the vault all the time; nothing was written"
    raise BadInput(Fault(str(vault.folder), message, "do it again"))

"""What is done with a vault as a whole: looked at, taken into the log, and audited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.errors import BadInput
from groundrules.proofs.checkpoints import Checkpoint, read_checkpoint
from groundrules.vault.keeper.upkeep_answers import Audited, Sealed, Standing
from groundrules.vault.log_signing import seal_log, signing_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from groundrules.vault.opened import Vault


def standing(vault: Vault) -> Standing:
    """Return how the vault stands."""
    card = vault.member.card
    entries = _entries(vault)
    roles = tuple(role.value for role in card.roles)
    return Standing(card.name, roles, entries, entries - _size(vault))


def seal(vault: Vault) -> Sealed:
    """Take every entry that waits into the log, and sign the log as it is then.

    Raises:
        BadInput: the ledger cannot be written, or nothing is in it.
    """
    before = _size(vault)
    last = seal_log(vault)
    return Sealed(last.size - before, last.size, str(last.note))


def audit(
    vault: Vault,
    *,
    thorough: bool = False,
    on_progress: Callable[[int, int], None] | None = None,
) -> Audited:
    """Look at every entry, leaf, checkpoint and page, and at the signatures of members and log.

    Args:
        vault: the vault.
        thorough: verify every signature, not only the last of each stream, which covers all before
            it; and hold the tables and indexes of the file against each other.
        on_progress: told how many rows are done, and of how many.

    Raises:
        BadInput: the ledger cannot be read.
    """
    cards = {bytes.fromhex(one.id): one.signing for one in vault.house().known.values()}
    found = vault.ledger.audit(cards, on_progress=on_progress, thorough=thorough)
    faults = (*map(str, found.findings), *_unsigned(vault))
    return Audited(*found[:-1], faults)


def _entries(vault: Vault) -> int:
    # Versions of a stream are counted from 1 without gaps, so its head says how many there are.
    return sum(head.version for head in vault.ledger.heads())


def _size(vault: Vault) -> int:
    return max((one.size for one in vault.ledger.checkpoints()), default=0)


def _unsigned(vault: Vault) -> Iterator[str]:
    """Yield the checkpoints that the key of the log has not signed as they stand."""
    key = signing_key(vault).verifier
    for one in vault.ledger.checkpoints():
        expected = Checkpoint(vault.ledger.origin, one.size, one.root)
        try:
            signed = read_checkpoint(one.note, [key]).checkpoint
        except BadInput:
            signed = None
        if signed != expected:
            yield f"checkpoint {one.size}: the key of the log has not signed it as it stands"

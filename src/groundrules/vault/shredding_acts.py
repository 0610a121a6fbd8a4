"""What was shredded, as the house's own acts say: which streams, who did it, why and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.keys.envelope import key_id_of
from groundrules.ledger.entries import HOUSE
from groundrules.vault.entering import opened_part, sealed_part
from groundrules.vault.house import ACT
from groundrules.vault.opened import OF_THE_HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.keys.secret import Secret
    from groundrules.ledger.entries import Entry
    from groundrules.vault.opened import Vault

SHREDDED = "shredded"
"""What such an act says that it does."""

SHREDDED_STREAMS = ("talks", "sources", "tapes", "papers")
"""Under what names it lists the streams that went."""


class ShreddedAct(NamedTuple):
    """One shredding.

    Attributes:
        streams: of the conversations, sources, tapes and papers that went.
        talks: those of them that were conversations.
        author: who did it, a member's id, hexadecimal.
        reason: in that member's words.
        day: YYYY-MM-DD in UTC.
        early: whether it was before its day.
        epoch: the number of the epoch in which it was; it is done when that is over.
    """

    streams: tuple[bytes, ...]
    talks: tuple[bytes, ...]
    author: str
    reason: str
    day: str
    early: bool
    epoch: int


def shredded_acts(vault: Vault) -> Iterator[ShreddedAct]:
    """Yield every shredding, the oldest first."""
    keys: dict[bytes, Secret] = {}
    for entry in vault.ledger.entries(HOUSE):
        act = _act(vault, entry, keys)
        if act:
            yield act


def begun_since(vault: Vault, epoch: int) -> list[ShreddedAct]:
    """Return the shreddings of an epoch and of those after it; what is older is not opened."""
    keys: dict[bytes, Secret] = {}
    found: list[ShreddedAct] = []
    for entry in reversed(list(vault.ledger.entries(HOUSE))):
        act = _act(vault, entry, keys)
        if act and act.epoch < epoch:
            break
        found += [act] if act else []
    return found


def _act(vault: Vault, entry: Entry, keys: dict[bytes, Secret]) -> ShreddedAct | None:
    """Return the shredding that an entry of the house tells of; None where it tells of none."""
    sealed = sealed_part(entry, ACT)
    if sealed is None:
        return None
    key_id = key_id_of(sealed)
    keys[key_id] = keys.get(key_id) or vault.secret(HOUSE, OF_THE_HOUSE, key_id)
    act = opened_part(vault, entry, ACT, keys[key_id])
    match act:
        case {
            "do": "shredded",
            "talks": list(),
            "sources": list(),
            "reason": str(reason),
            "early": bool(early),
            "epoch": int(epoch),
        }:
            streams = tuple(stream for name in SHREDDED_STREAMS for stream in _listed(act, name))
            talks, author = tuple(_listed(act, "talks")), entry.author.hex()
            return ShreddedAct(streams, talks, author, reason, entry.day, early, epoch)
    return None


def _listed(act: dict[str, object], name: str) -> Iterator[bytes]:
    """Yield the streams that an act lists under a name; acts of earlier versions lack some."""
    listed = act.get(name)
    if isinstance(listed, list):
        yield from (bytes.fromhex(str(one)) for one in listed)

"""What somebody can read who has taken files, backups and keys of a vault.

The thief is a strong one: every member's keys, every epoch key that there is, tried under every
number, and the halves of every source put together in every way.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from groundrules.keys import epoch
from groundrules.keys.envelope import Unopenable, key_id_of
from groundrules.keys.epoch_key import EpochKey
from groundrules.keys.halves import identity_key
from groundrules.keys.wraps import epoch_of, unwrapped
from groundrules.vault import founding
from groundrules.vault.folder import read_public
from groundrules.vault.identities import HALF_EDITOR, HALF_REPORTER, HALVES, identity_salt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from groundrules.keys.secret import Secret
    from groundrules.ledger.entries import Entry
    from groundrules.ledger.rows import Wrap
    from groundrules.vault.opened import Vault
    from vault_fixtures import Room


class Found(NamedTuple):
    """What was taken.

    Attributes:
        parts: the sealed parts of each stream, with their entries.
        secrets: the keys that opened, by their ids.
        halves: of names, by stream and kind.
    """

    parts: dict[bytes, list[tuple[Entry, bytes]]]
    secrets: dict[bytes, Secret]
    halves: dict[tuple[bytes, str], list[Secret]]

    def readable(self, streams: set[bytes]) -> set[bytes]:
        """Return those of some streams of which at least one part opens."""
        return {stream for stream in streams if any(self._opens(stream))}

    def _opens(self, stream: bytes) -> Iterator[bool]:
        for entry, sealed in self.parts.get(stream, ()):
            yield key_id_of(sealed) in {*self.secrets, *self._made(stream, entry.version)}

    def _made(self, stream: bytes, version: int) -> set[bytes]:
        salt = identity_salt(stream, version)
        return {
            identity_key(one, other, salt).id
            for one in self.halves.get((stream, HALF_REPORTER), ())
            for other in self.halves.get((stream, HALF_EDITOR), ())
        }


def epoch_secrets(folders: Iterable[Path], ledger: str) -> list[Secret]:
    """Return every epoch key that lies in or below some folders."""
    kept = [epoch.read(one, ledger) for folder in folders for one in folder.rglob("epoch.json")]
    return [key.secret for keys in kept for key in (keys.current, keys.previous) if key]


def loot(room: Room, who: Iterable[str], folders: Iterable[Path], states: Iterable[Path]) -> Found:
    """Take vaults and copies of one, the keys of members, and epoch keys.

    Args:
        room: the vault.
        who: the members whose keys are taken.
        folders: vaults, as they were at some moment.
        states: where epoch keys lie.
    """
    found = Found(defaultdict(list), {}, defaultdict(list))
    kept = epoch_secrets(states, read_public(room.folder).ledger)
    names = tuple(who)
    for folder in folders:
        for name in names:
            vault = founding.opened(folder, room.bundle(name), room.surroundings)
            try:
                _take(found, vault, kept)
            finally:
                vault.ledger.close()
    return found


def _take(found: Found, vault: Vault, kept: list[Secret]) -> None:
    for row in vault.ledger.wraps():
        for secret in _opened(vault, row, kept):
            found.secrets[secret.id] = secret
            if row.kind in HALVES:
                found.halves[row.stream, row.kind].append(secret)
    for entry in vault.ledger.entries():
        found.parts[entry.stream] += [(entry, sealed) for _, sealed in entry.parts]


def _opened(vault: Vault, row: Wrap, kept: list[Secret]) -> Iterator[Secret]:
    """Yield what a wrap holds, under each epoch key that is held, whatever its number was."""
    number = epoch_of(row.sealed)
    context = vault.context(row)
    for secret in kept:
        with suppress(Unopenable):
            yield unwrapped(row.sealed, vault.member, context, EpochKey(number, secret))

"""What somebody can read who has taken files, backups and keys of a vault.

The thief is a strong one: every member's keys, every epoch key that there is, tried under every
number, and the halves of every source put together in every way.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from groundrules.keys.envelope import Unopenable, key_id_of
from groundrules.keys.epoch_key import EpochKey
from groundrules.keys.halves import identity_key
from groundrules.keys.secret import Secret
from groundrules.keys.wraps import epoch_of, unwrapped
from groundrules.vault import founding
from groundrules.vault.identities import HALF_EDITOR, HALF_REPORTER, identity_salt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from groundrules.ledger.entries import Entry
    from groundrules.ledger.rows import Wrap
    from groundrules.vault.opened import Vault
    from vault_fixtures import Room


class Found(NamedTuple):
    """What was taken.

    Attributes:
        parts: how many sealed parts each stream has.
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


def epoch_secrets(folder: Path) -> list[Secret]:
    """Return every epoch key in the files in and below a folder."""
    return [
        Secret(bytes.fromhex(key["id"]), bytes.fromhex(key["secret"]))
        for path in folder.rglob("epoch.json")
        for key in _keys_in(json.loads(path.read_text("utf-8")))
    ]


def _keys_in(document: dict[str, object]) -> Iterator[dict[str, str]]:
    raise NotImplementedError

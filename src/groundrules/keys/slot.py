"""A slot: one way for one member to unlock a vault, as it stands in `vault.json`.

It holds the key of her bundle under AES-256-GCM. Authenticated with it: the versions, the ledger,
the member, the slot's id and kind, its salt and its cost, so that a slot works nowhere else.

A digest of all that is public tells damage from a wrong passphrase. It needs no key and has none
in it, so that it says nothing about the passphrase.
"""

from __future__ import annotations

import hashlib
import secrets
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from groundrules.keys.envelope import NONCE_BYTES, Unopenable
from groundrules.keys.secret import Secret
from groundrules.keys.stretching import SALT_BYTES, Cost
from groundrules.proofs.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = 1
_ID_BYTES = 16


class Kind(StrEnum):
    """What a slot is opened with."""

    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a kind
    RECOVERY = "recovery"


class Slot(NamedTuple):
    """One way to unlock.

    Attributes:
        ledger: the ledger's id, hexadecimal.
        member: the member's id, hexadecimal.
        id: 16 random bytes, hexadecimal.
        kind: what it is opened with.
        salt: 16 random bytes.
        cost: what a guess costs; of a recovery slot, zeros.
        sealed: the nonce and the enciphered key of the bundle.
        digest: SHA-256 of all the others, hexadecimal; empty where it was not computed yet.
    """

    ledger: str
    member: str
    id: str
    kind: Kind
    salt: bytes
    cost: Cost
    sealed: bytes = b""
    digest: str = ""

    def document(self) -> dict[str, object]:
        """Return the slot as it stands in `vault.json`; the ledger stands there once for all."""
        return {**self._public(), "sealed": self.sealed.hex(), "digest": self.digest}

    def is_sound(self) -> bool:
        """Tell whether it is as it was made."""
        return self.digest == self.digest_of_all()

    def holding(self, held: Secret, key: Secret) -> Slot:
        """Return the slot with a bundle's key in it.

        Args:
            held: the bundle's key.
            key: what opens the slot.
        """
        full = self._replace(sealed=sealed(held.reveal(), key, self._bound()))
        return full._replace(digest=full.digest_of_all())

    def opened(self, key: Secret) -> Secret:
        """Return the bundle's key.

        Raises:
            Unopenable: the key is wrong, or the slot is not as it was made.
        """
        return Secret(unsealed(self.sealed, key, self._bound()))

    def _public(self) -> dict[str, object]:
        return {
            "id": self.id,
            "member": self.member,
            "kind": self.kind.value,
            "salt": self.salt.hex(),
            "cost": list(self.cost),
        }

    def _bound(self) -> bytes:
        return canonical({"v": VERSION, "what": "slot", "ledger": self.ledger, **self._public()})

    def digest_of_all(self) -> str:
        """Return the digest as it should be: SHA-256 of all the others, hexadecimal."""
        return hashlib.sha256(self._bound() + self.sealed).hexdigest()


def new_slot(ledger: str, member: str, kind: Kind, cost: Cost) -> Slot:
    """Return an empty slot with a new id and a new salt."""
    ident, salt = secrets.token_hex(_ID_BYTES), secrets.token_bytes(SALT_BYTES)
    return Slot(ledger, member, ident, kind, salt, cost)


def read_slot(value: Mapping[str, Any], ledger: str) -> Slot:
    """Return the slot that a value of `vault.json` is; it may be damaged.

    Raises:
        ValueError, KeyError, TypeError: it has not the shape of a slot.
    """
    memory, passes, lanes = (int(one) for one in value["cost"])
    return Slot(
        ledger,
        str(value["member"]),
        str(value["id"]),
        Kind(value["kind"]),
        bytes.fromhex(value["salt"]),
        Cost(memory, passes, lanes),
        bytes.fromhex(value["sealed"]),
        str(value["digest"]),
    )


def sealed(content: bytes, key: Secret, bound: bytes) -> bytes:
    """Return a random nonce and a content under AES-256-GCM, with what it is bound to."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key.reveal()).encrypt(nonce, content, bound)


def unsealed(content: bytes, key: Secret, bound: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        Unopenable: wrong key, bound to something else, or a changed byte.
    """
    try:
        cipher = AESGCM(key.reveal())
        return cipher.decrypt(content[:NONCE_BYTES], content[NONCE_BYTES:], bound)
    except (InvalidTag, ValueError):
        raise Unopenable("a slot") from None

"""A member's bundle as it stands in `vault.json`: padded, and sealed under a key of its own."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.keys.bundle import Bundle
from groundrules.keys.padding import padded, unpadded
from groundrules.keys.slot import sealed, unsealed
from groundrules.proofs.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.keys.secret import Secret

VERSION = 1


class SealedBundle(NamedTuple):
    """A sealed bundle.

    Attributes:
        member: the member's id, hexadecimal.
        sealed: the nonce and the padded bundle, enciphered.
        digest: SHA-256 of `sealed`, hexadecimal: it tells damage.
    """

    member: str
    sealed: bytes
    digest: str

    def document(self) -> dict[str, object]:
        """Return it as it stands in `vault.json`."""
        return {"member": self.member, "sealed": self.sealed.hex(), "digest": self.digest}

    def is_sound(self) -> bool:
        """Tell whether it is as it was made."""
        return self.digest == hashlib.sha256(self.sealed).hexdigest()

    def opened(self, ledger: str, key: Secret) -> Bundle:
        """Return the bundle.

        Raises:
            Unopenable: the key is wrong, or it is not as it was made.
            ValueError: it was written by a later version.
        """
        return Bundle.read(unpadded(unsealed(self.sealed, key, _bound(ledger, self.member))), key)


def sealed_bundle(bundle: Bundle) -> SealedBundle:
    """Return a bundle, sealed under its own key."""
    member = bundle.member.card.id
    body = sealed(padded(bundle.document()), bundle.key, _bound(bundle.ledger, member))
    return SealedBundle(member, body, hashlib.sha256(body).hexdigest())


def read_sealed_bundle(value: Mapping[str, Any]) -> SealedBundle:
    """Return the sealed bundle that a value of `vault.json` is; it may be damaged.

    Raises:
        ValueError, KeyError, TypeError: it has not the shape of one.
    """
    return SealedBundle(str(value["member"]), bytes.fromhex(value["sealed"]), str(value["digest"]))


def _bound(ledger: str, member: str) -> bytes:
    return canonical({"v": VERSION, "what": "bundle", "ledger": ledger, "member": member})

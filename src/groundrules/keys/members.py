"""A member's private keys: what opens the wraps to her, and what signs the entries she writes."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey

from groundrules.keys.cards import ID_BYTES, VERSION, MemberCard, Role, ordered, read_card
from groundrules.keys.documents import loaded
from groundrules.keys.secret import Hidden
from groundrules.proofs.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MemberCard", "MemberKeys", "Role", "read_card"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class MemberKeys(Hidden):
    """A member's private keys, and the card that belongs to them.

    Attributes:
        card: what everybody may see.
    """

    card: MemberCard
    _mlkem: MLKEM768PrivateKey
    _x25519: X25519PrivateKey
    _ed25519: Ed25519PrivateKey

    @classmethod
    def new(cls, name: str, roles: Iterable[Role]) -> MemberKeys:
        """Return the keys of a new member.

        Raises:
            ValueError: without a name or without a role.
        """
        return cls._of(
            MemberCard(secrets.token_hex(ID_BYTES), name, ordered(roles), b"", b""),
            MLKEM768PrivateKey.generate(),
            X25519PrivateKey.generate(),
            Ed25519PrivateKey.generate(),
        )

    @classmethod
    def read(cls, document: bytes) -> MemberKeys:
        """Return the keys that `document` wrote.

        Raises:
            ValueError: it is no such document, or one of a later version.
        """
        try:
            value = loaded(document, VERSION)
            roles = ordered(Role(role) for role in value["roles"])
            return cls._of(
                MemberCard(str(value["id"]), str(value["name"]), roles, b"", b""),
                MLKEM768PrivateKey.from_seed_bytes(bytes.fromhex(value["mlkem"])),
                X25519PrivateKey.from_private_bytes(bytes.fromhex(value["x25519"])),
                Ed25519PrivateKey.from_private_bytes(bytes.fromhex(value["ed25519"])),
            )
        except (ValueError, KeyError, TypeError):
            raise ValueError("these are no keys of a member") from None

    @classmethod
    def _of(
        cls,
        named: MemberCard,
        mlkem: MLKEM768PrivateKey,
        x25519: X25519PrivateKey,
        ed25519: Ed25519PrivateKey,
    ) -> MemberKeys:
        """Return keys, the public ones put on the card."""
        if not named.name.strip() or not named.roles:
            raise ValueError("a member has a name and at least one role")
        public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
        signing = ed25519.public_key().public_bytes_raw()
        return cls(named._replace(hpke=public, signing=signing), mlkem, x25519, ed25519)

    def document(self) -> bytes:
        """Return the private keys as canonical JSON; only a slot may get it."""
        return canonical(
            {
                "v": VERSION,
                "id": self.card.id,
                "name": self.card.name,
                "roles": [role.value for role in self.card.roles],
                "mlkem": self._mlkem.private_bytes_raw().hex(),
                "x25519": self._x25519.private_bytes_raw().hex(),
                "ed25519": self._ed25519.private_bytes_raw().hex(),
            }
        )

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature, 64 bytes, over a message."""
        return self._ed25519.sign(message)

    def private_key(self) -> MLKEM768X25519PrivateKey:
        """Return what opens the wraps to her, as the library has it."""
        return MLKEM768X25519PrivateKey(self._mlkem, self._x25519)

"""A member's card: what everybody in the house may see of her, public keys included.

The public key for wraps is an X-Wing one (draft-connolly-cfrg-xwing-kem): ML-KEM-768 (FIPS 203),
1,184 bytes, followed by X25519 (RFC 7748), 32 bytes. Entries are signed with Ed25519 (RFC 8032).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys.documents import loaded
from groundrules.proofs.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cryptography.hazmat.primitives.hpke import MLKEM768X25519PublicKey

VERSION = 1
ID_BYTES = 16
MLKEM_PUBLIC_BYTES = 1184
HPKE_BYTES = MLKEM_PUBLIC_BYTES + 32
SIGNING_BYTES = 32

_NAME_LENGTH = 200
_ID = re.compile(rf"[0-9a-f]{{{2 * ID_BYTES}}}")


class Role(StrEnum):
    """What a member does in the house; it decides which keys are wrapped to her."""

    REPORTER = "reporter"
    EDITOR = "editor"
    STANDARDS = "standards"
    LEGAL = "legal"


class MemberCard(NamedTuple):
    """What everybody in the house may see of a member.

    Attributes:
        id: 16 random bytes, hexadecimal.
        name: as she wants to be called.
        roles: at least one, in the order of `Role`.
        hpke: the public key for wraps, 1,216 bytes.
        signing: the public key of her signatures, 32 bytes.
    """

    id: str
    name: str
    roles: tuple[Role, ...]
    hpke: bytes
    signing: bytes

    def document(self) -> bytes:
        """Return the card as canonical JSON; `read_card` reads it."""
        return canonical(
            {
                "v": VERSION,
                "id": self.id,
                "name": self.name,
                "roles": [role.value for role in self.roles],
                "hpke": self.hpke.hex(),
                "signing": self.signing.hex(),
            }
        )

    def public_key(self) -> MLKEM768X25519PublicKey:
        """Return the public key for wraps as the library has it.

        Raises:
            ValueError: the bytes are no such key.
        """
        from cryptography.hazmat.primitives.asymmetric import (  # noqa: PLC0415 - start-up time
            mlkem,
            x25519,
        )
        from cryptography.hazmat.primitives.hpke import (  # noqa: PLC0415 - likewise
            MLKEM768X25519PublicKey,
        )

        return MLKEM768X25519PublicKey(
            mlkem.MLKEM768PublicKey.from_public_bytes(self.hpke[:MLKEM_PUBLIC_BYTES]),
            x25519.X25519PublicKey.from_public_bytes(self.hpke[MLKEM_PUBLIC_BYTES:]),
        )

    def has_signed(self, message: bytes, signature: bytes) -> bool:
        """Tell whether a signature is this member's over a message; both may be any bytes."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - start-up time
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - likewise

        try:
            ed25519.Ed25519PublicKey.from_public_bytes(self.signing).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


def ordered(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Return roles once each, in the order of `Role`."""
    given = set(roles)
    return tuple(role for role in Role if role in given)


def read_card(document: bytes, path: str) -> MemberCard:
    """Return the card that a document holds.

    Args:
        document: what `MemberCard.document` returned.
        path: the file that it came from, for the message.

    Raises:
        BadInput: it is no card, or one of a later version.
    """
    try:
        card = _card(loaded(document, VERSION))
        card.public_key()
    except (ValueError, KeyError, TypeError):
        message = "it is no member's card, or one that this version does not know"
        remedy = "have the member make it again: groundrules vault card"
        raise BadInput(Fault(path, message, remedy)) from None
    return card


def _card(value: dict[str, Any]) -> MemberCard:
    roles = ordered(Role(role) for role in value["roles"])
    hpke, signing = bytes.fromhex(value["hpke"]), bytes.fromhex(value["signing"])
    card = MemberCard(str(value["id"]), str(value["name"]), roles, hpke, signing)
    sound = (
        _ID.fullmatch(card.id)
        and card.name.isprintable()
        and 0 < len(card.name.strip()) <= _NAME_LENGTH
        and roles
        and (len(hpke), len(signing)) == (HPKE_BYTES, SIGNING_BYTES)
    )
    if not sound:
        raise ValueError("no card")
    return card

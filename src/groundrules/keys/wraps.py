"""A wrap: a secret as one member can open it, for one purpose, in one epoch.

| bytes | what |
|-------|------|
| 0 | the version of the format: 1 |
| 1 | the suite: 1, as below |
| 2-5 | the number of the epoch, most significant byte first |
| 6-17 | the nonce of the outer layer, random |
| 18- | the outer layer: AES-256-GCM-SIV (RFC 8452) under the epoch key, tag included |

Inside lies the inner layer: HPKE (RFC 9180), base mode, one message, with the KEM X-Wing
(MLKEM768-X25519), HKDF-SHA256 and AES-256-GCM. It binds the whole context but the epoch, since a
new epoch is begun by somebody who can open nobody else's wraps. The outer layer binds the first
bytes and the whole context but `extra`, which whoever begins an epoch need not know.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from groundrules.keys.envelope import NONCE_BYTES, Unopenable
from groundrules.keys.secret import Secret
from groundrules.proofs.canonical import canonical

if TYPE_CHECKING:
    from groundrules.keys.cards import MemberCard
    from groundrules.keys.epoch_key import EpochKey
    from groundrules.keys.members import MemberKeys

FORMAT = 1
XWING_AES_256_GCM = 1

_EPOCH_BYTES = 4
_FIRST = 2 + _EPOCH_BYTES
_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class Context(NamedTuple):
    """What a wrap is for; it opens for nothing else.

    Attributes:
        ledger: the ledger's id, hexadecimal.
        stream: the stream's id, hexadecimal.
        kind: what the secret opens: `terms`, `words`, `half-reporter`, and so on.
        recipient: the member's id, hexadecimal.
        epoch: the number of the epoch.
        extra: what else it is bound to, such as a release with its purpose and its last day.
    """

    ledger: str
    stream: str
    kind: str
    recipient: str
    epoch: int
    extra: str = ""

    def lasting(self) -> bytes:
        """Return what the inner layer binds: all but the epoch."""
        return canonical({key: value for key, value in self._asdict().items() if key != "epoch"})

    def passing(self) -> bytes:
        """Return what the outer layer binds: all but what is known to the recipient alone."""
        return canonical({key: value for key, value in self._asdict().items() if key != "extra"})


def wrap(secret: Secret, recipient: MemberCard, context: Context, epoch_key: EpochKey) -> bytes:
    """Return a secret as one member can open it.

    Raises:
        ValueError: the context is another member's or another epoch's, or the card holds no key.
    """
    if (context.recipient, context.epoch) != (recipient.id, epoch_key.number):
        raise ValueError("the context is another recipient's or another epoch's")
    inner = _SUITE.encrypt(secret.reveal(), recipient.public_key(), info=context.lasting())
    return _outer(inner, context, epoch_key)


def unwrapped(wrapped: bytes, member: MemberKeys, context: Context, epoch_key: EpochKey) -> Secret:
    """Return the secret that was wrapped to a member.

    Raises:
        Unopenable: another member's, another purpose's, another epoch's, or a changed byte.
    """
    if context.recipient != member.card.id:
        raise Unopenable("a wrap")
    inner = _inner(wrapped, context, epoch_key)
    try:
        return Secret(_SUITE.decrypt(inner, member.private_key(), info=context.lasting()))
    except (InvalidTag, ValueError):
        raise Unopenable("a wrap") from None


def epoch_of(wrapped: bytes) -> int:
    """Return the number of the epoch in which a wrap was made.

    Raises:
        Unopenable: it is too short, or of a format that this version does not know.
    """
    if len(wrapped) <= _FIRST + NONCE_BYTES or wrapped[:2] != bytes((FORMAT, XWING_AES_256_GCM)):
        raise Unopenable("a wrap")
    return int.from_bytes(wrapped[2:_FIRST])


def renewed(wrapped: bytes, context: Context, old: EpochKey, new: EpochKey) -> bytes:
    """Return a wrap in a new epoch: the outer layer is made again, the inner stays as it is.

    Whoever has both epoch keys can do this for every member, and opens nothing by it.

    Args:
        wrapped: a wrap of the old epoch.
        context: its context in the old epoch; what is `extra` in it need not be known.
        old: the key that it was made with.
        new: the key that it shall open with.

    Raises:
        Unopenable: the wrap is not of the old epoch or of this context, or a byte was changed.
    """
    inner = _inner(wrapped, context, old)
    return _outer(inner, context._replace(epoch=new.number), new)


def _outer(inner: bytes, context: Context, epoch_key: EpochKey) -> bytes:
    first = bytes((FORMAT, XWING_AES_256_GCM)) + epoch_key.number.to_bytes(_EPOCH_BYTES)
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCMSIV(epoch_key.secret.reveal())
    return first + nonce + cipher.encrypt(nonce, inner, first + context.passing())


def _inner(wrapped: bytes, context: Context, epoch_key: EpochKey) -> bytes:
    if not epoch_of(wrapped) == context.epoch == epoch_key.number:
        raise Unopenable("a wrap of another epoch")
    first, rest = wrapped[:_FIRST], wrapped[_FIRST:]
    cipher, bound = AESGCMSIV(epoch_key.secret.reveal()), first + context.passing()
    try:
        return cipher.decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], bound)
    except (InvalidTag, ValueError):
        raise Unopenable("a wrap") from None

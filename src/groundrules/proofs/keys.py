"""Keys that sign notes, and keys that verify them (c2sp.org/signed-note@v1.0.0).

A key has a name, by which people know whose it is, and a kind, which says what its signatures
mean. A verifier key is one line of text that its owner publishes and others keep.
"""

from __future__ import annotations

from enum import IntEnum
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, Self

from groundrules.errors import BadInput, Fault
from groundrules.proofs.spelling import LARGEST, base64_of, from_base64, from_hex, is_line

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ed25519

SEED_SIZE = 32
"""Bytes of a private Ed25519 key, and of a public one (RFC 8032)."""

_ID_SIZE = 4
_TIME_SIZE = 8
_PRIVATE = ("PRIVATE", "KEY")
_LONGEST_NAME = 200


class Kind(IntEnum):
    """What a signature says, by the byte that C2SP assigns to it."""

    NOTE = 0x01
    """Ed25519 over the text of a note: its signer wrote or accepts it."""

    COSIGNATURE = 0x04
    """Ed25519 over a checkpoint and a time: a witness saw that nothing before it was changed."""


class VerifierKey(NamedTuple):
    """A public key.

    Attributes:
        name: whose it is, as a URL without a scheme: `ledgerpost.example/promises`.
        kind: what its signatures say.
        public: the Ed25519 public key, 32 bytes.
    """

    name: str
    kind: Kind
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The first four bytes of SHA-256 of its name, a newline, its kind and the key."""
        material = self.name.encode() + b"\n" + bytes((self.kind,)) + self.public
        return sha256(material).digest()[:_ID_SIZE]

    def __str__(self) -> str:
        """Return its line of text: `name+id+key`."""
        return f"{self.name}+{self.key_id.hex()}+{base64_of(bytes((self.kind,)) + self.public)}"

    def is_of(self, text: str, signature: bytes) -> bool:
        """Tell whether a signature is this key's over the text of a note.

        Args:
            text: the note's text, with its last newline.
            signature: 64 bytes; a cosignature has its time before them, 8 bytes, big endian.
        """
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - start-up time
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - likewise

        if self.kind is Kind.COSIGNATURE:
            stamp = time_of(signature)
            if not 0 < stamp <= LARGEST:
                return False
            text, signature = cosigned(text, stamp), signature[_TIME_SIZE:]
        try:
            ed25519.Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


def time_of(cosignature: bytes) -> int:
    """Return the seconds since 1970 that stand before a cosignature."""
    return int.from_bytes(cosignature[:_TIME_SIZE], "big")


def cosigned(text: str, stamp: int) -> str:
    """Return what a witness signs (c2sp.org/tlog-cosignature@v1.0.1, Ed25519).

    Args:
        text: the checkpoint's text, with its last newline.
        stamp: seconds since 1970, UTC.
    """
    return f"cosignature/v1\ntime {stamp}\n{text}"


class SigningKey:
    """A private key, whose `repr` hides it."""

    __slots__ = ("_seed", "kind", "name")

    def __init__(self, name: str, kind: Kind, seed: bytes) -> None:
        """Make the key of 32 random bytes.

        Raises:
            ValueError: these are not 32 bytes, or the name is none.
        """
        if len(seed) != SEED_SIZE or not is_key_name(name):
            raise ValueError("a key has 32 bytes and a name without spaces and plus signs")
        self.name, self.kind, self._seed = name, kind, seed

    def __repr__(self) -> str:
        """Return its public part."""
        return f"<signing key of {self.verifier}>"

    @property
    def verifier(self) -> VerifierKey:
        """The public key that verifies what this one signs."""
        return VerifierKey(self.name, self.kind, self._private().public_key().public_bytes_raw())

    def signature(self, text: str, stamp: int = 0) -> bytes:
        """Return the signature over the text of a note.

        Args:
            text: the note's text, with its last newline.
            stamp: for a cosignature: seconds since 1970, UTC.

        Raises:
            ValueError: a cosignature without a time, or a time with another signature.
        """
        if (self.kind is Kind.COSIGNATURE) is not (0 < stamp <= LARGEST):
            raise ValueError("a cosignature has a time, and no other signature has one")
        if self.kind is Kind.NOTE:
            return self._private().sign(text.encode())
        signed = self._private().sign(cosigned(text, stamp).encode())
        return stamp.to_bytes(_TIME_SIZE, "big") + signed

    def encoded(self) -> str:
        """Return the key as its owner's file has it: it is SECRET.

        The form is that of golang.org/x/mod/sumdb/note.
        """
        public = self.verifier
        secret = base64_of(bytes((self.kind,)) + self._seed)
        return "+".join((*_PRIVATE, self.name, public.key_id.hex(), secret))

    @classmethod
    def decoded(cls, text: str, path: str = "-") -> Self:
        """Return the key of its owner's file.

        Raises:
            BadInput: it is none; the message has no part of it.
        """
        try:
            first, second, name, key_id, encoded = text.strip().split("+", 4)
            material = from_base64(encoded, SEED_SIZE + 1)
            key = cls(name, Kind(material[0]), material[1:])
            known = (first, second) == _PRIVATE and from_hex(key_id, _ID_SIZE)
        except ValueError:
            known = b""
        if not known or known != key.verifier.key_id:
            message = "this is no private key of a witness"
            remedy = "name the file that `groundrules witness key --new` wrote"
            raise BadInput(Fault(path, message, remedy))
        return key

    def _private(self) -> ed25519.Ed25519PrivateKey:
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - start-up

        return ed25519.Ed25519PrivateKey.from_private_bytes(self._seed)


def is_key_name(text: str) -> bool:
    """Tell whether a key may have this name: seen whole, no space in it, no plus sign."""
    return (
        is_line(text)
        and len(text) <= _LONGEST_NAME
        and not any(one.isspace() or one == "+" for one in text)
    )


def read_verifier_key(text: str, path: str = "-") -> VerifierKey:
    """Return the key of one line of text.

    Raises:
        BadInput: it is none, or of a kind that is not known here.
    """
    try:
        name, key_id, encoded = text.strip().split("+", 2)
        material = from_base64(encoded, SEED_SIZE + 1)
        key = VerifierKey(name, Kind(material[0]), material[1:])
        good = is_key_name(name) and from_hex(key_id, _ID_SIZE) == key.key_id
    except ValueError:
        good = False
    if not good:
        message = "this is no verifier key: a name, eight digits and a key, joined by plus signs"
        remedy = "copy the whole line from whoever published it"
        raise BadInput(Fault(path, message, remedy))
    return key

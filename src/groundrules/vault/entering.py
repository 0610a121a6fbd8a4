"""An entry as a member makes it: its parts sealed, its digests salted, its chain signed.

A part is a canonical JSON document with 32 random bytes in it, its salt. The digest that stays in
the ledger for ever is SHA-256 over the salt and the sealed part: when the part is erased the salt
is gone with it, and the digest says nothing any more.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys.envelope import Header, Unopenable, opened, seal
from groundrules.ledger.entries import NOTHING, Entry, chain_of
from groundrules.proofs.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groundrules.keys.secret import Secret
    from groundrules.ledger.entries import Head
    from groundrules.vault.opened import Vault

SALT_BYTES = 32
_SIGNATURE_BYTES = 64


class Part(NamedTuple):
    """A part of an entry before it is sealed.

    Attributes:
        document: what it holds: texts, numbers, truth values, lists and tables of those.
        secret: what opens it.
        least: the bytes that the padded document has at least.
    """

    document: Mapping[str, object]
    secret: Secret
    least: int = 0

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "Part()"


def new_entry(
    vault: Vault,
    stream: bytes,
    parts: Mapping[str, Part],
    previous: Head | None,
    digests: Mapping[str, bytes] | None = None,
) -> Entry:
    """Return the next entry of a stream, signed by the vault's member.

    Args:
        vault: whose member writes.
        stream: 16 bytes.
        parts: the name of each part and what it shall hold; a salt is added.
        previous: the head of the stream that it follows; None for the first.
        digests: digests of what is kept elsewhere, such as a receipt's statement.
    """
    version = previous.version + 1 if previous else 1
    found = dict(digests or {})
    sealed: dict[str, bytes] = {}
    for name, part in sorted(parts.items()):
        header = Header(vault.ledger.id, stream.hex(), version, name)
        sealed[name], found[name] = _sealed(part, header)
    entry = Entry(
        id=secrets.token_bytes(16),
        stream=stream,
        version=version,
        author=bytes.fromhex(vault.member.card.id),
        day=vault.today,
        digests=tuple(sorted(found.items())),
        previous=previous.chain if previous else NOTHING,
        signature=bytes(_SIGNATURE_BYTES),
        parts=tuple(sorted(sealed.items())),
    )
    return entry._replace(signature=vault.member.sign(chain_of(entry, vault.ledger.id)))


def _sealed(part: Part, header: Header) -> tuple[bytes, bytes]:
    """Return a part as it is kept, and its digest."""
    salt = secrets.token_bytes(SALT_BYTES)
    document = canonical({**part.document, "salt": salt.hex()})
    sealed = seal(document, part.secret, header, least=part.least)
    return sealed, digest_of(salt, sealed)


def digest_of(salt: bytes, sealed: bytes) -> bytes:
    """Return the digest that stands for a sealed part: SHA-256 of the salt and the part."""
    return hashlib.sha256(salt + sealed).digest()


def sealed_part(entry: Entry, name: str) -> bytes | None:
    """Return a part as it is kept; None where it was erased, or never was."""
    return next((sealed for part, sealed in entry.parts if part == name), None)


def opened_part(vault: Vault, entry: Entry, name: str, secret: Secret) -> dict[str, object]:
    """Return what a part holds, after it was compared with what its author signed.

    Raises:
        Unopenable: it does not open with this secret at this place.
        BadInput: it opens, and is not what the entry's digest stands for.
    """
    sealed = sealed_part(entry, name)
    if sealed is None:
        raise Unopenable
    header = Header(vault.ledger.id, entry.stream.hex(), entry.version, name)
    document = json.loads(opened(sealed, secret, header))
    salt = document.get("salt") if isinstance(document, dict) else None
    digest = dict(entry.digests).get(name)
    if not isinstance(salt, str) or digest_of(_bytes(salt), sealed) != digest:
        message = "a part of an entry is not what its author signed"
        remedy = "run groundrules vault audit, and restore the vault from a copy"
        raise BadInput(Fault(str(vault.folder), message, remedy))
    return dict(document)


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""

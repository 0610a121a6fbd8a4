"""A sealed document: what stands in one place of the ledger and opens nowhere else.

| bytes | what |
|-------|------|
| 0 | the version of the format: 1 |
| 1 | the suite: 1 is AES-256-GCM (NIST SP 800-38D) |
| 2-17 | the id of the secret that opens it |
| 18-29 | the nonce, random |
| 30- | the padded document, enciphered, and the tag of 16 bytes |

The first 18 bytes and the place (ledger, stream, version, part) are authenticated with it.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from groundrules.errors import GroundrulesError
from groundrules.keys.padding import padded, unpadded
from groundrules.keys.secret import ID_BYTES
from groundrules.proofs.canonical import canonical

if TYPE_CHECKING:
    from groundrules.keys.secret import Secret

FORMAT = 1
AES_256_GCM = 1

_FIRST = 2 + ID_BYTES
NONCE_BYTES = 12
_TAG_BYTES = 16
OVERHEAD = _FIRST + NONCE_BYTES + _TAG_BYTES
"""The bytes by which a sealed document is longer than the padded one."""

_PLAIN = re.compile(r"[A-Za-z0-9/ _.-]*", re.ASCII)
_MOST_EXACT = 2**53 - 1
"""The greatest whole number that canonical JSON writes."""


class Unopenable(GroundrulesError):  # noqa: N818 - it reads as what it is, like BadInput
    """Something sealed that does not open: wrong key, wrong place, or a changed byte.

    Which of them cannot be told, and nothing of the content is in the message.
    """

    def __init__(self, what: str = "a sealed document") -> None:
        """Say what does not open, in words that name no content."""
        super().__init__(f"{what} does not open: wrong key, wrong place, or a changed byte")


class Header(NamedTuple):
    """The place at which a document is sealed.

    Attributes:
        ledger: the ledger's id, hexadecimal.
        stream: the stream's id, hexadecimal.
        version: the version in its stream, counted from 1.
        part: the name of the part.
    """

    ledger: str
    stream: str
    version: int
    part: str


def seal(document: bytes, secret: Secret, header: Header, *, least: int = 0) -> bytes:
    """Return a document, padded and sealed for one place.

    Args:
        document: any bytes.
        secret: what shall open it.
        header: its place.
        least: the bucket in bytes that it shall fill at least (see `padding`).
    """
    first = bytes((FORMAT, AES_256_GCM)) + secret.id
    nonce = secrets.token_bytes(NONCE_BYTES)
    body = AESGCM(secret.reveal()).encrypt(nonce, padded(document, least), _bound(first, header))
    return first + nonce + body


def opened(sealed: bytes, secret: Secret, header: Header) -> bytes:
    """Return the document that was sealed for one place.

    Raises:
        Unopenable: wrong key, wrong place, or a changed byte.
    """
    if key_id_of(sealed) != secret.id:
        raise Unopenable
    first, nonce, body = (
        sealed[:_FIRST],
        sealed[_FIRST : _FIRST + NONCE_BYTES],
        sealed[_FIRST + NONCE_BYTES :],
    )
    try:
        return unpadded(AESGCM(secret.reveal()).decrypt(nonce, body, _bound(first, header)))
    except (InvalidTag, ValueError):
        raise Unopenable from None


def key_id_of(sealed: bytes) -> bytes:
    """Return the id of the secret that opens a sealed document.

    Raises:
        Unopenable: it is too short, or of a format that this version does not know.
    """
    if len(sealed) <= OVERHEAD or sealed[:2] != bytes((FORMAT, AES_256_GCM)):
        raise Unopenable
    return sealed[2:_FIRST]


def _bound(first: bytes, header: Header) -> bytes:
    """Return what a sealed document is bound to: its first bytes and the header in canonical JSON.

    Where a header holds nothing that JSON escapes, which is nearly always, RFC 8785 writes it as it
    is written here, in a tenth of the time; a test holds the two to each other.
    """
    ledger, stream, version, part = header
    if _PLAIN.fullmatch(f"{ledger}/{stream}/{part}") and 0 <= version <= _MOST_EXACT:
        text = f'{{"ledger":"{ledger}","part":"{part}","stream":"{stream}","version":{version}}}'
        return first + text.encode("ascii")
    return first + canonical(header._asdict())

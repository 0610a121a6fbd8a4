"""Dated tokens (RFC 3161): a time-stamping authority signs that a hash existed at a time.

What is dated is SHA-256 of a checkpoint as its log signed it, without the lines of witnesses. The
encoding of a token can be varied without changing what it says, so its bytes are never an id.
"""

from __future__ import annotations

import contextlib
from datetime import UTC
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.proofs.notes import Note

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse, Verifier

LARGEST_TOKEN = 64 * 1024
"""Bytes; a token with its chain of certificates has some thousands."""

_REMEDY = "ask the time-stamping authority again, with the same query file"


class Dated(NamedTuple):
    """What a token says.

    Attributes:
        instant: the hash existed then, UTC.
        authority: the serial number and the issuer of the certificate that signed it.
    """

    instant: datetime
    authority: str


def dated_text(note: Note) -> bytes:
    """Return what is dated of a checkpoint: its text and the line of its log, which is the first.

    Raises:
        ValueError: the note has no signature.
    """
    if not note.signatures:
        raise ValueError("a checkpoint without a signature is nothing to date")
    return str(Note(note.text, note.signatures[:1])).encode()


def query(note: Note) -> bytes:
    """Return the query for a time-stamping authority: DER, to be stored as a `.tsq` file."""
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder  # noqa: PLC0415 - start-up

    builder = TimestampRequestBuilder().data(dated_text(note))
    return builder.hash_algorithm(HashAlgorithm.SHA256).build().as_bytes()


def dated(reply: bytes, note: Note, certificates: Sequence[bytes], path: str = "-") -> Dated:
    """Return when an authority that is trusted has seen a checkpoint.

    Args:
        reply: the authority's answer (a `.tsr` file), DER.
        note: the checkpoint.
        certificates: of authorities that are trusted, or of who vouches for them; DER or PEM.
        path: the name of the file, for faults.

    Raises:
        BadInput: it is no reply, of no authority that is trusted, or about something else.
    """
    response = read_reply(reply, path)
    try:
        _verifier(certificates).verify_message(response, dated_text(note))
        (signer,) = response.signed_data.signer_infos
    except Exception:  # noqa: BLE001 - a forged encoding raises what its parser happens to raise
        message = "no authority that you trust has dated this checkpoint with this token"
        raise BadInput(Fault(path, message, _REMEDY)) from None
    issuer = signer.issuer.rfc4514_string()
    instant = response.tst_info.gen_time.astimezone(UTC)
    return Dated(instant, f"certificate {signer.serial_number:x} of {issuer}")


def is_about(reply: bytes, note: Note, path: str = "-") -> bool:
    """Tell whether a reply speaks of a checkpoint; nobody has verified who gave it.

    Raises:
        BadInput: it is no reply.
    """
    response = read_reply(reply, path)
    digest: bytes | None = None
    with contextlib.suppress(ValueError):  # what it refuses has no statement in it
        digest = response.tst_info.message_imprint.message
    return digest == sha256(dated_text(note)).digest()


def read_reply(reply: bytes, path: str = "-") -> TimeStampResponse:
    """Return a reply; nobody has verified it.

    Raises:
        BadInput: it is none, or larger than a reply is.
    """
    from rfc3161_client import decode_timestamp_response  # noqa: PLC0415 - start-up time

    if len(reply) <= LARGEST_TOKEN:
        with contextlib.suppress(Exception):
            return decode_timestamp_response(reply)
    message = "this is no reply of a time-stamping authority (RFC 3161, DER)"
    raise BadInput(Fault(path, message, _REMEDY))


def read_certificates(content: bytes, path: str = "-") -> list[Certificate]:
    """Return the certificates of a file, one in DER or several in PEM.

    Raises:
        BadInput: it holds none.
    """
    from cryptography import x509  # noqa: PLC0415 - start-up time

    try:
        if content.lstrip().startswith(b"-----"):
            return x509.load_pem_x509_certificates(content)
        return [x509.load_der_x509_certificate(content)]
    except ValueError:
        message = "this is no certificate, in PEM or DER"
        remedy = "name the file that the time-stamping authority publishes"
        raise BadInput(Fault(path, message, remedy)) from None


def _verifier(certificates: Sequence[bytes]) -> Verifier:
    from rfc3161_client import VerifierBuilder  # noqa: PLC0415 - start-up time

    roots = {one: None for content in certificates for one in read_certificates(content)}
    builder = VerifierBuilder()
    for root in roots:
        builder = builder.add_root_certificate(root)
    return builder.build()

"""A certificate that a machine makes out for itself, for as long as one run of a program lasts.

Nobody vouches for it. Whoever connects compares its fingerprint with the one that is shown here.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime
    from ipaddress import IPv4Address, IPv6Address

_LASTS = timedelta(days=7)
_EARLIER = timedelta(hours=1)
"""Before now, since a phone's clock may be behind."""

_PAIR = 2


class OwnCertificate(NamedTuple):
    """A certificate with its key.

    Attributes:
        certificate: PEM (RFC 7468).
        key: the private key, PEM, enciphered with the passphrase.
        passphrase: random; nobody types it.
        fingerprint: SHA-256 of the certificate's DER, pairs of hexadecimal digits with colons, as
            browsers show it.
    """

    certificate: bytes
    key: bytes
    passphrase: bytes
    fingerprint: str

    def __repr__(self) -> str:
        """Show the fingerprint alone, which is public."""
        return f"OwnCertificate({self.fingerprint})"


def own_certificate(address: IPv4Address | IPv6Address, now: datetime) -> OwnCertificate:
    """Return a certificate for a server at an address, with a key that is made for it.

    The key is one of P-256, which every browser knows. The certificate says that it is a server's
    and none of an authority's (RFC 5280, section 4.2.1), and holds for a week.

    Args:
        address: the only one that it is good for.
        now: the instant, with its offset.
    """
    from cryptography import x509  # noqa: PLC0415 - start-up time
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415 - likewise
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - likewise
    from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID  # noqa: PLC0415 - likewise

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "groundrules")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + _LASTS)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(address)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    passphrase = secrets.token_urlsafe(32).encode()
    sealed = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase),
    )
    digest = certificate.fingerprint(hashes.SHA256()).hex().upper()
    pairs = ":".join(digest[at : at + _PAIR] for at in range(0, len(digest), _PAIR))
    return OwnCertificate(
        certificate.public_bytes(serialization.Encoding.PEM), sealed, passphrase, pairs
    )

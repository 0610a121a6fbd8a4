"""The certificate that a machine makes out for itself."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID

from groundrules.keys.certificate import own_certificate

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("address", ["192.0.2.20", "2001:db8::20"])
def test_it_is_a_servers_at_one_address_for_a_week(address):
    made = own_certificate(ip_address(address), NOW)
    found = x509.load_pem_x509_certificate(made.certificate)
    names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    usage = found.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value

    assert [ip_address(address)] == names.get_values_for_type(x509.IPAddress)
    assert [ExtendedKeyUsageOID.SERVER_AUTH] == list(usage)
    assert not found.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert NOW - timedelta(hours=1) == found.not_valid_before_utc
    assert NOW + timedelta(days=7) == found.not_valid_after_utc


def test_its_fingerprint_is_what_a_browser_shows():
    made = own_certificate(ip_address("192.0.2.20"), NOW)
    found = x509.load_pem_x509_certificate(made.certificate)
    digest = hashlib.sha256(found.public_bytes(Encoding.DER)).hexdigest().upper()

    assert digest == made.fingerprint.replace(":", "")
    assert {2} == {len(pair) for pair in made.fingerprint.split(":")}


def test_its_key_opens_with_its_passphrase_alone():
    made = own_certificate(ip_address("192.0.2.20"), NOW)
    key = load_pem_private_key(made.key, made.passphrase)
    certificate = x509.load_pem_x509_certificate(made.certificate)

    assert key.public_key() == certificate.public_key()
    with pytest.raises(ValueError, match="password"):
        load_pem_private_key(made.key, b"another")
    with pytest.raises(TypeError):
        load_pem_private_key(made.key, None)


def test_each_run_has_another_and_nothing_shows_the_key():
    one, other = (own_certificate(ip_address("192.0.2.20"), NOW) for _ in range(2))

    assert one.fingerprint != other.fingerprint
    assert one.passphrase != other.passphrase
    assert f"OwnCertificate({one.fingerprint})" == repr(one)

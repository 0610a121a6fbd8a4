"""The library gives the answers that the standards print, where the keys use it.

X-Wing's own vectors are not printed here, being some thousands of digits long. In their place a
wrap is opened by `opened_by_the_book`, which follows RFC 9180 and the X-Wing draft step by step
with ML-KEM, X25519, SHA3 and HMAC, and knows nothing of the library's HPKE.
"""

from __future__ import annotations

import hashlib
import hmac

import pytest
from cryptography.hazmat.bindings._rust import openssl
from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from kept_keys import LEDGER, REPORTER, STREAM, context_of, epoch_key

from groundrules.keys.documents import loaded
from groundrules.keys.envelope import Header, opened
from groundrules.keys.forms import Forms
from groundrules.keys.halves import identity_key
from groundrules.keys.padding import padded
from groundrules.keys.secret import Secret
from groundrules.keys.stretching import Cost, from_passphrase, from_recovery
from groundrules.keys.wraps import wrap
from groundrules.proofs.canonical import canonical

XWING_LABEL = bytes((0x5C, 0x2E, 0x2F, 0x2F, 0x5E, 0x5C))
SUITE_ID = b"HPKE" + bytes.fromhex("647a00010002")


def test_aes_256_gcm_answers_as_in_the_submission_to_nist_case_16():
    key = bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
    plain = bytes.fromhex(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    bound = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    expected = (
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        "76fc6ece0f4e1768cddf8853bb2d551b"
    )
    actual = AESGCM(key).encrypt(bytes.fromhex("cafebabefacedbaddecaf888"), plain, bound)
    assert expected == actual.hex()


@pytest.mark.parametrize(
    ("plain", "bound", "expected"),
    [
        ("0100000000000000", "", "c2ef328e5c71c83b843122130f7364b761e0b97427e3df28"),
        ("0200000000000000", "01", "1de22967237a813291213f267e3b452f02d01ae33e4ec854"),
    ],
)
def test_aes_256_gcm_siv_answers_as_in_rfc_8452_appendix_c_2(plain, bound, expected):
    key, nonce = bytes((1, *31 * [0])), bytes((3, *11 * [0]))
    actual = AESGCMSIV(key).encrypt(nonce, bytes.fromhex(plain), bytes.fromhex(bound))
    assert expected == actual.hex()


def test_argon2id_answers_as_in_rfc_9106_section_5_3():
    kdf = Argon2id(
        salt=16 * b"\2",
        length=32,
        iterations=3,
        lanes=4,
        memory_cost=32,
        ad=12 * b"\4",
        secret=8 * b"\3",
    )
    expected = "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    assert expected == kdf.derive(32 * b"\1").hex()


def test_a_passphrase_is_stretched_as_the_reference_program_does_it():
    expected = "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"
    actual = from_passphrase(b"password", b"somesalt", Cost(memory=65536, passes=2, lanes=1))
    assert expected == actual.reveal().hex()


def test_hkdf_answers_as_in_rfc_5869_appendix_a_1():
    info = bytes.fromhex("f0f1f2f3f4f5f6f7f8f9")
    kdf = HKDF(algorithm=SHA256(), length=42, salt=bytes(range(13)), info=info)
    expected = (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )
    assert expected == kdf.derive(22 * b"\x0b").hex()


def by_the_book(material: bytes, salt: bytes, info: bytes) -> bytes:
    """Return the first 32 bytes of HKDF-SHA256, by RFC 5869, section 2."""
    extracted = hmac.digest(salt, material, "sha256")
    return hmac.digest(extracted, info + b"\1", "sha256")


def test_keys_from_keys_are_those_of_rfc_5869():
    one, two, salt = Secret(32 * b"\5"), Secret(32 * b"\6"), bytes(range(16))
    expected = by_the_book(32 * b"\5" + 32 * b"\6", salt, b"groundrules identity v1")
    assert expected == identity_key(one, two, salt).reveal()
    expected = by_the_book(32 * b"\7", salt, b"groundrules recovery slot v1")
    assert expected == from_recovery(32 * b"\7", salt).reveal()


def test_a_keyed_form_is_that_of_rfc_2104():
    message = b"groundrules form v1" + bytes((0, 0, 0, 4)) + b"name" + b"Mara Lind"
    expected = hmac.new(32 * b"\5", message, hashlib.sha256).digest()[:16]
    assert expected == Forms(Secret(32 * b"\5")).of("name", "Mara Lind")


def test_a_sealed_document_opens_by_its_description_alone():
    secret, nonce = Secret(32 * b"\5"), bytes(range(12))
    first = b"\1\1" + secret.id
    place = {"ledger": LEDGER, "stream": STREAM, "version": 3, "part": "terms"}
    body = AESGCM(32 * b"\5").encrypt(nonce, padded(b"agreed"), first + canonical(place))
    actual = opened(first + nonce + body, secret, Header(LEDGER, STREAM, 3, "terms"))
    assert b"agreed" == actual


def test_hpke_answers_as_in_rfc_9180_appendix_a_1_1():
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_128_GCM)
    key = x25519.X25519PrivateKey.from_private_bytes(
        bytes.fromhex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8")
    )
    message = bytes.fromhex(
        "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"
        "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9"
        "6d8770ac83d07bea87e13c512a"
    )
    info = bytes.fromhex("4f6465206f6e2061204772656369616e2055726e")
    actual = openssl.hpke._decrypt_with_aad(  # noqa: SLF001 - the vector has data beside the info
        suite, message, key, info, b"Count-0"
    )
    assert b"Beauty is truth, truth beauty" == actual


def labeled_extract(salt: bytes, label: bytes, material: bytes) -> bytes:
    return hmac.digest(salt, b"HPKE-v1" + SUITE_ID + label + material, "sha256")


def labeled_expand(secret: bytes, label: bytes, info: bytes, length: int) -> bytes:
    labeled = length.to_bytes(2) + b"HPKE-v1" + SUITE_ID + label + info
    return hmac.digest(secret, labeled + b"\1", "sha256")[:length]


def opened_by_the_book(message: bytes, seed: bytes, scalar: bytes, info: bytes) -> bytes:
    """Return what X-Wing with HKDF-SHA256 and AES-256-GCM has sealed to a key, in base mode."""
    kem_part, curve_part, sealed = message[:1088], message[1088:1120], message[1120:]
    curve_key = x25519.X25519PrivateKey.from_private_bytes(scalar)
    shared = hashlib.sha3_256(
        mlkem.MLKEM768PrivateKey.from_seed_bytes(seed).decapsulate(kem_part)
        + curve_key.exchange(x25519.X25519PublicKey.from_public_bytes(curve_part))
        + curve_part
        + curve_key.public_key().public_bytes_raw()
        + XWING_LABEL
    ).digest()
    hashes = labeled_extract(b"", b"psk_id_hash", b"") + labeled_extract(b"", b"info_hash", info)
    secret = labeled_extract(shared, b"secret", b"")
    key = labeled_expand(secret, b"key", b"\0" + hashes, 32)
    nonce = labeled_expand(secret, b"base_nonce", b"\0" + hashes, 12)
    return AESGCM(key).decrypt(nonce, sealed, b"")


def test_a_wrap_opens_by_its_description_and_the_standards_alone():
    secret, key, context = Secret.new(), epoch_key(7), context_of(REPORTER, epoch=7)
    wrapped = wrap(secret, REPORTER.card, context, key)
    known = context._asdict()
    passing = canonical({name: known[name] for name in known if name != "extra"})
    lasting = canonical({name: known[name] for name in known if name != "epoch"})
    outer = AESGCMSIV(key.secret.reveal())
    inner = outer.decrypt(wrapped[6:18], wrapped[18:], b"\1\1\0\0\0\7" + passing)
    private = loaded(REPORTER.document(), 1)
    seed, scalar = bytes.fromhex(private["mlkem"]), bytes.fromhex(private["x25519"])
    assert secret.reveal() == opened_by_the_book(inner, seed, scalar, lasting)

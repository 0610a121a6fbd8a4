"""A file in the age format (https://age-encryption.org/v1), opened with a passphrase.

It is for what leaves the vault: many programs open it, so that it can be read when this one is
forgotten. What binds a document to its place, as the envelopes of a vault do, it does not have.
"""

from __future__ import annotations

from groundrules.keys.passphrases import prepared, refuse_weak


def age_sealed(content: bytes, passphrase: str) -> bytes:
    """Return a content enciphered under a passphrase, which scrypt stretches for about a second.

    Args:
        content: what is to be enciphered, all of it at once.
        passphrase: as it was typed; it is prepared as those of slots are.

    Raises:
        BadInput: the passphrase is weak.
    """
    from pyrage import passphrase as age  # type: ignore[import-untyped]  # noqa: PLC0415 - start-up time

    refuse_weak(passphrase, "passphrase")
    return bytes(age.encrypt(content, prepared(passphrase).decode()))

"""The key of an index: one secret, and a key of its own for each use that is made of it."""

from __future__ import annotations

from hashlib import blake2b

SECRET = 32
"""Bytes of the secret of an index."""


def subkey(secret: bytes, use: bytes, size: int) -> bytes:
    """Return the key for one use; from it neither the secret nor another key can be told.

    Args:
        secret: `SECRET` bytes, drawn at random.
        use: what the key is for, at most 16 bytes (BLAKE2b's personalization).
        size: bytes of the key.

    Raises:
        ValueError: the secret is of another length.
    """
    if len(secret) != SECRET:
        raise ValueError(f"the secret of an index has {SECRET} bytes, not {len(secret)}")
    return blake2b(key=secret, person=use, digest_size=size).digest()


def key_check(secret: bytes) -> bytes:
    """Return what an index keeps to know its key again; it says nothing of the other keys."""
    return subkey(secret, b"check", 16)

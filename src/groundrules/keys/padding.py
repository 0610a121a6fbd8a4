"""Padding: a sealed document tells by its size only in which bucket it lies.

A document is followed by one byte 0x80 and by zeros up to the size of its bucket (ISO/IEC 7816-4),
which is undone without knowing how long it was, whatever its last bytes are.
"""

from __future__ import annotations

_KIB = 1024
BUCKETS = (256, _KIB, 4 * _KIB, 16 * _KIB, 64 * _KIB)
"""The sizes in bytes of padded documents; above the last one, its multiples."""

_MARK = b"\x80"


def bucket_of(size: int) -> int:
    """Return the size in bytes to which so many bytes are padded, the mark included."""
    whole = size + len(_MARK)
    for bucket in BUCKETS:
        if whole <= bucket:
            return bucket
    return -(-whole // BUCKETS[-1]) * BUCKETS[-1]


def padded(document: bytes, least: int = 0) -> bytes:
    """Return a document padded to its bucket.

    Args:
        document: any bytes.
        least: the bucket in bytes that it shall fill at least, so that short ones and empty ones
            look the same as long ones.
    """
    size = max(bucket_of(len(document)), bucket_of(least - 1) if least else 0)
    return (document + _MARK).ljust(size, b"\0")


def unpadded(document: bytes) -> bytes:
    """Return what was padded.

    Raises:
        ValueError: it was not padded by this rule.
    """
    stripped = document.rstrip(b"\0")
    if not stripped.endswith(_MARK):
        raise ValueError("it is not padded")
    return stripped[: -len(_MARK)]

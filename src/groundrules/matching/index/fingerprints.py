"""The fingerprints: what an index holds in the place of words; nobody makes them without the key.

A word becomes a code of 42 bits by keyed BLAKE2b. Up to three codes and the family they are of fill
one block of 128 bits, which AES-128 enciphers; the first 32 bits are the fingerprint. No two runs
of codes make the same block, and a block cipher with an unknown key is a pseudo-random function of
its blocks, so a fingerprint tells no more than that two are alike. See decision 24 for why not
SipHash or HMAC: AES is in the processor, and millions of blocks are one call.
"""

from __future__ import annotations

from enum import IntEnum
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from groundrules.matching.index.keys import subkey

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Codes = NDArray[np.uint64]
    """Codes of words, in the lowest 42 bits."""

_CODE_BITS = 42
_CODE_BYTES = 8
_BLOCK = 16
_SPLIT = 20
"""Bits of the second code that stand in the second half of a block."""

_FAMILY_BITS = 2


class Family(IntEnum):
    """What a fingerprint is of. The same words make another one in each family."""

    TRIGRAM = 0
    PAIR = 1
    BIGRAM = 2
    WORD = 3


class Fingerprints:
    """Makes fingerprints with one key."""

    def __init__(self, secret: bytes) -> None:
        """Derive the keys for the codes and for the cipher."""
        self._of_words = blake2b(key=subkey(secret, b"words", 32), digest_size=_CODE_BYTES)
        self._cipher = Cipher(
            algorithms.AES(subkey(secret, b"shingles", 16)),
            modes.ECB(),  # noqa: S305 - one block is one value; equal blocks are to come out equal
        )

    def codes(self, words: Iterable[str]) -> Codes:
        """Return the code of each word."""
        digests: list[bytes] = []
        for word in words:  # nothing is called for each that need not be: there are hundreds
            keyed = self._of_words.copy()
            keyed.update(word.encode("utf-8", "surrogatepass"))
            digests.append(keyed.digest())
        shift = np.uint64(8 * _CODE_BYTES - _CODE_BITS)
        return np.frombuffer(b"".join(digests), dtype="<u8") >> shift

    def of(self, family: Family, *codes: Codes) -> NDArray[np.uint32]:
        """Return the fingerprints of runs of one to three words.

        Args:
            family: what the runs are.
            codes: the codes of the first words of all runs, of the second, of the third.
        """
        size = len(codes[0])
        nought = np.zeros(size, dtype=np.uint64)
        first, second, third = (*codes, nought, nought)[:3]
        blocks = np.empty((size, 2), dtype="<u8")
        split = np.uint64(_SPLIT)
        blocks[:, 0] = (first << np.uint64(64 - _CODE_BITS)) | (second >> split)
        blocks[:, 1] = (
            (second << np.uint64(64 - _SPLIT))
            | (third << np.uint64(_FAMILY_BITS))
            | np.uint64(family)
        )
        return self._enciphered(blocks)

    def _enciphered(self, blocks: NDArray[np.uint64]) -> NDArray[np.uint32]:
        """Return the first 32 bits of each block under the cipher."""
        if not len(blocks):
            return np.empty(0, dtype=np.uint32)
        out = bytearray(blocks.nbytes + _BLOCK - 1)
        self._cipher.encryptor().update_into(blocks.data.cast("B"), out)
        words = np.frombuffer(out, dtype="<u4", count=4 * len(blocks))
        return words[::4].astype(np.uint32, copy=True)

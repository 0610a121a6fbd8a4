"""The sealed words: the words of each talk as codes of their stems, which only the key opens.

With them a passage is weighed without opening any record. Sixteen bits a word; AES-128 in counter
mode, with a nonce of its own for each talk in front. Without the key they are noise. With the key
they are as good as the text to whoever tries words out, as the fingerprints are.
"""

from __future__ import annotations

from secrets import token_bytes
from typing import TYPE_CHECKING

import numpy as np
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from groundrules.matching.index.keys import subkey

if TYPE_CHECKING:
    from numpy.typing import NDArray

NONCE = 16
"""Bytes in front of the words."""


class Sealing:
    """Seals and opens the words of talks with one key."""

    def __init__(self, secret: bytes) -> None:
        """Derive the key."""
        self._key = algorithms.AES(subkey(secret, b"sealed words", 16))

    def seal(self, codes: NDArray[np.uint16]) -> bytes:
        """Return codes of words as they are kept."""
        nonce = token_bytes(NONCE)
        return nonce + self._cipher(nonce).encryptor().update(codes.astype("<u2").tobytes())

    def open(self, sealed: bytes) -> NDArray[np.uint16]:
        """Return the codes of words that are kept."""
        plain = self._cipher(sealed[:NONCE]).decryptor().update(sealed[NONCE:])
        return np.frombuffer(plain, dtype="<u2").astype(np.uint16, copy=False)

    def _cipher(self, nonce: bytes) -> Cipher[modes.CTR]:
        return Cipher(self._key, modes.CTR(nonce))

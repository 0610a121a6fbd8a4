"""A secret: 32 random bytes that open something, known by an id that tells nothing about them.

The id is computed from the key, so that it commits to it: AES-GCM alone would let somebody make one
ciphertext that opens to two different texts under two keys; two keys of one id cannot be found.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from typing import NoReturn

KEY_BYTES = 32
ID_BYTES = 16

_ID = b"groundrules key id v1"


class Hidden:
    """What is neither shown, nor copied, nor pickled: the base of everything that holds a key."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the name of the class, and nothing of what it holds."""
        return f"<{type(self).__name__}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuse to be pickled or copied.

        Raises:
            TypeError: always.
        """
        raise TypeError(f"{type(self).__name__} is neither copied nor pickled")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Secret(Hidden):
    """A key of 32 bytes. Its representation hides it; two are compared in constant time."""

    _key: bytes
    _id: list[bytes] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        """Refuse what is no key.

        Raises:
            ValueError: there are not 32 bytes.
        """
        if len(self._key) != KEY_BYTES:
            raise ValueError(f"a secret has {KEY_BYTES} bytes")

    @classmethod
    def new(cls) -> Secret:
        """Return a new random secret."""
        return cls(secrets.token_bytes(KEY_BYTES))

    @property
    def id(self) -> bytes:
        """The 16 bytes by which it is known: HMAC-SHA256 of the key over a fixed text, cut."""
        if not self._id:  # it is asked for with every document
            self._id.append(hmac.digest(self._key, _ID, "sha256")[:ID_BYTES])
        return self._id[0]

    def reveal(self) -> bytes:
        """Return the key itself; nothing but a cipher may get it."""
        return self._key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._key, other._key)

    def __hash__(self) -> int:
        return hash(self.id)

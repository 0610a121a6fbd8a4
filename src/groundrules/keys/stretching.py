"""From what a person has to a key: a passphrase through Argon2id, a recovery key through HKDF.

Argon2id (RFC 9106) makes every guess cost as much memory and time as one unlocking. Its figures
stand in the slot. A file that asks for less than the floor was not made by this program, and one
that asks for more than the ceiling would only stop the machine; both are refused.
"""

from __future__ import annotations

from typing import NamedTuple

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from groundrules.keys.secret import KEY_BYTES, Secret

SALT_BYTES = 16

_RECOVERY = b"groundrules recovery slot v1"


class Cost(NamedTuple):
    """What one guess of a passphrase costs.

    Attributes:
        memory: in KiB.
        passes: how often the memory is gone through.
        lanes: how many parts of it can be worked on at once.
    """

    memory: int
    passes: int
    lanes: int

    def is_at_least(self, floor: Cost) -> bool:
        """Tell whether a guess takes as much memory and as many passes, or more."""
        return self.memory >= floor.memory and self.passes >= floor.passes

    def is_bearable(self) -> bool:
        """Tell whether it is possible (RFC 9106, section 3.1) and lies below the ceiling."""
        lanes = 1 <= self.lanes <= CEILING.lanes
        passes = 1 <= self.passes <= CEILING.passes
        return lanes and passes and 8 * self.lanes <= self.memory <= CEILING.memory


STANDARD = Cost(memory=256 * 1024, passes=3, lanes=4)
"""What new slots are made with: about a second."""

FLOOR = Cost(memory=64 * 1024, passes=3, lanes=4)
"""The least that is opened: the second recommended option of RFC 9106, section 4."""

CEILING = Cost(memory=4 * 1024 * 1024, passes=64, lanes=64)


def from_passphrase(prepared: bytes, salt: bytes, cost: Cost) -> Secret:
    """Return the key of a passphrase slot.

    Args:
        prepared: what `passphrases.prepared` returned.
        salt: the slot's, 16 bytes.
        cost: the slot's.

    Raises:
        MemoryError: the machine has not the memory that it asks for.
    """
    kdf = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )
    return Secret(kdf.derive(prepared))


def from_recovery(key: bytes, salt: bytes) -> Secret:
    """Return the key of a recovery slot: HKDF-SHA256 of 256 random bits needs no stretching."""
    kdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=_RECOVERY)
    return Secret(kdf.derive(key))

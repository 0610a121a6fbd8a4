"""Two halves: a source's name opens only where a reporter's and an editor's half come together.

Neither half tells anything of the key: it is HKDF-SHA256 (RFC 5869) of both, one after the other.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from groundrules.keys.secret import KEY_BYTES, Secret

_INFO = b"groundrules identity v1"
_LEAST_SALT = 16


def identity_key(half_reporter: Secret, half_editor: Secret, salt: bytes) -> Secret:
    """Return the key of an identity.

    Args:
        half_reporter: the half that reporters hold.
        half_editor: the half that editors hold.
        salt: at least 16 bytes that belong to this source alone, such as its stream's id.

    Raises:
        ValueError: both halves are the same, or the salt is too short.
    """
    if half_reporter == half_editor or len(salt) < _LEAST_SALT:
        raise ValueError("an identity has two different halves and a salt of 16 bytes or more")
    kdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=_INFO)
    return Secret(kdf.derive(half_reporter.reveal() + half_editor.reveal()))

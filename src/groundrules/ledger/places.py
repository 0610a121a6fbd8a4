"""Where a ledger lies: an encrypted file, or a database on a server."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Place:
    """One place; its repr shows neither a key nor a password.

    Attributes:
        kind: `sqlite` or `postgresql`.
        path: the encrypted file; empty for a server.
        key: of the file, 32 bytes, used as it is.
        url: `postgresql://user@host/database`, as libpq has it.
    """

    kind: str
    path: Path = field(default_factory=Path)
    key: bytes = field(default=b"", repr=False)
    url: str = field(default="", repr=False)

    @classmethod
    def file(cls, path: Path, key: bytes) -> Place:
        """Return the place of a file that is encrypted with a key of 32 bytes.

        Raises:
            ValueError: the key has another length.
        """
        if len(key) != KEY_BYTES:
            raise ValueError(f"the key of a file has {KEY_BYTES} bytes")
        return cls("sqlite", path, key)

    @classmethod
    def server(cls, url: str) -> Place:
        """Return the place of a database on a server of PostgreSQL."""
        return cls("postgresql", url=url)

    @property
    def shown(self) -> str:
        """Return how messages name it: the file, or `the ledger's server`."""
        return str(self.path) if self.kind == "sqlite" else "the ledger's server"

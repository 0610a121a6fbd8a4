"""A bundle: all that one member's unlocking gives, in one document.

It has a version, and its secrets and texts have names, so that a later version can put more into it
and an earlier one keeps what it does not know.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from groundrules.keys.documents import loaded
from groundrules.keys.members import MemberKeys
from groundrules.keys.secret import Hidden, Secret
from groundrules.proofs.canonical import canonical

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = 1

DATABASE = "database"
"""The name of the secret that enciphers the file of the ledger."""

FORMS = "forms"
"""The name of the secret that keyed forms are made with."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Bundle(Hidden):
    """What one member's unlocking gives.

    Attributes:
        ledger: the ledger's id, hexadecimal.
        member: her private keys.
        secrets: by name, such as `DATABASE` and `FORMS`.
        texts: by name, such as the address of a database with its password.
        key: what the bundle itself is sealed under; each slot opens it.
    """

    ledger: str
    member: MemberKeys
    secrets: Mapping[str, Secret] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    key: Secret = field(default_factory=Secret.new)

    def having(
        self, secrets: Mapping[str, Secret] | None = None, texts: Mapping[str, str] | None = None
    ) -> Bundle:
        """Return the bundle with more secrets and texts, or with others of the same names."""
        return replace(
            self,
            secrets={**self.secrets, **(secrets or {})},
            texts={**self.texts, **(texts or {})},
        )

    def document(self) -> bytes:
        """Return all but its own key as canonical JSON; only `Slots` seals it."""
        return canonical(self._value())

    @classmethod
    def read(cls, document: bytes, key: Secret) -> Bundle:
        """Return the bundle that `document` wrote.

        Raises:
            ValueError: it is no such document, or one of a later version.
        """
        return cls._of(loaded(document, VERSION), key)

    def carried(self) -> bytes:
        """Return all, its own key too: for a pipe to another process, and for no file."""
        return canonical({**self._value(), "key": self.key.reveal().hex()})

    @classmethod
    def received(cls, document: bytes) -> Bundle:
        """Return the bundle that `carried` wrote.

        Raises:
            ValueError: it is no such document.
        """
        value = loaded(document, VERSION)
        return cls._of(value, Secret(bytes.fromhex(str(value.get("key")))))

    def _value(self) -> dict[str, object]:
        return {
            "v": VERSION,
            "ledger": self.ledger,
            "member": self.member.document().decode(),
            "secrets": {name: one.reveal().hex() for name, one in self.secrets.items()},
            "texts": dict(self.texts),
        }

    @classmethod
    def _of(cls, value: dict[str, Any], key: Secret) -> Bundle:
        try:
            member = MemberKeys.read(value["member"].encode())
            named = {name: Secret(bytes.fromhex(one)) for name, one in value["secrets"].items()}
            texts = {name: str(text) for name, text in value["texts"].items()}
            return cls(str(value["ledger"]), member, named, texts, key)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ValueError("this is no bundle") from None

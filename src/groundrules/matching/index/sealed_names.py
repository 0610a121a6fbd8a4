"""Sealed names: what a conversation, a statement or a contact is called, as an index keeps it.

The same name has the same seal, so that it can be looked for without opening any. Two equal seals
tell whoever has no key that two names are equal, and how long they are, and nothing else.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from groundrules.matching.index.keys import subkey

if TYPE_CHECKING:
    from groundrules.matching.index.talks import Talk

_MARK = "#"
"""What stands in a statement's id between the conversation's and its own number."""


class SealedNames:
    """Seals names with AES-SIV (RFC 5297), under a key of its own of the secret of an index."""

    def __init__(self, secret: bytes) -> None:
        """Derive the key."""
        self._cipher = AESSIV(subkey(secret, b"names", 64))
        self._sealed: dict[str, str] = {}
        self._opened: dict[str, str] = {}

    def seal(self, name: str) -> str:
        """Return the seal of a name: letters, digits, `-` and `_`."""
        if name not in self._sealed:
            content = self._cipher.encrypt(b"\0" + name.encode("utf-8", "surrogatepass"), None)
            self._note(name, urlsafe_b64encode(content).decode("ascii").rstrip("="))
        return self._sealed[name]

    def open(self, seal: str) -> str:
        """Return the name of a seal.

        Raises:
            ValueError: it is none, or of another key.
        """
        if seal not in self._opened:
            try:
                content = urlsafe_b64decode(seal + "=" * (-len(seal) % 4))
                name = self._cipher.decrypt(content, None)[1:]
            except (InvalidTag, ValueError):
                raise ValueError("this is no name that was sealed with this key") from None
            self._note(name.decode("utf-8", "surrogatepass"), seal)
        return self._opened[seal]

    def seal_talk(self, talk: Talk) -> Talk:
        """Return a conversation with its own name, its statements' and its contact sealed."""
        return talk._replace(
            id=self.seal(talk.id),
            contact=self.seal(talk.contact),
            ids=tuple(self._seal_statement(talk.id, one) for one in talk.ids),
        )

    def open_statement(self, seal: str) -> str:
        """Return the id of a statement."""
        talk, mark, number = seal.partition(_MARK)
        return f"{self.open(talk)}{mark}{number}"

    def _seal_statement(self, talk: str, statement: str) -> str:
        # A number within its conversation tells nothing, and takes no room in the index.
        start = f"{talk}{_MARK}"
        if statement.startswith(start):
            return f"{self.seal(talk)}{_MARK}{statement.removeprefix(start)}"
        return self.seal(statement)

    def _note(self, name: str, seal: str) -> None:
        self._sealed[name], self._opened[seal] = seal, name

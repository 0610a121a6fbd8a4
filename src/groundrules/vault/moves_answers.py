"""What moves into a vault, and what became of it: plain tuples for both sides of the socket."""

from __future__ import annotations

from typing import NamedTuple


class Given(NamedTuple):
    """A record that is to come in.

    Attributes:
        path: where it is from, for messages.
        text: the record, in the notation.
    """

    path: str
    text: str

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Given()"


class Brought(NamedTuple):
    """A record that came in.

    Attributes:
        path: where it was from.
        name: the conversation's name.
        what: `new`, `changed` or `there already`.
    """

    path: str
    name: str
    what: str


class Copied(NamedTuple):
    """A copy of a vault.

    Attributes:
        folder: where it stands.
        bytes: how large it is.
        entries: how many it holds.
        epoch: the number of the epoch of which it needs the key.
    """

    folder: str
    bytes: int
    entries: int
    epoch: int

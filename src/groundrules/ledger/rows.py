"""What can be erased or replaced: wraps and keyed forms, beside the entries and never in the chain.

Their sealed bytes say nothing without a member's key and the epoch key; a form says nothing without
the key of forms.
"""

from __future__ import annotations

from typing import NamedTuple


class Wrap(NamedTuple):
    """A key, wrapped for one member.

    Attributes:
        stream: 16 bytes: whose key it is.
        kind: what the key opens: `terms`, `words`, `half-reporter`...
        key_id: 16 bytes: the wrapped key's own id.
        member: 16 bytes: who can unwrap it.
        sealed: the wrapped key.
        expires: `YYYY-MM-DD...` in UTC as its maker wrote it; empty where it does not.
    """

    stream: bytes
    kind: str
    key_id: bytes
    member: bytes
    sealed: bytes
    expires: str = ""


class Form(NamedTuple):
    """A keyed form of some words, and where it leads.

    Attributes:
        form: 16 bytes.
        kind: what the words are: a conversation's name, a source's name...
        stream: 16 bytes: the stream that it leads to.
        place: where in it; its meaning belongs to who made it.
    """

    form: bytes
    kind: str
    stream: bytes
    place: str = ""


class Erased(NamedTuple):
    """What an erasure took away.

    Attributes:
        parts: how many sealed documents.
        wraps: how many wrapped keys.
        forms: how many keyed forms.
        overwritten: whether the freed space was overwritten in the database's own files; false
            where another process kept an old state open for reading. The server of PostgreSQL
            keeps copies in its own log until that is recycled, so there it is always false.
    """

    parts: int
    wraps: int
    forms: int
    overwritten: bool

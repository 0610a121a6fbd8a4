"""What an inventory answers: everything that exists, row by row, and nothing that it says."""

from __future__ import annotations

from typing import NamedTuple


class KeptPart(NamedTuple):
    """A part of an entry.

    Attributes:
        name: `terms`, `words`, `identity`, `release`...
        bytes: of the sealed document, padded; 0 where it was erased.
        digest: the salted digest that stays for ever, hexadecimal.
        key: the id of the secret that opens it, hexadecimal; "" where it was erased.
    """

    name: str
    bytes: int
    digest: str
    key: str


class KeptEntry(NamedTuple):
    """An entry.

    Attributes:
        id: hexadecimal, as the other ids.
        version: counted from 1 in its stream.
        day: YYYY-MM-DD in UTC.
        author: the name of the member who wrote it; the id where it is not known.
        parts: by name.
        leaf: its place in the log; -1 where it has none yet.
    """

    id: str
    version: int
    day: str
    author: str
    parts: tuple[KeptPart, ...]
    leaf: int


class KeptWrap(NamedTuple):
    """A wrapped key.

    Attributes:
        kind: what it opens; for a release, with the digest of what that is for.
        key: the id of the key.
        member: the name of who can open it; the id where it is not known.
        bytes: of the wrap.
        expires: the instant at which it goes; "" where it lasts.
    """

    kind: str
    key: str
    member: str
    bytes: int
    expires: str


class KeptForm(NamedTuple):
    """A keyed form, real or random: it cannot be told which. The kind and the form itself."""

    kind: str
    form: str
    place: str


class KeptStream(NamedTuple):
    """All that is kept of one conversation, source or tape.

    Attributes:
        stream: hexadecimal.
        what: `conversation`, `source` or `tape`.
        name: the source's code name; of a conversation or tape, the conversation's name, as far as
            one may read it.
        entries: in order.
        wraps: in the order of the table.
        forms: likewise.
        shredded: the day on which it was; "" where it was not.
    """

    stream: str
    what: str
    name: str
    entries: tuple[KeptEntry, ...]
    wraps: tuple[KeptWrap, ...]
    forms: tuple[KeptForm, ...]
    shredded: str


class KeptFile(NamedTuple):
    """A file that may hold something of it: what it is, where, and how large."""

    what: str
    path: str
    bytes: int


class Inventory(NamedTuple):
    """Everything that exists about a source or a conversation.

    Attributes:
        subject: the code name or the conversation's name.
        ledger: the ledger's id, hexadecimal.
        epoch: the number of the epoch whose key opens the wraps.
        streams: its own stream first, then those of the talks or sources that belong to it.
        files: of the vault, as far as they can hold something of it.
        log: how many leaves the log of all has.
        checkpoints: how many signed checkpoints.
    """

    subject: str
    ledger: str
    epoch: int
    streams: tuple[KeptStream, ...]
    files: tuple[KeptFile, ...]
    log: int
    checkpoints: int

"""The streams of papers: how a version is sealed, who can open it, and what there is.

Every entry has two parts under one key: `paper`, the kind and the title, and `paper-text`, the
whole document. So a list reads no document. The kind of the wraps says who reads it. The key of the
last version seals the next, unless somebody has left the house since it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.keys.envelope import Unopenable, key_id_of
from groundrules.keys.secret import Secret
from groundrules.ledger.entries import HOUSE, Head, chain_of
from groundrules.ledger.rows import Form
from groundrules.vault.entering import Part, new_entry, opened_part, sealed_part
from groundrules.vault.house import ACT
from groundrules.vault.opened import OF_THE_HOUSE, not_yours
from groundrules.vault.paper_answers import Paper

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from groundrules.keys.cards import MemberCard
    from groundrules.ledger.entries import Entry
    from groundrules.ledger.rows import Wrap
    from groundrules.vault.opened import Vault

HEADING, TEXT = "paper", "paper-text"
"""The parts of an entry of a paper."""

OF_ALL, OF_ONE = "paper", "paper-self"
"""The kinds of a paper's key: for every member, and for whoever began it."""

READERS = {"house": OF_ALL, "self": OF_ONE}
_NAMES = {kind: name for name, kind in READERS.items()}

_FORM = "paper"
"""The kind of the keyed form by which the papers of one kind are found."""


class Found(NamedTuple):
    """A version of a paper whose heading was opened.

    Attributes:
        entry: the version's own.
        row: the wrap of its key.
        secret: the key.
        heading: what its heading holds.
    """

    entry: Entry
    row: Wrap
    secret: Secret
    heading: dict[str, object]

    def __repr__(self) -> str:
        """Show which version it is."""
        return f"Found({self.entry.version})"


class New(NamedTuple):
    """What a new version shall say: the kind of paper, its title and its document."""

    kind: str
    title: str
    document: str

    def __repr__(self) -> str:
        """Show no word of it."""
        return "New()"


class Key(NamedTuple):
    """The key of a version, and up to which act of the house it is known that nobody has left."""

    secret: Secret
    house: int


def kind_form(vault: Vault, kind: str, stream: bytes) -> Form:
    """Return the row by which a paper is found among those of its kind."""
    return Form(vault.forms.of(_FORM, kind), _FORM, stream)


def streams_of_kind(vault: Vault, kind: str) -> set[bytes]:
    """Return the streams of the papers of a kind, also of those that one may not read."""
    rows = vault.ledger.forms([vault.forms.of(_FORM, kind)])
    return {row.stream for row in rows if row.kind == _FORM}


def wraps_of_papers(vault: Vault, stream: bytes | None = None) -> dict[bytes, Wrap]:
    """Return the wraps of papers to the vault's member, by the ids of their keys."""
    own = bytes.fromhex(vault.member.card.id)
    return {
        row.key_id: row
        for kind in READERS.values()
        for row in vault.ledger.wraps(member=own, stream=stream, kind=kind)
    }


def version_entry(vault: Vault, stream: bytes, new: New, key: Key, last: Found | None) -> Entry:
    """Return the entry of the next version of a paper, or of the first."""
    since = last.heading["since"] if last else vault.today
    heading = {"v": 1, "kind": new.kind, "title": new.title, "since": since, "house": key.house}
    parts = {
        HEADING: Part(heading, key.secret),
        TEXT: Part({"v": 1, "document": new.document}, key.secret),
    }
    return new_entry(vault, stream, parts, _head(vault, last.entry) if last else None)


def next_key(vault: Vault, last: Found) -> tuple[Key, tuple[Wrap, ...]]:
    """Return the key of the version after another, and its wraps where it is a new one.

    It is new where somebody has left the house since the last was made: what was written before
    she may remember, and what is written from now on she shall not be able to open.
    """
    house = vault.house().version
    before = last.heading["house"]
    if not isinstance(before, int) or _somebody_left(vault, before):
        secret = Secret.new()
        cards = readers_left(vault, last.row)
        kind, stream = last.row.kind, last.entry.stream
        return Key(secret, house), tuple(
            vault.wrapped(secret, card, stream, kind) for card in cards
        )
    return Key(last.secret, house), ()


def readers_left(vault: Vault, row: Wrap) -> list[MemberCard]:
    """Return who shall have the next key: every member, or those who have the last one."""
    cards = vault.cards()
    if row.kind == OF_ALL:
        return list(cards.values())
    rows = vault.ledger.wraps(stream=row.stream, kind=row.kind)
    holders = {one.member.hex() for one in rows if one.key_id == row.key_id}
    return [card for ident, card in cards.items() if ident in holders]


def _somebody_left(vault: Vault, after: int) -> bool:
    """Tell whether an act of the house after a version of it says that somebody left."""
    for entry in vault.ledger.entries(HOUSE, after):
        sealed = sealed_part(entry, ACT)
        if sealed:
            key = vault.secret(HOUSE, OF_THE_HOUSE, key_id_of(sealed))
            if opened_part(vault, entry, ACT, key).get("do") == "left":
                return True
    return False


def _head(vault: Vault, entry: Entry) -> Head:
    return Head(entry.stream, entry.version, chain_of(entry, vault.ledger.id))


def found_paper(vault: Vault, ident: str, version: int = 0) -> Found:
    """Return a version of a paper, or the last one, which one may read.

    Raises:
        BadInput: there is no such paper or version, it was removed, or one may not read it.
    """
    stream = _stream(ident)
    last = vault.ledger.head(stream) if stream else None
    is_there = last is not None and 0 <= version <= last.version
    entry = vault.ledger.entry(stream, version or last.version) if last and is_there else None
    if entry is None or HEADING not in dict(entry.digests):
        message = "the vault has no such paper, or the paper no such version"
        raise BadInput(Fault(str(vault.folder), message, "look at the list of papers again"))
    opened = next(headings(vault, [entry], wraps_of_papers(vault, stream)), None)
    if opened is None and sealed_part(entry, HEADING) is None:
        message = "this paper was removed"
        raise BadInput(Fault(str(vault.folder), message, "nothing can bring it back"))
    if opened is None:
        raise not_yours(vault, "versions")
    return opened


def _stream(ident: str) -> bytes:
    """Return the stream of an id; nothing where it is none."""
    try:
        return bytes.fromhex(ident)
    except ValueError:
        return b""


def headings(vault: Vault, entries: Iterable[Entry], rows: Mapping[bytes, Wrap]) -> Iterator[Found]:
    """Yield those of some versions whose headings the wraps open, in their order.

    Raises:
        BadInput: one was changed.
    """
    for entry in entries:
        sealed = sealed_part(entry, HEADING)
        row = rows.get(key_id_of(sealed)) if sealed else None
        if row is not None and row.stream == entry.stream:
            secret = vault.unwrapped(row)
            yield Found(entry, row, secret, part_of(vault, entry, HEADING, secret))


def part_of(vault: Vault, entry: Entry, name: str, secret: Secret) -> dict[str, object]:
    """Return what a part holds that is known to be there and to be sealed under this key.

    Raises:
        BadInput: it was changed.
    """
    try:
        return opened_part(vault, entry, name, secret)
    except Unopenable:
        message = f"entry {entry.version} of a paper or tape does not open: it was changed"
        remedy = "run groundrules vault audit, and restore the vault from a copy"
        raise BadInput(Fault(str(vault.folder), message, remedy)) from None


def told(vault: Vault, found: Iterable[Found]) -> list[Paper]:
    """Return versions as they are answered."""
    known = vault.house().known
    return [_told(one, known.get(one.entry.author.hex())) for one in found]


def _told(found: Found, card: MemberCard | None) -> Paper:
    return Paper(
        id=found.entry.stream.hex(),
        kind=str(found.heading["kind"]),
        version=found.entry.version,
        title=str(found.heading["title"]),
        since=str(found.heading["since"]),
        changed=found.entry.day,
        author=card.name if card else "",
        readers=_NAMES[found.row.kind],
    )

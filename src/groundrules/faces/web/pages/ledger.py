"""The ledger: what the vault keeps, the log of it, and the proof that nothing was altered."""

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct

from groundrules.desk.vaults.look_into_ledger import Happened, Kept, history_of, look_into_ledger
from groundrules.desk.vaults.tell_inventory import Told, tell_inventory
from groundrules.desk.vaults.upkeep import audit_vault, seal_vault
from groundrules.faces.web.calls import Call
from groundrules.faces.web.languages import gettext as _
from groundrules.faces.web.languages import ngettext
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, Routes

if TYPE_CHECKING:
    from groundrules.faces.web.tasks import Progress

routes = Routes("ledger")


class KeptLine(Struct, frozen=True):
    """Something that the ledger keeps: of what kind, since when, and whether one may read it."""

    kind: str
    id: str
    name: str
    since: str
    last: str
    is_open: bool
    shredded: bool


class Entry(Struct, frozen=True):
    """An entry of a conversation: the day, who wrote it and what was done, without a word of it."""

    day: str
    author: str
    act: str
    whom: str
    words: bool
    talk: str
    name: str


class Vouching(Struct, frozen=True):
    """A witness: her verifier key, and how many entries she has seen the log to have."""

    key: str
    size: int


class LedgerPage(Struct, frozen=True):
    """The ledger.

    Attributes:
        entries: how many there are.
        sealed: how many of them are in the log.
        kept: what there is, the last changed first.
        more: how many older things there are.
        happened: what was done last.
        witnesses: who has cosigned the log, and how far.
        receipts: how many were made out.
    """

    entries: int
    sealed: int
    kept: tuple[KeptLine, ...]
    more: int
    happened: tuple[Entry, ...]
    witnesses: tuple[Vouching, ...]
    receipts: int


@routes.page("/ledger", template="ledger/ledger.html", needs=Needs.READ)
def ledger(call: Call) -> LedgerPage:
    """What the vault keeps, and how far its log reaches."""
    found = look_into_ledger(call.vault)
    return LedgerPage(
        found.entries,
        found.sealed,
        tuple(map(_kept, found.kept)),
        found.more,
        tuple(map(_entry, found.happened)),
        tuple(Vouching(one.key, one.size) for one in found.witnesses),
        len(found.receipts),
    )


class Logged(Struct, frozen=True):
    """How many entries were taken into the log, and how many it has."""

    taken: int
    size: int


@routes.act("/ledger/seal", needs=Needs.WRITE, then="/ledger")
def seal(call: Call) -> Logged:
    """Take every entry that waits into the log."""
    found = seal_vault(call.vault)
    text = ngettext(
        "%(taken)s entry was taken into the log, which has %(size)s now.",
        "%(taken)s entries were taken into the log, which has %(size)s now.",
        found.entries,
    )
    call.note(text % {"taken": found.entries, "size": found.size})
    return Logged(found.entries, found.size)


@routes.act("/ledger/checkpoint", needs=Needs.WRITE)
def checkpoint(call: Call) -> File:
    """The log's last checkpoint, signed, with the signatures of its witnesses."""
    return File(seal_vault(call.vault).note.encode(), "text/plain; charset=utf-8", "checkpoint.txt")


class Auditing(Struct, frozen=True):
    """Whether every signature is verified, or the last of each stream, which covers the others."""

    thorough: bool = False


class Begun(Struct, frozen=True):
    """The task that was begun; its page says how far it is."""

    id: str


@routes.act("/ledger/audit", needs=Needs.WRITE, then="/tasks/{id}")
def audit(call: Call, form: Auditing) -> Begun:
    """Look at every entry, leaf, checkpoint and page of the file, and at signatures as asked."""
    vault, none, some = call.vault, _("Nothing is wrong"), _("Something is wrong")
    counted = _("%(entries)s entries, %(signatures)s signatures, %(checkpoints)s checkpoints.")

    def do(progress: "Progress") -> str:
        found = audit_vault(vault, progress, thorough=form.thorough)
        faulty = "".join(f" {one}." for one in found.faults)
        return f"{some if found.faults else none}: {counted % found._asdict()}{faulty}"

    return Begun(call.seat.tasks.begin(_("Looking at every entry"), "/ledger", do).id)


class KeyKept(Struct, frozen=True):
    """A wrapped key: what it opens, who can open it, and until when; "" where it lasts."""

    kind: str
    member: str
    expires: str


class PartKept(Struct, frozen=True):
    """A part of an entry: its size in bytes, 0 where it was erased, and its digest."""

    name: str
    bytes: int
    digest: str


class EntryKept(Struct, frozen=True):
    """An entry as it lies there; `leaf` is its place in the log, -1 where it has none yet."""

    id: str
    version: int
    day: str
    author: str
    leaf: int
    parts: tuple[PartKept, ...]


class StreamKept(Struct, frozen=True):
    """All that is kept of one conversation, source or tape."""

    what: str
    name: str
    stream: str
    shredded: str
    entries: tuple[EntryKept, ...]
    keys: tuple[KeyKept, ...]
    forms: int


class InventoryPage(Struct, frozen=True):
    """Everything that exists about a source or a conversation, and what that comes to.

    Attributes:
        subject: a code name, or the name of a conversation.
        back: where it belongs.
        comes_to: sentences: what somebody gets who may search the newsroom.
        streams: its own first.
        history: what was done to it, for a conversation; the latest first.
    """

    subject: str
    back: str
    comes_to: tuple[str, ...]
    streams: tuple[StreamKept, ...]
    history: tuple[Entry, ...] = ()


@routes.page("/sources/{code}/inventory", template="ledger/inventory.html", needs=Needs.READ)
def inventory_of_source(call: Call, code: str) -> InventoryPage:
    """Everything that exists about a source: what a court could get."""
    return _inventory(tell_inventory(call.vault, code), f"/sources/{code}")


@routes.page("/ledger/conversations/{talk}", template="ledger/inventory.html", needs=Needs.READ)
def inventory_of_talk(
    call: Call, talk: Annotated[str, Meta(min_length=32, max_length=32)]
) -> InventoryPage:
    """Everything that exists about a conversation, entry by entry."""
    name = call.name_of(talk)
    history = tuple(map(_entry, history_of(call.vault, name, talk)))
    return _inventory(tell_inventory(call.vault, name), "/ledger", history)


def _inventory(told: Told, back: str, history: tuple[Entry, ...] = ()) -> InventoryPage:
    streams = []
    for one in told.inventory.streams:
        entries = tuple(
            EntryKept(
                entry.id,
                entry.version,
                entry.day,
                entry.author,
                entry.leaf,
                tuple(PartKept(part.name, part.bytes, part.digest) for part in entry.parts),
            )
            for entry in one.entries
        )
        keys = dict.fromkeys((wrap.kind, wrap.member, wrap.expires) for wrap in one.wraps)
        streams.append(
            StreamKept(
                one.what,
                one.name,
                one.stream,
                one.shredded,
                entries,
                tuple(KeyKept(*key) for key in keys),
                len(one.forms),
            )
        )
    return InventoryPage(told.inventory.subject, back, told.comes_to, tuple(streams), history)


def _kept(one: Kept) -> KeptLine:
    return KeptLine(*one)


def _entry(one: Happened) -> Entry:
    return Entry(*one)

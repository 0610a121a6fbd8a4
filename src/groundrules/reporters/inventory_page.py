"""An inventory as it is read: what there is, row by row, and what it comes to in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from groundrules.reporters.lines import EMPTY, Piece, plain
from groundrules.reporters.plain_words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.lines import Line


class _Part(Protocol):
    """A part of an entry, as the vault answers it."""

    @property
    def name(self) -> str: ...
    @property
    def bytes(self) -> int: ...
    @property
    def digest(self) -> str: ...
    @property
    def key(self) -> str: ...


class _Entry(Protocol):
    """An entry."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def day(self) -> str: ...
    @property
    def author(self) -> str: ...
    @property
    def parts(self) -> Sequence[_Part]: ...
    @property
    def leaf(self) -> int: ...


class _Wrap(Protocol):
    """A wrapped key."""

    @property
    def kind(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def member(self) -> str: ...
    @property
    def bytes(self) -> int: ...
    @property
    def expires(self) -> str: ...


class _Form(Protocol):
    """A keyed form."""

    @property
    def kind(self) -> str: ...
    @property
    def form(self) -> str: ...
    @property
    def place(self) -> str: ...


class _Stream(Protocol):
    """All that is kept of one conversation or source."""

    @property
    def stream(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def entries(self) -> Sequence[_Entry]: ...
    @property
    def wraps(self) -> Sequence[_Wrap]: ...
    @property
    def forms(self) -> Sequence[_Form]: ...
    @property
    def shredded(self) -> str: ...


class _File(Protocol):
    """A file of the vault."""

    @property
    def what(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def bytes(self) -> int: ...


class _Inventory(Protocol):
    """Everything that exists about a source or a conversation."""

    @property
    def subject(self) -> str: ...
    @property
    def ledger(self) -> str: ...
    @property
    def epoch(self) -> int: ...
    @property
    def streams(self) -> Sequence[_Stream]: ...
    @property
    def files(self) -> Sequence[_File]: ...
    @property
    def log(self) -> int: ...
    @property
    def checkpoints(self) -> int: ...


def inventory_lines(inventory: _Inventory) -> Iterator[Line]:
    """Return the page of an inventory."""
    leaves = counted(inventory.log, "leaf", "leaves")
    log = f"{leaves}, {counted(inventory.checkpoints, 'checkpoint')}"
    yield (Piece(inventory.subject, "place"), Piece(": everything that this vault has"))
    yield plain(f"ledger {inventory.ledger}, epoch {inventory.epoch}; the log of all has {log}")
    for stream in inventory.streams:
        yield EMPTY
        yield from _stream(stream)
    yield EMPTY
    yield plain("files")
    for one in inventory.files:
        yield plain(f"  {one.what}: {one.path}, {counted(one.bytes, 'byte')}")
    yield EMPTY
    yield plain("what this comes to")
    for sentence in _comes_to(inventory):
        yield plain(f"  - {sentence}")


def _stream(stream: _Stream) -> Iterator[Line]:
    gone = f", shredded on {stream.shredded}" if stream.shredded else ""
    name = stream.name or "(no name that you may read)"
    yield (Piece(f"{stream.what} "), Piece(name, "place"), Piece(f", stream {stream.stream}{gone}"))
    for entry in stream.entries:
        yield from _entry(entry)
    for wrap in stream.wraps:
        ends = f", until {wrap.expires}" if wrap.expires else ""
        size = counted(wrap.bytes, "byte")
        yield plain(f"  key {wrap.kind} {wrap.key}: {wrap.member} can open it, {size}{ends}")
    for form in stream.forms:
        place = f", {form.place}" if form.place else ""
        yield plain(f"  keyed form {form.kind} {form.form}{place}")


def _entry(entry: _Entry) -> Iterator[Line]:
    leaf = f"leaf {entry.leaf} of the log" if entry.leaf >= 0 else "not in the log yet"
    yield plain(f"  entry {entry.version} {entry.id}: {entry.day}, by {entry.author}, {leaf}")
    for part in entry.parts:
        size = counted(part.bytes, "byte")
        state = f"{size}, opened by key {part.key}" if part.bytes else "erased"
        yield plain(f"    part {part.name}: {state}; digest {part.digest}")


def _comes_to(inventory: _Inventory) -> Iterator[str]:
    """Yield what somebody gets who may search the newsroom, sentence by sentence."""
    for stream in inventory.streams:
        yield from _of_source(stream) if stream.what == "source" else _of_talk(stream)
    yield (
        "Without a key that opens the file, the ledger shows its size and when it was last "
        "written, and nothing else."
    )
    yield (
        "With that key alone it shows what is listed above: days, who wrote, how often, and sizes "
        "in steps. It shows no word and no name."
    )
    yield (
        "Keyed forms show nothing by themselves. Whoever has the ledger and any member's keys can "
        "try whether a name that they think of is among them."
    )
    yield (
        f"Every key above is wrapped under the key of epoch {inventory.epoch}, which lies outside "
        "of the vault; copies of the vault do not have it. Whether there are copies, the vault "
        "does not know: each opens with the key of its own epoch alone, which goes when something "
        "is shredded."
    )
    yield (
        "A tape that is in the vault is listed with its talk, and can be heard by whoever can open "
        "the words. What was recorded elsewhere, notes, mail and telephones are not in this list."
    )


def _of_talk(stream: _Stream) -> Iterator[str]:
    name = stream.name or stream.stream
    if stream.shredded:
        yield f"Of {name}, nothing can be opened: it was shredded on {stream.shredded}."
        return
    for kind, what in (("words", "The words"), ("terms", "The terms")):
        who = _who(stream, kind)
        if who:
            yield f"{what} of {name} can be opened by {_each(who)}."


def _of_source(stream: _Stream) -> Iterator[str]:
    if stream.shredded:
        yield f"Of {stream.name}, nothing can be opened: it was shredded on {stream.shredded}."
        return
    reporters, editors = _who(stream, "half-reporter"), _who(stream, "half-editor")
    both = [member for member in reporters if member in editors]
    if both:
        yield f"Who {stream.name} is, if it is known, can be opened by {_each(both)}."
    elif reporters and editors:
        yield (
            f"Who {stream.name} is, if it is known, can be opened only where {listed(reporters)} "
            f"(the reporters' half) and {listed(editors)} (the editors' half) come together, one "
            "of each."
        )
    released = sorted({wrap.member for wrap in stream.wraps if wrap.expires})
    if released:
        yield f"A half of it is released to {listed(released)}, until it is used or has ended."


def _each(members: list[str]) -> str:
    """Return `Ana alone`, or `Ana and Eli, each alone`."""
    return f"{listed(members)}, each alone" if len(members) > 1 else f"{members[0]} alone"


def _who(stream: _Stream, kind: str) -> list[str]:
    return sorted({wrap.member for wrap in stream.wraps if wrap.kind == kind})

"""The ledger: append-only entries in streams, what they commit to, and the log of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.ledger import (
    appending,
    auditing,
    choosing,
    copying,
    erasing,
    keyed_rows,
    reading,
    sealing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from groundrules.ledger.database import Database
    from groundrules.ledger.entries import Entry, Head
    from groundrules.ledger.findings import Audit
    from groundrules.ledger.places import Place
    from groundrules.ledger.rows import Erased, Form, Wrap
    from groundrules.ledger.sealing import StoredCheckpoint
    from groundrules.proofs.checkpoints import Checkpoint


class Ledger:
    """One ledger that is open; every method raises BadInput where the database fails.

    Attributes:
        id: 32 hexadecimal digits, random, made with the ledger.
    """

    def __init__(self, database: Database, own: str) -> None:
        """Keep the database; `opening` makes it, and knows the id."""
        self._database = database
        self.id = own

    def __repr__(self) -> str:
        """Return the id, and no place."""
        return f"Ledger({self.id!r})"

    def append(
        self, entries: Sequence[Entry], *, wraps: Sequence[Wrap] = (), forms: Sequence[Form] = ()
    ) -> None:
        """Add entries with their wraps and forms in one transaction, all or nothing.

        Where every entry is there already, nothing happens; not even a wrap is put, for it may have
        been dropped since.

        Raises:
            Conflict: a version is taken, leaves a gap, or follows another chain.
            Taken: an entry's id is taken by another content.
            ValueError: an entry has a wrong shape.
        """
        appending.append(self._database, self.id, appending.Batch(entries, wraps, forms))

    def head(self, stream: bytes) -> Head | None:
        """Return the end of a stream; None where it has no entry."""
        return reading.head_of(self._database, self.id, stream)

    def heads(self) -> Iterator[Head]:
        """Yield the end of every stream, in the order in which they were reached."""
        yield from reading.all_heads(self._database, self.id)

    def entries(self, stream: bytes | None = None, after: int = 0) -> Iterator[Entry]:
        """Yield entries with those of their parts that still exist.

        Args:
            stream: whose; None for all, in the order in which they were numbered.
            after: the version that the first one follows; for all streams, the number.
        """
        return reading.entries_after(self._database, stream, after)

    def entry(self, stream: bytes, version: int) -> Entry | None:
        """Return one entry with those of its parts that still exist; None where there is none."""
        return choosing.entry_at(self._database, stream, version)

    def streams_with(self, part: str) -> list[bytes]:
        """Return the streams whose first entry has, or had, a part of a name, oldest first."""
        return choosing.streams_with(self._database, part)

    def entries_of(self, streams: Iterable[bytes], parts: Collection[str] = ()) -> Iterator[Entry]:
        """Yield the entries of some streams, in the order in which they were numbered.

        Args:
            streams: whose.
            parts: the names of the parts that come along; without any, all that still exist.
        """
        return choosing.entries_of_streams(self._database, streams, parts)

    def last_entries(self, streams: Iterable[bytes], parts: Collection[str] = ()) -> list[Entry]:
        """Return the last entry of each of some streams; arguments as for `entries_of`."""
        return choosing.last_entries(self._database, streams, parts)

    def wraps(
        self, member: bytes | None = None, stream: bytes | None = None, kind: str = ""
    ) -> Iterator[Wrap]:
        """Yield the wraps that fit all that is given, in a fixed order."""
        yield from keyed_rows.wraps_of(self._database, member, stream, kind)

    def put_wraps(self, wraps: Iterable[Wrap]) -> None:
        """Put wraps, all or none; one with the same stream, kind, key and member is replaced."""
        keyed_rows.put(self._database, wraps=wraps)

    def drop_wraps(self, wraps: Iterable[Wrap]) -> int:
        """Delete wraps, and return how many of them were there."""
        return keyed_rows.drop_wraps(self._database, wraps)

    def replace_wraps(self, made: Callable[[Wrap], Wrap | None]) -> int:
        """Make every wrap anew in one transaction, for a new epoch; return how many are left.

        Args:
            made: gives the wrap that stands in a wrap's place; None drops it.
        """
        return keyed_rows.replace_wraps(self._database, made)

    def forms(self, forms: Sequence[bytes]) -> Iterator[Form]:
        """Yield the rows of those keyed forms that are there."""
        return keyed_rows.forms_of(self._database, forms)

    def forms_of(self, stream: bytes) -> list[Form]:
        """Return the keyed forms that lead to a stream."""
        return keyed_rows.forms_leading_to(self._database, stream)

    def put_forms(self, forms: Iterable[Form]) -> None:
        """Put keyed forms, all or none."""
        keyed_rows.put(self._database, forms=forms)

    def drop_forms(self, stream: bytes) -> int:
        """Delete the keyed forms that lead to a stream, and return how many there were."""
        return keyed_rows.drop_forms(self._database, stream)

    def keep(self, name: str, value: bytes) -> None:
        """Keep a small thing of the house under its name, in place of what was there."""
        keyed_rows.keep(self._database, name, value)

    def kept(self, name: str) -> bytes | None:
        """Return what is kept under a name; None where nothing is."""
        return keyed_rows.kept(self._database, name)

    def erase(self, streams: Collection[bytes]) -> Erased:
        """Delete the parts, wraps and forms of streams, and overwrite them where that is possible.

        Entries stay, so that chains and log still verify.
        """
        return erasing.erase(self._database, streams)

    @property
    def origin(self) -> str:
        """The name of the ledger's log, and of the key that signs its checkpoints."""
        return sealing.origin_of(self.id)

    def seal(self, sign: Callable[[Checkpoint], str]) -> str | None:
        """Take every entry that waits into the log; sealers that meet are harmless.

        Args:
            sign: returns the signed note of a checkpoint, whose origin is `origin`.

        Returns:
            The note of the last checkpoint that this made; None where no entry waited.
        """
        return sealing.seal(self._database, self.id, sign)

    def leaves(self, first: int = 0, last: int | None = None) -> list[bytes]:
        """Return the leaf hashes of the log from one place up to, and without, another."""
        return sealing.leaves(self._database, first, last)

    def leaf_index(self, entry: bytes) -> int | None:
        """Return the place of an entry's leaf in the log; None where it has none yet."""
        return sealing.leaf_index(self._database, entry)

    def checkpoints(self, after: int = 0) -> Iterator[StoredCheckpoint]:
        """Yield the checkpoints of logs larger than a size, the smallest first."""
        return sealing.checkpoints(self._database, after)

    def add_cosignature(self, size: int, line: str) -> None:
        """Keep the line of a witness with the checkpoint of a size; again is harmless.

        Raises:
            ValueError: the log has no checkpoint of this size.
        """
        sealing.add_voucher(self._database, size, sealing.COSIGNATURE, line.encode())

    def add_token(self, size: int, der: bytes) -> None:
        """Keep a time stamp with the checkpoint of a size; again is harmless.

        Raises:
            ValueError: the log has no checkpoint of this size.
        """
        sealing.add_voucher(self._database, size, sealing.TOKEN, der)

    def audit(
        self,
        cards: Mapping[bytes, bytes] | None = None,
        *,
        on_progress: Callable[[int, int], None] | None = None,
        thorough: bool = False,
    ) -> Audit:
        """Look at every entry, leaf and checkpoint; no key is needed but that of the file.

        Args:
            cards: member's id and public Ed25519 key; without them no signature is verified.
            on_progress: is told how many rows are done, and of how many.
            thorough: verify every signature, not only the one at the end of each stream, which
                covers all before it; and read every page of the file.
        """
        return auditing.audit(self._database, self.id, cards or {}, on_progress, thorough=thorough)

    def backup(self, place: Place) -> None:
        """Copy the whole ledger, as it is at one moment, to an empty place with its own key.

        Raises:
            BadInput: something is there, or the copy cannot be made; nothing is left behind.
        """
        copying.copy(self._database, self.id, place)

    def close(self) -> None:
        """Give the database back; nothing more can be asked."""
        self._database.engine.dispose()

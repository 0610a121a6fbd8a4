"""The upkeep of an index: what of the records has changed since, and bringing it up to date.

A file that the system says is unchanged is not read. The rest is read, and what then turns out to
be the same is left alone. The fingerprints are written first and the cards last: where that is
interrupted, the cards still say what they said, and the next time it is done again.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.indexing.card import card_of, indexed, reading_of
from groundrules.desk.indexing.cards import Cards
from groundrules.desk.indexing.codes import Coder, Seen
from groundrules.desk.records.record_places import record_places
from groundrules.desk.records.record_reading import RecordReader
from groundrules.desk.vaults.doors import door_of, doors_kept
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import STANDARD_INPUT, shown
from groundrules.record.notation import parse
from groundrules.vault.folder import is_vault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from groundrules.desk.indexing.codes import Kept
    from groundrules.desk.indexing.folder import IndexFolder
    from groundrules.desk.policies.house_policy import Policies
    from groundrules.desk.records.record_places import RecordPlace
    from groundrules.matching.index.talks import Talk

_FRESH = 2_000_000_000
"""Nanoseconds. A file that has changed so lately may change again without another time."""


class RecordFile(NamedTuple):
    """A record: its path as it was reached, its place in codes, what is known without reading it.

    Attributes:
        version: of a record in a vault, which another one follows when it changes; 0 for a file.
    """

    path: Path | str
    place: int
    seen: Seen
    version: int = 0

    def stamp(self, text: str, coder: Coder) -> str:
        """Return the keyed digest of a record's state.

        What a vault says of a record hangs on who asks, and for which draft; its version does not.
        """
        return coder.stamp(f"{self.place}\0{self.version}" if self.version else text)


class Difference(NamedTuple):
    """How the records differ from the cards.

    Attributes:
        files: every file, in the order in which records are read.
        same: the cards that hold, by the place of their file.
        unread: the files of which that is not known yet.
        gone: the cards whose file is not there.
    """

    files: tuple[RecordFile, ...]
    same: dict[int, Kept]
    unread: tuple[RecordFile, ...]
    gone: tuple[Kept, ...]

    @property
    def is_none(self) -> bool:
        """Tell whether the cards are as the records are."""
        return not self.unread and not self.gone


def files_of(records: Iterable[Path | str], folder: IndexFolder) -> tuple[RecordFile, ...]:
    """Return the files of records, in the order in which they are read.

    Raises:
        BadInput: a folder cannot be gone through, or has no record; or one is standard input.
    """
    coder, base = Coder(folder.secret), os.path.realpath(folder.home.parent)
    found = record_places(records)
    if any(os.fspath(one.path) == STANDARD_INPUT for one in found):
        message = "what is read from standard input cannot be kept in an index"
        raise BadInput(Fault(STANDARD_INPUT, message, "name files or folders"))
    codes = (coder.code("place", one.real.removeprefix(base)) for one in found)
    return tuple(
        RecordFile(one.path, code, _seen(one), one.version)
        for one, code in zip(found, codes, strict=True)
    )


def difference(
    files: Sequence[RecordFile],
    heads: Iterable[Kept],
    stamps: Mapping[str, str],
    policies: Policies,
    read: AbstractSet[RecordFile] = frozenset(),
) -> Difference:
    """Return how records differ from the cards that there are.

    Args:
        files: the files of the records.
        heads: the heads of the cards.
        stamps: which state of each conversation the fingerprints are of, by its id.
        policies: the policies of this run.
        read: files that have been read a moment ago, and put into the cards.

    Raises:
        BadInput: a policy that a record names cannot be loaded.
    """
    known = {head.place: head for head in heads}
    readings: dict[str, str] = {}
    same = {
        file.place: head
        for file in files
        if (head := known.get(file.place))
        and (file in read or (any(file.seen) and head.seen == file.seen))
        and stamps.get(head.id) == head.stamp
        and head.reading == reading_under(head.policy, head.id, policies, readings)
    }
    unread = tuple(file for file in files if file.place not in same)
    present = {file.place for file in files}
    gone = tuple(head for place, head in known.items() if place not in present)
    return Difference(tuple(files), same, unread, gone)


def gone_among(folder: IndexFolder, missing: AbstractSet[str]) -> list[str]:
    """Return those of some conversations, which no record is of, that are no longer there.

    In a vault, one that is not among the records may be one that somebody else may read.

    Args:
        folder: the index that has them.
        missing: their ids.

    Raises:
        BadInput: the vault is locked.
    """
    if not missing or not is_vault(folder.home):
        return sorted(missing)
    with door_of(folder.home) as door:
        there = door.ask(list[str], "still_there", names=sorted(missing))
    return sorted(missing - {*there})


class Upkeep:
    """Brings one index up to date, or builds it.

    Attributes:
        read: the files that had to be read, so far.
        held: how many conversations the index holds.
        gone: how many conversations were taken out.
    """

    def __init__(
        self, folder: IndexFolder, policies: Policies, progress: Callable[[int, int], None]
    ) -> None:
        """Note what to do it with; nothing is done yet.

        Args:
            folder: where the index is, or shall be.
            policies: the policies of this run.
            progress: told how many of how many records have been read.
        """
        self.read: set[RecordFile] = set()
        self.held = self.gone = 0
        self._folder = folder
        self._policies = policies
        self._progress = progress
        self._coder = Coder(folder.secret)
        self._readings: dict[str, str] = {}
        self._reader = RecordReader()

    def bring_up_to_date(self, files: Sequence[RecordFile]) -> None:
        """Make fingerprints and cards what the records are; they are built where there are none.

        Raises:
            BadInput: a record cannot be read, two are of one conversation, or the fingerprints
                are damaged or cannot be written.
            sqlite3.Error: the cards are damaged, or cannot be written.
        """
        self._folder.make()
        writing = Cards(self._folder.cards, self._folder.secret, writable=True)
        with doors_kept(), writing as cards:
            os.chmod(self._folder.cards, 0o600)  # noqa: PTH101 - a path that was just opened
            cards.begin(time.time())
            try:
                self._change(cards, files)
            except BaseException:
                cards.undo()
                raise
            cards.keep(time.time())

    def _change(self, cards: Cards, files: Sequence[RecordFile]) -> None:
        from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - numpy

        ledger = None
        stamps: Mapping[str, str] = {}
        if self._folder.ledger.exists():
            ledger = IndexedLedger.open(self._folder.ledger, self._folder.secret)
            stamps = ledger.talks()
        heads = cards.heads()
        found = difference(files, heads, stamps, self._policies)
        done = _Done(cards, heads, stamps, found)
        if ledger is None:
            self._build(self._talks(found, done))
        else:
            changed = list(self._talks(found, done))
            if changed:
                ledger.append(changed)
        missing = {*stamps, *(head.id for head in heads)} - {*done.here}
        gone = gone_among(self._folder, missing)
        if ledger and not stamps.keys().isdisjoint(gone):
            ledger.erase([one for one in gone if one in stamps])  # notes may have to be gone
        for one in gone:
            cards.drop(one)
        self.gone = len(gone)
        self.held = len(done.here) + len(missing) - len(gone)

    def _build(self, talks: Iterator[Talk]) -> None:
        """Make the fingerprints where there are none; where it fails there are none again."""
        import shutil  # noqa: PLC0415 - only where an index is built

        from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - numpy

        try:
            IndexedLedger.build(self._folder.ledger, talks, self._folder.secret, None)
        except BaseException:
            shutil.rmtree(self._folder.ledger, ignore_errors=True)
            raise

    def _talks(self, found: Difference, done: _Done) -> Iterator[Talk]:
        """Yield what fingerprints must be made of anew, and put the cards of it in place.

        Raises:
            BadInput: with every fault of every record that was read.
        """
        faults: list[Fault] = []
        for number, file in enumerate(found.unread, 1):
            try:
                talk = self._read(file, done)
            except BadInput as refusal:
                faults.extend(refusal.faults)
                talk = None
            self.read.add(file)
            self._progress(number, len(found.unread))
            if talk and not faults:
                yield talk
        if faults:
            raise BadInput(*faults)

    def _read(self, file: RecordFile, done: _Done) -> Talk | None:
        """Read a record and put its card in place; return it where its words are new."""
        text = self._reader.text(file.path)
        stamp = file.stamp(text, self._coder)
        head = done.known.get(stamp)
        if head and done.stamps.get(head.id) == stamp and self._holds(head):
            done.found(head.id, file)
            done.cards.saw(head.number, file.place, _certain(file.seen))
            return None
        talk = parse(text, shown(file.path))
        done.found(talk.id, file)
        reading = reading_under(talk.policy, talk.id, self._policies, self._readings)
        card = card_of(talk, self._policies.of(talk), reading, self._coder)
        head = card.head._replace(place=file.place, seen=_certain(file.seen), stamp=stamp)
        done.cards.put(head, card.codes)
        return None if done.stamps.get(talk.id) == stamp else indexed(talk, stamp)

    def _holds(self, head: Kept) -> bool:
        reading = reading_under(head.policy, head.id, self._policies, self._readings)
        return head.reading == reading


class _Done:
    """What has been found while an index is brought up to date.

    Attributes:
        cards: the cards that are changed.
        known: the heads that there were, by the digest of their record.
        stamps: which state of each conversation the fingerprints are of.
        here: where each conversation is that is there, by its id.
    """

    def __init__(
        self, cards: Cards, heads: Iterable[Kept], stamps: Mapping[str, str], found: Difference
    ) -> None:
        self.cards = cards
        self.known = {head.stamp: head for head in heads}
        self.stamps = stamps
        files = {file.place: file for file in found.files}
        self.here = {head.id: files[place] for place, head in found.same.items()}

    def found(self, talk: str, file: RecordFile) -> None:
        """Note where a conversation is.

        Raises:
            BadInput: it is somewhere else too.
        """
        other = self.here.setdefault(talk, file)
        if other != file:
            message = f"the conversation {talk} stands in {shown(other.path)} too"
            remedy = "take one of the two away, or name its conversation otherwise"
            raise BadInput(Fault(shown(file.path), message, remedy))


def reading_under(policy: str, talk: str, policies: Policies, known: dict[str, str]) -> str:
    """Return the digest of the policy that a record names, or of the house's; each made once.

    Raises:
        BadInput: there is no such policy, or it cannot be loaded.
    """
    if policy not in known:
        named = policies.named(policy, f"conversation {talk}") if policy else policies.house
        known[policy] = reading_of(named)
    return known[policy]


def _seen(place: RecordPlace) -> Seen:
    if place.version:
        return Seen(size=place.version)
    try:
        found = os.stat(place.real)  # noqa: PTH116 - a string
    except (OSError, ValueError):  # to read it will say why
        return Seen()
    return Seen(found.st_size, found.st_mtime_ns, _signed(found.st_ino), found.st_ctime_ns)


def _certain(seen: Seen) -> Seen:
    """Return what was seen of a file; nothing where it was changed so lately that it may again."""
    latest = max(seen.changed, seen.state)
    return seen if latest < time.time_ns() - _FRESH else Seen()


def _signed(number: int) -> int:
    """Return a number of 64 bits as SQLite keeps it."""
    return number - (1 << 64) if number >= 1 << 63 else number

"""The proof of an index: every file is read, and every card is made again and compared."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from groundrules.desk.indexing.building import records_named
from groundrules.desk.indexing.card import card_of
from groundrules.desk.indexing.cards import FORMAT, Cards
from groundrules.desk.indexing.codes import Coder
from groundrules.desk.indexing.folder import archive_there, index_there
from groundrules.desk.indexing.status import REBUILD
from groundrules.desk.indexing.upkeep import files_of, gone_among, reading_under
from groundrules.desk.policies.house_policy import Policies
from groundrules.desk.records.record_reading import RecordReader
from groundrules.desk.setup.project_folder import INDEXES, home_of
from groundrules.desk.vaults.doors import doors_kept
from groundrules.errors import BadInput, Fault
from groundrules.readers.text_file import shown
from groundrules.record.notation import parse
from groundrules.reporters.index_page import Proof
from groundrules.vault.folder import is_vault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from groundrules.config.settings import Settings
    from groundrules.desk.indexing.codes import Kept
    from groundrules.desk.indexing.folder import IndexFolder
    from groundrules.desk.indexing.upkeep import RecordFile
    from groundrules.record.transcript import Conversation


def prove_index(
    records: Sequence[str],
    settings: Settings,
    environment: Mapping[str, str],
    progress: Callable[[int, int], None],
) -> Proof:
    """Read the indexes through, and compare that of the records with the records.

    Raises:
        BadInput: there is none; or with everything that is damaged, and the way out.
    """
    named = records_named(records, settings)
    folder = index_there(named, settings, environment)
    archive = archive_there(settings, environment)
    if not folder and not archive:
        message = "there is no index of these records"
        remedy = "`groundrules index build` makes one"
        raise BadInput(Fault(str(home_of(settings) / INDEXES), message, remedy))
    proof = Proof(0, 0, archive is not None)
    if archive:
        _stamps(archive)
    if not folder:
        return proof
    stamps = _stamps(folder)
    if not folder.cards.exists():  # the next check makes them anew
        return proof._replace(stale=len(files_of(named, folder)))
    try:
        with Cards(folder.cards, folder.secret) as cards:
            files = files_of(named, folder)
            return _proven(proof, folder, cards, stamps, files, settings, progress)
    except sqlite3.Error as error:
        raise _damaged(folder, f"the cards are damaged ({error})") from None


def _stamps(folder: IndexFolder) -> dict[str, str]:
    """Read the fingerprints through; return which state of each conversation they are of."""
    from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - needs numpy

    ledger = IndexedLedger.open(folder.ledger, folder.secret)
    ledger.verify()
    return dict(ledger.talks())


def _proven(  # noqa: PLR0913, PLR0917 - what is compared with what
    proof: Proof,
    folder: IndexFolder,
    cards: Cards,
    stamps: Mapping[str, str],
    files: Sequence[RecordFile],
    settings: Settings,
    progress: Callable[[int, int], None],
) -> Proof:
    if not cards.is_whole() or cards.format() != FORMAT or not cards.agree():
        raise _damaged(folder, "the cards are damaged, or of another version of the program")
    heads = {head.id: head for head in cards.heads()}
    held = {head.id: head.stamp for head in heads.values()}
    # Of what only others may read in a vault there may be fingerprints alone.
    if held != {one: stamps[one] for one in stamps if one in held or not is_vault(folder.home)}:
        raise _damaged(folder, "the cards and the fingerprints are not of the same records")
    stale = 0
    left = dict(heads)
    proving = _Proving(folder, cards, Policies(settings))
    reader = RecordReader()
    with doors_kept():
        for number, file in enumerate(files, 1):
            text = reader.text(file.path)
            talk = parse(text, shown(file.path))
            head = left.pop(talk.id, None)
            stale += not proving.holds(file, text, talk, head)
            progress(number, len(files))
    gone = gone_among(folder, left.keys())
    compared = len(heads) - len(left) + len(gone)
    return proof._replace(talks=compared, stale=stale + len(gone))


class _Proving:
    """What cards are compared with."""

    def __init__(self, folder: IndexFolder, cards: Cards, policies: Policies) -> None:
        self.folder = folder
        self.cards = cards
        self.policies = policies
        self.coder = Coder(folder.secret)
        self.readings: dict[str, str] = {}

    def holds(self, file: RecordFile, text: str, talk: Conversation, head: Kept | None) -> bool:
        """Tell whether a card is of the record as it is now.

        Raises:
            Damaged: it says that it is, and is not.
        """
        reading = reading_under(talk.policy, talk.id, self.policies, self.readings)
        card = card_of(talk, self.policies.of(talk), reading, self.coder)
        if not head or head.stamp != file.stamp(text, self.coder) or head.reading != reading:
            return False
        if _counts(head) != _counts(card.head) or self.cards.codes_of(head.number) != card.codes:
            raise _damaged(
                self.folder, f"the card of conversation {talk.id} is not what it should be"
            )
        return True


def _counts(head: Kept) -> tuple[object, ...]:
    return head.statements, head.restricted, head.open, head.unknown, head.settled_from


def _damaged(folder: IndexFolder, message: str) -> BadInput:
    return BadInput(Fault(str(folder.cards), message, REBUILD))

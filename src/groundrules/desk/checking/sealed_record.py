"""The sealed record: an index and its key, for somebody who may open none of the statements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from groundrules.desk.checking.promises import Evidence, Promises
from groundrules.desk.indexing.folder import sealed_indexes
from groundrules.desk.policies.house_policy import Policies
from groundrules.evidence.case import Unopened
from groundrules.matching import Matches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from groundrules.config.settings import Settings
    from groundrules.desk.checking.promises import Asked
    from groundrules.desk.indexing.folder import IndexFolder
    from groundrules.matching.index.indexed import IndexedLedger


class SealedRecord:
    """A record of which only the fingerprints are there."""

    def __init__(self, folders: Sequence[IndexFolder]) -> None:
        """Open the indexes.

        Raises:
            BadInput: one is damaged, or was built with another key.
        """
        from groundrules.matching.index.indexed import IndexedLedger  # noqa: PLC0415 - numpy

        self._ledgers: list[IndexedLedger] = [
            IndexedLedger.open(one.ledger, one.secret) for one in folders
        ]

    def on(self, drafts: Sequence[Asked]) -> list[Evidence]:
        """Return what of each draft has words of statements, without opening any."""
        from groundrules.matching.find_indexed import find_sealed  # noqa: PLC0415 - needs numpy

        size = sum(ledger.size for ledger in self._ledgers)
        talks = sum(len(ledger.talks()) for ledger in self._ledgers)
        # Nobody here knows on which terms any was said, and what is unclear is protected.
        unopened = Unopened(talks, size, restricted=size, open=size)
        found = [
            sorted(
                match
                for ledger in self._ledgers
                for match in find_sealed(asked.draft, asked.quotations, ledger)
            )
            for asked in drafts
        ]
        return [
            Evidence({}, {}, {}, Matches(()), unopened, tuple(sealed), blind=True)
            for sealed in found
        ]


def sealed_promises(
    index: str, settings: Settings, as_of: datetime, environment: Mapping[str, str]
) -> Promises:
    """Return what drafts are held against where no record may be opened.

    Args:
        index: the folder of an index, or of several.
        settings: where the policies are.
        as_of: the instant at which the drafts are, or would be, published.
        environment: the process's variables, of which one may hold the key.

    Raises:
        BadInput: there is no index, no key for it, or it is damaged.
    """
    policies = Policies(settings)
    record = SealedRecord(sealed_indexes(Path(index), environment))
    return Promises(record, policies.house, as_of)

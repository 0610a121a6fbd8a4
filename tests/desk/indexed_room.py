"""A newsroom with an index: its folder, its settings, and a check that can be compared."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from groundrules.config.settings import settle
from groundrules.desk.checking.check_draft import check_drafts
from groundrules.desk.checking.deliver_report import Delivery, deliver
from groundrules.desk.indexing.building import build_index
from groundrules.desk.indexing.folder import index_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from groundrules.config.settings import Settings
    from groundrules.desk.checking.check_draft import Checked
    from groundrules.desk.indexing.folder import IndexFolder
    from groundrules.reporters.index_page import Built

KEYS = {
    "GROUNDRULES_FINGERPRINT_KEY": "ab" * 32,
    "GROUNDRULES_INDEX_KEY": "cd" * 32,
}
"""The keys of the room, so that nothing in it hangs on chance."""


class Room(NamedTuple):
    """A newsroom in a folder, which is the working folder.

    Attributes:
        folder: the folder, in which its configuration may stand.
        records: the files and folders of its records.
    """

    folder: Path
    records: tuple[str, ...]

    @property
    def settings(self) -> Settings:
        """Return what holds in it."""
        return settle(self.folder, {"records": self.records}, KEYS)

    @property
    def index(self) -> IndexFolder:
        """Return where its index lies or would lie."""
        return index_of(self.settings.paths("records"), self.settings, KEYS)

    def build(self) -> Built:
        """Build its index, or bring it up to date."""
        return build_index((), self.settings, KEYS, _unseen)

    def check(self, drafts: Iterable[Path], as_of: datetime) -> Checked:
        """Check drafts at an instant."""
        return check_drafts([str(draft) for draft in drafts], self.settings, as_of, planned=True)

    def reports(self, drafts: Sequence[Path], as_of: datetime) -> tuple[str, ...]:
        """Return the reports on drafts in several forms, and what else was said."""
        checked = self.check(drafts, as_of)
        pages = []
        for form in ("json", "full", "html", "provenance-json"):
            page = io.StringIO()
            deliver(
                checked.examinations,
                self.settings,
                Delivery(form=form),
                page,
                KEYS,
                faults=checked.faults,
            )
            pages.append(page.getvalue())
        return (*pages, *map(str, checked.faults), *checked.notes)


def _unseen(done: int, of: int) -> None:
    assert 0 < done <= of

"""What waits in papers: drafts whose last check found something, and approvals nobody answered.

What a paper says is read once for each of its versions, and of what it says only this is kept.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from groundrules.desk.checking import approvals_asked, drafts_kept
from groundrules.desk.checking.approvals_asked import State
from groundrules.desk.inbox.waiting import Matter, Urgency, Waiting, urgency_of
from groundrules.desk.vaults.papers import papers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from groundrules.vault.paper_answers import Paper


class WaitingPapers:
    """The drafts and approvals of one vault as they were when somebody looked last."""

    def __init__(self, vault: Path) -> None:
        """Begin with none.

        Args:
            vault: its folder.
        """
        self._vault = vault
        self._kept: dict[Paper, Waiting | None] = {}

    def __repr__(self) -> str:
        """Show how many there are."""
        return f"WaitingPapers({len(self._kept)})"

    def now(self, now: datetime) -> Iterator[Waiting]:
        """Yield what waits in papers.

        Args:
            now: the instant from which it is told how urgent they are.

        Raises:
            BadInput: the vault is locked.
        """
        known = self._kept
        kinds = (drafts_kept.KIND, approvals_asked.KIND)
        there = [one for kind in kinds for one in papers(self._vault, kind)]
        self._kept = {one: known[one] if one in known else self._read(one) for one in there}
        for waiting in self._kept.values():
            if waiting:
                yield _with_urgency(waiting, now)

    def _read(self, paper: Paper) -> Waiting | None:
        if paper.kind == drafts_kept.KIND:
            return _draft(drafts_kept.draft(self._vault, paper.id))
        return _approval(approvals_asked.approval_of(self._vault, paper.id))


def _draft(kept: drafts_kept.KeptDraft) -> Waiting | None:
    paper, draft = kept
    number = sum(draft.found)
    if not number:
        return None
    return Waiting(
        Matter.DRAFT_FINDINGS,
        Urgency.OPEN,
        f"/drafts/{paper.id}",
        paper.title,
        number,
        paper.changed,
        draft.as_of,
    )


def _approval(kept: approvals_asked.KeptApproval) -> Waiting | None:
    paper, approval = kept
    if approval.state is not State.ASKED:
        return None
    return Waiting(
        Matter.APPROVAL_AWAITED,
        Urgency.OPEN,
        "/approvals",
        paper.title,
        since=paper.since,
        until=approval.due,
        words=approval.whom,
    )


def _with_urgency(waiting: Waiting, now: datetime) -> Waiting:
    """Return how urgent it is by its end; what has none, or one far ahead, waits all the same."""
    end = _instant(waiting.until)
    return waiting._replace(urgency=urgency_of(end, now) or Urgency.OPEN) if end else waiting


def _instant(text: str) -> datetime | date | None:
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    return None

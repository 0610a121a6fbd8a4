"""GR705: notes were promised to be gone, and must be kept for a legal reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.newsroom import is_held
from groundrules.rules.retention import first_overdue
from groundrules.rules.rule import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class HeldNotes(Rule):
    """The draft rests on notes that were promised to be gone, and that a hold keeps."""

    code = "GR705"
    name = "held-notes"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the first use from each conversation whose notes are overdue and held."""
        for use in first_overdue(case):
            if is_held(case, use.evidenced):
                yield self.finding_on(
                    case,
                    use,
                    "rests on notes that were promised to be gone by now, and that a hold keeps",
                    "delete nothing while the hold lasts; have counsel tell the source, and decide "
                    "whether they may be used",
                )

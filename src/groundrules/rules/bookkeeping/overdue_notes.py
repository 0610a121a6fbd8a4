"""GR704: notes are still there, and used, that were promised to be gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.newsroom import is_held
from groundrules.rules.retention import first_overdue
from groundrules.rules.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class OverdueNotes(Rule):
    """The draft rests on notes that were promised to be gone by now."""

    code = "GR704"
    name = "overdue-notes"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the first use from each conversation whose notes are overdue and not held."""
        for use in first_overdue(case):
            if not is_held(case, use.evidenced):
                yield self.finding_on(
                    case,
                    use,
                    "rests on notes that were promised to be gone by now",
                    "have the use cleared with the source, and delete what was to be deleted",
                )

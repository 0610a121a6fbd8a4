"""A report before it has a form: what was examined, and what its reader may see of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.rules.rule import Severity
from groundrules.rules.usage import uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.errors import Fault
    from groundrules.evidence.case import Case, Evidenced
    from groundrules.reporters.redaction import Redaction
    from groundrules.rules.examination import Examination, Tally
    from groundrules.rules.rule import Finding


class Report(NamedTuple):
    """The outcome of one run.

    Attributes:
        examinations: one for each draft, in the order in which they were named; never empty.
        redaction: what the reader may see.
        width: how many columns a line may take.
        faults: what kept the check from being complete, although it could be made.
        threshold: the least severity that breaks the check, for forms that tell pass from fail.
    """

    examinations: tuple[Examination, ...]
    redaction: Redaction
    width: int = 100
    faults: tuple[Fault, ...] = ()
    threshold: Severity = Severity.WARNING

    @property
    def case(self) -> Case:
        """Return the first case: record, policy and instant are the same in all of them."""
        return self.examinations[0].case

    @property
    def tally(self) -> Tally:
        """Return what was looked at in all the drafts together."""
        tallies = [examination.tally for examination in self.examinations]
        used = {use.statement for one in self.examinations for use in uses(one.case)}
        statements = self.case.statements
        return tallies[0]._replace(
            quotations=sum(tally.quotations for tally in tallies),
            traced=sum(tally.traced for tally in tallies),
            used=len(used),
            used_restricted=sum(statements[one].standing.is_restricted for one in used),
            unchecked=tuple(dict.fromkeys(one for tally in tallies for one in tally.unchecked)),
        )

    def found(self) -> Iterator[tuple[Case, Finding]]:
        """Yield every finding with the case it was found in, in the order of the drafts."""
        for examination in self.examinations:
            for finding in examination.findings:
                yield examination.case, finding

    def breaks(self, threshold: Severity) -> bool:
        """Tell whether anything was found that is at least so severe."""
        return any(finding.severity.weight >= threshold.weight for _, finding in self.found())


def evidence_for(case: Case, finding: Finding) -> Evidenced | None:
    """Return the statement whose promise a finding is about, or None where there is none."""
    return case.statements.get(finding.statement)

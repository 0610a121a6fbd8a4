"""GR105: a sentence may tell again, in other words, what was said and may not be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.printed import as_printed
from groundrules.draft.sentences import sentences
from groundrules.rules.corroborating import is_corroborated
from groundrules.rules.restating import is_withheld, restated, stems, tells_of, withheld_sentences
from groundrules.rules.rule import Confidence, Finding, Rule, Severity
from groundrules.rules.usage import sureness, uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case


class RestatedStatement(Rule):
    """The draft may tell again, in other words, what may not be published."""

    code = "GR105"
    name = "restated-statement"
    since = "0.1.0"
    severity = Severity.NOTE

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the sentences that have much of what makes a withheld sentence of the record.

        It is a hint: it counts words, and does not understand them.
        """
        withheld = withheld_sentences(case)
        reported: set[str] = set()
        for span in sentences(case.draft) if withheld else ():
            own = stems(as_printed(case.draft, span))
            used = {use.statement for use in uses(case) if use.span.overlaps(span)}
            for one in restated(case, withheld, own):
                statement = one.evidenced.statement.id
                if statement not in used | reported and not is_corroborated(case, one.evidenced):
                    reported.add(statement)
                    yield self._hint(case, span, statement, Confidence.LOW)
        for match in case.restated:
            evidenced = case.evidence(match)
            known = reported.union(use.statement for use in uses(case))
            own = stems(as_printed(case.draft, match.span))
            if match.statement in known or not is_withheld(evidenced):
                continue
            if tells_of(case, evidenced, own) and not is_corroborated(case, evidenced):
                reported.add(match.statement)
                yield self._hint(case, match.span, match.statement, sureness(match.confidence))

    def _hint(self, case: Case, span: Span, statement: str, confidence: Confidence) -> Finding:
        return self.finding(
            case,
            span,
            "may tell again, in other words, what was said on terms that keep it out of print",
            "compare the two; leave it out, or record who else bears it out "
            f"(statement {statement})",
            statement=statement,
            confidence=confidence,
        )

"""GR104: what was learned by taking a source's words to others, against the terms, is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.corroborating import pursued
from groundrules.rules.rule import Finding, Rule
from groundrules.rules.storytelling import Told, told
from groundrules.rules.usage import uses
from groundrules.terms.rights import Publish, Pursue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case, Evidenced


class ForbiddenPursuit(Rule):
    """The draft tells what was only learned by taking words to others, which their terms forbid."""

    code = "GR104"
    name = "forbidden-pursuit"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield uses of what was asked for because of such words, and facts with no other way.

        A declared fact is found where every way to it starts at such words. A use of a statement
        is, where no declared fact at its place has a way of its own.
        """
        behind: dict[str, Evidenced] = {}
        for pursuit in pursued(case):
            behind.setdefault(pursuit.source, pursuit.protected)
        declared = list(told(case))
        for one in declared:
            protected = _only_starts(one, behind)
            if protected:
                yield self._telling(case, one.span, protected)
        for use in uses(case):
            if use.statement in behind and not any(one.span.overlaps(use.span) for one in declared):
                yield self._telling(case, use.span, behind[use.statement])

    def _telling(self, case: Case, span: Span, protected: Evidenced) -> Finding:
        statement = protected.statement.id
        return self.finding(
            case,
            span,
            "tells what was only learned by pursuing words whose terms forbid to pursue them",
            "leave it out, find a way to it that does not start there, or ask the source to let "
            f"it be taken to others (statement {statement})",
            statement=statement,
        )


def _only_starts(one: Told, behind: dict[str, Evidenced]) -> Evidenced | None:
    """Return the words at which every way to a fact starts; None where there is another way."""
    starts = [_start(evidenced, behind) for evidenced in one.statements]
    starts += [behind.get(other) for other in one.others]
    pursuits = any(source in behind for source in one.fact.rests_on)
    return starts[0] if pursuits and all(starts) else None


def _start(evidenced: Evidenced, behind: dict[str, Evidenced]) -> Evidenced | None:
    rights = evidenced.standing.terms.rights
    if rights.pursue is Pursue.NO and rights.publish is not Publish.YES:
        return evidenced
    return behind.get(evidenced.statement.id)

"""GR205: the draft does not say why a source is not named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.attributed import source_of
from groundrules.rules.descriptions import content
from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.withholding import withheld_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.draft.attribution import Attribution
    from groundrules.evidence.case import Case


class MissingReason(Rule):
    """The draft never says why a source whose name it withholds is not named."""

    code = "GR205"
    name = "missing-reason"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the first attribution to each description that no reason is given for."""
        withheld = withheld_names(case)
        for same in withheld:
            told = any(attribution.reason for attribution in same)
            if not told and not _is_told_of_some(case, same[0], withheld):
                yield self.finding(
                    case,
                    same[0].source,
                    "gives no reason for not naming the source, here or further on",
                    "say why the source is not named, in words that do not narrow who it is",
                )


def _is_told_of_some(
    case: Case, several: Attribution, withheld: Iterable[Sequence[Attribution]]
) -> bool:
    """Tell whether the reason was given already where one of them was described more closely.

    So it is for `workers at the mill` behind `a worker at the mill who mends the looms`.
    """
    told = content(source_of(case, several))
    return several.plural and any(
        told <= content(source_of(case, one))
        for same in withheld
        for one in same
        if one.reason and one.span.start < several.span.start
    )

"""GR202: a source is described more closely than was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.attributed import described
from groundrules.rules.descriptions import Fit
from groundrules.rules.rule import Finding, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case


class NarrowerDescription(Rule):
    """The draft says more about a source than the agreed description does."""

    code = "GR202"
    name = "narrower-description"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the attributions that add to an agreed description."""
        for one in described(case):
            if one.fit is Fit.NARROWER:
                yield self.finding_on(
                    case,
                    one.use,
                    "says more about the source than the agreed description does",
                    "go back to the agreed description, or ask the source to agree to this one",
                    span=one.attribution.source,
                )

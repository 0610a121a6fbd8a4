"""GR201: a source is described otherwise than was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.rules.attributed import described, source_of
from groundrules.rules.descriptions import Fit, is_elliptical, points_back
from groundrules.rules.rule import Finding, Rule
from groundrules.terms.rights import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.rules.attributed import Described


class DescriptionNotAgreed(Rule):
    """The draft describes a source otherwise than was agreed, or where nothing was agreed."""

    code = "GR201"
    name = "description-not-agreed"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the attributions that describe a source in words that nobody agreed."""
        for one in described(case):
            if one.fit is Fit.OTHER:
                yield self.finding_on(
                    case,
                    one.use,
                    "describes the source otherwise than was agreed",
                    "attribute it to the agreed description",
                    span=one.attribution.source,
                )
            elif one.fit is None and not _is_circle(one) and not _points_back(case, one):
                yield self.finding_on(
                    case,
                    one.use,
                    f"describes a source who spoke {one.use.spoken}, and no description was agreed",
                    "agree on a description with the source, and record it",
                    span=one.attribution.source,
                )


def _points_back(case: Case, one: Described) -> bool:
    """Tell whether it describes nobody anew: `both women` is found where they are described."""
    source = source_of(case, one.attribution)
    return points_back(source) or is_elliptical(source)


def _is_circle(one: Described) -> bool:
    """Tell whether the words may be laid to an institution or a circle, and are."""
    circle = one.attribution.form is SourceForm.INSTITUTION or one.attribution.plural
    return circle and one.use.rights.attribute is Attribute.INSTITUTION

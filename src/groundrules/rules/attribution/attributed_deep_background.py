"""GR203: words that may be attributed to nobody are attributed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.rules.attributed import attributed
from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import permitted
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case

_POINTS_AT_NOBODY = {
    Level.CHATHAM_HOUSE: frozenset(
        {SourceForm.IMPERSONAL, SourceForm.DESCRIBED, SourceForm.PRONOUN}
    ),
}
_IMPERSONAL = frozenset({SourceForm.IMPERSONAL})


class AttributedDeepBackground(Rule):
    """The draft attributes words that may be attributed to nobody, not even to a source."""

    code = "GR203"
    name = "attributed-deep-background"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the attributions of words whose terms allow none.

        `It has learned` attributes nothing to anybody. Under the Chatham House Rule what was said
        may be laid to a participant, as long as it is to no person, body or place of work.
        """
        for attribution, use in attributed(case, permitted(case)):
            allowed = _POINTS_AT_NOBODY.get(use.standing.terms.level, _IMPERSONAL)
            if use.rights.attribute is Attribute.NONE and attribution.form not in allowed:
                yield self.finding_on(
                    case,
                    use,
                    f"attributes words spoken {use.spoken}, which may be attributed to nobody",
                    "take the attribution out and say it on the outlet's own authority, or ask "
                    "the source to agree to a description",
                    span=attribution.span,
                )

"""GR101: words that were promised not to be published stand in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.attributed import governing, source_of
from groundrules.rules.corroborating import is_corroborated
from groundrules.rules.descriptions import content
from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import in_quotation_marks, settled
from groundrules.terms.rights import Publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use

_LIMITS = {
    Publish.NO: (
        "which may not be published",
        "leave it out, or ask the source to release it",
    ),
    Publish.IF_INDEPENDENT: (
        "which may be published only if they were had independently",
        "use the words of somebody else who told it, or ask the source to release these",
    ),
}


class WithheldStatement(Rule):
    """The draft uses words whose terms do not let them be published."""

    code = "GR101"
    name = "withheld-statement"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the uses of settled statements that are withheld.

        Where another source bears the information out, it may be told, but not in the words of
        whoever told it first.
        """
        for use in settled(case):
            if use.rights.publish is not Publish.YES and not _is_answered(case, use):
                limit, remedy = _LIMITS[use.rights.publish]
                yield self.finding_on(case, use, f"uses words spoken {use.spoken}, {limit}", remedy)


def _is_answered(case: Case, use: Use) -> bool:
    """Tell whether somebody else bears it out, and the draft does not tell it as this source's."""
    as_this_sources = in_quotation_marks(case, use.span) or _is_laid_to(case, use)
    return not as_this_sources and is_corroborated(case, use.evidenced)


def _is_laid_to(case: Case, use: Use) -> bool:
    """Tell whether the draft attributes the words to a description of whoever said them here."""
    speaker = use.evidenced.speaker
    own = [*(use.conditions.descriptions or ()), *([speaker.description] if speaker else ())]
    described = {content(one) for one in own if one}
    return any(content(source_of(case, one)) in described for one in governing(case, use.span))

"""GR302: a quotation has words that the speaker did not say, or leaves some out unmarked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.printed import as_printed
from groundrules.evidence.case import Reuse
from groundrules.rules.passages import trimmed
from groundrules.rules.quotation.fidelity import is_faithful
from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import permitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.quotation import Quotation
    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use


class AlteredQuotation(Rule):
    """The draft puts in quotation marks what was not said in these words."""

    code = "GR302"
    name = "altered-quotation"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the quotations that are true to none of the speakers on whose words they rest."""
        for quotation in case.quotations:
            behind = [use for use in permitted(case) if use.span.overlaps(quotation.words)]
            if behind and not any(_is_true_to(case, quotation, use) for use in behind):
                yield self.finding_on(
                    case,
                    max(behind, key=_shared),
                    "puts in quotation marks what was not said in these words",
                    "go back to the words of the record, mark what is left out with an ellipsis "
                    "and what is put in with brackets, or paraphrase",
                    span=quotation.words,
                )


def _is_true_to(case: Case, quotation: Quotation, use: Use) -> bool:
    """Tell whether the quotation is what the speaker said, if need be over several turns."""
    if use.match.reuse is Reuse.VERBATIM and trimmed(case.draft, quotation.words).within(use.span):
        return True
    quoted, statement = as_printed(case.draft, quotation.words), use.evidenced.statement
    return is_faithful(quoted, statement.text) or is_faithful(
        quoted,
        " ".join(
            one.text
            for one in use.evidenced.conversation.statements()
            if one.speaker == statement.speaker
        ),
    )


def _shared(use: Use) -> int:
    return use.match.shared

"""GR203: words that may be attributed to nobody are attributed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.lexicon import INSTITUTIONS, is_person
from groundrules.rules.attributed import attributed, source_of
from groundrules.rules.descriptions import GENERIC, content, tells_office_or_name
from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import permitted
from groundrules.terms.levels import Level
from groundrules.terms.rights import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.attribution import Attribution
    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use


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
            if use.rights.attribute is Attribute.NONE and not _is_allowed(case, attribution, use):
                yield self.finding_on(
                    case,
                    use,
                    f"attributes words spoken {use.spoken}, which may be attributed to nobody",
                    "take the attribution out and say it on the outlet's own authority, or ask "
                    "the source to agree to a description",
                    span=attribution.span,
                )


def _is_allowed(case: Case, attribution: Attribution, use: Use) -> bool:
    if attribution.form is SourceForm.IMPERSONAL:
        return True
    if use.standing.terms.level is not Level.CHATHAM_HOUSE:
        return False
    described = attribution.form is SourceForm.DESCRIBED
    pronoun = attribution.form is SourceForm.PRONOUN
    return pronoun or (described and _is_a_participant(case, attribution, use))


def _is_a_participant(case: Case, attribution: Attribution, use: Use) -> bool:
    """Tell whether a description says only that somebody took part, and not who or of what.

    An office, a profession, a body or a name says more: `a professor of the college`.
    """
    source = source_of(case, attribution)
    known = GENERIC | _TAKING_PART | content(use.evidenced.conversation.matter)
    told = content(source) - known
    opens = attribution.source.start == attribution.sentence.start
    return not any(is_person(word) or word in INSTITUTIONS for word in told) and not (
        tells_office_or_name(source, beside=known, opens_sentence=opens)
    )


_TAKING_PART = frozenset(
    {"attendee", "delegate", "guest", "panelist", "panellist", "participant", "speaker", "visitor"}
    | {"audience", "conference", "dinner", "discussion", "event", "gathering", "meeting", "panel"}
    | {"room", "senior", "session", "table", "workshop"}
)
"""What those who meet are called, and what they meet at, in the singular."""

"""GR608: an unnamed source may be giving an opinion, and not information."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.rules.descriptions import holds, in_short
from groundrules.rules.rule import Confidence, Finding, Rule, Severity
from groundrules.rules.unnamed_sayings import unnamed_sayings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case

_OPINION = (
    *("i think", "i believe", "i feel", "i suspect", "i guess", "i doubt", "i would say"),
    *("in my opinion", "in my view", "to my mind", "if you ask me", "as far as i am concerned"),
    *("i fear", "i hope", "i'd say", "i bet", "my sense is", "my guess is", "my hunch is"),
    *("ought to be ashamed", "it is high time", "it's high time", "speculated", "my gut feeling"),
)
"""What says of itself that it is an opinion. Articles and number do not count."""


class AnonymousOpinion(Rule):
    """The draft may give an unnamed source room for an opinion."""

    code = "GR608"
    name = "anonymous-opinion"
    since = "0.1.0"
    severity = Severity.NOTE

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield what is laid to unnamed sources and says of itself that it is an opinion.

        It is a hint: a program knows a few ways in which people say so.
        """
        phrases = [in_short(one) for one in _OPINION]
        for saying in unnamed_sayings(case):
            if any(holds(saying.words, one) for one in phrases):
                yield self.finding(
                    case,
                    saying.span,
                    "may be an opinion, for which the source does not stand with a name",
                    "keep to what the source knows, or have it said by somebody who signs it",
                    confidence=Confidence.LOW,
                )

"""GR503: an embargo was put on words, nobody accepted it, and the draft comes before it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import PROPOSALS, Kind
from groundrules.record.transcript import AFTERWARDS
from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.record.facts import Fact
    from groundrules.record.standing import Standing
    from groundrules.record.transcript import Conversation
    from groundrules.rules.usage import Use
    from groundrules.terms.conditions import Embargo


class UnacceptedEmbargo(Rule):
    """The draft comes before an embargo is over that its source put and nobody accepted."""

    code = "GR503"
    name = "unaccepted-embargo"
    since = "0.1.0"
    severity = Severity.NOTE

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the first use of each source's words under such an embargo."""
        seen = set()
        for use in uses(case):
            key = (use.evidenced.conversation.id, use.evidenced.statement.speaker)
            if use.is_sourced and key not in seen and any(_waits(case, use)):
                seen.add(key)
                yield self.finding_on(
                    case,
                    use,
                    "comes before an embargo is over that the source put, and that the record "
                    "does not show anybody to have accepted",
                    "an embargo binds whoever accepted it: see whether somebody did, and decide",
                )


def _waits(case: Case, use: Use) -> Iterator[bool]:
    """Yield for each embargo that was put on words whether it is unaccepted and not over."""
    talk = use.evidenced.conversation
    if use.is_released or any(fact.kind in _ENDING for fact in talk.facts):
        return  # what is lifted was in force, or is not meant to be
    for number, fact in enumerate(talk.facts, 1):
        embargo = fact.proposal.embargo if fact.proposal and fact.kind in PROPOSALS else None
        if embargo and _is_put_on(fact, use):
            accepted = _holds(use.standing, embargo) or any(
                _holds(one, embargo) and f"{talk.id}!{number}" in one.facts
                for one in _standings(case, talk)
            )
            yield not accepted and not embargo.is_over(case.as_of)


def _holds(standing: Standing, embargo: Embargo) -> bool:
    return not standing.is_open and embargo in standing.terms.conditions.embargoes


def _standings(case: Case, talk: Conversation) -> Iterator[Standing]:
    """Yield the standings of a talk: words that put an embargo come before its acceptance."""
    return (one.standing for one in case.statements.values() if one.conversation.id == talk.id)


def _is_put_on(fact: Fact, use: Use) -> bool:
    """Tell whether somebody on the source's side put the terms of a fact before the words."""
    party = use.evidenced.conversation.party(fact.by)
    ours = party is None or party.is_reporter
    return not ours and (fact.at == AFTERWARDS or fact.at <= use.evidenced.statement.place)


_ENDING = frozenset({Kind.EMBARGO_LIFTED, Kind.EVENT_HAPPENED})

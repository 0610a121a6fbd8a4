"""GR703: a reporter promised terms which the house lets nobody promise without leave."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from groundrules.record.facts import Kind, Purpose
from groundrules.record.standing import Basis
from groundrules.rules.newsroom import done, may_decide
from groundrules.rules.rule import Finding, Rule, Severity
from groundrules.rules.usage import settled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Evidenced
    from groundrules.record.facts import Fact

MANAGER = "manager"


class PromiseWithoutLeave(Rule):
    """The draft uses words on terms that the house wants a manager to allow before the promise."""

    code = "GR703"
    name = "promise-without-leave"
    since = "0.1.0"
    severity = Severity.WARNING

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the first use from each conversation, where the draft declares its story."""
        if not case.story.id or case.policy.word("promise_by") != "manager-first":
            return
        seen = set()
        for use in settled(case):
            talk = use.evidenced.conversation
            promised = use.standing.basis is Basis.AGREED and use.standing.is_restricted
            if promised and use.is_sourced and talk.id not in seen:
                seen.add(talk.id)
                if not any(_is_leave(one, use.evidenced) for one in _leaves(use.evidenced)):
                    yield self.finding_on(
                        case,
                        use,
                        "uses words on terms that were promised, and the record does not show "
                        "that a manager allowed the promise before",
                        "tell the manager of it now; the promise binds all the same",
                    )


def _leaves(evidenced: Evidenced) -> Iterator[Fact]:
    for fact in done(evidenced, Kind.USE_SIGNED_OFF):
        if fact.decision and fact.decision.purpose is Purpose.PROMISE:
            yield fact


def _is_leave(fact: Fact, evidenced: Evidenced) -> bool:
    """Tell whether somebody who may do so allowed it, and not later than the talk."""
    decision = fact.decision
    allowed = decision is not None and may_decide(decision.role, MANAGER)
    return allowed and _is_before(fact, evidenced)


def _is_before(fact: Fact, evidenced: Evidenced) -> bool:
    day = evidenced.conversation.date
    if day is None or fact.when is None:
        return False
    if isinstance(day, datetime):
        return fact.when <= day
    return fact.when.date() <= day

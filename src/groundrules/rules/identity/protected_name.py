"""GR401: the draft names somebody who may not be named for what they said."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from groundrules.rules.names import Named, bodies_in, names_in
from groundrules.rules.people import people, person_of
from groundrules.rules.proximity import is_near
from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import how_spoken, is_unnamed, uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case, Evidenced
    from groundrules.rules.usage import Use

FEWEST_WORDS = 4
"""How many words on the record the draft must use of somebody before it may well name them."""


class ProtectedName(Rule):
    """The draft names a source who may not be named for words that the record holds."""

    code = "GR401"
    name = "protected-name"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield where protected people are named, but for what they said on the record."""
        used: dict[str, list[Use]] = {}
        for use in uses(case):
            used.setdefault(person_of(use.evidenced), []).append(use)
        for person in people(case):
            promises = [one for one in person.statements if is_unnamed(one.standing)]
            if promises:
                own = used.get(person.key, [])
                kept = [use.evidenced for use in own if use.is_unnamed] + promises
                for named in names_in(case.draft, person.names):
                    of_a_body = not named.is_whole and _is_in_a_body(case, named.span)
                    if not of_a_body and not _is_signed(case, own, named.span):
                        yield self._naming(case, named, kept[0])

    def _naming(self, case: Case, named: Named, promise: Evidenced) -> Finding:
        statement = promise.statement.id
        return self.finding(
            case,
            named.span,
            f"names a source {how_spoken(promise.standing)} and who may not be named for it",
            "use the agreed description, leave the name out, or ask the source to go on the "
            f"record (statement {statement})",
            statement=statement,
            confidence=named.confidence,
        )


def _is_in_a_body(case: Case, span: Span) -> bool:
    """Tell whether a part of a name is one of a longer name of a body that the records know."""
    return any(span.within(body) and span != body for body in _bodies(case))


@lru_cache(maxsize=1)
def _bodies(case: Case) -> tuple[Span, ...]:
    """Return where the draft names bodies to which somebody in the records belongs."""
    parties = (party for talk in case.conversations.values() for party in talk.parties)
    known = {affiliation: None for party in parties for affiliation in party.affiliations}
    return tuple(span for name in known for span in bodies_in(case.draft, name))


def _is_signed(case: Case, own: list[Use], span: Span) -> bool:
    """Tell whether the name may stand there for what its bearer said on the record."""
    on_record = any(use.is_free and use.match.shared >= FEWEST_WORDS for use in own)
    return on_record and not any(use.is_unnamed and is_near(case, span, use) for use in own)

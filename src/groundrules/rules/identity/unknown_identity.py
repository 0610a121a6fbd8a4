"""GR405: nobody whom the house asks for knows who an unnamed source is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.facts import Kind
from groundrules.rules.newsroom import decided, may_decide, spoken_of
from groundrules.rules.people import person_of
from groundrules.rules.rule import Finding, Rule
from groundrules.rules.usage import permitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use

_ASKED = frozenset({"editor", "manager"})
"""What the policy may ask for that can be told from a record; the rest asks for nothing here."""


class UnknownIdentity(Rule):
    """The draft uses an unnamed source whom nobody of the house knows that should."""

    code = "GR405"
    name = "unknown-identity"
    since = "0.1.0"

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield the first use of each unnamed source, where the draft declares its story."""
        role = case.policy.word("identity_known_to")
        if not case.story.id or role not in _ASKED:
            return
        unnamed: dict[str, list[Use]] = {}
        for use in permitted(case):
            if use.is_sourced and use.is_unnamed:
                unnamed.setdefault(person_of(use.evidenced), []).append(use)
        for own in unnamed.values():
            if not any(_is_known(case, use, role) for use in own):
                yield self.finding_on(
                    case,
                    own[0],
                    f"uses an unnamed source, and the record has {spoken_of(role)} or somebody "
                    "higher nowhere as knowing who it is",
                    "tell them who it is, and record that they know",
                )


def _is_known(case: Case, use: Use, role: str) -> bool:
    return any(
        found.in_force and may_decide(found.decision.role, role)
        for found in decided(case, use.evidenced, Kind.IDENTITY_SHARED)
    )

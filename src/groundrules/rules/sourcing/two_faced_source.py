"""GR607: somebody is quoted by name, and unnamed with what may be the contrary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.wording import word_list
from groundrules.rules.people import person_of
from groundrules.rules.restating import stems
from groundrules.rules.rule import Confidence, Finding, Rule, Severity
from groundrules.rules.usage import permitted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use

FEWEST = 2
"""How many content words two statements must share to be about the same."""

_NEGATIONS = frozenset(
    {"cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing"}
)


class TwoFacedSource(Rule):
    """The draft may quote somebody by name, and unnamed with the contrary."""

    code = "GR607"
    name = "two-faced-source"
    since = "0.1.0"
    severity = Severity.NOTE

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield unnamed uses that deny what their source is used with by name, or the reverse.

        It is a hint: words about the same, of which one has a negation, need not be contrary.
        """
        by_name: dict[str, list[Use]] = {}
        for use in permitted(case):
            if use.is_sourced and use.is_free:
                by_name.setdefault(person_of(use.evidenced), []).append(use)
        for use in permitted(case):
            own = by_name.get(person_of(use.evidenced), ()) if use.is_unnamed else ()
            if use.is_sourced and any(_may_deny(use, other) for other in own):
                yield self.finding_on(
                    case,
                    use,
                    "may be the contrary of what the same person is used with by name",
                    "see whether it is; do not let somebody say one thing signed and another not",
                    confidence=Confidence.LOW,
                )


def _may_deny(one: Use, other: Use) -> bool:
    texts = [use.evidenced.statement.text for use in (one, other)]
    denying = [_denies(text) for text in texts]
    shared = stems(texts[0]) & stems(texts[1])
    return denying[0] != denying[1] and len(shared) >= FEWEST


def _denies(text: str) -> bool:
    return any(word in _NEGATIONS or word.endswith("n't") for word in word_list(text))

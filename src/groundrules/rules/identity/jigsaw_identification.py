"""GR404: what is told of an unnamed source, here and there, may add up to a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.rules.attributed import attributed, first_mention, source_of
from groundrules.rules.descriptions import GENERIC, content
from groundrules.rules.people import person_of
from groundrules.rules.rule import Confidence, Finding, Rule, Severity
from groundrules.rules.usage import uses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.draft.attribution import Attribution
    from groundrules.evidence.case import Case
    from groundrules.rules.usage import Use

FEWEST_BEYOND = 2
"""How many of them must be new beyond what any one description of the source tells."""

MOST = 4
"""How many different things may be told of an unnamed source before it is worth a thought."""

_GENDERED = frozenset({"he", "she"})


class JigsawIdentification(Rule):
    """The draft, with earlier stories, tells so much of an unnamed source that it may add up."""

    code = "GR404"
    name = "jigsaw-identification"
    since = "0.1.0"
    severity = Severity.NOTE

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield, for each unnamed source, where the draft tells one thing more than `MOST`.

        What one description tells by itself is for other rules. It is a hint: a program can count
        what is told, and does not know who could tell from it.
        """
        pieces: dict[str, list[tuple[Attribution, Use]]] = {}
        for attribution, use in attributed(case, uses(case)):
            if use.is_unnamed and attribution.form in _TELLING:
                pieces.setdefault(person_of(use.evidenced), []).append((attribution, use))
        for told in pieces.values():
            yield from self._over(case, told)

    def _over(self, case: Case, told: list[tuple[Attribution, Use]]) -> Iterator[Finding]:
        """Yield where the pieces together tell too much, and no piece by itself does."""
        pieces = _told_before(case, told[0][1])
        for attribution, use in told:
            pieces.append(_things(case, attribution))
            known = frozenset[str]().union(*pieces)
            new = known.difference(*_agreed(told))
            if len(known) > MOST and len(new) >= MOST and _adds_up(known, pieces):
                yield self.finding_on(
                    case,
                    use,
                    f"tells more than {MOST} different things about an unnamed source, together "
                    "with what was told before",
                    "ask who could put them together, and leave out what is not needed",
                    span=attribution.source,
                    confidence=Confidence.LOW,
                )
                return


def _adds_up(known: frozenset[str], pieces: Iterable[frozenset[str]]) -> bool:
    """Tell whether no one piece tells nearly all of it."""
    return all(len(known - piece) >= FEWEST_BEYOND for piece in pieces)


def _agreed(told: list[tuple[Attribution, Use]]) -> list[frozenset[str]]:
    """Return what each of the agreed descriptions tells."""
    descriptions = (one for _, use in told for one in use.conditions.descriptions or ())
    return [content(one) - GENERIC for one in descriptions]


def _told_before(case: Case, use: Use) -> list[frozenset[str]]:
    """Return what earlier stories have told, as the story declares it."""
    party = f"{use.evidenced.conversation.id}/{use.evidenced.statement.speaker}"
    sources = (source for source in case.story.sources if source.party == party)
    return [content(one) - GENERIC for source in sources for one in source.told_before]


def _things(case: Case, attribution: Attribution) -> frozenset[str]:
    """Return what an attribution tells of the source: the words that are not any source's."""
    words = content(source_of(case, attribution))
    if attribution.form is SourceForm.PRONOUN:
        first = first_mention(case, attribution)
        told = content(source_of(case, first)) if first.form in _TELLING else frozenset()
        return (words & _GENDERED) | (told - GENERIC)
    return words - GENERIC


_TELLING = frozenset({SourceForm.DESCRIBED, SourceForm.PRONOUN, SourceForm.INSTITUTION})

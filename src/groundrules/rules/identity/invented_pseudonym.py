"""GR406: somebody has another name in the draft, and not one of their own choice, or untold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.printed import as_printed
from groundrules.draft.sentences import sentences
from groundrules.rules.descriptions import holds, in_short
from groundrules.rules.names import names_in
from groundrules.rules.rule import Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case
    from groundrules.evidence.story import StorySource

_EXPLAINING = (
    *("not her real name", "not his real name", "not their real name", "not real name"),
    *("name has been changed", "name have been changed", "name was changed", "name were changed"),
    *("changed her name", "changed his name", "changed their name", "pseudonym", "assumed name"),
    *("asked to be called", "asked to be identified as", "asked to be known as"),
    *("wanted to be called", "chose to be called", "goes by name", "whom we are calling"),
)
"""What tells readers that a name is not the real one. Articles and number do not count."""

_SIGNS = ("name", "pseudonym", "called", "calling", "identified as", "known as")
"""One of these stands in every draft that has one of those phrases."""

_BY_THE_SOURCE = (
    *("asked to be called", "asked to be identified as", "asked to be known as"),
    *("wanted to be called", "chose to be called", "goes by name"),
    *("pseudonym she chose", "pseudonym he chose", "pseudonym they chose", "chose pseudonym"),
)


class InventedPseudonym(Rule):
    """The draft has somebody under another name, which they did not choose or which it hides."""

    code = "GR406"
    name = "invented-pseudonym"
    since = "0.1.0"
    severity = Severity.WARNING
    blind = True

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield declared pseudonyms, and sentences that tell of one, which nobody accounts for."""
        telling = _telling(case)
        declared = [source for source in case.story.sources if source.pseudonym]
        for source in declared:
            yield from self._declared(case, source, telling)
        named = [name for source in declared for name in names_in(case.draft, [source.pseudonym])]
        for span in telling:
            if not any(one.span.within(span) for one in named) and not _is_chosen(case, span):
                yield self.finding(
                    case,
                    span,
                    "says that a name is not the real one, and not that its bearer chose it",
                    "leave the name out, or declare in the story who chose it",
                )

    def _declared(self, case: Case, source: StorySource, telling: list[Span]) -> Iterator[Finding]:
        named = names_in(case.draft, [source.pseudonym])
        if named and source.chosen_by != "source":
            yield self.finding(
                case,
                named[0].span,
                "uses a name that the outlet has made up for a source",
                "leave the name out, or let the source choose one and tell readers",
            )
        elif named and not any(one.span.within(span) for one in named for span in telling):
            yield self.finding(
                case,
                named[0].span,
                "uses a name that a source chose, and never says that it is not the real one",
                "say where the name first stands that it is not the real one",
            )


def _telling(case: Case) -> list[Span]:
    """Return the sentences that say that a name is not the real one, or was asked for."""
    text = case.draft.text.casefold()
    if not any(sign in text for sign in _SIGNS):
        return []
    phrases = [in_short(one) for one in _EXPLAINING]
    found = []
    for span in sentences(case.draft):
        words = in_short(as_printed(case.draft, span))
        if any(holds(words, one) for one in phrases):
            found.append(span)
    return found


def _is_chosen(case: Case, span: Span) -> bool:
    words = in_short(as_printed(case.draft, span))
    return any(holds(words, in_short(one)) for one in _BY_THE_SOURCE)

"""What a story declares, held against the draft and the record: where its facts stand and rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.wording import draft_words, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.draft.document import Draft, Span
    from groundrules.evidence.case import Case, Evidenced
    from groundrules.evidence.story import StoryFact


class Told(NamedTuple):
    """A declared fact, found in the draft.

    Attributes:
        statements: those of the statements it rests on that the records hold.
        others: what else it rests on, such as documents.
    """

    fact: StoryFact
    span: Span
    statements: tuple[Evidenced, ...]
    others: tuple[str, ...]


def told(case: Case) -> Iterator[Told]:
    """Yield the declared facts that the draft tells."""
    for fact in case.story.facts:
        span = place_of(case.draft, fact.words)
        if span:
            known = [case.statements[one] for one in fact.rests_on if one in case.statements]
            others = [one for one in fact.rests_on if one not in case.statements]
            yield Told(fact, span, tuple(known), tuple(others))


def place_of(draft: Draft, words: str) -> Span | None:
    """Return where a draft has these words the first time, or None; case does not count."""
    copy, wanted = draft_words(draft), word_list(words)
    for place in range(len(copy.texts) - len(wanted) + 1 if wanted else 0):
        if copy.texts[place : place + len(wanted)] == wanted:
            return copy.span(place, place + len(wanted) - 1)
    return None

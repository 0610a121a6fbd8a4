"""The use of statements: what several rules ask about the matches of a case.

A rule about *how* words are used (attribution, quotation, timing, sourcing) asks `permitted`: the
uses whose terms are settled and let the words be published at all. The others have one finding
each, under `disclosure`, and telling people to mend the attribution of words that must come out
would only mislead them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.document import Span
from groundrules.draft.printed import as_printed
from groundrules.record.standing import Basis
from groundrules.rules.descriptions import formulas, holds, in_short
from groundrules.rules.rule import Confidence
from groundrules.terms.rights import Attribute, Publish

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Evidenced, Match
    from groundrules.record.standing import Standing
    from groundrules.record.transcript import Conversation
    from groundrules.terms.conditions import Conditions
    from groundrules.terms.rights import Rights

SURE = 0.85
FAIRLY_SURE = 0.6


class Use(NamedTuple):
    """A passage of the draft together with the statement on which it rests."""

    match: Match
    evidenced: Evidenced

    @property
    def span(self) -> Span:
        """Return the passage of the draft."""
        return self.match.span

    @property
    def statement(self) -> str:
        """Return the statement's id."""
        return self.match.statement

    @property
    def standing(self) -> Standing:
        """Return on which terms the statement stands."""
        return self.evidenced.standing

    @property
    def rights(self) -> Rights:
        """Return what the statement's terms allow; for open ones, the strictest in play."""
        return self.standing.terms.rights

    @property
    def conditions(self) -> Conditions:
        """Return what must hold besides."""
        return self.standing.terms.conditions

    @property
    def spoken(self) -> str:
        """Return how the words were spoken, to be read in a sentence: `off the record`."""
        return self.standing.terms.level.spoken

    @property
    def is_unnamed(self) -> bool:
        """Tell whether the source may not be named for these words."""
        return is_unnamed(self.standing)

    @property
    def is_free(self) -> bool:
        """Tell whether the words are on the record: published, and under the speaker's name."""
        public = self.rights.publish is Publish.YES and self.rights.attribute is Attribute.NAME
        return public and not self.standing.is_open

    @property
    def is_sourced(self) -> bool:
        """Tell whether the words are a source's; a reporter's own carry terms, but are nobody's."""
        speaker = self.evidenced.speaker
        return speaker is not None and not speaker.is_reporter

    @property
    def is_released(self) -> bool:
        """Tell whether the source has moved the words to freer terms since."""
        return self.standing.basis is Basis.RELEASED

    @property
    def confidence(self) -> Confidence:
        """Return how sure it is that the passage comes from the statement."""
        return sureness(self.match.confidence)


def sureness(confidence: float) -> Confidence:
    """Return in a word how sure a match is, whose confidence is from 0 to 1."""
    if confidence >= SURE:
        return Confidence.HIGH
    return Confidence.MEDIUM if confidence >= FAIRLY_SURE else Confidence.LOW


def is_unnamed(standing: Standing) -> bool:
    """Tell whether a statement's source may not be named for it."""
    return standing.terms.rights.attribute is not Attribute.NAME


def how_spoken(standing: Standing) -> str:
    """Return a clause about a source, to be read behind the word: `who spoke off the record`."""
    if standing.is_open:
        return "whose terms are not settled"
    return f"who spoke {standing.terms.level.spoken}"


@lru_cache(maxsize=1)
def uses(case: Case) -> tuple[Use, ...]:
    """Return every use of a statement, in the order of the draft.

    A passage that only repeats how the source is to be described uses nothing, though the source
    said it first, perhaps off the record: *call me a person briefed on the talks*.
    """
    found = [Use(match, case.evidence(match)) for match in case.matches]
    talks = {use.evidenced.conversation.id: use.evidenced.conversation for use in found}
    descriptions = {name: _descriptions(talk) for name, talk in talks.items()}
    return tuple(use for use in found if not _describes(case, use, descriptions))


def _describes(case: Case, use: Use, descriptions: dict[str, list[tuple[str, ...]]]) -> bool:
    words = in_short(as_printed(case.draft, use.span))
    talk = use.evidenced.conversation.id
    return bool(words) and any(holds(one, words) for one in descriptions[talk])


def _descriptions(talk: Conversation) -> list[tuple[str, ...]]:
    """Return the descriptions that were put in a conversation, or that its parties have."""
    put = (one for fact in talk.facts if fact.proposal for one in fact.proposal.descriptions)
    return formulas([*put, *(party.description for party in talk.parties)])


def settled(case: Case) -> Iterator[Use]:
    """Yield the uses of statements whose terms are settled."""
    return (use for use in uses(case) if not use.standing.is_open)


@lru_cache(maxsize=1)
def permitted(case: Case) -> tuple[Use, ...]:
    """Return the uses of statements that are settled and may be published in some form."""
    return tuple(use for use in settled(case) if use.rights.publish is Publish.YES)


def in_quotation_marks(case: Case, span: Span) -> tuple[Span, ...]:
    """Return the parts of a span that stand in quotation marks, in order."""
    return tuple(
        Span(max(span.start, quotation.words.start), min(span.end, quotation.words.end))
        for quotation in case.quotations
        if quotation.words.overlaps(span)
    )


def quoted(case: Case) -> Iterator[tuple[Use, Span]]:
    """Yield the permitted uses that stand in quotation marks, each with the quoted part of it."""
    for use in permitted(case):
        for part in in_quotation_marks(case, use.span):
            yield use, part

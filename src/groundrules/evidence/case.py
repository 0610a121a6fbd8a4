"""The case that the rules decide: a draft, and what of it rests on which statement."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.evidence.story import UNDECLARED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from groundrules.draft.attribution import Attribution
    from groundrules.draft.document import Draft, Span
    from groundrules.draft.quotation import Quotation
    from groundrules.evidence.story import Story
    from groundrules.record.standing import Standing
    from groundrules.record.transcript import Conversation, Party, Statement
    from groundrules.terms.policy import Policy


class Reuse(StrEnum):
    """How the draft's words come from the statement's, closest first.

    `VERBATIM` has the same words in the same order; `TRIMMED` leaves some out, whether or not an
    ellipsis says so; `EDITED` adds or changes some, or leaves one out that turns the sense;
    `RESTATED` says it otherwise, with so many of its words that it is hardly chance.
    """

    VERBATIM = "verbatim"
    TRIMMED = "trimmed"
    EDITED = "edited"
    RESTATED = "restated"


class Match(NamedTuple):
    """A passage of the draft that rests on words of a statement.

    Attributes:
        span: the passage in the draft's text.
        statement: the statement's id.
        words: the span in the statement's text.
        reuse: how close the two are.
        shared: how many words the two have in common, in order.
        confidence: 0 to 1; how sure it is that the one comes from the other.
    """

    span: Span
    statement: str
    words: Span
    reuse: Reuse
    shared: int
    confidence: float


class Evidenced(NamedTuple):
    """A statement with what there is to know about it: whose it is and on which terms it stands."""

    statement: Statement
    standing: Standing
    speaker: Party | None
    conversation: Conversation


class SealedMatch(NamedTuple):
    """A passage of the draft that has words of a statement which nobody here may open.

    Attributes:
        span: the passage in the draft's text.
        statement: the statement's id.
        contact: whom to ask about it.
        confidence: 0 to 1; how sure it is that the one comes from the other.
    """

    span: Span
    statement: str
    contact: str
    confidence: float


class Unopened(NamedTuple):
    """What a case holds of conversations that no rule can find anything in, and that stay closed.

    Attributes:
        conversations: how many there are.
        statements: how many statements they hold.
        restricted: how many of those are restricted, the open ones included.
        open: how many have terms that are not settled.
        unknown: of how many it is not known who spoke.
        freely: stems, as the rules cut them, that were said there on the record; at least those
            that a sentence of the draft and a withheld one of the case have in common.
        names: words of the draft that are words of the name of somebody whose words are restricted.
        phrases: words of the draft, in lower case, that are the whole name, an alias or an
            affiliation of such a person.
    """

    conversations: int = 0
    statements: int = 0
    restricted: int = 0
    open: int = 0
    unknown: int = 0
    freely: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    phrases: frozenset[tuple[str, ...]] = frozenset()


NOTHING_UNOPENED = Unopened()
"""What a case holds besides that has every conversation."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """Everything that a rule may look at. It is the same however the record is kept.

    A case equals itself alone, so that what several rules ask of it can be kept while it is
    examined.

    Attributes:
        draft: the text that is checked.
        quotations: the quoted passages of the draft, in order.
        attributions: the passages that say whose words something is, in order.
        matches: what of the draft rests on which statement, in the order of the draft.
        statements: every statement that was checked against, by id; of the conversations below.
        conversations: every conversation that was checked against, by id, but for the unopened.
        policy: the policy of the house that publishes the draft.
        as_of: the instant at which it is, or would be, published; with its offset from UTC.
        story: what the draft declares of itself.
        readings: the policy under which each conversation was read, by the conversation's id;
            one that is missing was read under `policy`.
        unopened: what there is to know of conversations that were checked against and are in
            neither of the two above, since no rule can find anything in them.
        sealed: what of the draft has words of statements that nobody here may open, in order.
        blind: the record was not opened at all; only what needs none of its words is checked.
        restated: passages that tell otherwise, but in many of its words, what a statement says;
            in the order of the draft. They are hints; an index on disk finds them.
    """

    draft: Draft
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    matches: tuple[Match, ...]
    statements: Mapping[str, Evidenced]
    conversations: Mapping[str, Conversation]
    policy: Policy
    as_of: datetime
    story: Story = UNDECLARED
    readings: Mapping[str, Policy] = field(default_factory=dict)
    unopened: Unopened = NOTHING_UNOPENED
    sealed: tuple[SealedMatch, ...] = ()
    blind: bool = False
    restated: tuple[Match, ...] = ()

    def evidence(self, match: Match) -> Evidenced:
        """Return the statement on which a match rests."""
        return self.statements[match.statement]

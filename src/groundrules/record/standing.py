"""The standing of a statement: on which terms, because of which facts, and what is open."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.terms.promise import ON_THE_RECORD, Terms

if TYPE_CHECKING:
    from groundrules.record.transcript import Statement

OPEN = "open"
"""The status of a statement whose terms are not settled. It is treated as restricted."""


class Basis(StrEnum):
    """What the terms of a statement rest on."""

    DEFAULT = "nothing was agreed"
    AGREED = "agreed"
    IMPLIED = "announced, and the listeners stayed"
    RELEASED = "released by the source"
    OPEN = "not settled"


class Doubt(StrEnum):
    """What kind of thing is open about a statement's terms."""

    UNANSWERED = "unanswered"
    ASSERTED = "asserted"
    REFUSED_BY_SOME = "refused-by-some"
    UNCLEAR = "unclear"
    UNKNOWN_SPEAKER = "unknown-speaker"
    UNTIMED = "untimed"
    UNDEFINED = "undefined"
    UNCONFIRMED_DEFINITION = "unconfirmed-definition"
    NO_DESCRIPTION = "no-description"
    PROPOSED = "proposed"


class OpenPoint(NamedTuple):
    """Something open: of what kind, because of which facts, and what it means in a sentence."""

    doubt: Doubt
    facts: tuple[str, ...]
    message: str


class Standing(NamedTuple):
    """On which terms one statement stands.

    Attributes:
        statement: the statement it is about.
        status: a level's name, or `open`.
        terms: the promise to keep: for an open statement, the strictest of all that is in play.
        basis: what the terms rest on.
        facts: the ids of the facts because of which, in the order of the record.
        open: what is open about them; an open point does not always make the status open.
        spoken: the terms on which it was spoken, where a release has moved it since.
        retroactive: the ids of requests that came after the words. They change nothing.
        graces: the ids of the graces that the journalist granted. They are no agreement.
        approved: the source has approved the quotation of it.
    """

    statement: Statement
    status: str
    terms: Terms = ON_THE_RECORD
    basis: Basis = Basis.DEFAULT
    facts: tuple[str, ...] = ()
    open: tuple[OpenPoint, ...] = ()
    spoken: Terms | None = None
    retroactive: tuple[str, ...] = ()
    graces: tuple[str, ...] = ()
    approved: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether the terms are not settled, so that the statement is protected."""
        return self.status == OPEN

    @property
    def is_restricted(self) -> bool:
        """Tell whether anything limits the use of the statement."""
        return self.is_open or self.terms.restrict

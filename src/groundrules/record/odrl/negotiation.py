"""One step of a negotiation as it leaves the record: no name, and no word of the talk."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.standing import Basis
from groundrules.terms.promise import ON_THE_RECORD, Terms

if TYPE_CHECKING:
    from groundrules.record.facts import Kind
    from groundrules.record.standing import Doubt
    from groundrules.record.transcript import Place


class Form(StrEnum):
    """What a step is; the value is the ODRL class of the policy that it becomes."""

    OFFER = "Offer"
    REQUEST = "Request"
    ASSERTION = "Assertion"
    AGREEMENT = "Agreement"
    UNSETTLED = "Set"


class Span(NamedTuple):
    """A run of statements.

    Attributes:
        first: where its first statement stands.
        last: where its last one stands; None for everything that is said from the first on.
    """

    first: Place
    last: Place | None


class Negotiation(NamedTuple):
    """Terms that were put, terms that are in force, or words whose terms are not settled.

    Parties are told by their place in the record, counted from 1; 0 is nobody who can be told.

    Attributes:
        conversation: the id of the record.
        fact: the number of the last fact that it rests on; 0 where there is none.
        protected: whose words are meant.
        spans: the words that are meant, in the order of the talk.
        terms: for words that are not settled, the strictest of all that is in play.
        policy: the id of the policy under which the names of levels were read.
        version: that policy's version.
        outlet: for whom the reporters were working, "" where the record does not say; None where
            no reporter took part.
        bound: the negotiators whom it binds, besides the outlet.
        act: the kind of the fact; None where there is none.
        by: whose act it was.
        basis: what the terms rest on; `OPEN` for all but an agreement.
        scope: the topic to which the terms are limited; "" where they are not.
        until: milliseconds into the recording at which they end; None where they do not.
        revises: the name of the step that this one revises; "" where it is the first.
        doubts: what is open about the terms of these words.
        approved: the source has approved the quotation of these words.
    """

    form: Form
    conversation: str
    fact: int
    protected: int
    spans: tuple[Span, ...]
    terms: Terms = ON_THE_RECORD
    policy: str = ""
    version: str = ""
    outlet: str | None = None
    bound: tuple[int, ...] = ()
    act: Kind | None = None
    by: int = 0
    basis: Basis = Basis.OPEN
    scope: str = ""
    until: int | None = None
    revises: str = ""
    doubts: tuple[Doubt, ...] = ()
    approved: bool = False

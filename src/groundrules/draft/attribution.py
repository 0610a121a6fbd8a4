"""Attributions: the passages of a draft that say whose words, or whose knowledge, something is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.draft.document import Span


class SourceForm(StrEnum):
    """How the draft refers to whoever said it."""

    NAMED = "named"
    DESCRIBED = "described"
    PRONOUN = "pronoun"
    INSTITUTION = "institution"
    IMPERSONAL = "impersonal"


class Attribution(NamedTuple):
    """A passage that attributes something.

    Attributes:
        span: the attribution with its verb: `said a person briefed on the talks`.
        source: the words that refer to whoever said it: `a person briefed on the talks`.
        form: how they refer to them.
        plural: they claim more than one source: `officials`, `two people`.
        sentence: the sentence it stands in.
        reason: the clause that says why the source is not named, wherever it stands near; or None.
        declined: it says that they would not comment.
        governs: the passages that it is for, in order: parts of its sentence, and quotations
            around it that have no attribution of their own.
        refers_to: what an earlier attribution called the source that this one means again with
            `she` or `the official`; or None.
        guessed: those quotations of `governs` that it is given only because it stands nearest, as
            no attribution of their sentence or paragraph is for them.
    """

    span: Span
    source: Span
    form: SourceForm
    plural: bool
    sentence: Span
    reason: Span | None = None
    declined: bool = False
    governs: tuple[Span, ...] = ()
    refers_to: Span | None = None
    guessed: tuple[Span, ...] = ()


def tied(attribution: Attribution, span: Span) -> bool:
    """Tell whether an attribution is for a passage, or for a part of it."""
    return any(part.overlaps(span) for part in attribution.governs)


def attributions_of(span: Span, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions that are for a passage, or for parts of it, in order."""
    return tuple(one for one in attributions if tied(one, span))

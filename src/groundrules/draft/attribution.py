"""Attributions: the passages of a draft that say whose words, or whose knowledge, something is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groundrules.draft.document import Span


class SourceForm(StrEnum):
    """How the draft refers to whoever said it."""

    NAMED = "named"
    DESCRIBED = "described"
    PRONOUN = "pronoun"
    INSTITUTION = "institution"
    IMPERSONAL = "impersonal"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A passage that attributes something.

    Attributes:
        span: the attribution with its verb: `said a person briefed on the talks`.
        source: the words that refer to whoever said it: `a person briefed on the talks`.
        form: how they refer to them.
        plural: they claim more than one source: `officials`, `two people`.
        sentence: the sentence it stands in.
        reason: the clause that says why the source is not named, wherever it stands near; or None.
        declined: it says that they would not comment.
    """

    span: Span
    source: Span
    form: SourceForm
    plural: bool
    sentence: Span
    reason: Span | None = None
    declined: bool = False

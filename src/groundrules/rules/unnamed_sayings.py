"""Unnamed sayings: what the draft lays to sources whose name it withholds, passage by passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.attribution import SourceForm
from groundrules.draft.printed import as_printed
from groundrules.rules.descriptions import in_short
from groundrules.rules.usage import permitted
from groundrules.rules.withholding import withheld_names

if TYPE_CHECKING:
    from groundrules.draft.attribution import Attribution
    from groundrules.draft.document import Span
    from groundrules.evidence.case import Case


class Saying(NamedTuple):
    """A passage that is laid to somebody unnamed.

    Attributes:
        words: the words as readers see them, in lower case and in the singular.
    """

    span: Span
    words: tuple[str, ...]


def unnamed_sayings(case: Case) -> list[Saying]:
    """Return the passages that the draft lays to unnamed sources, in order, each once."""
    spans = {part for same in withheld_names(case) for one in same for part in _firm(one)}
    spans |= {
        part
        for use in permitted(case)
        if use.is_sourced and use.is_unnamed
        for one in case.attributions
        if one.form is not SourceForm.NAMED
        for part in _firm(one)
        if part.overlaps(use.span)
    }
    return [Saying(span, in_short(as_printed(case.draft, span))) for span in sorted(spans)]


def _firm(attribution: Attribution) -> list[Span]:
    """Return what an attribution is for, without what it only may be for."""
    return [part for part in attribution.governs if part not in attribution.guessed]

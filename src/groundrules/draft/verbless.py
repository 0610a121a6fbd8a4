"""Attributions without a verb: behind a quotation and a dash, or before a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.listed import listed
from groundrules.draft.noun_phrase import noun_phrase
from groundrules.draft.noun_phrase_tail import is_boundary, is_number, is_participle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.draft.noun_phrase import NounPhrase
    from groundrules.draft.tokens import Token

_DASHES = listed("— – ― - -- ---")
_SOURCES = frozenset([SourceForm.NAMED, SourceForm.DESCRIBED])


def signatures(tokens: Sequence[Token]) -> Iterator[tuple[int, NounPhrase]]:
    """Yield the dash and the source of each `“…” — Dana Whitfield` in a sentence."""
    for at, token in enumerate(tokens[:-1]):
        if token.text in _DASHES and at and tokens[at - 1].is_quotation:
            found = noun_phrase(tokens, at + 1)
            if found and _is_source(found) and is_boundary(tokens, found.end):
                yield at, found


def label(tokens: Sequence[Token]) -> NounPhrase | None:
    """Return the source of `Dana Whitfield: “…”` or `Officials: The deal is dead`, or None."""
    found = noun_phrase(tokens, 0)
    if found is None or not _is_source(found) or found.end + 1 >= len(tokens):
        return None
    if is_number(tokens[found.end - 1]):
        return None  # the time of day
    if tokens[found.end].text != ":" or any(map(is_participle, tokens[: found.end])):
        return None
    plural = found.form is SourceForm.DESCRIBED and found.plural
    return found if plural or tokens[found.end + 1].is_quotation else None


def _is_source(found: NounPhrase) -> bool:
    return found.is_sure and found.form in _SOURCES

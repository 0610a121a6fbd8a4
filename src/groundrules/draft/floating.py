"""Quotations with no attribution in their own sentence, and whose they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm
from groundrules.draft.titles import is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from groundrules.draft.printed import Stretch
    from groundrules.draft.said import ReadSentence, Said

_BESIDE = 8
_REACH = 6
"""Sentences within which an attribution that a quotation is given to stands at the most."""


def attach(text: str, sentences: Sequence[ReadSentence], signed: AbstractSet[int]) -> None:
    """Give each quotation that no attribution of its sentence governs to the one that does.

    That is the attribution before it in the paragraph, or else the one in the next sentence. A
    paragraph that holds nothing but a quotation, or that follows a colon, goes on with the
    paragraph before. Where there is none of these, it is the nearest.

    Args:
        text: the print.
        sentences: all of them, in order; what their attributions govern grows.
        signed: where quotations start that are attributed already.
    """
    latest: Said | None = None
    for at, sentence in enumerate(sentences):
        begins = at == 0 or sentences[at - 1].paragraph != sentence.paragraph
        if begins and not _goes_on(text, sentences, at):
            latest = None
        if not (sentence.quotations or sentence.said):
            continue
        owner = _last(sentence.said)
        if owner is None and (latest is None or text[sentence.stretch.end - 2] in "?!"):
            owner = _tag_behind(sentences, at)
        owner = owner or latest or _first_behind(sentences, at)
        for quotation in _uncovered(text, sentence, signed):
            found = _nearest(sentence.said, quotation) or owner
            nearest = found or _near(sentences, at)
            if nearest:
                nearest.governs.append(quotation)
            if nearest and not found:
                nearest.guessed.append(quotation)
        latest = owner


def _uncovered(text: str, sentence: ReadSentence, signed: AbstractSet[int]) -> Iterator[Stretch]:
    """Yield the quotations of a sentence that no attribution of it is for, but titles."""
    parts = sorted(part for said in sentence.said for part in said.governs)
    ends = list(accumulate((end for _, end in parts), max))
    for quotation in sentence.quotations:
        before = bisect_right(parts, (quotation.start, len(text))) - 1
        covered = before >= 0 and ends[before] >= quotation.end
        if not covered and quotation.start not in signed and not is_title(text, quotation):
            yield quotation


def _goes_on(text: str, sentences: Sequence[ReadSentence], at: int) -> bool:
    """Tell whether a paragraph that begins here goes on with the quoting of the one before."""
    if at == 0:
        return False
    before, sentence = sentences[at - 1], sentences[at]
    return text[before.stretch.end - 1] == ":" or sentence.quotations == [sentence.stretch]


def _tag_behind(sentences: Sequence[ReadSentence], at: int) -> Said | None:
    """Return the attribution behind a quotation that is a sentence itself: `Dana said of it.`."""
    found = _first_behind(sentences, at)
    if found is None or found.governs or sentences[at + 1].quotations:
        return None
    return found


def _first_behind(sentences: Sequence[ReadSentence], at: int) -> Said | None:
    if at + 1 >= len(sentences) or sentences[at + 1].paragraph != sentences[at].paragraph:
        return None
    return next((one for one in sentences[at + 1].said if _governs(one)), None)


def _last(said: Sequence[Said]) -> Said | None:
    return next((one for one in reversed(said) if _governs(one)), None)


def _nearest(said: Sequence[Said], quotation: Stretch) -> Said | None:
    """Return the attribution before a quotation in its sentence, or else the first behind it."""
    at = bisect_left(said, quotation.start, key=lambda one: one.span.start)
    before = _last(said[max(at - _BESIDE, 0) : at])
    return before or next((one for one in said[at : at + _BESIDE] if _governs(one)), None)


def _near(sentences: Sequence[ReadSentence], at: int) -> Said | None:
    """Return the last attribution of the sentences before, or else the first of those behind."""
    for sentence in reversed(sentences[max(at - _REACH, 0) : at]):
        if found := _last(sentence.said):
            return found
    for sentence in sentences[at + 1 : at + 1 + _REACH]:
        if found := next((one for one in sentence.said if _governs(one)), None):
            return found
    return None


def _governs(one: Said) -> bool:
    return not one.declined and one.form is not SourceForm.IMPERSONAL

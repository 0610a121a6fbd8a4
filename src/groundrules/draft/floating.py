"""Quotations with no attribution in their own sentence, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from groundrules.draft.printed import Stretch
    from groundrules.draft.said import ReadSentence, Said


def attach(text: str, sentences: Sequence[ReadSentence], signed: AbstractSet[int]) -> None:
    """Give each quotation that no attribution of its sentence governs to the one that does.

    That is the attribution before it in the paragraph, or else the one in the next sentence. A
    paragraph that holds nothing but a quotation, or that follows a colon, goes on with the
    paragraph before.

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
        owner = _last(sentence.said) or latest or _first_behind(sentences, at)
        for quotation in sentence.quotations:
            covered = quotation.start in signed or _is_covered(sentence, quotation)
            if owner and not covered:
                owner.governs.append(quotation)
        latest = owner if sentence.quotations or sentence.said else latest


def _goes_on(text: str, sentences: Sequence[ReadSentence], at: int) -> bool:
    """Tell whether a paragraph that begins here goes on with the quoting of the one before."""
    if at == 0:
        return False
    before, sentence = sentences[at - 1], sentences[at]
    return text[before.stretch.end - 1] == ":" or sentence.quotations == [sentence.stretch]


def _first_behind(sentences: Sequence[ReadSentence], at: int) -> Said | None:
    if at + 1 >= len(sentences) or sentences[at + 1].paragraph != sentences[at].paragraph:
        return None
    return next((one for one in sentences[at + 1].said if _governs(one)), None)


def _last(said: Sequence[Said]) -> Said | None:
    return next((one for one in reversed(said) if _governs(one)), None)


def _governs(one: Said) -> bool:
    return not one.declined and one.form is not SourceForm.IMPERSONAL


def _is_covered(sentence: ReadSentence, quotation: Stretch) -> bool:
    return any(
        start <= quotation.start and quotation.end <= end
        for said in sentence.said
        for start, end in said.governs
    )

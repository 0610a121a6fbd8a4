"""Why sources are not named: the reason that stands with each, or near it, or with it before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.attribution import SourceForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.draft.printed import Stretch
    from groundrules.draft.said import ReadSentence, Said


def reasons(
    sentences: Sequence[ReadSentence], said: Sequence[Said], meant: Sequence[int]
) -> list[Stretch | None]:
    """Return for each attribution the reason why its source is not named, or None.

    That is the one in its sentence; or in the sentence before or behind, where that one is about
    nobody else; or the one given where the same source was described before.
    """
    about_others = {
        one.sentence
        for one, other in zip(said, meant, strict=True)
        if one.form is SourceForm.DESCRIBED and other < 0
    }
    found: list[Stretch | None] = []
    for one, other in zip(said, meant, strict=True):
        found.append(_reason(sentences, one, about_others))
        if found[-1] is None and other >= 0 and _is_unnamed(one):
            found[-1] = found[other]
    return found


def _is_unnamed(one: Said) -> bool:
    return one.form in {SourceForm.DESCRIBED, SourceForm.PRONOUN}


def _reason(sentences: Sequence[ReadSentence], one: Said, about_others: set[int]) -> Stretch | None:
    if not _is_unnamed(one):
        return None
    if one.reason:
        return one.reason
    near = (at for at in (one.sentence + 1, one.sentence - 1) if 0 <= at < len(sentences))
    return next(
        (sentences[at].reason for at in near if sentences[at].reason and at not in about_others),
        None,
    )

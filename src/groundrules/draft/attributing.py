"""The search for attributions: sentence by sentence, then what reaches across sentences.

There is no model in it. Each sentence is read without the clauses that only say that a source is
not named; what an attribution governs, why a source is not named, and whom *she* or *the official*
means are then read from the sentences around.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from groundrules.draft.attribution import Attribution, SourceForm
from groundrules.draft.block_quotes import block_quotes
from groundrules.draft.floating import attach
from groundrules.draft.noun_phrase import noun_phrase
from groundrules.draft.printed import Stretch, printed
from groundrules.draft.reasons import reasons
from groundrules.draft.referents import referents
from groundrules.draft.said import Said, read_sentence
from groundrules.draft.sentences import tokenised_paragraphs
from groundrules.draft.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from groundrules.draft.block_quotes import BlockQuote
    from groundrules.draft.document import Draft
    from groundrules.draft.quotation import Quotation
    from groundrules.draft.said import ReadSentence
    from groundrules.draft.tokens import Token

_UNNAMED = frozenset([SourceForm.DESCRIBED, SourceForm.PRONOUN])


def find_attributions(
    draft: Draft, quotations: Sequence[Quotation] | None = None
) -> tuple[Attribution, ...]:
    """Return every attribution of a draft, in order.

    It reads English, without a model; what it knows stands in `lexicon`, `reporting_verbs` and
    `small_words`. Nothing inside quotation marks is an attribution: that is somebody else's.

    Args:
        draft: the draft.
        quotations: its quotations, where they are known already.
    """
    return tuple(_attributions(draft, quotations))


def _attributions(draft: Draft, quotations: Sequence[Quotation] | None) -> Iterator[Attribution]:
    shown = printed(draft)
    sentences = list(_read(tokenised_paragraphs(draft, quotations)))
    signed = [block for block in block_quotes(draft) if block.source]
    attach(shown.text, sentences, {part.start for block in signed for part in block.paragraphs})
    below = list(_signatures(shown.text, sentences, signed))
    known = {one.source for one in below}
    within = (one for sentence in sentences for one in sentence.said if one.source not in known)
    said = sorted([*within, *below], key=_place)
    meant = referents(shown.text, said)
    for one, other, reason in zip(said, meant, reasons(sentences, said, meant), strict=True):
        again = said[other] if other >= 0 else None
        yield Attribution(
            span=shown.span(*one.span),
            source=shown.span(*one.source),
            form=one.form,
            plural=again.plural if again and one.form is SourceForm.PRONOUN else one.plural,
            sentence=shown.span(*sentences[one.sentence].stretch),
            reason=shown.span(*reason) if reason else None,
            declined=one.declined,
            governs=tuple(shown.span(*part) for part in sorted(one.governs)),
            refers_to=shown.span(*again.source) if again else None,
            guessed=tuple(shown.span(*part) for part in sorted(one.guessed)),
        )


def _place(one: Said) -> Stretch:
    return one.span


def _read(paragraphs: Iterable[Sequence[Sequence[Token]]]) -> Iterator[ReadSentence]:
    number = 0
    for place, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            yield read_sentence(sentence, number, place)
            number += 1


def _signatures(
    text: str, sentences: Sequence[ReadSentence], signed: Sequence[BlockQuote]
) -> Iterator[Said]:
    """Yield what stands behind the dash under each block quote."""
    starts = [sentence.stretch.start for sentence in sentences]
    for block in signed:
        if block.source is None:
            continue
        line = tokens(text, block.source, ())
        found = noun_phrase(line, 0)
        source = block.source
        if found:
            source = Stretch(line[found.source].start, line[found.end - 1].end)
        yield Said(
            sentence=max(bisect_right(starts, block.source.start) - 1, 0),
            span=block.source,
            source=source,
            form=found.form if found else SourceForm.NAMED,
            plural=bool(found and found.plural),
            declined=False,
            governs=list(block.paragraphs),
            reason=None,
            guessed=[],
        )

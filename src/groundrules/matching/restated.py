"""The restated: a passage that tells otherwise, but in many of its words, what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.evidence.case import Reuse
from groundrules.matching.alphabet import BREAK
from groundrules.matching.common_words import STOP_WORDS
from groundrules.matching.index.lexicon import stems
from groundrules.matching.judgement import Judged
from groundrules.matching.reuse import Piece
from groundrules.matching.weigh import Heard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from groundrules.matching.passages import Passages

_BEYOND = 8
"""Words about a place in which more in common is looked for."""

_FEWEST = 2


def restated(passages: Passages, text: str, first: int, last: int) -> tuple[Heard, Judged] | None:
    """Return what a place of a draft has in common with a text, in whatever order.

    The passage goes from the first content word in common to the last.

    Args:
        passages: the draft.
        text: the statement's text.
        first: the first word of the place, numbered as in `plain`.
        last: the last one.
    """
    heard = Heard(text, passages.alphabet.read(text))
    said = _spoken(heard, text)
    plain, at = passages.words.plain, passages.words.at
    around = range(max(0, first - _BEYOND), min(len(plain), last + 1 + _BEYOND))
    around = _unbroken(plain, around, first)
    drafted = passages.alphabet.run(plain[around.start : around.stop])
    roots = stems(drafted)
    content = [
        place
        for place, word, root in zip(around, drafted, roots, strict=True)
        if word not in STOP_WORDS and root in said
    ]
    if len(content) < _FEWEST:
        return None
    shared = {
        place: said[root]
        for place, root in zip(around, roots, strict=True)
        if content[0] <= place <= content[-1] and root in said
    }
    pairs = tuple((at[place], word) for place, word in shared.items())
    flaws = tuple(at[i] for i in range(content[0], content[-1] + 1) if i not in shared)
    piece = Piece(pairs, Reuse.RESTATED, flaws)
    return heard, Judged((piece,), (tuple(shared.items()),), 0.0, 0.0, sure=False)


def _unbroken(plain: str, around: range, first: int) -> range:
    """Return a stretch up to the breaks next to a place of it."""
    start = plain.rfind(BREAK, around.start, first) + 1 or around.start
    end = plain.find(BREAK, first, around.stop)
    return range(start, around.stop if end < 0 else end)


def _spoken(heard: Heard, text: str) -> dict[str, int]:
    """Return the stems of a text's words, and the number of a word that has each."""
    words = heard.words
    spoken: Sequence[str] = [
        text[start:end].lower() for start, end in zip(words.starts, words.ends, strict=True)
    ]
    return {root: number for number, root in reversed(list(enumerate(stems(spoken))))}

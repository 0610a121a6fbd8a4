"""The finding of matches: which passages of a draft rest on which statements?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.document import Span
from groundrules.evidence.case import Match
from groundrules.matching.index.scan import Scan
from groundrules.matching.neighbours import Half, joined
from groundrules.matching.passages import passages
from groundrules.matching.rarity import Rarity
from groundrules.matching.search import Search
from groundrules.matching.selection import Found, best

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from groundrules.draft.document import Draft
    from groundrules.draft.quotation import Quotation
    from groundrules.matching.judgement import Judged
    from groundrules.matching.passages import Passages
    from groundrules.matching.weigh import Heard
    from groundrules.record.transcript import Statement

_SURE = 0.95
_HALVING = 4.0
"""Bits over the bar that halve the doubt."""


class Matches(NamedTuple):
    """What of a draft rests on which statement.

    Attributes:
        matches: in the order of the draft.
        capped: how many statements had so much in common with the draft, over and over, that
            they were looked at only in part. Where it is not 0, the search was not complete.
    """

    matches: tuple[Match, ...]
    capped: int = 0


def find_matches(
    draft: Draft, quotations: Sequence[Quotation], statements: Sequence[Statement]
) -> Matches:
    """Return the passages of a draft that rest on statements.

    Args:
        draft: the text that is checked.
        quotations: its quoted passages.
        statements: all that was said, in any order.
    """
    shown = passages(draft, quotations)
    texts = list(dict.fromkeys([statement.text for statement in statements]))
    index = Scan(texts, shown.alphabet)
    rarity = Rarity(shown.alphabet, index)
    search = Search(shown, rarity, index)
    judged = list(search.judged(texts))
    said = _said({heard.text for heard, _ in judged} | search.capped, statements)
    letter = shown.words.letters.__getitem__
    found = best(_taken(search, judged, said), lambda words: rarity.of(map(letter, words)))
    matches = (_match(shown, one, statement) for one in found for statement in said[one.heard.text])
    capped = sum(len(said[text]) for text in search.capped)
    return Matches(tuple(sorted(matches, key=_order)), capped)


def _said(texts: AbstractSet[str], statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Return the statements that have each of some texts."""
    said: dict[str, list[Statement]] = {text: [] for text in texts}
    for statement in statements:
        if statement.text in said:
            said[statement.text].append(statement)
    return said


def _taken(
    search: Search,
    judged: Sequence[tuple[Heard, Judged]],
    said: Mapping[str, Sequence[Statement]],
) -> Iterator[Found]:
    """Yield every passage that is taken from a text, on its own or with the next."""
    halves = [Half(statement, *one) for one in judged for statement in said[one[0].text]]
    halves += joined(search.passages, search.judge, halves)
    taken: dict[tuple[str, int, int], Half] = {}
    for half in halves:
        key = half.heard.text, half.first, half.last
        if half.judged.holds and (key not in taken or half.over > taken[key].over):
            taken[key] = half
    for half in taken.values():
        for piece in half.judged.pieces:
            yield Found(piece, half.heard, half.judged)


def _match(shown: Passages, found: Found, statement: Statement) -> Match:
    (first, first_said), (last, last_said) = found.piece.pairs[0], found.piece.pairs[-1]
    heard = found.heard.words
    return Match(
        span=shown.span(first, last),
        statement=statement.id,
        words=Span(heard.starts[first_said], heard.ends[last_said]),
        reuse=found.piece.reuse,
        shared=len({shown.words.starts[i] for i, _ in found.piece.pairs}),
        confidence=_confidence(found),
    )


def _confidence(found: Found) -> float:
    """Return 1 less the doubt: a half at the bar, and half as much every few bits above it.

    Words that differ take their share of it off, too.
    """
    judged, words = found.judged, len(found.piece.pairs)
    doubt: float = 0.5 ** (1 + max(0.0, judged.bits - judged.bar) / _HALVING)
    sure = max(_SURE if judged.sure else 0.0, 1 - doubt)
    return round(sure * words / (words + len(found.piece.flaws)), 3)


def _order(match: Match) -> tuple[Span, str, Span]:
    return match.span, match.statement, match.words

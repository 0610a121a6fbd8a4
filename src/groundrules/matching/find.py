"""The finding of matches: which passages of a draft rest on which statements?"""

from __future__ import annotations

from collections import Counter
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
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from groundrules.draft.document import Draft
    from groundrules.draft.quotation import Quotation
    from groundrules.matching.index.answers import Candidate
    from groundrules.matching.passages import Passages
    from groundrules.record.transcript import Statement

_SURE = 0.95
_EVERYDAY = 0.8
"""The most, where anybody may put it like that: the bits add up as if no word led to the next."""

_HALVING = 4.0
"""Bits over the bar that halve the doubt."""


class Matches(NamedTuple):
    """What of a draft rests on which statement.

    Attributes:
        matches: in the order of the draft.
        capped: how many statements had so much in common with the draft, over and over, that
            they were looked at only in part. Where it is not 0, the search was not complete.
        restated: passages that tell otherwise, in many of its words, what a statement says. Only
            an index on disk finds them.
    """

    matches: tuple[Match, ...]
    capped: int = 0
    restated: tuple[Match, ...] = ()


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
    times = Counter([statement.text for statement in statements])
    texts, index = list(times), Scan(times, shown.alphabet)
    search = Search(shown, Rarity(shown.alphabet, index), index)
    candidates = index.candidates(shown, search.rarity)
    return _matches(search, [(one, texts[one.statement]) for one in candidates], statements)


def _matches(
    search: Search, candidates: Iterable[tuple[Candidate, str]], statements: Sequence[Statement]
) -> Matches:
    """Return the matches of candidates, each given with its text."""
    judged = list(search.judged(candidates))
    said = said_in({heard.text for heard, _ in judged} | search.capped, statements)
    halves = [Half(statement, *one) for one in judged for statement in said[one[0].text]]
    matches = settled(search, taken(search, halves), said)
    return Matches(matches, sum(len(said[text]) for text in search.capped))


def settled(
    search: Search, found: Iterable[Found], said: Mapping[str, Sequence[Statement]]
) -> tuple[Match, ...]:
    """Return the matches of what explains the draft's words best, in the order of the draft.

    Args:
        search: the search.
        found: what holds.
        said: the statements that have each text.
    """
    shown = search.passages
    letter = shown.words.letters.__getitem__
    kept = best(found, lambda words: search.rarity.of(map(letter, words)))
    matches = (_match(shown, one, statement) for one in kept for statement in said[one.heard.text])
    return tuple(sorted(matches, key=_order))


def said_in(texts: AbstractSet[str], statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Return the statements that have each of some texts."""
    said: dict[str, list[Statement]] = {text: [] for text in texts}
    for statement in statements:
        if statement.text in said:
            said[statement.text].append(statement)
    return said


def taken(search: Search, halves: Sequence[Half]) -> Iterator[Found]:
    """Yield every passage that is taken from a text, on its own or with the next."""
    held: dict[tuple[str, int, int], Half] = {}
    for half in (*halves, *joined(search.passages, search.judge, halves)):
        key = half.heard.text, half.first, half.last
        if half.judged.holds and (key not in held or half.over > held[key].over):
            held[key] = half
    for half in held.values():
        for piece in half.judged.pieces:
            yield Found(piece, half.heard, half.judged)


def _match(shown: Passages, found: Found, statement: Statement) -> Match:
    first, last = found.piece.pairs[0][0], found.piece.pairs[-1][0]
    spoken = [word for _, word in found.piece.pairs]  # in the order of the draft, not of the talk
    heard = found.heard.words
    return Match(
        span=shown.span(first, last),
        statement=statement.id,
        words=Span(heard.starts[min(spoken)], heard.ends[max(spoken)]),
        reuse=found.piece.reuse,
        shared=len({shown.words.starts[i] for i, _ in found.piece.pairs}),
        confidence=_confidence(found),
    )


def _confidence(found: Found) -> float:
    """Return the likelihood, or else 1 less the doubt.

    The doubt is a half at the bar, and half as much every few bits above it. Everyday words leave
    more of it. Words that differ take their share of it off, too.
    """
    judged, words = found.judged, len(found.piece.pairs)
    if judged.likelihood is not None:
        return round(judged.likelihood, 3)
    doubt: float = 0.5 ** (1 + max(0.0, judged.bits - judged.bar) / _HALVING)
    most = _EVERYDAY if judged.everyday else 1.0
    sure = min(most, max(_SURE if judged.sure else 0.0, 1 - doubt))
    return round(sure * words / (words + len(found.piece.flaws)), 3)


def _order(match: Match) -> tuple[Span, str, Span]:
    return match.span, match.statement, match.words

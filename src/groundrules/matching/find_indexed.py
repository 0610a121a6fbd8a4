"""The finding of matches in an index on disk: few statements are opened, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.evidence.case import Reuse, SealedMatch
from groundrules.matching.bar import SURE as BY_WORD
from groundrules.matching.bar import bar_for
from groundrules.matching.find import Matches, said_in, settled, taken
from groundrules.matching.index.answers import Candidate
from groundrules.matching.index.on_disk import LOOK, SURE
from groundrules.matching.neighbours import Half
from groundrules.matching.passages import passages
from groundrules.matching.restated import restated
from groundrules.matching.search import Search
from groundrules.matching.selection import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from groundrules.draft.document import Draft
    from groundrules.draft.quotation import Quotation
    from groundrules.matching.bar import Bar
    from groundrules.matching.index.indexed import IndexedLedger
    from groundrules.matching.index.on_disk import OnDisk, Suspect
    from groundrules.matching.judgement import Judged
    from groundrules.matching.weigh import Heard
    from groundrules.record.transcript import Statement

    Opened = Callable[[Sequence[str]], Mapping[str, Statement]]
    """Returns the statements that have some ids."""

_MOST_OPENED = 60
"""Statements that are opened although they alone are not enough, for one draft."""

_FITTED = 10_000
"""Statements of the smallest index on which the likelihood was fitted. In a smaller one the bar
decides, as it does for a scan, so that the two find the same."""

_HALF = 0.5
"""Words that say so much less than the bar may reach it on the opened text, or with a neighbour."""

_UNSEEN = 0.15
"""So much likelier must be what nobody can look at, as there are more such places by chance."""

_MOST_OF_IT = 0.6
"""What the words in common in their order must say of what all words in common say."""


def find_in_index(  # noqa: PLR0913 - what is checked, and all that it is held against
    draft: Draft,
    quotations: Sequence[Quotation],
    ledger: IndexedLedger,
    opened: Opened,
    *,
    archive: IndexedLedger | None = None,
    closed: Container[str] = (),
) -> Matches:
    """Return the passages of a draft that rest on statements of an index on disk.

    Args:
        draft: the text that is checked.
        quotations: its quoted passages.
        ledger: the index.
        opened: returns the statements that have some ids. It is asked once, for those only of
            which something is likely taken; the check is not complete without one that is missing.
        archive: an index of what is public already, which weighs less.
        closed: conversations that nobody here may open, so that nothing is told of them.
    """
    shown = passages(draft, quotations)
    index = ledger.asked_about(draft, shown, archive)
    search = Search(shown, index.rarity, index)
    bar = None if ledger.size >= _FITTED else search.judge.plain_bar
    asked = _by_statement(_worth_opening(index.suspects(), bar, index.alarm))
    ids = {number: ledger.statement(number) for number in asked}
    ids = {number: name for number, name in ids.items() if _talk_of(name) not in closed}
    statements = opened(tuple(dict.fromkeys(ids.values())))
    index.count_once(one.text for one in statements.values())
    halves: list[Half] = []
    otherwise: list[Found] = []
    for number, name in ids.items():
        if name in statements:
            told, instead = _looked_at(
                search, index, asked[number], statements[name], decides=bar is None
            )
            halves += told
            otherwise += instead
    texts = {half.heard.text for half in halves} | {one.heard.text for one in otherwise}
    said = said_in(texts | search.capped, list(statements.values()))
    found = settled(search, [*taken(search, halves), *otherwise], said)
    missing = sum(name not in statements for name in set(ids.values())) + index.left_out
    return Matches(
        tuple(one for one in found if one.reuse is not Reuse.RESTATED),
        missing + sum(len(said[text]) for text in search.capped),
        tuple(one for one in found if one.reuse is Reuse.RESTATED),
    )


def find_sealed(
    draft: Draft, quotations: Sequence[Quotation], ledger: IndexedLedger
) -> tuple[SealedMatch, ...]:
    """Return the passages of a draft that rest on statements which are not opened.

    Args:
        draft: the text that is checked.
        quotations: its quoted passages.
        ledger: the index.
    """
    shown = passages(draft, quotations)
    found: dict[tuple[str, int], SealedMatch] = {}
    index = ledger.asked_about(draft, shown)
    at, bar = shown.words.at, bar_for(index.size).plain
    for suspect in index.suspects():
        likelihood = suspect.likelihood if suspect.run < bar else max(suspect.likelihood, SURE)
        if likelihood < index.alarm + _UNSEEN:
            continue
        match = SealedMatch(
            shown.span(at[suspect.first], at[suspect.last]),
            ledger.statement(suspect.statement),
            ledger.contact(suspect.statement),
            round(likelihood, 3),
        )
        found.setdefault((match.statement, match.span.start), match)
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.statement)))


def _talk_of(statement: str) -> str:
    return statement.rpartition("#")[0]


def _worth_opening(suspects: Sequence[Suspect], bar: Bar | None, alarm: float) -> list[Suspect]:
    """Return those that are enough, and as many of the others as may be opened.

    Args:
        suspects: the likeliest first.
        bar: what decides in an index that is too small for the likelihood; None in another.
        alarm: how likely a place must be to be enough.
    """
    if bar:
        least = bar.quoted * _HALF
        return [one for one in suspects if one.bits >= least or one.likelihood >= LOOK]
    enough = [one for one in suspects if one.likelihood >= alarm or one.whole]
    others = [one for one in suspects if LOOK <= one.likelihood < alarm and not one.whole]
    return enough + others[:_MOST_OPENED]


def _by_statement(suspects: Sequence[Suspect]) -> dict[int, list[Suspect]]:
    found: dict[int, list[Suspect]] = {}
    for one in suspects:
        found.setdefault(one.statement, []).append(one)
    return found


def _looked_at(
    search: Search,
    index: OnDisk,
    suspects: Sequence[Suspect],
    statement: Statement,
    *,
    decides: bool,
) -> tuple[list[Half], list[Found]]:
    """Return what stands in the opened text in the same order, and what stands there otherwise.

    Args:
        search: the search.
        index: the index.
        suspects: the places of the draft that may be taken from the statement.
        statement: the statement.
        decides: the likelihood decides, and not the bar.
    """
    places = sorted(set[int]().union(*(range(one.first, one.last - 1) for one in suspects)))
    candidate = Candidate(suspects[0].statement, places, suspects[0].bits)
    judged = list(search.judged_in(candidate, statement.text))
    if not decides:
        return [Half(statement, heard, one) for heard, one in judged], []

    def likely(one: Judged) -> float:
        found = _likelihood(one, suspects)
        return SURE if found < SURE and _is_whole(search, one, index) else found

    halves = [
        Half(statement, heard, one._replace(likelihood=likely(one), alarm=index.alarm))
        for heard, one in judged
    ]
    enough = [one for one in suspects if one.likelihood >= index.alarm]
    others = [one for one in enough if not _is_in_order(one, judged)]
    return halves, [found for one in others for found in _otherwise(search, one, statement)]


def _likelihood(judged: Judged, suspects: Sequence[Suspect]) -> float:
    """Return how likely the likeliest place is of which a passage is most of what is shared."""
    return max(
        (one.likelihood for one in suspects if _is_most_of(judged, one)),
        default=0.0,
    )


def _is_whole(search: Search, judged: Judged, index: OnDisk) -> bool:
    """Tell whether a passage is the whole of a sentence or a quotation, long and unchanged."""
    if len(judged.pieces) > 1 or judged.pieces[0].flaws:
        return False
    starts = search.passages.words.starts
    words = {starts[i] for i, _ in judged.pieces[0].pairs}
    return len(words) >= BY_WORD and index.is_whole(judged.parts[0][0][0], judged.parts[0][-1][0])


def _is_in_order(suspect: Suspect, judged: Sequence[tuple[Heard, Judged]]) -> bool:
    return any(_is_most_of(one, suspect) for _, one in judged)


def _is_most_of(judged: Judged, suspect: Suspect) -> bool:
    """Tell whether a passage is most of what a place shares with the statement."""
    first, last = judged.parts[0][0][0], judged.parts[-1][-1][0]
    meets = first <= suspect.last and suspect.first <= last
    return meets and (judged.sure or judged.bits >= _MOST_OF_IT * suspect.bits)


def _otherwise(search: Search, suspect: Suspect, statement: Statement) -> Iterator[Found]:
    found = restated(search.passages, statement.text, suspect.first, suspect.last)
    if found:
        heard, judged = found
        judged = judged._replace(bits=suspect.bits, likelihood=suspect.likelihood)
        yield Found(judged.pieces[0], heard, judged)

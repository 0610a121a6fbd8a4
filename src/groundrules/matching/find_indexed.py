"""The finding of matches in an index on disk: few statements are opened, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.evidence.case import SealedMatch
from groundrules.matching.find import Matches, said_in, settled, taken
from groundrules.matching.index.answers import Candidate
from groundrules.matching.judgement import ALARM
from groundrules.matching.neighbours import Half
from groundrules.matching.passages import passages
from groundrules.matching.restated import restated
from groundrules.matching.search import Search
from groundrules.matching.selection import Found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from groundrules.draft.document import Draft
    from groundrules.draft.quotation import Quotation
    from groundrules.matching.index.indexed import IndexedLedger
    from groundrules.matching.index.on_disk import Suspect
    from groundrules.record.transcript import Statement

    Opened = Callable[[Sequence[str]], Mapping[str, Statement]]
    """Returns the statements that have some ids."""

_LOOK = 0.1
"""How likely a place must be for its statement to be opened: with a neighbour it may be enough."""

_MOST_OPENED = 60
"""Statements that are opened although they alone are not enough, for one draft."""

_MOST_OF_IT = 0.6
"""What the words in common in their order must say of what all words in common say."""


def find_in_index(
    draft: Draft,
    quotations: Sequence[Quotation],
    ledger: IndexedLedger,
    opened: Opened,
    archive: IndexedLedger | None = None,
) -> Matches:
    """Return the passages of a draft that rest on statements of an index on disk.

    Args:
        draft: the text that is checked.
        quotations: its quoted passages.
        ledger: the index.
        opened: returns the statements that have some ids. It is asked once, for those only of
            which something is likely taken; the check is not complete without one that is missing.
        archive: an index of what is public already, which weighs less.
    """
    shown = passages(draft, quotations)
    index = ledger.asked_about(draft, shown, archive)
    suspects = _worth_opening(index.suspects(_LOOK))
    ids = {one.statement: ledger.statement(one.statement) for one in suspects}
    statements = opened(tuple(dict.fromkeys(ids.values())))
    search = Search(shown, index.rarity, index)
    halves: list[Half] = []
    otherwise: list[Found] = []
    for suspect in suspects:
        statement = statements.get(ids[suspect.statement])
        if statement:
            told, instead = _looked_at(search, suspect, statement)
            halves += told
            otherwise += instead
    texts = {half.heard.text for half in halves} | {one.heard.text for one in otherwise}
    said = said_in(texts | search.capped, list(statements.values()))
    matches = settled(search, [*taken(search, halves), *otherwise], said)
    missing = sum(name not in statements for name in set(ids.values()))
    return Matches(matches, missing + sum(len(said[text]) for text in search.capped))


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
    for suspect in ledger.asked_about(draft, shown).suspects(ALARM):
        at = shown.words.at
        match = SealedMatch(
            shown.span(at[suspect.first], at[suspect.last]),
            ledger.statement(suspect.statement),
            ledger.contact(suspect.statement),
            round(suspect.likelihood, 3),
        )
        found.setdefault((match.statement, match.span.start), match)
    return tuple(sorted(found.values(), key=lambda one: (one.span, one.statement)))


def _worth_opening(suspects: Sequence[Suspect]) -> list[Suspect]:
    """Return those that are enough, and as many of the others as may be opened."""
    enough = [one for one in suspects if one.likelihood >= ALARM]
    others = [one for one in suspects if one.likelihood < ALARM]
    return enough + others[:_MOST_OPENED]


def _looked_at(
    search: Search, suspect: Suspect, statement: Statement
) -> tuple[list[Half], list[Found]]:
    """Return what stands in the opened text in the same order, and what stands there otherwise."""
    places = range(suspect.first, suspect.last - 1)
    candidate = Candidate(suspect.statement, places, suspect.bits)
    judged = list(search.judged([(candidate, statement.text)]))
    least = _MOST_OF_IT * suspect.bits
    in_order = any(one.bits >= least or one.sure for _, one in judged)
    likelihood = suspect.likelihood if in_order else 0.0
    halves = [Half(statement, heard, one._replace(likelihood=likelihood)) for heard, one in judged]
    otherwise = [] if in_order else list(_otherwise(search, suspect, statement))
    return halves, otherwise


def _otherwise(search: Search, suspect: Suspect, statement: Statement) -> Iterator[Found]:
    if suspect.likelihood >= ALARM:
        found = restated(search.passages, statement.text, suspect.first, suspect.last)
        if found:
            heard, judged = found
            judged = judged._replace(bits=suspect.bits, likelihood=suspect.likelihood)
            yield Found(judged.pieces[0], heard, judged)

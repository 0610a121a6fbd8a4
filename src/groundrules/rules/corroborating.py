"""Corroboration: what else bears out a statement, and by which ways the story has a fact.

A corroboration counts where the newsroom has recorded that it is independent, and where it is a
document, or a settled statement of somebody else that may be published itself. It answers a leak
where the terms let the information be taken elsewhere. Where they forbid it, only what came unasked
does, and only if the terms let independent information be published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from groundrules.record.facts import Kind
from groundrules.rules.newsroom import done
from groundrules.rules.people import person_of
from groundrules.terms.rights import Publish, Pursue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.evidence.case import Case, Evidenced
    from groundrules.record.facts import Corroboration

STATEMENT_MARK = "#"
"""What the id of a statement has in it, and what the words for a document should not have."""


class Pursued(NamedTuple):
    """A source that was asked because of words which may not be taken to others.

    Attributes:
        protected: the statement whose words they are.
        source: what came of it: the id of a statement, or what document it is.
    """

    protected: Evidenced
    source: str


def is_corroborated(case: Case, evidenced: Evidenced) -> bool:
    """Tell whether a leak of a statement is answered by what else bears it out."""
    rights = evidenced.standing.terms.rights
    for found in corroborations(evidenced):
        open_way = rights.pursue is Pursue.YES or (
            rights.publish is not Publish.NO and not found.prompted
        )
        if open_way and found.independent and _may_bear_out(case, evidenced, found.source):
            return True
    return False


def corroborations(evidenced: Evidenced) -> Iterator[Corroboration]:
    """Yield what is recorded to bear out a statement."""
    for fact in done(evidenced, Kind.STATEMENT_CORROBORATED):
        if fact.corroboration:
            yield fact.corroboration


def pursued(case: Case) -> Iterator[Pursued]:
    """Yield what was asked for because of words that may not be taken to others."""
    for evidenced in case.statements.values():
        if evidenced.standing.terms.rights.pursue is Pursue.NO:
            for found in corroborations(evidenced):
                if found.prompted:
                    yield Pursued(evidenced, found.source)


def _may_bear_out(case: Case, evidenced: Evidenced, source: str) -> bool:
    other = case.statements.get(source)
    if other is None:
        return STATEMENT_MARK not in source
    told = other.speaker is not None and not other.speaker.is_reporter
    usable = not other.standing.is_open and other.standing.terms.rights.publish is Publish.YES
    return told and usable and person_of(other) != person_of(evidenced)

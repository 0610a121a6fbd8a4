"""One line of a scenario's file: its words, its acts in the notation of the record, its points."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput
from groundrules.record.agreement import terms_of
from groundrules.record.facts import Fact, Kind, Proposal
from groundrules.record.notation.acts import read_act
from groundrules.record.notation.faults import Faults
from groundrules.record.notation.keys import Setting
from groundrules.record.transcript import Place
from groundrules.tables.table import nearest
from groundrules.talk.drilling.scenario import Act, Line
from groundrules.terms.promise import ON_THE_RECORD, Terms
from groundrules.terms.rights import SEALED

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from groundrules.tables.table import Table
    from groundrules.terms.policy import Policy

LINE_KEYS = ("by", "acts", "then", "holds")
"""The keys of a line besides its words."""

_ABOUT = re.compile(r"turns=\{([\w-]+)\}")
_SOME_TURN = "turns=1"


class Cast(NamedTuple):
    """Who may speak in a scenario, and what they may tell."""

    speakers: Mapping[str, str]
    points: Collection[str]


def line_from(table: Table, words: str, cast: Cast, speaker: str) -> Line:
    """Return the line that a table holds.

    Args:
        table: where it stands.
        words: the key of the words.
        cast: who there is, and what can be told.
        speaker: the id of whoever says it, where the table does not say.
    """
    by = table.choice("by", cast.speakers, speaker) if cast.speakers else ""
    holds = table.texts("holds")
    for point in holds:
        if point not in cast.points:
            table.refuse("holds", "there is no such point", nearest(point, cast.points))
    acts = tuple(filter(None, (_act(table, text, cast, by) for text in table.texts("acts"))))
    line = Line(by, table.text(words), acts, table.text("then"), holds)
    if holds and not line.text:
        table.refuse("holds", "it tells a point without a word", f'add {words} = "…"')
    if line.then and not line.acts:
        remedy = f"say it all in {words}, or add acts = […]"
        table.refuse("then", "no act stands before it, so that it is no new part", remedy)
    return line


def terms_from(table: Table, name: str, policy: Policy, *, at_least: bool = False) -> Terms | None:
    """Return the terms that an entry names as an act does, or None where there is no entry.

    Args:
        table: where it stands.
        name: its key.
        policy: what a level means.
        at_least: a right that is not named is withheld; else it is free.
    """
    text = table.text(name)
    fact = _read(table, name, f"{Kind.TERMS_ASKED} {text}", {"": ""}, "") if text else None
    if not fact:
        return None
    proposal = fact.proposal or Proposal()
    sealed = at_least and proposal.level is None
    free = ON_THE_RECORD._replace(rights=SEALED) if sealed else ON_THE_RECORD
    return terms_of(proposal, policy, free)


def _act(table: Table, text: str, cast: Cast, by: str) -> Act | None:
    about = tuple(_ABOUT.findall(text))
    for point in about:
        if point not in cast.points:
            remedy = nearest(point, cast.points)
            table.refuse("acts", "an act is about a point that there is not", remedy)
    fact = _read(table, "acts", _ABOUT.sub(_SOME_TURN, text), cast.speakers, by)
    return Act(fact, about) if fact else None


def _read(table: Table, name: str, act: str, speakers: Mapping[str, str], by: str) -> Fact | None:
    """Return what the notation's own parser reads; its faults become faults of the entry."""
    faults = Faults(table.document.path)
    fact = read_act(act, 0, 1, Setting(Place(1), by, 1, speakers), faults)
    try:
        faults.refuse()
    except BadInput as error:
        for fault in error.faults:
            table.refuse(name, f"an act does not parse: {fault.message}", fault.remedy)
    return fact

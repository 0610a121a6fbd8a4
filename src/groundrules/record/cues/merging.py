"""Merging: several sentences of one turn that put one set of terms, made one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.agreement import amended
from groundrules.record.cues.cutting import tells
from groundrules.record.facts import PROPOSALS, Kind, Proposal
from groundrules.terms.rights import Attribute

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.record.cues.cue import Cue
    from groundrules.terms.conditions import Embargo


def merged(text: str, cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """Return the cues of a turn, what only goes on with the terms put before joined to them."""
    found: list[Cue] = []
    for cue in cues:
        if cue.kind is Kind.TERMS_ANNOUNCED and _into_announcement(found, cue):
            continue
        before = found[-1] if found else None
        if before and _goes_on(text, before, cue):
            found[-1] = _joined(before, cue)
        else:
            found.append(cue)
    return tuple(_named(cue) if cue.kind is Kind.TERMS_ANNOUNCED else cue for cue in found)


def _named(cue: Cue) -> Cue:
    """Return an announcement whose wording binds: to name one is to withhold the name.

    Under a level the policy says so already.
    """
    proposal = cue.proposal
    if not proposal or not proposal.descriptions:
        return cue
    others = tuple(one for one in proposal.changes if one[0] != "attribute")
    if proposal.level is None and len(others) == len(proposal.changes):
        shown = (("attribute", Attribute.DESCRIPTION), *others)
        return cue._replace(proposal=proposal._replace(changes=shown))
    return cue


def _into_announcement(found: list[Cue], cue: Cue) -> bool:
    """Join an announcement to the one that the turn has made already, if any."""
    for place, before in enumerate(found):
        if before.kind is Kind.TERMS_ANNOUNCED:
            joined = _joined(before, cue)
            found[place] = joined if place == len(found) - 1 else joined._replace(end=before.end)
            return True
    return False


def _goes_on(text: str, before: Cue, cue: Cue) -> bool:
    if before.kind is not cue.kind or cue.kind not in PROPOSALS:
        return False
    return cue.kind is Kind.TERMS_ANNOUNCED or not tells(text[before.end : cue.start])


def _joined(first: Cue, second: Cue) -> Cue:
    a, b = first.proposal or Proposal(), second.proposal or Proposal()
    if first.kind is Kind.TERMS_ANNOUNCED:
        levels = [one.level for one in (a, b) if one.level]
        a = a._replace(level=max(levels, key=lambda level: level.strictness, default=None))
        shown = tuple(dict.fromkeys((*a.descriptions, *b.descriptions)))
        b = b._replace(level=None, descriptions=shown, embargo=_clearer(a.embargo, b.embargo))
    return first._replace(proposal=amended(a, b), end=second.end)


def _clearer(first: Embargo | None, second: Embargo | None) -> Embargo | None:
    """Return of two embargoes the one that is put in more words: a repetition leaves some out."""
    if not (first and second):
        return first or second
    return second if len(second.event) > len(first.event) else first

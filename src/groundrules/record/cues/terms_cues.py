"""The terms that a turn puts: its sentences one after another, joined where they go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.record.cues.cue import Cue
from groundrules.record.cues.frames import asks_meaning, is_meaning, is_told
from groundrules.record.cues.named_terms import found_by_name
from groundrules.record.cues.small_signs import CLOSE, HINT
from groundrules.record.cues.turn import parts_of, tells_something
from groundrules.record.cues.worded_terms import found_in_words
from groundrules.record.facts import PROPOSALS, Kind, Proposal
from groundrules.terms.rights import AXES

if TYPE_CHECKING:
    from groundrules.record.cues.turn import Part, Turn


def terms_cues(turn: Turn) -> list[Cue]:
    """Return what the sentences of a turn do to the terms, besides a bare yes or no."""
    found: list[Cue] = []
    told_first, goes_on = False, False
    for part in parts_of(turn):
        if not part.matters:
            goes_on = False
            told_first |= not part.answers and tells_something(part)
            continue
        cue = _cue_of(turn, part, told_first=told_first)
        if cue and goes_on and _continues(found[-1], cue, part):
            found[-1] = _joined(found[-1], cue)
        elif cue:
            found.append(cue)
        signs = _signs(turn, part, cue)
        found.extend(signs)
        goes_on = cue is not None and cue.kind in PROPOSALS and not signs
        told_first |= not cue and not signs and not part.answers and tells_something(part)
    return found


def _cue_of(turn: Turn, part: Part, *, told_first: bool) -> Cue | None:
    if asks_meaning(part.text):
        return None
    if part.level:
        found = found_by_name(turn, part, part.level, told_first=told_first)
    else:
        found = found_in_words(turn, part, told_first=told_first)
    if found is None:
        return None
    names_terms = found.kind in _NAMES_TERMS
    last = part.sentence.start + len(part.text.rstrip(" ,"))
    span = turn.read.span(part.sentence.start, last)
    return Cue(found.kind, found.proposal if names_terms else None, *span)


_NAMES_TERMS = PROPOSALS | {Kind.RETROACTIVE_REQUESTED}


def _continues(before: Cue, cue: Cue, part: Part) -> bool:
    """Tell whether a sentence only goes on with the terms that the one before it put."""
    if not cue.proposal or part.level:
        return False
    return cue.kind is before.kind or not is_meaning(part.text)


def _joined(first: Cue, second: Cue) -> Cue:
    """Return the terms of two sentences as one cue."""
    a, b = first.proposal or Proposal(), second.proposal or Proposal()
    both = {**dict(a.changes), **dict(b.changes)}
    return first._replace(
        proposal=Proposal(
            level=a.level,
            changes=tuple((axis, both[axis]) for axis in AXES if axis in both),
            descriptions=a.descriptions + b.descriptions,
            quote_approval=a.quote_approval or b.quote_approval,
            embargo=a.embargo or b.embargo,
        ),
        end=second.end,
    )


def _signs(turn: Turn, part: Part, cue: Cue | None) -> list[Cue]:
    """Return the hint, where the sentence puts no terms, and the goodbye."""
    found = []
    start = part.sentence.start
    hint = None if cue else HINT.search(part.text)
    if hint and not is_told(part.text, part.text[: hint.start()] or part.text[:1]):
        span = turn.read.span(start + hint.start(), start + hint.end())
        found.append(Cue(Kind.HINT_GIVEN, None, *span))
    close = CLOSE.search(part.text)
    if close:
        span = turn.read.span(start + close.start(), start + close.end())
        found.append(Cue(Kind.CONVERSATION_CLOSED, None, *span))
    return found

"""Asides: what is said plainly of quoting or of names, and asks the other side for nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.cue import Cue
from groundrules.record.cues.frames import is_told
from groundrules.record.facts import Kind, Proposal
from groundrules.terms.levels import Level

if TYPE_CHECKING:
    from groundrules.record.cues.plain import Plain


def asides(read: Plain) -> tuple[Cue, ...]:
    """Return where a source says that she may be quoted, or keeps somebody's name to herself."""
    return tuple(
        cue
        for sentence in sentences(read.text)
        if (cue := _aside(read, sentence.start, sentence.text))
    )


def _aside(read: Plain, start: int, text: str) -> Cue | None:
    permits = _PERMITS.search(text)
    if permits and not is_told(text, text[: permits.start()]):
        proposal = Proposal(level=Level.ON_THE_RECORD)
        return Cue(Kind.TERMS_ASSERTED, proposal, *read.span(start, start + len(text)))
    withholds = _WITHHOLDS.search(text)
    if not withholds:
        return None
    return Cue(
        Kind.HINT_GIVEN, None, *read.span(start + withholds.start(), start + withholds.end())
    )


_PERMITS = re.compile(
    r"\b(?:you (?:can|may) |please |feel free to |and )quote me(?: on (?:that|this|it)| from| "
    r"by name)?\b(?! as)"
    r"|\b(?:should not|do not|must not|need not) (?:edit|cut|bleep|take) (?:it|that|this) out\b"
)
_WITHHOLDS = re.compile(
    r"\b(?:without naming (?:anybody|names|any names)|(?:will not|not going to) name (?:any "
    r")?names)\b"
)

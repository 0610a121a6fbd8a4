"""Granting: how a journalist answers a request about words that were spoken already."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.record.cues.clauses import sentences
from groundrules.record.cues.cue import Cue
from groundrules.record.cues.negatives import beside, how_put
from groundrules.record.cues.replies import answers
from groundrules.record.facts import Kind

if TYPE_CHECKING:
    from groundrules.record.cues.plain import Plain


def granted(read: Plain, request: str = "") -> Cue | None:
    """Return the grace or the refusal that a turn begins with, or None.

    Args:
        read: the turn.
        request: the words of the request, in plain text.
    """
    how = how_put(request)
    found = sentences(read.text)[:3]
    for sentence in found:
        refuses = _REFUSES.search(beside(sentence.text, how))
        if refuses or _GRANTS.search(sentence.text):
            kind = Kind.TERMS_DECLINED if refuses else Kind.GRACE_GRANTED
            return Cue(kind, None, *read.span(sentence.start, sentence.end))
    answer = answers(read, how)
    if answer is None:
        return None
    kind = Kind.GRACE_GRANTED if answer else Kind.TERMS_DECLINED
    return Cue(kind, None, *read.span(0, found[0].end))


_REFUSES = re.compile(
    r"\b(?:can not|could not|will not|would not|it was not|was not|were not|had not|did not "
    r"(?:ask|agree|say)"
    r"|was on the record|said (?:it|that)(?: \w+)? on the record|already (?:said|on the record)"
    r"|keeping (?:it|that) in|not that one|too late|heard (?:it|that|you)|in my notes|afraid "
    r"(?:it|not|that))\b"
    r"(?! (?:use|print|publish|quote|mention|put|include))"
)
_GRANTS = re.compile(
    r"\b(?:leave (?:it|that|this|out|the|your|[\w']+ ){1,4}out|leave out|take (?:it|that) out"
    r"|cut (?:it|that)"
    r"|(?:will|would) not (?:use|print|publish|quote|mention|put|include) (?:it|that|this)"
    r"|forget (?:it|that|you)"
    r"|strike (?:it|that)|keep (?:it|that) out|did not hear (?:it|that))\b"
)

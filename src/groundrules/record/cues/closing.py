"""Closing: the thanks with which a talk ends, and the goodbye of one who leaves before its end."""

from __future__ import annotations

import re

from groundrules.record.cues.cue import Cue
from groundrules.record.cues.plain import plain
from groundrules.record.facts import Kind

_THANKS = re.compile(
    r"^(?:(?:ok|ah|oh|um|right|great|good|well|lovely|all right|perfect|anyway|so|,"
    r"|\.) ?)*(?:thank you"
    r"|thanks|cheers|bye|ta)\b"
)
_PARTS = re.compile(
    r"\b(?:good ?(?:bye|night)|bye(?: now| bye)?|see (?:you|u|ya)(?: (?:there|around|then|soon)"
    r"|$| ?[.!])|(?:i|we)(?: have)? ?(?:must|got to|have to|need to|better|had better) "
    r"(?:run|fly|dash|be off|get going)(?= ?[.,!]|$)|talk (?:soon|later|tomorrow|tmrw)|take care"
    r"|safe (?:home|travels|journey)|thank you (?:all |both )?for (?:coming|your time|having me"
    r"|joining)|let you (?:go|get)|mind how you go|cheerio)\b"
)
_FAREWELL = re.compile(
    r"\b(?:good ?(?:bye|night)|bye|cheerio|take care|see you|so long|(?:talk|speak) (?:soon|later)"
    r"|have a (?:good|nice|great|lovely) \w+|(?:have|need) to (?:go|run))\b"
)
_LEAVES = re.compile(
    r"\b(?:i|we) (?:(?:will|am|are|must|have|had|need|better|going|to|just|then|now) )+"
    r"(?:(?:drop|hop|jump|log|head)(?:ping|ging|ing)? (?:off|out)|hang(?:ing)? up"
    r"|step(?:ping)? (?:out|outside)|leav(?:e|ing) (?:the (?:call|room|meeting|briefing)|now)"
    r"|leav(?:e|ing)(?= ?[,.!]|$))(?= ?[,.!]|$| (?:now|then|here|the call))"
)
_GOES = re.compile(
    r"\b(?:(?:i|we) (?:will|am going to|have to)|bye|soon|later|see you|luck|for (?:lunch"
    r"|coffee))\b"
)
_ALONE = 6
_MOST = 14


def leaving(text: str, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return the cues of somebody who is not heard again, with a goodbye as their leaving.

    Args:
        text: the words of their last turn, behind which the others talk on.
        cues: what it was heard to do.
    """
    read = plain(text)
    gone = _LEAVES.search(read.text) or _FAREWELL.search(read.text)
    if gone is None:
        return cues
    left = Cue(Kind.PARTY_LEFT, None, *read.span(*gone.span()))
    rest = (cue for cue in cues if cue.kind is not Kind.CONVERSATION_CLOSED)
    return tuple(sorted((*rest, left), key=lambda cue: (cue.start, cue.end)))


def last_words(text: str) -> Cue | None:
    """Return the goodbye that the last turn of a talk is, where it is little more than thanks."""
    read = plain(text)
    parts = _PARTS.search(read.text)
    if parts and "?" not in read.text:
        return Cue(Kind.CONVERSATION_CLOSED, None, *read.span(*parts.span()))
    match = _THANKS.match(read.text)
    if not match or "?" in read.text or len(read.text.split()) > _MOST:
        return None
    if len(read.text.split()) > _ALONE and not _GOES.search(read.text):
        return None
    return Cue(Kind.CONVERSATION_CLOSED, None, *read.span(0, match.end()))

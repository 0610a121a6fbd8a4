"""Closing: the thanks with which a talk ends."""

from __future__ import annotations

import re

from groundrules.record.cues.cue import Cue
from groundrules.record.cues.plain import plain
from groundrules.record.facts import Kind

_THANKS = re.compile(
    r"^(?:(?:ok|ah|oh|um|right|great|good|well|lovely|all right|perfect|,|\.) ?)*(?:thank you"
    r"|thanks|cheers|bye|ta)\b"
)
_GOES = re.compile(
    r"\b(?:(?:i|we) (?:will|am going to|have to)|bye|soon|later|see you|luck|for (?:lunch"
    r"|coffee))\b"
)
_ALONE = 6
_MOST = 14


def last_words(text: str) -> Cue | None:
    """Return the goodbye that the last turn of a talk is, where it is little more than thanks."""
    read = plain(text)
    match = _THANKS.match(read.text)
    if not match or "?" in read.text or len(read.text.split()) > _MOST:
        return None
    if len(read.text.split()) > _ALONE and not _GOES.search(read.text):
        return None
    return Cue(Kind.CONVERSATION_CLOSED, None, *read.span(0, match.end()))

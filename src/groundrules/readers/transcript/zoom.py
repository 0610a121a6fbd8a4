"""Zoom's saved texts: live captions (`[Ana Ruiz] 14:03:22`) and the chat (`14:03:22 From …`).

Captions have the name in brackets and the time of the day on a line, the words below it. The chat
has the time, `From NAME to EVERYONE:` and the message behind it; newer versions put the day in
front and the message on lines below. All three shapes were confirmed against published
descriptions and against programs that read them, not against a file that Zoom publishes; Zoom's
WebVTT (`Ana Ruiz: …`) was confirmed against published files and is read as WebVTT. The times are
those of the day, as they stand in the file. A message that was not for everyone keeps its
addressee in brackets before its words.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from groundrules.readers.transcript.stamped_turns import (
    Head,
    Line,
    Told,
    conversation,
    lines_of,
    said_in,
)

if TYPE_CHECKING:
    from groundrules.readers.transcript.origin import Origin
    from groundrules.record.transcript import Conversation

_CLOCK = r"\d{1,2}:\d{2}:\d{2}"

_CAPTION = re.compile(rf"\s*\[(?P<name>[^\n]{{1,100}})\]\s+(?P<time>{_CLOCK})\s*")

_MESSAGE = rf"\s*(?:(?P<day>\d{{4}}-\d{{2}}-\d{{2}})\s+)?(?P<time>{_CLOCK})\s+From\s+"

_NAME = r"\S(?:[^\n]{0,98}?\S)??"

_REST = r"\s*:(?P<rest>(?:\s.*)?)"

_ADDRESSED = re.compile(
    rf"{_MESSAGE}(?P<name>{_NAME})\s+to\s+(?P<to>{_NAME}){_REST}", re.IGNORECASE
)

_UNADDRESSED = re.compile(rf"{_MESSAGE}(?P<name>{_NAME}){_REST}", re.IGNORECASE)

_TO_EVERYONE = re.compile(rf"(?m)^{_MESSAGE}{_NAME}\s+to\s+Everyone\s*:", re.IGNORECASE)

_EVERYONE = "everyone"

_NOTE = "times of the day"

_ENOUGH = 2


def is_zoom_captions(text: str) -> bool:
    """Tell whether a text begins with the head of a saved caption."""
    return _CAPTION.fullmatch(_first(text)) is not None


def is_zoom_chat(text: str) -> bool:
    """Tell whether a text begins with a saved message."""
    return _UNADDRESSED.fullmatch(_first(text)) is not None


def read_zoom_captions(text: str, origin: Origin) -> Conversation:
    """Return the conversation of saved captions.

    Raises:
        BadInput: a time is none, or there are no words.
    """
    told = Told("Zoom captions", notes=(_NOTE,), clock=True)
    return conversation(said_in(lines_of(text), _caption), origin, told)


def read_zoom_chat(text: str, origin: Origin) -> Conversation:
    """Return the conversation of a saved chat: what was typed, each message a turn.

    Raises:
        BadInput: a time is none, or there are no words.
    """
    lines = list(lines_of(text))
    # Where no message is to everyone, the version is one that names nobody, and " to " is a word.
    addressed = any(_TO_EVERYONE.match(line.text) for line in lines)
    day = _day(_UNADDRESSED.fullmatch(lines[0].text) if lines else None)
    told = Told("Zoom chat", day=day, notes=("typed", _NOTE), clock=True)
    head_of = _addressed if addressed else _unaddressed
    return conversation(said_in(lines, head_of), origin, told)


def _first(text: str) -> str:
    return next((line.text for line in lines_of(text)), "")


def _day(found: re.Match[str] | None) -> date | None:
    try:
        return date.fromisoformat(found["day"]) if found and found["day"] else None
    except ValueError:
        return None


def _caption(line: Line) -> Head | None:
    found = _CAPTION.fullmatch(line.text)
    return Head(found["name"].strip(), found["time"]) if found else None


def _addressed(line: Line) -> Head | None:
    found = _ADDRESSED.fullmatch(line.text)
    if not found:
        return _unaddressed(line)
    to = " ".join(found["to"].split())
    private = "" if to.casefold() == _EVERYONE else f"[to {to}] "
    return Head(found["name"], found["time"], rest=private + found["rest"])


def _unaddressed(line: Line) -> Head | None:
    found = _UNADDRESSED.fullmatch(line.text)
    return Head(found["name"], found["time"], rest=found["rest"]) if found else None

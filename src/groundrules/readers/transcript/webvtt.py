"""WebVTT: captions with voices, as the W3C describes them ("WebVTT: The Web Video Text Tracks").

Read: the header, `NOTE`, `STYLE` and `REGION` blocks, cue identifiers and settings, hours or none,
several voices in one cue, and the `Name: words` that meeting software writes instead of voices.
A voice holds to its end tag or to the end of its cue, as the format says: words outside any voice
have no known speaker. Tags of the format go, their content stays; other angle brackets are words.
A block that is none of these is a fault, where a player would pass over it: its words would be
lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.readers.transcript.captions import captioned
from groundrules.readers.transcript.cues import (
    ARROW,
    Cue,
    Faults,
    Spoken,
    conversation,
    in_order,
    numbered_lines,
    read_timing,
)
from groundrules.readers.transcript.markup import decoded
from groundrules.readers.transcript.origin import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.readers.transcript.origin import Origin
    from groundrules.record.transcript import Conversation

_HEADER = re.compile(r"WEBVTT(?:[ \t]|$)")

_COMMENT = re.compile(r"NOTE(?:\s|$)")

_SETTING = re.compile(r"(?:STYLE|REGION)\s*")

_VOICE = re.compile(r"<(?:v(?:\.[^\s<>]*)?(?:\s+([^<>]*))?|(/v))>")

_TAG = re.compile(r"</?(?:c|i|b|u|ruby|rt|lang)(?:\.[^\s<>]*)?(?:\s[^<>]*)?>|<[0-9][0-9:.]*>")

_BLANK_LINE = "put a blank line above each cue, and none within one"


def is_webvtt(text: str) -> bool:
    """Tell whether a text begins as WebVTT does; blank lines above the header are let pass."""
    first = next((line for _, line in numbered_lines(text) if line and not line.isspace()), "")
    return _HEADER.match(first) is not None


def read_webvtt(text: str, origin: Origin) -> Conversation:
    """Return the conversation of a WebVTT file, its times exact to the millisecond.

    Args:
        text: the whole file.
        origin: the file's name and the wanted id.

    Raises:
        BadInput: with the line of each fault, up to a bound.
    """
    faults = Faults(origin)
    cues = in_order(list(_cues(text, faults)), faults)
    if any("<v" in cue.payload and _VOICE.search(cue.payload) for cue in cues):
        return conversation(_voiced(cues), origin, "WebVTT")
    return captioned(cues, _TAG, origin, "WebVTT")


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in numbered_lines(text):
        if line and not line.isspace():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _cues(text: str, faults: Faults) -> Iterator[Cue]:
    for number, block in enumerate(_blocks(text)):
        first = block[0][1]
        if number == 0 and _HEADER.match(first):
            _refuse_arrow(block[1:], faults)
        elif _COMMENT.match(first) or (_SETTING.fullmatch(first) and not _is_named_cue(block)):
            _refuse_arrow(block, faults)
        elif ARROW in first:
            yield _cue(block, faults)
        elif _is_named_cue(block):
            yield _cue(block[1:], faults)
        else:
            message = "this is neither a cue nor a NOTE, STYLE or REGION block"
            faults.add(block[0][0], message, _BLANK_LINE)


def _is_named_cue(block: list[tuple[int, str]]) -> bool:
    return len(block) > 1 and ARROW in block[1][1]


def _cue(block: list[tuple[int, str]], faults: Faults) -> Cue:
    (number, timing), *payload = block
    start, end = read_timing(timing, number, faults)
    _refuse_arrow(payload, faults)
    return Cue(number, start, end, "\n".join(line for _, line in payload))


def _refuse_arrow(block: list[tuple[int, str]], faults: Faults) -> None:
    for number, line in block:
        if ARROW in line:
            faults.add(number, f"{ARROW} stands where no cue begins", _BLANK_LINE)


def _voiced(cues: list[Cue]) -> Iterator[Spoken]:
    for cue in cues:
        for label, words in _voices(cue.payload):
            text = one_line(decoded(_TAG.sub("", words)))
            if text:
                yield Spoken(cue, label, text)


def _voices(payload: str) -> Iterator[tuple[str, str]]:
    """Yield each stretch of a cue with its voice; "" is outside of any."""
    open_voices = [""]
    at = 0
    for tag in _VOICE.finditer(payload):
        yield open_voices[-1], payload[at : tag.start()]
        at = tag.end()
        if not tag[2]:
            open_voices.append(one_line(decoded(tag[1] or "")))
        elif len(open_voices) > 1:
            open_voices.pop()
    yield open_voices[-1], payload[at:]

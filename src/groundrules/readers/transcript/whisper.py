"""Whisper: the segments of the open recogniser, which does not tell speakers apart.

Shape: `segments[]` with `start`, `end` in seconds and `text`; `text` and `language` beside them.
It is written by `whisper --output_format json`, by faster-whisper's command lines, and returned by
the hosted service as `verbose_json`. Confirmed against the published source of the writer, and
against samples that were published with issues of programs that read it. The words within segments
repeat the text of theirs and are not read.

Every segment is a turn whose speaker is unknown: the next one may be somebody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.transcript.turns import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.readers.transcript.json_document import Node


def is_whisper(document: dict[str, object]) -> bool:
    """Tell whether a document has segments, none with a mark of WhisperX."""
    return "segments" in document and not has_voices(document)


def has_voices(document: dict[str, object]) -> bool:
    """Tell whether segments were aligned or given speakers, as WhisperX does."""
    segments = document.get("segments")
    if "segments" in document and "word_segments" in document:
        return True
    return isinstance(segments, list) and any(map(_has_voice, segments))


def _has_voice(segment: object) -> bool:
    if not isinstance(segment, dict):
        return False
    words = segment.get("words")
    listed = words if isinstance(words, list) else []
    return "speaker" in segment or any(
        isinstance(word, dict) and ("speaker" in word or "score" in word) for word in listed
    )


def read_whisper(document: Node) -> Iterator[Said]:
    """Yield the segments, in the order of the file."""
    for segment in document.nodes("segments"):
        yield Said("", segment.text("text", required=True), *segment.span())

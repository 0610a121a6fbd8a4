"""WhisperX: segments with speakers, aligned word by word.

Shape: `segments[]` with `start`, `end` in seconds, `text`, `speaker` (`SPEAKER_00`) and `words[]`,
each with `word` and, where they could be found, `start`, `end`, `score`, `speaker`; `word_segments`
repeats the words of all. Confirmed against samples that were published with issues of the project:
numerals have no times, and a word may have another speaker than its segment, or none. The hosted
`diarized_json` of Whisper's makers (`segments[]` with `speaker`, `start`, `end`, `text`) has the
same shape without words; it is confirmed against its documentation alone.

The text of a segment is what is kept; its words say where within it the speaker changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.transcript.spoken_words import Word, by_voice, known
from groundrules.readers.transcript.turns import Said
from groundrules.readers.transcript.whisper import has_voices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.readers.transcript.json_document import Node


def is_whisperx(document: dict[str, object]) -> bool:
    """Tell whether a document has segments that were aligned or given speakers."""
    return has_voices(document)


def read_whisperx(document: Node) -> Iterator[Said]:
    """Yield the segments in their order, cut where the speaker of their words changes."""
    for segment in document.nodes("segments"):
        text = segment.text("text", required=True)
        whole = Said(known(segment.label("speaker")), text, *segment.span())
        yield from by_voice(whole, segment.nodes("words"), _word)


def _word(word: Node) -> Word:
    return Word(known(word.label("speaker")), word.text("word"), *word.span())

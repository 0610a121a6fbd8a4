"""AssemblyAI: utterances with speakers, in milliseconds.

Shape: `utterances[]` with `speaker` (`A`, `B`; with channels `1A`), `start` and `end` in whole
milliseconds, `text`, and `words[]` of the same with a `text` each. Without speakers, `utterances`
is `null`, and `words[]` beside it hold the talk. Confirmed against the documentation and against an
answer of the service that a public project holds, without speakers; utterances against the
documentation's own sample alone.

If the service was asked to put names in the place of letters, they are labels as any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.transcript.json_document import MILLISECONDS
from groundrules.readers.transcript.spoken_words import Word, by_voice, known, stretches
from groundrules.readers.transcript.turns import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.readers.transcript.json_document import Node


def is_assemblyai(document: dict[str, object]) -> bool:
    """Tell whether a document has utterances at its top, be it `null`."""
    return "utterances" in document


def read_assemblyai(document: Node) -> Iterator[Said]:
    """Yield the utterances, in the order of the file; else the words, else the text as a whole."""
    utterances = document.nodes("utterances")
    for utterance in utterances:
        text = utterance.text("text", required=True)
        whole = Said(known(utterance.label("speaker")), text, *_times(utterance))
        yield from by_voice(whole, utterance.nodes("words"), _word)
    if utterances:
        return
    words = document.nodes("words")
    yield from stretches(_word(word) for word in words)
    if not words:
        yield Said("", document.text("text"))


def _word(word: Node) -> Word:
    return Word(known(word.label("speaker")), word.text("text", required=True), *_times(word))


def _times(node: Node) -> tuple[int | None, int | None]:
    return node.span(unit=MILLISECONDS)

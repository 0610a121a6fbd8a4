"""Deepgram: channels with words, each with its speaker.

Shape: `results.channels[]`, the first of whose `alternatives[]` has `transcript` and `words[]` with
`word`, `punctuated_word`, `start` and `end` in seconds, and `speaker` (a number); `paragraphs` and
`results.utterances[]` hold the same words again. Confirmed against an answer of the service that a
public project holds, and against the samples of its documentation.

The words of the channels are what is read, because each says who spoke it; where a channel lists
none, those of the utterances, and without these its transcript.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.transcript.spoken_words import Word, by_start, known, stretches
from groundrules.readers.transcript.turns import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.readers.transcript.json_document import Node


def is_deepgram(document: dict[str, object]) -> bool:
    """Tell whether a document has results with channels or utterances."""
    results = document.get("results")
    return isinstance(results, dict) and ("channels" in results or "utterances" in results)


def read_deepgram(document: Node) -> Iterable[Said]:
    """Return what was said, the channels in the order of time."""
    results = document.node("results")
    channels = results.nodes("channels")
    several = len(channels) > 1
    said = [list(_channel(one, f"channel {at}" * several)) for at, one in enumerate(channels)]
    if any(said):
        return by_start(said)
    return [_utterance(one) for one in results.nodes("utterances")]


def _channel(channel: Node, name: str) -> Iterator[Said]:
    for alternative in channel.nodes("alternatives")[:1]:
        words = alternative.nodes("words")
        yield from stretches(_word(word, name) for word in words)
        text = alternative.text("transcript")
        if text.strip() and not words:
            yield Said(name, text)


def _word(word: Node, channel: str) -> Word:
    text = word.text("punctuated_word") or word.text("word", required=True)
    return Word(_label(channel, known(word.label("speaker"))), text, *word.span())


def _label(channel: str, speaker: str) -> str:
    return f"{channel} speaker {speaker}" if channel and speaker else channel or speaker


def _utterance(utterance: Node) -> Said:
    text = utterance.text("transcript", required=True)
    return Said(known(utterance.label("speaker")), text, *utterance.span())

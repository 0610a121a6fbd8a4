"""Amazon Transcribe: words and punctuation as items, with labels of speakers or of channels.

Shape: `results.items[]`, each with `type` (`pronunciation` or `punctuation`), `alternatives[]` with
`content`, and, where it was spoken, `start_time` and `end_time`: seconds, as text. Who spoke stands
in the item (`speaker_label`), or, in older files, in `results.speaker_labels.segments[].items[]` of
the same times. With channels, `results.channel_labels.channels[]` have items of their own. Where
there are no items, `results.audio_segments[]` hold the text. Confirmed against the samples of the
developer guide (speakers, channels) and against an older file of a public project (labels apart);
`audio_segments` against the documentation alone.

The first alternative is what was heard. Punctuation has no time and belongs to the word before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.readers.transcript.spoken_words import Word, by_start, known, stretches
from groundrules.readers.transcript.turns import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.readers.transcript.json_document import Node

    Labels = dict[tuple[int | None, int | None], str]

_MARKS = ("items", "transcripts", "speaker_labels", "channel_labels", "audio_segments")


def is_aws_transcribe(document: dict[str, object]) -> bool:
    """Tell whether a document has the results of a transcription job."""
    results = document.get("results")
    return isinstance(results, dict) and any(mark in results for mark in _MARKS)


def read_aws_transcribe(document: Node) -> Iterable[Said]:
    """Return what was said: channels in the order of time, else items in that of the file."""
    results = document.node("results")
    channels = results.node("channel_labels").nodes("channels")
    if channels:
        return by_start(stretches(_channel(channel)) for channel in channels)
    if results.has("items"):
        labels = _labels(results.node("speaker_labels"))
        return stretches(_words(results.nodes("items"), labels, ""))
    return _segments(results)


def _channel(channel: Node) -> Iterator[Word]:
    yield from _words(channel.nodes("items"), {}, channel.label("channel_label"))


def _labels(speaker_labels: Node) -> Labels:
    """Return who spoke at which times; nobody where two are said to have spoken at the same."""
    labels: Labels = {}
    for segment in speaker_labels.nodes("segments"):
        for item in segment.nodes("items"):
            times = item.span("start_time", "end_time")
            label = known(item.label("speaker_label"))
            labels[times] = label if labels.get(times, label) == label else ""
    labels.pop((None, None), None)
    return labels


def _words(items: Iterable[Node], labels: Labels, channel: str) -> Iterator[Word]:
    for item in items:
        times = item.span("start_time", "end_time")
        text = _content(item)
        speaker = known(item.label("speaker_label")) or labels.get(times, "")
        label = " ".join(filter(None, (channel, speaker)))
        if text:
            yield Word(label, text, *times, joined=item.text("type") == "punctuation")


def _content(item: Node) -> str:
    alternatives = item.nodes("alternatives")
    if not alternatives:
        item.refuse("alternatives", "it is missing or empty")
        return ""
    return alternatives[0].text("content", required=True)


def _segments(results: Node) -> Iterator[Said]:
    for segment in results.nodes("audio_segments"):
        channel, speaker = segment.label("channel_label"), known(segment.label("speaker_label"))
        label = " ".join(filter(None, (channel, speaker)))
        yield Said(label, segment.text("transcript"), *segment.span("start_time", "end_time"))

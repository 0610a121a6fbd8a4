"""Google Speech-to-Text, versions 1 and 2: results, and the last again in full.

Shape: `results[]` (in the answer of a long job, `response.results[]`), each with `alternatives[]`,
the first of them with `transcript` and `words[]`: `word`, `startTime` and `endTime` (version 2:
`startOffset` and `endOffset`), and `speakerTag` (a number) or `speakerLabel`. A time is `"1.300s"`,
or an object of `seconds` and `nanos`. Confirmed against three files of a public project, made with
version 1 with and without speakers; version 2 and the times as text against the documentation.

Where version 1 tells speakers apart, the last result repeats every word of the talk, now with its
speaker, and none of the others has any: then it alone is read. In the confirmed file it also holds
words that no other result has. If it begins where the talk does but repeats other words, nobody can
tell which were said: that is a fault.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.transcript.spoken_words import Word, by_start, known, stretches
from groundrules.readers.transcript.turns import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from groundrules.readers.transcript.json_document import Node

_SECONDS = re.compile(r"\d{1,12}(?:\.\d{1,9})?s", re.ASCII)

_NANOSECONDS = re.compile(r"\d{1,9}", re.ASCII)

_UNSET = "0"
"""A speaker's tag counts from 1; nought is what an unset number is written as."""


def is_google_speech(document: dict[str, object]) -> bool:
    """Tell whether a document has a list of results with alternatives."""
    response = document.get("response", document)
    results = response.get("results") if isinstance(response, dict) else None
    if not isinstance(results, list) or "result_index" in document:
        return False
    return not results or any(isinstance(one, dict) and "alternatives" in one for one in results)


class _Result(NamedTuple):
    """One result: its channel, its words, and the text where it lists no words."""

    node: Node
    channel: str
    words: list[Word]
    text: str
    end: int | None

    @property
    def tagged(self) -> bool:
        """Tell whether it says of any word who spoke it."""
        return any(word.label for word in self.words)

    @property
    def start(self) -> int | None:
        """Return when its first word began."""
        return self.words[0].start if self.words else None

    @property
    def heard(self) -> list[_Heard]:
        """Return its words with their starts."""
        listed = [_Heard(word.text, word.start, word.end) for word in self.words]
        return listed or [_Heard(word) for word in self.text.split()]


class _Heard(NamedTuple):
    """A word, and when it began and ended, in milliseconds or None."""

    text: str
    start: int | None = None
    end: int | None = None

    def again(self, other: _Heard) -> bool:
        """Tell whether another is this word again, as far as their times are known."""
        if self.text != other.text:
            return False
        if None in self or None in other:
            return True
        return self == other


def read_google_speech(document: Node) -> Iterable[Said]:
    """Return what was said: results in the order of the file, channels in that of time."""
    holder = document.node("response") if document.has("response") else document
    channels: dict[str, list[_Result]] = {}
    for result in map(_result, holder.nodes("results")):
        channels.setdefault(result.channel, []).append(result)
    several = len(channels) > 1
    return by_start(
        [one for result in _without_repetition(results) for one in _said(result, several=several)]
        for results in channels.values()
    )


def _result(result: Node) -> _Result:
    alternatives = result.nodes("alternatives")
    best = alternatives[0] if alternatives else None
    return _Result(
        result,
        result.label("channelTag"),
        [_word(word) for word in best.nodes("words")] if best else [],
        best.text("transcript") if best else "",
        _time(result, ("resultEndTime", "resultEndOffset")),
    )


def _word(word: Node) -> Word:
    tag = known(word.label("speakerLabel") or word.label("speakerTag"))
    start = _time(word, ("startTime", "startOffset"))
    end = _time(word, ("endTime", "endOffset"))
    word.forwards("endTime", start, end)
    text = word.text("word", required=True).strip()
    return Word("" if tag == _UNSET else tag, text, start, end)


def _time(node: Node, keys: tuple[str, str]) -> int | None:
    key = next((key for key in keys if node.has(key)), "")
    if not key:
        return None
    if isinstance(node.raw[key], dict):
        parts = node.node(key)
        seconds, nanos = parts.label("seconds") or "0", parts.label("nanos") or "0"
        if _SECONDS.fullmatch(f"{seconds}s") and _NANOSECONDS.fullmatch(nanos):
            return node.milliseconds(key, f"{seconds}.{nanos:0>9}")
    elif _SECONDS.fullmatch(text := node.text(key)):
        return node.milliseconds(key, text[:-1])
    node.refuse(key, 'it is no time: it must be text such as "1.300s", or seconds and nanos')
    return None


def _without_repetition(results: list[_Result]) -> list[_Result]:
    """Return the results of one channel without those that a later one repeats."""
    kept: list[_Result] = []
    for result in results:
        if result.tagged and kept and _repeats(result, kept):
            kept.clear()
        kept.append(result)
    return kept


def _repeats(result: _Result, kept: list[_Result]) -> bool:
    """Tell whether a result with speakers repeats all that were kept so far.

    Those have no speakers, or the same ones: a result that is there twice.
    """
    first, again = kept[0].start, result.start
    if first is not None and again is not None and first != again:
        return False
    if any(one.tagged for one in kept):
        return first is not None and len(kept) == 1 and result.words == kept[0].words
    before = [heard for one in kept for heard in one.heard]
    heard = result.heard
    if len(heard) < len(before) or not all(map(_Heard.again, before, heard)):
        message = "it begins where the talk does, and repeats other words than stand before it"
        result.node.refuse("", message, "compare the words, and delete this result or the others")
    return True


def _said(result: _Result, *, several: bool) -> Iterator[Said]:
    channel = f"channel {result.channel}" if several and result.channel else ""
    if not result.words:
        yield Said(channel, result.text, None, result.end)
    labelled = (
        word._replace(label=_joined(channel, word.label)) for word in result.words if word.text
    )
    yield from stretches(labelled)


def _joined(channel: str, tag: str) -> str:
    return " ".join(filter(None, (channel, f"speaker {tag}" if channel and tag else tag)))

"""Spoken words: from the words that a recogniser heard, one by one, to what each voice said.

A stretch is a row of words of one voice, cut where it may stop: behind the end of a sentence and
before a pause. So two voices on two channels that talk over each other are put in order stretch by
stretch, and words whose speaker is not known do not become one long turn.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from groundrules.readers.transcript.origin import one_line
from groundrules.readers.transcript.turns import Said
from groundrules.readers.transcript.voices import is_nobody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from groundrules.readers.transcript.json_document import Node

PAUSE = 1500
"""Milliseconds of silence before which a stretch is cut."""

_ENDS = (".", "?", "!", "…", "。", "？", "！")


class Word(NamedTuple):
    """One word as it was heard.

    Attributes:
        label: the voice; "" where it is not known.
        text: the word, with its punctuation.
        start: milliseconds from the start of the recording, or None.
        end: likewise.
        joined: it stands behind the word before it without a blank, as punctuation does.
    """

    label: str
    text: str
    start: int | None = None
    end: int | None = None
    joined: bool = False


@lru_cache(maxsize=1000)
def known(label: str) -> str:
    """Return a label on one line; "" where it says that the speaker is unknown."""
    label = one_line(label)
    return "" if is_nobody(label) else label


def stretches(words: Iterable[Word]) -> Iterator[Said]:
    """Yield the stretches of the words of one recording or one of its channels, in their order.

    A word that is joined goes with the word before it, whosever it is.
    """
    row: list[Word] = []
    for word in words:
        if row and not word.joined and _ends(row, word):
            yield _said(row)
            row = []
        row.append(word)
    if row:
        yield _said(row)


def by_start(channels: Iterable[Iterable[Said]]) -> list[Said]:
    """Return the stretches of several channels in the order of their start.

    One whose start is not known stays behind the one above it in its channel.
    """
    timed: list[tuple[int, Said]] = []
    for channel in channels:
        at = 0
        for one in channel:
            at = at if one.start is None else one.start
            timed.append((at, one))
    return [one for _, one in sorted(timed, key=itemgetter(0))]


def _ends(row: list[Word], word: Word) -> bool:
    last = row[-1]
    if word.label != row[0].label or last.text.endswith(_ENDS):
        return True
    return last.end is not None and word.start is not None and word.start - last.end >= PAUSE


def _said(row: list[Word]) -> Said:
    text = "".join(word.text if word.joined else f" {word.text}" for word in row)
    timed = [word.end for word in row if word.end is not None]
    last = next((word for word in reversed(row) if not word.joined), row[-1])
    end = max(timed) if last.end is not None else None
    return Said(row[0].label, text, row[0].start, end)


def by_voice(whole: Said, words: list[Node], read: Callable[[Node], Word]) -> Iterator[Said]:
    """Yield what a segment says, cut where the voices of its words change.

    The words of a segment say more exactly than the segment who spoke. A word without a voice has
    that of the words on both sides of it where they agree; else nobody can tell.

    Args:
        whole: the segment, with the voice and the text that it has as a whole.
        words: its words, as far as the recogniser lists them, each with its `speaker`.
        read: reads one of them; it is called only where the segment alone does not tell.
    """
    if whole.text.strip() and {known(word.label("speaker")) for word in words} <= {"", whole.label}:
        yield whole
        return
    heard = [read(word) for word in words]
    if not whole.text.strip():
        yield from stretches(heard)
        return
    heard = _filled(heard)
    cuts = _cuts(whole.text, heard)
    if cuts is None:
        # The words are not those of the segment: whose they are cannot be told.
        yield whole._replace(label="")
        return
    first = 0
    for at in range(1, len(heard) + 1):
        if at == len(heard) or heard[at].label != heard[first].label:
            yield _slice(whole, heard, cuts, first, at)
            first = at


def _filled(words: list[Word]) -> list[Word]:
    """Return the words, each without a voice with that of its neighbours, where they agree."""
    after = [""] * (len(words) + 1)
    for at in range(len(words) - 1, -1, -1):
        after[at] = words[at].label or after[at + 1]
    before = ""
    filled = []
    for at, word in enumerate(words):
        before = word.label or before
        label = word.label or (before if before == after[at] else "")
        filled.append(word._replace(label=label))
    return filled


def _cuts(text: str, words: list[Word]) -> list[int] | None:
    """Return where each word begins in the text, and its end; None where it has other words."""
    cuts = []
    at = 0
    for word in words:
        plain = word.text.strip()
        found = text.find(plain, at)
        if found < 0 or text[at:found].strip():
            return None
        cuts.append(found)
        at = found + len(plain)
    return None if text[at:].strip() else [*cuts, len(text)]


def _slice(whole: Said, words: list[Word], cuts: list[int], first: int, end: int) -> Said:
    return Said(
        words[first].label,
        whole.text[cuts[first] : cuts[end]],
        words[first].start if first or whole.start is None else whole.start,
        words[end - 1].end if end < len(words) or whole.end is None else whole.end,
    )

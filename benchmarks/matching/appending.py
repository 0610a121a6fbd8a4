"""The appending: how long until what was just said is found, and until it is gone again."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching.noise import noised
from benchmarks.matching.speed import timed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.matching.corpora import Material
    from benchmarks.matching.systems.own import Own

    from groundrules.matching.index.talks import Talk

TURNS, TIMES = 500, 9
_FEWEST_WORDS = 12


class Appended(NamedTuple):
    """What a conversation of 500 turns takes, in milliseconds at the median.

    Attributes:
        append: until the index has it.
        search: until a draft with words of it is answered.
        remove: until the index has it no more.
        seen: how many of the conversations were found behind the append.
        gone: how many were found no more behind the removal.
        times: how many conversations there were.
    """

    append: float
    search: float
    remove: float
    seen: int
    gone: int
    times: int


def append(own: Own, material: Material, draft: str) -> Appended:
    """Append conversations to a built index, look for each, and remove it again."""
    taken: list[tuple[float, float, float]] = []
    seen = gone = 0
    for number in range(TIMES):
        talk = _talk(material, number)
        passage, names = _longest(talk)
        text = f"{draft}\n\n“{passage}”"
        began = time.perf_counter()
        own.add(talk)
        middle = time.perf_counter()
        search, found = timed(own, text)
        seen += any(one.statement in names for one in found)
        last = time.perf_counter()
        own.ledger.remove([talk.id])
        end = time.perf_counter()
        gone += not any(one.statement in names for one in own.search(text))
        taken.append(((middle - began) * 1000, search, (end - last) * 1000))
    appended, searched, removed = (statistics.median(each) for each in zip(*taken, strict=True))
    return Appended(appended, searched, removed, seen, gone, TIMES)


def _talk(material: Material, number: int) -> Talk:
    """Return a conversation of 500 turns that the ledger has not."""
    skipped = material.talks[number + 1 :]
    texts = [text for talk in noised(skipped, material.known, TURNS) for text in talk.texts]
    name = f"appended-{number}"
    ids = tuple(f"{name}#{turn}" for turn in range(1, len(texts) + 1))
    speakers = tuple("RS"[turn % 2] for turn in range(len(texts)))
    return material.talks[0]._replace(id=name, ids=ids, speakers=speakers, texts=tuple(texts))


def _longest(talk: Talk) -> tuple[str, Sequence[str]]:
    """Return a statement's words, and the ids of the statements that have them."""
    passage = max(talk.texts, key=lambda text: min(len(text.split()), 2 * _FEWEST_WORDS))
    return passage, [
        name for name, text in zip(talk.ids, talk.texts, strict=True) if text == passage
    ]

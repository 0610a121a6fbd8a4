"""The noise: a ledger grown by copies of itself in which many words are others."""

from __future__ import annotations

import random
from itertools import islice
from typing import TYPE_CHECKING

from benchmarks.matching.lexicon import has_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.matching.lexicon import Lexicon

    from groundrules.matching.index.talks import Talk

_SWAPPED = 0.6
"""The share of content words that become others, so that a copy is another statement."""


def noised(talks: Sequence[Talk], known: Lexicon, statements: int) -> Iterator[Talk]:
    """Yield noised copies of talks, over and over, until there are so many statements."""
    copy = 0
    while statements > 0:
        copy += 1
        noise = _Noise(known, random.Random(copy))
        for talk in talks:
            if statements <= 0:
                return
            name = f"{talk.id}~{copy}"
            texts = tuple(map(noise.text, islice(talk.texts, statements)))
            statements -= len(texts)
            ids = tuple(f"{name}#{turn}" for turn in range(1, len(texts) + 1))
            speakers = talk.speakers[: len(texts)]
            yield talk._replace(id=name, ids=ids, speakers=speakers, texts=texts)


class _Noise:
    """The words that become others: a table for each copy would repeat, so chance decides."""

    def __init__(self, known: Lexicon, chance: random.Random) -> None:
        self._known = known
        self._chance = chance
        self._content: dict[str, bool] = {}

    def text(self, text: str) -> str:
        """Return a text with most of its content words swapped."""
        content, draw = self._content, self._chance.random
        tokens = text.split()
        for at, token in enumerate(tokens):
            says = content.get(token)
            if says is None:
                says = content[token] = has_content(token)
            if says and draw() < _SWAPPED:
                tokens[at] = self._known.ranked[int(len(self._known.ranked) * draw() ** 3)]
        return " ".join(tokens)

"""Tantivy: BM25 over stemmed words, a query for each sentence. The strongest baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tantivy
from benchmarks.matching.measures import Reported
from benchmarks.matching.systems.system import (
    TOP,
    Scaled,
    content_words,
    numbered,
    sentences,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from benchmarks.matching.systems.system import Sentence

    from groundrules.matching.index.talks import Talk

_HEAP = 1_000_000_000
"""Bytes: enough for a million statements without a merge in between."""


class TantivyBM25:
    """Search only: it says for a sentence which statements are likest, and aligns nothing.

    Stop words are left out of the queries, which makes it faster; the total is not counted,
    which lets it skip whole blocks; and the numbers of the hits are read from a column.
    """

    name = "tantivy, BM25"
    scaled = Scaled()

    def build(self, talks: Sequence[Talk], folder: Path) -> None:
        """Write the index with one thread, and open it."""
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("text", tokenizer_name="en_stem", index_option="freq")
        schema.add_integer_field("number", fast=True)
        self._index = tantivy.Index(schema.build(), path=str(folder))
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for number, text in enumerate(texts(talks)):
            writer.add_document(tantivy.Document(text=text, number=number))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        self.ids = numbered(talks)

    def search(self, draft: str) -> list[Reported]:
        """Return the first statements for each sentence."""
        return [
            Reported(sentence.start, sentence.end, self.ids[number], score)
            for sentence, hits in self.likeliest(draft)
            for number, score in hits
        ]

    def likeliest(self, draft: str) -> Iterator[tuple[Sentence, list[tuple[int, float]]]]:
        """Yield the sentences with the numbers and scores of their first statements."""
        for sentence in sentences(draft):
            words = content_words(sentence.text)
            query = self._index.parse_query(" ".join(words), ["text"])
            hits = self._searcher.search(query, TOP, count=False).hits
            if not hits:
                continue
            numbers = self._searcher.fast_field_values("number", [place for _, place in hits])
            yield (
                sentence,
                [
                    (int(number or 0), float(score))
                    for (score, _), number in zip(hits, numbers, strict=True)
                ],
            )

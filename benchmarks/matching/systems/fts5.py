"""SQLite FTS5: BM25 over stemmed words, a query for each sentence."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

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
    from collections.abc import Sequence
    from pathlib import Path

    from groundrules.matching.index.talks import Talk

_SEARCH = "select rowid, rank from said where said match ? order by rank limit ?"


class FTS5:
    """It keeps words and counts only, no texts; that is its smallest and fastest."""

    name = "SQLite FTS5"
    scaled = Scaled()

    def build(self, talks: Sequence[Talk], folder: Path) -> None:
        """Write the index, merge it into one, and keep it open."""
        self._database = sqlite3.connect(folder / "said.sqlite")
        self._database.execute(
            "create virtual table said using fts5(text, content='', tokenize='porter unicode61')"
        )
        self._database.executemany(
            "insert into said(rowid, text) values (?, ?)", enumerate(texts(talks))
        )
        self._database.execute("insert into said(said) values ('optimize')")
        self._database.commit()
        self._ids = numbered(talks)

    def search(self, draft: str) -> list[Reported]:
        """Return the first statements for each sentence."""
        found: list[Reported] = []
        for sentence in sentences(draft):
            query = " OR ".join(f'"{word}"' for word in content_words(sentence.text))
            rows = self._database.execute(_SEARCH, (query, TOP)).fetchall()
            found += [
                Reported(sentence.start, sentence.end, self._ids[number], -rank)
                for number, rank in rows
            ]
        return found

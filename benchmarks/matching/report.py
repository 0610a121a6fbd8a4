"""The report: a plain table for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.matching.archive import of_worth
from benchmarks.matching.musts import Must, of_musts, recalls
from benchmarks.matching.peer import of_peer
from benchmarks.matching.run import MILLION
from benchmarks.matching.systems.own import Own
from benchmarks.matching.systems.tantivy_aligned import TantivyAligned
from benchmarks.matching.systems.tantivy_bm25 import TantivyBM25
from benchmarks.matching.tables import columns, of_recalls, of_scores

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.matching.run import AtSize, Results


_PEERS = {"tantivy": TantivyBM25.name, "tantivy, aligned": TantivyAligned.name}

_AGAINST = """\
`times as fast as tantivy` holds our whole check, which says where in the draft and where in the
statement, against a search that names 50 statements for each sentence and aligns nothing.
`times as fast as tantivy, aligned` holds it against one that gives spans as ours does: the same 50
statements, aligned with the sentence by rapidfuzz.
"""


def report(results: Results) -> str:
    """Return all tables."""
    return "\n".join(_tables(results))


def _tables(results: Results) -> Iterator[str]:
    reported = results.reported
    yield f"{reported.statements:,} statements, {results.plan.side} edits, texts and pairs\n"
    yield of_musts(musts(results))
    yield _AGAINST
    by_size = {f"{one.size:,}": one.scores for one in results.sizes}
    yield "What is found, by the size of the ledger\n"
    yield of_scores({**by_size, "blind": results.blind})
    yield of_peer(Own.name, reported.scores, results.aligned)
    yield (
        "What is found beside the baselines, on the drafts that each had time for: our matches, and"
        "\nwhether a baseline names the statement among the first 50 for the sentence\n"
    )
    yield of_recalls(results.compared.scores)
    yield _beside(results)
    yield _growth(results)
    if results.archive:
        yield of_worth(results.archive)
    yield _rest(results)


def musts(results: Results) -> list[Must]:
    """Return the musts with what was measured."""
    reported, small = results.reported, results.small
    searched = results.compared.searched
    own = searched[Own.name].usual
    per_million = reported.built.seconds * MILLION / reported.statements
    return [
        Must("warm, 1,500 words, p50, ms", 25, 5, own),
        *(
            Must(f"times as fast as {short}", 8, 40, searched[name].usual / own, least=True)
            for short, name in _PEERS.items()
        ),
        Must("cold process, ms", 400, 120, results.cold.answer),
        Must("bytes per statement", 300, 100, reported.built.bytes / reported.statements),
        Must("build, seconds per million", 40, 8, per_million),
        Must("append of 500 turns, ms", 100, 10, results.appended.append),
        *recalls(reported.scores, small and small.scores, results.blind),
    ]


def _beside(results: Results) -> str:
    compared = results.compared
    own = compared.searched[Own.name]
    rows = [
        (
            name,
            f"{one.usual:,.1f}",
            f"{one.p50:,.1f}",
            f"{one.p95:,.1f}",
            f"{one.usual / own.usual:,.1f}",
            str(len(one.milliseconds)),
            f"{compared.built[name].seconds:,.1f}",
            f"{compared.built[name].bytes / results.reported.statements:,.0f}",
            compared.notes.get(name, ""),
        )
        for name, one in compared.searched.items()
    ]
    times = ["1,500 words", "p50 ms", "p95 ms", "x ours"]
    head = ["", *times, "drafts", "build s", "B/statement", ""]
    return columns("how fast a draft is searched, all in turn in one process", head, rows)


def _growth(results: Results) -> str:
    head = ["", "p50 ms", "p95 ms", "opened", "build s", "s/million", "B/statement", "memory MB"]
    return columns("how it grows", head, map(_grown, results.sizes))


def _grown(one: AtSize) -> tuple[str, ...]:
    memory = one.built.megabytes
    return (
        f"{one.statements:,}",
        f"{one.searched.p50:.1f}",
        f"{one.searched.p95:.1f}",
        f"{one.opened:,.0f}",
        f"{one.built.seconds:.1f}",
        f"{one.built.seconds * MILLION / one.statements:.1f}",
        f"{one.built.bytes / one.statements:.0f}",
        "-" if memory is None else f"{memory:,.0f}",
    )


def _rest(results: Results) -> str:
    cold, appended = results.cold, results.appended
    rows = [
        ("a whole process to the answer", f"{cold.answer:.0f}"),
        ("python -c pass", f"{cold.nothing:.0f}"),
        ("python -c 'import numpy'", f"{cold.numpy:.0f}"),
        ("matches that it told", str(cold.matches)),
        ("its memory at the peak, MB", f"{cold.megabytes:.0f}"),
        ("append of 500 turns", f"{appended.append:.1f}"),
        ("the next search, which finds it", f"{appended.search:.1f}"),
        ("removal", f"{appended.remove:.1f}"),
        ("found behind the append", f"{appended.seen} of {appended.times}"),
        ("gone behind the removal", f"{appended.gone} of {appended.times}"),
    ]
    return columns("cold start and changes, ms at the median", ["", ""], rows)

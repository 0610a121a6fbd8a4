"""Talks as an index holds them, and what an index of them must answer, worked out the long way."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from groundrules.matching.index.catalogue import Entry
from groundrules.matching.index.postings import Postings
from groundrules.matching.index.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from groundrules.matching.index.lookup import Hits
    from groundrules.matching.index.segment import Segment

KEY = b"sixteen bytes ok"

FINGERPRINTS = tuple(
    upper << 16 | lower for upper in (0, 1, 0x7FFF, 0xFFFF) for lower in (0, 1, 0x8000, 0xFFFF)
)
"""Few, so that many statements share them, and at every edge of a bucket."""


class Said(NamedTuple):
    """A talk: its stamp, its contact, and the fingerprints of each statement."""

    stamp: str
    contact: str
    statements: tuple[frozenset[int], ...]


Talks = dict[str, Said]


def ids_of(talk: str, said: Said) -> tuple[str, ...]:
    return tuple(f"{talk}#{number}" for number in range(1, len(said.statements) + 1))


def batch(talks: Mapping[str, Said]) -> tuple[Postings, list[Entry]]:
    """Return talks as a store takes them in; what is counted of each is its fingerprints."""
    statements = [one for said in talks.values() for one in said.statements]
    pairs = sorted((one, number) for number, has in enumerate(statements) for one in has)
    counted = Counter(one for one, _ in pairs)
    postings = Postings(
        np.array([one for one, _ in pairs], dtype=np.uint32),
        np.array([number for _, number in pairs], dtype=np.uint32),
        np.array(sorted(counted), dtype=np.uint32),
        np.array([counted[one] for one in sorted(counted)], dtype=np.uint32),
        np.array([len(has) for has in statements], dtype=np.uint16),
    )
    entries = [
        Entry(talk, said.stamp, said.contact, ids_of(talk, said)) for talk, said in talks.items()
    ]
    return postings, entries


def hits_expected(
    talks: Mapping[str, Said], queries: Sequence[int], most: int
) -> list[tuple[int, str, str]]:
    """Return which statement of which talk has which query, read off the talks themselves."""
    found = []
    for number, query in enumerate(queries):
        having = [
            (number, talk, one)
            for talk, said in talks.items()
            for one, has in zip(ids_of(talk, said), said.statements, strict=True)
            if query in has
        ]
        found += having if len(having) <= most else []
    return sorted(found)


def looked_up(segment: Segment, fingerprints: NDArray[np.uint32], most: int) -> Hits:
    """Return which statements of a segment have which, less those that more than `most` have."""
    bounds = segment.bounds(fingerprints)
    return segment.hits(bounds, np.flatnonzero(bounds.counts <= most))


def hits_found(store: Store, queries: Sequence[int], most: int) -> list[tuple[int, str, str]]:
    hits = store.sought(np.array(queries, dtype=np.uint32)).find(most)
    pairs = zip(hits.queries.tolist(), hits.statements.tolist(), strict=True)
    return sorted((query, *store.statement(number)) for query, number in pairs)


def frequencies_expected(talks: Mapping[str, Said], queries: Iterable[int]) -> list[int]:
    statements = [one for said in talks.values() for one in said.statements]
    return [sum(query in one for one in statements) for query in queries]


def talks_in(store: Store) -> Talks:
    """Return everything that a store holds, read back talk by talk."""
    everything = store.sought(np.array(FINGERPRINTS, dtype=np.uint32)).find(1 << 30)
    having: dict[int, set[int]] = {}
    for query, number in zip(everything.queries, everything.statements, strict=True):
        having.setdefault(int(number), set()).add(FINGERPRINTS[query])
    found = {}
    for talk, stamp in store.talks().items():
        kept = store.talk(talk)
        assert kept is not None
        assert (talk, stamp) == (kept.id, kept.stamp)
        statements = (frozenset(having.pop(kept.first + at, ())) for at in range(len(kept.ids)))
        found[talk] = Said(stamp, kept.contact, tuple(statements))
        assert kept.ids == ids_of(talk, found[talk])
    assert not having
    return found


def opened(folder: Path) -> Talks:
    """Return what is in the index in a folder, every byte of which must be sound."""
    with Store.open(folder, KEY) as store:
        store.verify()
        return talks_in(store)


def segment_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.segment"))


def same_postings(postings: Postings, segment: Segment) -> bool:
    return all(map(np.array_equal, postings, segment.postings()))

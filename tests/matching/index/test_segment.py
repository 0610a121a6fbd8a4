from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stored_talks import FINGERPRINTS, KEY, looked_up, same_postings

from groundrules.matching.index.catalogue import Entry
from groundrules.matching.index.postings import Postings
from groundrules.matching.index.segment import Segment
from groundrules.matching.index.segment_writer import write_segment

_VALUES = st.one_of(st.sampled_from(FINGERPRINTS), st.integers(0, 2**32 - 1))


@st.composite
def _postings(draw):
    sizes = draw(st.lists(st.integers(0, 4), max_size=4))
    statements = sum(sizes)
    number = st.integers(0, statements - 1)
    pairs = sorted(draw(st.sets(st.tuples(_VALUES, number), max_size=60))) if statements else []
    counted = draw(st.dictionaries(_VALUES, st.integers(1, 2**32 - 1), max_size=20))
    entries = [
        Entry(f"talk-{place}", f"s{place}", "desk", tuple(f"talk-{place}#{n}" for n in range(size)))
        for place, size in enumerate(sizes)
    ]
    lengths = draw(st.lists(st.integers(0, 0xFFFF), min_size=statements, max_size=statements))
    postings = Postings(
        np.array([value for value, _ in pairs], dtype=np.uint32),
        np.array([number for _, number in pairs], dtype=np.uint32),
        np.array(sorted(counted), dtype=np.uint32),
        np.array([counted[value] for value in sorted(counted)], dtype=np.uint32),
        np.array(lengths, dtype=np.uint16),
    )
    return postings, entries


@given(_postings(), st.lists(_VALUES, max_size=30), st.integers(0, 5))
def test_a_segment_answers_as_a_scan_of_its_postings_does(tmp_path_factory, made, asked, most):
    postings, entries = made
    path = tmp_path_factory.mktemp("segment") / "one"
    write_segment(path, postings, entries, KEY)
    queries = [*asked, *postings.fingerprints[::2].tolist(), *postings.counted[::2].tolist()]
    pairs = list(zip(postings.fingerprints.tolist(), postings.statements.tolist(), strict=True))
    having = [[number for value, number in pairs if value == query] for query in queries]
    counts = dict(zip(postings.counted.tolist(), postings.counts.tolist(), strict=True))
    with Segment(path, KEY) as segment:
        array = np.array(queries, dtype=np.uint32)
        hits = looked_up(segment, array, most)
        assert [
            (query, number)
            for query, found in enumerate(having)
            if len(found) <= most
            for number in found
        ] == list(zip(hits.queries.tolist(), hits.statements.tolist(), strict=True))
        assert [len(found) for found in having] == segment.bounds(array).counts.tolist()
        assert [counts.get(query, 0) for query in queries] == segment.counts(array).tolist()
        assert same_postings(postings, segment)
        assert postings.lengths.tolist() == segment.lengths.tolist()
        assert (len(postings.lengths), int(postings.lengths.sum())) == (segment.size, segment.words)
        assert entries == [
            Entry(*segment.catalogue.talk(place), segment.catalogue.ids_of(place))
            for place in range(len(entries))
        ]


@pytest.mark.parametrize(("statements", "bits"), [(65_536, 0), (65_537, 4), (1_048_577, 8)])
def test_a_number_has_as_many_bits_as_the_statements_need(tmp_path, statements, bits):
    numbers = np.unique(np.linspace(0, statements - 1, 4001, dtype=np.uint32))
    postings = Postings(
        np.repeat(np.uint32(7 << 16 | 9), len(numbers)),
        numbers,
        np.empty(0, dtype=np.uint32),
        np.empty(0, dtype=np.uint32),
        np.ones(statements, dtype=np.uint16),
    )
    ids = tuple(f"long#{number}" for number in range(1, statements + 1))
    write_segment(tmp_path / "one", postings, [Entry("long", "", "", ids)], KEY)
    with Segment(tmp_path / "one", KEY) as segment:
        assert bits == segment.header.sizes.high_bits
        hits = looked_up(segment, np.array([7 << 16 | 9], dtype=np.uint32), statements)
        assert numbers.tolist() == hits.statements.tolist()
        assert same_postings(postings, segment)
        assert ids == segment.catalogue.ids_of(0)
        # It was counted up, so that the ids take no room.
        assert segment.bytes < 300_000 + 2 * statements + 6 * len(numbers)


def test_what_was_found_outlives_the_segment(tmp_path):
    one = np.array([5], dtype=np.uint32)
    postings = Postings(one, one - 5, one, one, np.array([3], dtype=np.uint16))
    write_segment(tmp_path / "one", postings, [Entry("t", "", "", ("t#1",))], KEY)
    segment = Segment(tmp_path / "one", KEY)
    hits, lengths = looked_up(segment, one, 1), segment.lengths
    segment.close()
    assert ([0], [0], [3]) == (hits.queries.tolist(), hits.statements.tolist(), lengths.tolist())


def test_the_talks_must_have_the_statements_of_the_postings(tmp_path):
    none = np.empty(0, dtype=np.uint32)
    postings = Postings(none, none, none, none, np.array([3], dtype=np.uint16))
    with pytest.raises(ValueError, match="more or fewer statements"):
        write_segment(tmp_path / "one", postings, [Entry("t", "", "", ())], KEY)
    assert not list(tmp_path.iterdir())

"""The catalogue: a statement's id, without those of all the others of its talk."""

from __future__ import annotations

import numpy as np
import pytest
from stored_talks import KEY

from groundrules.matching.index.catalogue import Entry
from groundrules.matching.index.postings import Postings
from groundrules.matching.index.segment import Segment
from groundrules.matching.index.segment_writer import write_segment

COUNTED = tuple(f"harbor#{number}" for number in range(1, 5))
IN_PARTS = ("harbor#1", "harbor#2.1", "harbor#2.2", "harbor#4")
NAMED = ("first", "second", "harbor#3", "fourth")


@pytest.mark.parametrize("ids", [COUNTED, COUNTED[1:], IN_PARTS, NAMED])
def test_the_id_of_one_statement_is_the_one_that_the_talk_lists(tmp_path, ids):
    ahead = Entry("ahead", "", "", ("ahead#1", "ahead#2"))
    size = len(ahead.ids) + len(ids)
    none = np.empty(0, dtype=np.uint32)
    postings = Postings(none, none, none, none, np.ones(size, dtype=np.uint16))
    write_segment(tmp_path / "one", postings, [ahead, Entry("harbor", "", "", ids)], KEY)

    with Segment(tmp_path / "one", KEY) as segment:
        found = tuple(segment.catalogue.id_of(1, number) for number in range(len(ids)))

        assert ids == segment.catalogue.ids_of(1)
    assert ids == found

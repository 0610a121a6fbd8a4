"""Where a value stands in one of many ranges is where a search of that range alone has it."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.matching.index.loops import arrays, compiled


@settings(max_examples=60)
@given(
    st.integers(0, 2**32 - 1),
    st.lists(st.sampled_from([1, 2, 3, 40, 511, 512, 513, 1300]), min_size=1, max_size=8),
    st.sampled_from([3, 90, 65_536]),
)
def test_every_value_is_found_where_it_stands(seed: int, sizes: list[int], distinct: int) -> None:
    random = np.random.default_rng(seed)
    ranges = [np.sort(random.integers(0, distinct, size)).astype(np.uint16) for size in sizes]
    asked = random.integers(0, len(sizes), 50)
    wanted = random.integers(0, distinct, 50).astype(np.uint16)
    stops = np.cumsum(sizes)
    starts = stops - sizes
    first = [np.searchsorted(ranges[at], one) for at, one in zip(asked, wanted, strict=True)]
    often = [np.count_nonzero(ranges[at] == one) for at, one in zip(asked, wanted, strict=True)]

    lows = np.concatenate(ranges)
    lows.flags.writeable = False  # as a file in memory is

    for form in (arrays, compiled):
        found = form.within(lows, wanted, starts[asked], stops[asked])
        assert often == found.counts.tolist()
        assert (starts[asked] + first).tolist() == found.starts.tolist()

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.matching.index.packing import (
    Column,
    bytes_text,
    column,
    packed_ids,
    text_bytes,
    unpacked_ids,
)

_TEXTS = st.text(st.characters(exclude_categories=()), max_size=12)


def _column(rows: list[bytes]) -> Column:
    return Column(np.frombuffer(column(rows), dtype=np.uint8), len(rows))


@given(st.lists(st.binary(max_size=9), max_size=9))
def test_a_column_has_the_rows_that_it_was_packed_from(rows):
    packed = _column(rows)
    assert rows == packed.rows()
    assert rows == [packed.row(number) for number in range(len(rows))]
    for row in filter(None, [*rows, *(row[:1] for row in rows), b"another row"]):
        assert (rows.index(row) if row in rows else None) == packed.find(row)


@given(_TEXTS, st.lists(_TEXTS, max_size=9), st.booleans())
def test_ids_come_back_whatever_they_are(talk, rests, regular):
    ids = tuple(f"{talk}#{rest}" if regular else rest for rest in rests)
    assert ids == unpacked_ids(talk, packed_ids(talk, ids), len(ids))
    assert talk == bytes_text(text_bytes(talk))


def test_ids_that_count_up_take_one_byte():
    assert 1 == len(packed_ids("a", [f"a#{number}" for number in range(1, 501)]))


def test_ids_of_parts_of_turns_take_about_two_bytes_each():
    ids = [f"harbor-2026-11-03#{turn}.{part}" for turn in range(1, 251) for part in (1, 2)]
    assert 2.2 * len(ids) > len(packed_ids("harbor-2026-11-03", ids))


@pytest.mark.parametrize(
    ("packed", "message"),
    [
        (b"?", "in an unknown way"),
        (b"", "in an unknown way"),
        (b"#not deflated", "are damaged"),
        (packed_ids("a", ["a#7"]), "more or fewer"),
    ],
)
def test_ids_that_are_none_are_refused(packed, message):
    with pytest.raises(ValueError, match=message):
        unpacked_ids("a", packed, 2)


def test_a_column_of_another_length_is_refused():
    content = np.frombuffer(column([b"one", b"two"]), dtype=np.uint8)
    for wrong in (content[:-1], content[:7]):
        with pytest.raises(ValueError, match="the column"):
            Column(wrong, 2)

"""The line on which a key is written."""

import pytest

from groundrules.tables.places import Places

TEXT = '''\
id = "ledger-post"
title = """
[levels.background]
publish = "this is text, not a table"
"""
banned = [
  "a = b",
]

[ levels . "off-the-record" ]  # with spaces and quotes
meaning = "Not for print."
'pursue'.value = "yes"
pursue = { value = "no" }

[[evidence]]
title = "again"
'''

PLACES = Places(TEXT)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        (("id",), 1),
        (("title",), 2),
        (("banned",), 6),
        (("levels",), 10),
        (("levels", "off-the-record"), 10),
        (("levels", "off-the-record", "meaning"), 11),
        (("levels", "off-the-record", "pursue"), 12),
        (("levels", "off-the-record", "pursue", "value"), 12),
        (("levels", "off-the-record", "repeat"), 10),
        (("levels", "background", "publish"), 10),
        (("evidence", "title"), 16),
        (("a",), 0),
        (("missing",), 0),
        ((), 0),
    ],
)
def test_a_key_is_found_or_else_the_table_around_it(key: tuple[str, ...], line: int) -> None:
    assert line == PLACES.line(key)


def test_no_text_has_no_lines() -> None:
    assert Places("").line(("id",)) == 0

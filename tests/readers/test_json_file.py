"""JSON files: read exactly, or refused with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.readers.json_file import read_json

if TYPE_CHECKING:
    from pathlib import Path


def faults(folder: Path, text: str) -> tuple[Fault, ...]:
    path = folder / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as refusal:
        read_json(path)
    assert all(fault.path == str(path) and fault.remedy for fault in refusal.value.faults)
    return refusal.value.faults


def test_a_value_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('\ufeff{"a": [1, 2.5, null, true, "é"]}', encoding="utf-8")

    assert {"a": [1, 2.5, None, True, "é"]} == read_json(path)


def test_what_is_no_json_is_refused_with_line_and_column(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, '{\n  "a": yes}')

    assert (2, 8, "this is not JSON: expecting value") == (
        fault.line,
        fault.column,
        fault.message,
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1, "a": 2}', "an object has the same key twice"),
        ("[NaN]", "NaN is no number of JSON"),
        ("[-Infinity]", "-Infinity is no number of JSON"),
        ("[" * 100_000, "it has brackets within brackets too deep to be read"),
        ("9" * 10_000, "a number is too long to be read"),
    ],
)
def test_what_can_be_read_two_ways_or_not_at_all_is_refused(
    tmp_path: Path, text: str, message: str
) -> None:
    assert [message] == [fault.message for fault in faults(tmp_path, text)]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refusal:
        read_json(tmp_path / "none.json")

    assert ["there is no such file"] == [fault.message for fault in refusal.value.faults]

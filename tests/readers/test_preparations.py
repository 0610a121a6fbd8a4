"""Files of answers: written whole and for their owner alone, refused where they are damaged."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from groundrules.errors import BadInput
from groundrules.readers.preparations import LIMIT, Kept, read_answers, write_answers

if TYPE_CHECKING:
    from pathlib import Path

REMEDY = "name a file that `groundrules prepare` wrote, or begin with a new one"
TANGLED = "it holds a number, a name twice, or brackets, as no file of answers has them"
NO_FILE = "this is no file of answers before a talk"


def head(version: object = 1, answers: str = "{}") -> str:
    return f'{{"groundrules": "preparation", "version": {version}, "answers": {answers}}}'


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    answers = {"outlet": "Ålesunds Avis", "points": ["a", "b"], "printed": {"a": "never"}}
    write_answers(path, answers)
    kept = read_answers(path)

    assert kept.answers == answers
    assert (kept.line_of("outlet"), kept.line_of("printed"), kept.line_of("x")) == (5, 10, 0)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_replaced_and_is_its_owners_alone_again(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_text("{}", encoding="utf-8")
    path.chmod(0o644)
    write_answers(path, {})

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_answers(path).answers == {}


def test_the_line_of_a_name_is_found_however_it_is_spelled() -> None:
    kept = Kept("p.json", {}, '{\n"\\u00e5": 1}')

    assert kept.line_of("å") == 2


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("", "this is not JSON: expecting value", 1, 1),
        ('{\n  "a": }', "this is not JSON: expecting value", 2, 8),
        ("[" * 100_000, TANGLED, 0, 0),
        (head(answers='{"knowers": ' + "9" * 5000 + "}"), TANGLED, 0, 0),
        (head(answers='{"a": 1, "a": 2}'), TANGLED, 0, 0),
        ("[]", NO_FILE, 0, 0),
        ("{}", NO_FILE, 0, 0),
        ('{"groundrules": "else", "version": 1, "answers": {}}', NO_FILE, 0, 0),
        (head(answers='{}, "more": 1'), NO_FILE, 0, 0),
        (head(version=2), "its version is not 1, the only one that can be read", 0, 0),
        (head(version="true"), "its version is not 1, the only one that can be read", 0, 0),
        (head(answers="[]"), "its answers are no table", 0, 0),
    ],
)
def test_a_file_that_is_damaged_or_foreign_is_refused_and_left_alone(
    tmp_path: Path, text: str, message: str, line: int, column: int
) -> None:
    path = tmp_path / "p.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as refusal:
        read_answers(path)

    assert refusal.value.faults == ((str(path), message, REMEDY, line, column),)
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    path.write_bytes(b" " * (LIMIT + 1))
    with pytest.raises(BadInput, match="more than 1 MiB"):
        read_answers(path)


def test_a_folder_that_cannot_be_written_to_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="its folder is not there"):
        write_answers(tmp_path / "none" / "p.json", {})

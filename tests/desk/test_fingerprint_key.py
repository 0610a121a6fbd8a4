"""The key of the fingerprints: made once, for its owner alone, and never guessed at."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from groundrules.desk.checking.fingerprint_key import VARIABLE, fingerprint_key
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

GIVEN = "0123456789abcdef" * 4


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_it_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    first = fingerprint_key(tmp_path, {})
    kept = tmp_path / ".groundrules"

    assert first == fingerprint_key(tmp_path, {})
    assert len(first) == 32
    assert (mode(kept), mode(kept / "fingerprint.key")) == (0o700, 0o600)


def test_two_projects_have_two_keys(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()

    assert fingerprint_key(tmp_path / "one", {}) != fingerprint_key(tmp_path / "other", {})


def test_it_is_kept_out_of_repositories_and_nothing_else_is(tmp_path: Path) -> None:
    fingerprint_key(tmp_path, {})

    assert (tmp_path / ".groundrules" / ".gitignore").read_text("utf-8") == "/fingerprint.key\n"


def test_what_a_repository_ignores_already_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".groundrules").mkdir()
    (tmp_path / ".groundrules" / ".gitignore").write_text("*\n", encoding="utf-8")

    fingerprint_key(tmp_path, {})

    assert (tmp_path / ".groundrules" / ".gitignore").read_text("utf-8") == "*\n"


def test_the_variable_wins_and_leaves_no_file(tmp_path: Path) -> None:
    assert bytes.fromhex(GIVEN) == fingerprint_key(tmp_path, {VARIABLE: f" {GIVEN.upper()}\n"})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("wrong", ["secret", GIVEN[:-1], GIVEN + "0", "g" * 64])
def test_what_is_no_key_is_refused_and_not_shown(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(BadInput) as raised:
        fingerprint_key(tmp_path, {VARIABLE: wrong})

    assert wrong not in str(raised.value)
    assert VARIABLE in str(raised.value)


def test_a_damaged_file_is_refused_and_stays(tmp_path: Path) -> None:
    fingerprint_key(tmp_path, {})
    path = tmp_path / ".groundrules" / "fingerprint.key"
    path.write_text("damaged", encoding="utf-8")

    with pytest.raises(BadInput) as raised:
        fingerprint_key(tmp_path, {})

    assert "remove the file" in str(raised.value)
    assert path.read_text(encoding="utf-8") == "damaged"


def test_where_none_can_be_kept_there_is_none(tmp_path: Path) -> None:
    (tmp_path / ".groundrules").touch()

    with pytest.raises(BadInput) as raised:
        fingerprint_key(tmp_path, {})

    assert VARIABLE in str(raised.value)

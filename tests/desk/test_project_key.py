"""Keys of a project: made once, kept for their owner alone, and never guessed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.desk.setup.project_key import ProjectKey
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

KEY = ProjectKey("a.key", "A_KEY", "a thing", ("/things/",))
GIVEN = "0123456789abcdef" * 4


def test_it_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    first = KEY.of(tmp_path, {})
    kept = tmp_path / ".groundrules"

    assert first == KEY.of(tmp_path, {}) == KEY.kept(kept / "a.key")
    assert 32 == len(first)
    assert 0o600 == (kept / "a.key").stat().st_mode & 0o777
    assert 0o700 == kept.stat().st_mode & 0o777


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "/a.key\n/things/\n"),
        ("/b.key\n", "/b.key\n/a.key\n/things/\n"),
        ("/things/\n/a.key\n", "/things/\n/a.key\n"),
        ("*\n", "*\n"),
    ],
)
def test_a_repository_leaves_it_out(tmp_path: Path, before: str, after: str) -> None:
    ignored = tmp_path / ".groundrules" / ".gitignore"
    ignored.parent.mkdir()
    ignored.write_text(before, encoding="utf-8")

    KEY.of(tmp_path, {})

    assert after == ignored.read_text("utf-8")


def test_the_variable_wins_and_leaves_no_file(tmp_path: Path) -> None:
    assert bytes.fromhex(GIVEN) == KEY.of(tmp_path, {"A_KEY": f" {GIVEN.upper()}\n"})
    assert [] == list(tmp_path.iterdir())


def test_there_may_be_none(tmp_path: Path) -> None:
    assert KEY.given({}) is None
    assert KEY.kept(tmp_path / "a.key") is None


@pytest.mark.parametrize("wrong", ["secret", GIVEN[:-1], GIVEN + "0", "g" * 64])
def test_what_is_no_key_is_refused_and_not_shown(tmp_path: Path, wrong: str) -> None:
    (tmp_path / ".groundrules").mkdir()
    (tmp_path / ".groundrules" / "a.key").write_text(wrong, encoding="utf-8")

    for environment in ({"A_KEY": wrong}, {}):
        with pytest.raises(BadInput) as raised:
            KEY.of(tmp_path, environment)
        assert wrong not in str(raised.value)
        assert "it is no key for a thing" in str(raised.value)


def test_where_none_can_be_kept_that_is_said(tmp_path: Path) -> None:
    (tmp_path / ".groundrules").write_text("a file\n", encoding="utf-8")

    with pytest.raises(BadInput, match="cannot be kept here"):
        KEY.of(tmp_path, {})

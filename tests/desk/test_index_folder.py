"""Where an index lies: one for each set of records, wherever the project is moved to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from indexed_room import KEYS

from groundrules.config.settings import settle
from groundrules.desk.indexing.folder import index_of, index_there, sealed_indexes
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "groundrules.toml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "a")


def name(folder: Path, *records: str, key: str = KEYS["GROUNDRULES_INDEX_KEY"]) -> str:
    settings = settle(folder, {}, {})
    found = index_of([folder / one for one in records], settings, {"GROUNDRULES_INDEX_KEY": key})
    assert folder / ".groundrules" / "index" == found.path.parent
    return found.path.name


def test_each_set_of_records_has_an_index_of_its_own(tmp_path: Path) -> None:
    here = tmp_path / "a"
    names = [name(here, *records) for records in (("x",), ("y",), ("x", "y"), ("y", "x"))]

    assert 4 == len(set(names))
    assert names[0] == name(here, "../a/x")


def test_the_name_tells_nothing_without_the_key(tmp_path: Path) -> None:
    assert name(tmp_path / "a", "x") != name(tmp_path / "a", "x", key="ef" * 32)


def test_a_project_that_is_moved_keeps_its_index(tmp_path: Path) -> None:
    before = name(tmp_path / "a", "x", "../together")
    (tmp_path / "a").rename(tmp_path / "b")

    assert before == name(tmp_path / "b", "x", "../together")


def test_where_nothing_was_built_there_is_none(tmp_path: Path) -> None:
    settings = settle(tmp_path / "a", {}, {})

    assert index_there(["x"], settings, KEYS) is None
    (tmp_path / "a" / ".groundrules" / "index").mkdir(parents=True)
    assert index_there(["x"], settings, KEYS) is None
    assert index_there(["x"], settings, {}) is None


@pytest.mark.parametrize("given", ["a/.groundrules/index/1", "a/.groundrules/index", "a"])
def test_sealed_indexes_are_found_from_any_folder_above(tmp_path: Path, given: str) -> None:
    ledger = tmp_path / "a" / ".groundrules" / "index" / "1" / "ledger"
    ledger.mkdir(parents=True)

    (found,) = sealed_indexes(tmp_path / given, KEYS)

    assert (ledger, bytes.fromhex(KEYS["GROUNDRULES_INDEX_KEY"])) == (found.ledger, found.secret)


def test_a_key_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a" / ".groundrules" / "index").mkdir(parents=True)

    with pytest.raises(BadInput, match="it is no key for an index"):
        index_there(["x"], settle(tmp_path / "a", {}, {}), {"GROUNDRULES_INDEX_KEY": "x"})

"""The archive of an outlet: its texts are indexed as they come and go."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from indexed_room import KEYS

from groundrules.config.settings import settle
from groundrules.desk.indexing.building import build_archive
from groundrules.desk.indexing.status import index_status
from groundrules.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.reporters.index_page import Built, Holding


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "published" / "2026").mkdir(parents=True)
    publish(tmp_path, "a.md", "# The port\n\nThe deal is off.\n\nNobody said why.\n")
    publish(tmp_path, "2026/b.txt", "It rained again.\n")
    (tmp_path / "published" / "notes.csv").write_text("no,text\n", encoding="utf-8")
    return tmp_path


def publish(home: Path, name: str, text: str) -> None:
    (home / "published" / name).write_text(text, encoding="utf-8")


def build(home: Path, *, anew: bool = False) -> Built:
    settings = settle(home, {}, {})
    return build_archive("published", settings, KEYS, lambda _done, _of: None, anew=anew)


def holding(home: Path) -> Holding:
    found = index_status(("records",), settle(home, {}, {}), KEYS).archive
    assert found
    return found


def test_every_text_is_taken_in_once(home: Path) -> None:
    assert (2, 2, 0) == build(home)[1:]
    assert (2, 0, 0) == build(home)[1:]
    assert (2, 4) == holding(home)[1:3]
    assert holding(home).is_current


def test_what_is_new_changed_or_gone_is_told_and_then_taken_over(home: Path) -> None:
    build(home)
    publish(home, "c.md", "A third.\n")
    publish(home, "a.md", "# The port\n\nThe deal is on again, it was said on Monday.\n")
    (home / "published" / "2026" / "b.txt").unlink()

    assert (1, 1, 1) == holding(home)[-3:]
    assert (2, 2, 1) == build(home)[1:]
    assert (2, 3) == holding(home)[1:3]


def test_a_text_that_cannot_be_read_is_named_and_the_others_are_indexed(home: Path) -> None:
    (home / "published" / "broken.docx").write_bytes(b"no Word file")

    with pytest.raises(BadInput) as raised:
        build(home)

    assert ["broken.docx"] == [fault.path.rpartition("/")[2] for fault in raised.value.faults]
    assert 2 == holding(home).talks


def test_a_folder_without_texts_is_refused(home: Path) -> None:
    (home / "empty").mkdir()

    with pytest.raises(BadInput, match="there is no text in this folder"):
        build_archive("empty", settle(home, {}, {}), KEYS, lambda *_: None)


def test_it_is_built_anew_in_the_place_of_the_old_one(home: Path) -> None:
    build(home)

    assert (2, 2, 0) == build(home, anew=True)[1:]
    assert [".gitignore", "archive"] == sorted(one.name for one in home.glob(".groundrules/*"))


def test_the_list_of_texts_is_private_and_holds_no_word_of_them(home: Path) -> None:
    build(home)
    path = home / ".groundrules" / "archive" / "texts.json"

    assert 0o600 == path.stat().st_mode & 0o777
    assert {"a.md", "2026/b.txt"} == set(json.loads(path.read_text("utf-8"))["seen"])
    assert "deal" not in path.read_text("utf-8")

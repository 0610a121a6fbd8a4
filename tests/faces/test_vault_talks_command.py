"""Commands on a vault that name conversations: with its folder before the name, or without."""

from __future__ import annotations

import shutil

import pytest
from unlocked import office

from vault_fixtures import NEWSROOM, record_text

NAME = "harbor-2026-11-03"


@pytest.fixture
def room(tmp_path, monkeypatch, capsys):
    with office(tmp_path, monkeypatch, capsys, NEWSROOM) as opened:
        opened.begin(record_text())
        opened.unlock()
        yield opened


@pytest.mark.parametrize("before", ["", "office.vault/", "./office.vault/"])
def test_a_name_is_taken_with_and_without_the_vault_s_folder(room, before):
    name = f"{before}{NAME}"

    room.run("vault", "share", name, "Eli", "--words")
    assert "Eli: terms and words" in room.run("vault", "readers", name)
    assert "words" in room.run("vault", "take-back", name, "Eli")
    assert f"{NAME}: everything" in room.run("inventory", name)
    assert NAME in room.run("vault", "export", name, "--out", "desk", "--reason", "to look")
    assert [f"{NAME}.record"] == [one.name for one in room.room.folder.parent.glob("desk/*")]
    room.run("shred", name, "--reason", "she asked for it", "--early", "--yes")
    assert "no conversation of this name" in room.run("vault", "readers", name, status=2)


def test_the_folder_before_the_name_tells_vaults_apart(room):
    shutil.copytree("office.vault", "copy.vault")

    assert "several vaults" in room.run("vault", "readers", NAME, status=2)
    assert "Ana: terms" in room.run("vault", "readers", f"office.vault/{NAME}")
    other = ("--vault", "copy.vault")
    said = room.run("vault", "readers", f"office.vault/{NAME}", *other, status=2)
    assert f"office.vault/{NAME}: this is not in copy.vault" in said


def test_names_are_to_be_seen_where_one_is_sent_for_them(room):
    said = room.run("vault", "readers", "pier", status=2)
    assert "with groundrules retention" in said
    assert NAME in room.run("retention")


def test_an_export_that_fails_leaves_no_folder(room, tmp_path):
    room.run("vault", "export", NAME, "--out", "new/desk", "--reason", " ", status=2)
    assert not (tmp_path / "new").exists()

    (tmp_path / "kept").mkdir()
    room.run("vault", "export", NAME, "--out", "kept/desk", "--reason", " ", status=2)
    assert [] == list((tmp_path / "kept").iterdir())


@pytest.mark.parametrize(("how", "there"), [("--out", "desk"), ("--age", "desk/a.age")])
def test_a_file_in_the_way_of_an_export_is_not_to_be_forced(room, tmp_path, how, there):
    (tmp_path / "desk").mkdir()
    for name in (f"{NAME}.record", "a.age"):
        (tmp_path / "desk" / name).touch()
    said = room.run("vault", "export", NAME, how, there, "--reason", "to look", status=2)
    assert "the file is there already (name another)" in said

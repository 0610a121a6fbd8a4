"""The shelf of wordings: a newsroom's own before those that ship."""

from __future__ import annotations

import pytest

from groundrules.errors import BadInput
from groundrules.readers.wordings import SHIPPED, WordingShelf

KINDS = sorted(folder.name for folder in SHIPPED.iterdir() if folder.is_dir())


@pytest.mark.parametrize("kind", KINDS)
def test_every_shipped_wording_is_read(kind):
    shelf = WordingShelf()
    names = shelf.names(kind)

    assert names
    assert [shelf.load(kind, name).name for name in names] == list(names)


def test_a_file_of_the_newsrooms_own_hides_a_shipped_one(tmp_path):
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "american.toml").write_text('ours = "yes"\n', encoding="utf-8")
    (tmp_path / "scripts" / ".hidden.toml").write_text("", encoding="utf-8")
    shelf = WordingShelf([tmp_path])

    assert shelf.load("scripts", "american").raw == {"ours": "yes"}
    assert shelf.names("scripts") == WordingShelf().names("scripts")


def test_the_first_of_two_folders_wins(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name / "scripts").mkdir(parents=True)
        path = tmp_path / name / "scripts" / "house.toml"
        path.write_text(f'whose = "{name}"\n', encoding="utf-8")

    shelf = WordingShelf([tmp_path / "one", tmp_path / "two"])

    assert shelf.load("scripts", "house").raw == {"whose": "one"}


def test_a_wording_that_is_not_there_gets_the_nearest():
    with pytest.raises(BadInput) as caught:
        WordingShelf().load("scripts", "amercan")

    assert "did you mean american?" in str(caught.value)


@pytest.mark.parametrize("made", [False, True])
def test_a_folder_that_is_none_is_refused(tmp_path, made):
    folder = tmp_path / "wordings"
    if made:
        folder.write_text("", encoding="utf-8")

    with pytest.raises(BadInput) as caught:
        WordingShelf([folder]).names("scripts")

    assert "it is not a folder" in str(caught.value)


def test_a_kind_that_nobody_ships_is_refused():
    with pytest.raises(BadInput):
        WordingShelf().names("songs")

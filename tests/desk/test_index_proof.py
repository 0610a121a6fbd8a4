"""The proof of an index: whatever is changed in it is named, and what changed since is told."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from indexed_room import KEYS, Room

from groundrules.desk.indexing.proof import prove_index
from groundrules.errors import BadInput
from groundrules.record.notation import to_text
from harbor_case import CONVERSATION, SECRET

if TYPE_CHECKING:
    from pathlib import Path

    from groundrules.reporters.index_page import Proof


LONG = "The Calder bid collapsed on Friday after the auditors found two sets of books."
"""So much that it could be restated."""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records").mkdir()
    for name in ("harbor", "second"):
        keep(tmp_path, name)
    return Room(tmp_path, ("records",))


def keep(folder: Path, name: str) -> None:
    turns = tuple(
        turn._replace(parts=(LONG,)) if turn.text == SECRET else turn for turn in CONVERSATION.turns
    )
    text = to_text(CONVERSATION._replace(id=name, turns=turns))
    (folder / "records" / f"{name}.record").write_text(text, encoding="utf-8")


def proven(room: Room) -> Proof:
    return prove_index((), room.settings, KEYS, lambda _done, _of: None)


def test_an_index_that_was_just_built_is_whole(room: Room) -> None:
    room.build()

    assert (2, 0, False) == proven(room)


def test_records_that_have_changed_since_are_counted(room: Room) -> None:
    room.build()
    keep(room.folder, "third")
    (room.folder / "records" / "second.record").unlink()

    assert (2, 2, False) == proven(room)


def test_there_must_be_an_index(room: Room) -> None:
    with pytest.raises(BadInput, match="there is no index of these records"):
        proven(room)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE talks SET restricted = restricted - 1 WHERE number = 1",
        "UPDATE talks SET settled_from = 0 WHERE number = 1",
        "UPDATE talks SET stamp = 'x' WHERE number = 1",
        "DELETE FROM names WHERE talk = 1",
        "DELETE FROM forms WHERE talk = 1",
        "UPDATE people SET unnamed = 0",
        "DELETE FROM phrases WHERE talk = 1",
        "DELETE FROM withheld WHERE sentence = 1",
        "DELETE FROM sentences WHERE number = 1",
        "UPDATE stems SET freely = freely + 1 WHERE freely > 0",
        "DELETE FROM talks WHERE number = 1",
        "UPDATE about SET format = 'other'",
    ],
)
def test_every_table_of_the_cards_is_compared(room: Room, change: str) -> None:
    room.build()
    with sqlite3.connect(room.index.cards) as base:
        assert base.execute(change).rowcount
    base.close()

    with pytest.raises(BadInput) as raised:
        proven(room)

    (fault,) = raised.value.faults
    assert str(room.index.cards) == fault.path
    assert "groundrules index rebuild" in fault.remedy


def test_a_file_that_is_no_table_is_named(room: Room) -> None:
    room.build()
    room.index.cards.write_bytes(b"x" * 8192)

    with pytest.raises(BadInput, match="the cards are damaged"):
        proven(room)

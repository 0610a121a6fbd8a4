"""The upkeep of an index: a check never sees less than the records hold, whatever has changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from indexed_room import KEYS, Room

from groundrules.desk.indexing import upkeep as index_upkeep
from groundrules.desk.indexing.building import rebuild_index
from groundrules.desk.indexing.cards import Cards
from groundrules.desk.indexing.status import index_status
from groundrules.errors import BadInput
from groundrules.record.notation import to_text
from groundrules.reporters.index_page import Status
from harbor_case import CONVERSATION, SECRET, TEXT

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = datetime(2026, 12, 5, 9, 0, tzinfo=UTC)
OLD = time.time() - 3600


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    """Return a room with two records that have not changed for an hour, and a draft."""
    monkeypatch.chdir(tmp_path)
    for name, key in KEYS.items():
        monkeypatch.setenv(name, key)
    keep(tmp_path, "harbor")
    keep(tmp_path, "quiet", "Nothing was said of it.")
    (tmp_path / "draft.md").write_text(TEXT, encoding="utf-8")
    return Room(tmp_path, ("records",))


def keep(folder: Path, name: str, words: str = "") -> Path:
    """Write a record; `words` stand in the place of everything in it that is restricted."""
    talk = CONVERSATION._replace(id=name)
    if words:
        turns = (talk.turns[0]._replace(parts=(words,)),)
        talk = talk._replace(turns=turns, facts=(), policy="")
    path = folder / "records" / f"{name}.record"
    path.parent.mkdir(exist_ok=True)
    path.write_text(to_text(talk), encoding="utf-8")
    os.utime(path, (OLD, OLD))
    return path


def codes(room: Room) -> list[tuple[str, str]]:
    (examination,) = room.check([room.folder / "draft.md"], AS_OF).examinations
    return [(one.code, one.statement) for one in examination.findings]


def test_an_index_is_of_all_records_and_only_its_owner_reads_it(room: Room) -> None:
    built = room.build()
    index = room.index

    assert (2, 2, 0) == built[1:]
    assert 0o700 == index.path.stat().st_mode & 0o777
    assert 0o600 == index.cards.stat().st_mode & 0o777
    assert "/index/" in (index.home / ".gitignore").read_text("utf-8").splitlines()


def test_to_look_for_an_index_makes_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GROUNDRULES_INDEX_KEY")

    assert Status(None, None) == index_status((), room.settings, {})
    codes(room)

    assert not (room.folder / ".groundrules").exists()


def test_what_has_not_changed_is_not_read_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_upkeep, "_FRESH", 0)
    room.build()

    assert (2, 0, 0) == room.build()[1:]


def test_a_record_that_was_touched_a_moment_ago_is_read_again_and_found_the_same(
    room: Room,
) -> None:
    room.build()  # its inode has just been changed

    assert (2, 2, 0) == room.build()[1:]


def test_a_record_that_is_new_counts_in_the_next_check(room: Room) -> None:
    room.build()
    keep(room.folder, "second")

    assert ("GR101", "second#4") in codes(room)
    assert ["harbor", "quiet", "second"] == _heads(room)


def test_a_record_that_is_gone_does_not_count_any_more(room: Room) -> None:
    room.build()
    (room.folder / "records" / "harbor.record").unlink()

    assert [] == [code for code, statement in codes(room) if statement.startswith("harbor")]
    assert ["quiet"] == _heads(room)


def test_words_that_were_changed_within_one_record_count_as_they_are_now(room: Room) -> None:
    keep(room.folder, "harbor", "Nothing was said of that either.")
    room.build()
    assert "GR101" not in dict(codes(room))

    keep(room.folder, "harbor")

    assert ("GR101", "harbor#4") in codes(room)


def test_a_record_that_was_renamed_keeps_its_card(room: Room) -> None:
    room.build()
    before = room.reports([room.folder / "draft.md"], AS_OF)
    path = room.folder / "records" / "harbor.record"
    path.rename(path.with_name("another.record"))

    assert before == room.reports([room.folder / "draft.md"], AS_OF)
    assert ["harbor", "quiet"] == _heads(room)


def test_another_policy_of_the_house_makes_the_cards_anew_that_hang_on_it(room: Room) -> None:
    room.build()
    before = {one[0]: one[1] for one in _readings(room)}
    (room.folder / "groundrules.toml").write_text('policy = "washington-post"\n', "utf-8")

    room.check([room.folder / "draft.md"], AS_OF)

    after = {one[0]: one[1] for one in _readings(room)}
    assert before["harbor"] == after["harbor"]  # it names a policy of its own
    assert before["quiet"] != after["quiet"]


def test_a_record_with_a_fault_is_named_as_without_an_index(room: Room) -> None:
    room.build()
    (room.folder / "records" / "quiet.record").write_text("no record\n", encoding="utf-8")

    with pytest.raises(BadInput) as raised:
        codes(room)

    assert {"records/quiet.record"} == {fault.path for fault in raised.value.faults}
    assert ["harbor", "quiet"] == _heads(room)  # nothing is half taken over


def test_two_records_of_one_conversation_are_refused(room: Room) -> None:
    room.build()
    copy = room.folder / "records" / "copy.record"
    shutil.copy(room.folder / "records" / "harbor.record", copy)

    with pytest.raises(BadInput, match=r"stands in .* too"):
        codes(room)


def test_a_damaged_card_file_is_named_and_everything_is_read(room: Room) -> None:
    expected = codes(room)
    room.build()
    content = bytearray(room.index.cards.read_bytes())
    content[:4096] = bytes(4096)
    room.index.cards.write_bytes(content)

    checked = room.check([room.folder / "draft.md"], AS_OF)

    (note,) = checked.notes
    assert "every record is read instead" in note
    assert "cards.sqlite" in note
    assert 0 == checked.examinations[0].case.unopened.conversations
    assert expected == codes(room)


INTERRUPTED = """
import os, sys, pathlib
from groundrules.desk.indexing.cards import Cards
cards = Cards(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), writable=True)
cards._base.execute("PRAGMA cache_size = 1")
cards.begin(0.0)
for head in cards.heads():
    cards.drop(head.id)
cards._base.execute("INSERT INTO sentences (talk, stems) VALUES (1, zeroblob(1000000))")
os._exit(1)
"""
"""A change of the cards that ends in the midst of it, when some of it is on the disk."""


def test_what_was_interrupted_is_undone(room: Room) -> None:
    room.build()
    before = room.reports([room.folder / "draft.md"], AS_OF)

    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(room.index.cards), room.index.secret.hex()],
        check=False,
    ).returncode
    journal = room.index.cards.with_name("cards.sqlite-journal")

    assert (1, True) == (ended, journal.exists())
    assert before == room.reports([room.folder / "draft.md"], AS_OF)
    assert ["harbor", "quiet"] == _heads(room)


def test_fingerprints_that_are_gone_are_made_again(room: Room) -> None:
    room.build()
    shutil.rmtree(room.index.ledger)

    assert ("GR101", "harbor#4") in codes(room)
    assert room.index.ledger.is_dir()


def test_cards_of_another_version_are_made_again(room: Room) -> None:
    room.build()
    with sqlite3.connect(room.index.cards) as base:
        base.execute("UPDATE about SET format = '0'")
        base.execute("DELETE FROM names")
    base.close()

    assert codes(room)
    assert ["harbor", "quiet"] == _heads(room)


def test_an_index_that_may_not_be_written_is_not_trusted_after_a_change(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.build()
    keep(room.folder, "second")
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and may(path, mode))

    checked = room.check([room.folder / "draft.md"], AS_OF)

    assert "may not be written" in checked.notes[0]
    assert 3 == checked.examinations[0].tally.conversations


def test_an_index_is_built_anew_over_a_damaged_one(room: Room) -> None:
    room.build()
    room.index.cards.write_bytes(b"no table")

    built = rebuild_index((), room.settings, KEYS, lambda _done, _of: None)

    assert (room.index.path, 2, 2, 0) == built
    assert [room.index.path] == list(room.index.path.parent.iterdir())
    assert ["harbor", "quiet"] == _heads(room)


def test_a_build_that_fails_leaves_what_was_there(room: Room) -> None:
    room.build()
    before = sorted(path.read_bytes() for path in room.index.path.rglob("*") if path.is_file())
    (room.folder / "records" / "quiet.record").write_text("no record\n", encoding="utf-8")

    for build in (room.build, lambda: rebuild_index((), room.settings, KEYS, lambda *_: None)):
        with pytest.raises(BadInput):
            build()

    found = sorted(path.read_bytes() for path in room.index.path.rglob("*") if path.is_file())
    assert before == found
    assert [room.index.path] == list(room.index.path.parent.iterdir())


def test_no_word_and_no_name_stands_in_the_index(room: Room) -> None:
    room.build()
    names = [name for party in CONVERSATION.parties for name in (party.name, *party.affiliations)]
    secrets = [SECRET, *SECRET.split(), *filter(None, names), *" ".join(names).split()]
    contacts = {party.name for party in CONVERSATION.parties if party.is_reporter}
    held = b"".join(path.read_bytes() for path in room.index.path.rglob("*") if path.is_file())

    for word in secrets:
        if len(word) > 4 and not any(word in contact for contact in contacts):
            assert word.encode() not in held
            assert word.casefold().encode() not in held


def _heads(room: Room) -> list[str]:
    return [name for name, _ in _readings(room)]


def _readings(room: Room) -> list[tuple[str, str]]:
    with Cards(room.index.cards, room.index.secret) as cards:
        return sorted((head.id, head.reading) for head in cards.heads())

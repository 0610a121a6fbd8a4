"""The inventory against the raw storage, row for row: nothing more and nothing less."""

from __future__ import annotations

import json

import pytest

from groundrules.errors import BadInput
from groundrules.keys.envelope import key_id_of
from groundrules.vault import releases
from groundrules.vault.conversations import amend, begin, talks
from groundrules.vault.folder import index_path
from groundrules.vault.inventory import inventory
from groundrules.vault.keeper.upkeep import seal
from groundrules.vault.shredding import shred
from groundrules.vault.sources import sources
from vault_fixtures import NEWSROOM, opened_room, record_text
from vault_rows import raw_rows

NAME = "harbor-2026-11-03"
WHY = "to check the spelling with counsel"


@pytest.fixture
def busy(tmp_path):
    """Give a newsroom in which a good deal has happened, a part of it in the log."""
    with opened_room(tmp_path, NEWSROOM) as room:
        ana, eli = room.vault("Ana"), room.vault("Eli")
        text = begin(ana, record_text())
        amend(ana, NAME, text.version, f"{text.text}\n# One more call.\n")
        begin(ana, record_text("dana-again"))
        begin(ana, record_text("union", "Bo Larkin"))
        seal(ana)
        code = next(one.code for one in sources(ana) if NAME in one.talks)
        asked = releases.ask(ana, code, WHY)
        releases.grant(eli, asked.id)
        yield room


def code_of(vault, name=NAME):
    return next(one.code for one in sources(vault) if name in one.talks)


def listed(found):
    """Return every row that an inventory lists, as the tables have it."""
    rows = {"entries": set(), "parts": set(), "wraps": set(), "forms": set(), "leaves": set()}
    for stream in found.streams:
        for entry in stream.entries:
            rows["entries"].add((stream.stream, entry.version, entry.id, entry.day))
            for part in entry.parts:
                if part.bytes:
                    rows["parts"].add((entry.id, part.name, part.bytes, part.key))
            if entry.leaf >= 0:
                rows["leaves"].add((entry.id, entry.leaf))
        rows["wraps"] |= {(stream.stream, *row) for row in stream.wraps}
        rows["forms"] |= {(stream.stream, *row) for row in stream.forms}
    return rows


def stored(vault, streams):
    """Return every row of some streams, read from the tables themselves."""
    entries = [row for row in raw_rows(vault, "entries") if row.stream in streams]
    by_seq = {row.seq: row for row in entries}
    members = vault.house().known
    names = {row.seq: [name for name, _ in json.loads(row.digests)] for row in entries}
    return {
        "entries": {(row.stream.hex(), row.version, row.id.hex(), row.day) for row in entries},
        "parts": {
            (
                by_seq[row.place // 16].id.hex(),
                names[row.place // 16][row.place % 16],
                len(row.sealed),
                key_id_of(row.sealed).hex(),
            )
            for row in raw_rows(vault, "parts")
            if row.place // 16 in by_seq
        },
        "wraps": {
            (
                row.stream.hex(),
                row.kind,
                row.key_id.hex(),
                members[row.member.hex()].name,
                len(row.sealed),
                row.expires,
            )
            for row in raw_rows(vault, "wraps")
            if row.stream in streams
        },
        "forms": {
            (row.stream.hex(), row.kind, row.form.hex(), row.place)
            for row in raw_rows(vault, "forms")
            if row.stream in streams
        },
        "leaves": {
            (by_seq[row.seq].id.hex(), row.place)
            for row in raw_rows(vault, "leaves")
            if row.seq in by_seq
        },
    }


def streams_in(vault, *names):
    return {bytes.fromhex(one.stream) for one in talks(vault) if one.name in names}


def test_a_source_s_inventory_is_what_the_storage_has(busy):
    vault = busy.vault("Eli")
    found = inventory(vault, code_of(vault))
    own = bytes.fromhex(found.streams[0].stream)

    assert stored(vault, {own} | streams_in(vault, NAME, "dana-again")) == listed(found)
    assert [(code_of(vault), "source"), ("dana-again", "conversation"), (NAME, "conversation")] == (
        sorted((one.name, one.what) for one in found.streams)
    )
    assert {"identity", "release", "terms", "words"} == {
        part.name for stream in found.streams for entry in stream.entries for part in entry.parts
    }
    assert any(row.expires for row in found.streams[0].wraps)


def test_a_conversation_s_inventory_is_what_the_storage_has(busy):
    vault = busy.vault("Eli")
    found = inventory(vault, NAME)
    theirs = {bytes.fromhex(one.stream) for one in found.streams if one.what == "source"}

    assert 1 == len(theirs)
    assert stored(vault, streams_in(vault, NAME) | theirs) == listed(found)


def test_a_control_that_leaves_one_row_out_differs(busy):
    vault = busy.vault("Eli")
    found = inventory(vault, NAME)
    rows = stored(vault, {bytes.fromhex(one.stream) for one in found.streams})
    own = next(bytes.fromhex(one.stream) for one in found.streams if one.what == "source")
    vault.ledger.drop_wraps([next(vault.ledger.wraps(kind="half-reporter", stream=own))])

    assert rows == listed(found)
    assert rows != listed(inventory(vault, NAME))


def test_after_shredding_nothing_but_entries_is_listed(tmp_path):
    with opened_room(tmp_path) as room:
        vault = room.vault()
        begin(vault, record_text())
        code = code_of(vault)
        shred(vault, [NAME], WHY, early=True)
        found = inventory(vault, code)
        rows = listed(found)

        assert stored(vault, {bytes.fromhex(found.streams[0].stream)}) == rows
        assert (set(), set(), set()) == (rows["parts"], rows["wraps"], rows["forms"])
        assert 1 == len(rows["entries"])
        assert "2026-11-03" == found.streams[0].shredded
        assert 2 == found.epoch


def test_every_file_of_the_vault_is_listed(busy):
    vault = busy.vault("Eli")
    index_path(vault.folder).mkdir()
    (index_path(vault.folder) / "segment").write_bytes(b"fingerprints")
    found = inventory(vault, NAME)
    own = {str(path) for path in vault.folder.rglob("*") if path.is_file()}

    assert own | {str(vault.epoch_file)} == {one.path for one in found.files}
    assert {"index", "ledger", "vault", "epoch key"} == {one.what for one in found.files}
    assert 12 == next(one.bytes for one in found.files if one.what == "index")


def test_talks_that_one_may_not_read_are_listed_without_their_names(busy):
    ben = busy.vault("Ben")
    found = inventory(ben, code_of_any(busy))
    own = {bytes.fromhex(found.streams[0].stream)}

    assert ["source", "conversation", "conversation"] == [one.what for one in found.streams]
    assert ["", ""] == [one.name for one in found.streams[1:]]
    assert stored(ben, own | streams_in(busy.vault("Eli"), NAME, "dana-again")) == listed(found)
    with pytest.raises(BadInput, match="may not read"):
        inventory(ben, NAME)


def code_of_any(room):
    return code_of(room.vault("Eli"))


def test_neither_a_name_nor_a_word_is_in_it(busy):
    vault = busy.vault("Eli")
    told = repr(inventory(vault, code_of(vault)))

    assert [] == [word for word in ("Whitfield", "Friday", WHY) if word in told]


@pytest.mark.parametrize("subject", ["AAAAA3", "nowhere"])
def test_what_is_not_there_is_refused(busy, subject):
    with pytest.raises(BadInput, match="no conversation of this name"):
        inventory(busy.vault("Eli"), subject)

"""Whoever has the database, and all rights on it, changes it behind the ledger's back."""

from __future__ import annotations

import os

import pytest
from ledger_writer import Writer, behind, forged, note, without_triggers

from groundrules.ledger.triggers import NAMES

A, B = b"a" * 16, b"b" * 16
_GROWING = ("ledger", "entries", "leaves", "checkpoints", "vouchers")


@pytest.fixture
def filled(ledger, writer):
    """Entries 1 to 5 in stream A, 6 and 7 in B; the last two wait for the log."""
    ledger.append(writer.chain(A, 5))
    ledger.seal(note)
    ledger.append(writer.chain(B, 2))
    ledger.add_token(5, b"\x30")
    return ledger


def _messages(ledger, writer, **more):
    return {finding.message for finding in ledger.audit(writer.cards, **more).findings}


def test_a_ledger_that_nobody_touched_is_sound(filled, writer):
    told = []
    audit = filled.audit(writer.cards, on_progress=lambda done, total: told.append((done, total)))
    assert (7, 2, 2, 5, 1, 2, ()) == audit
    assert audit.sound
    assert (12, 12) == told[-1]
    assert 7 == filled.audit(writer.cards, thorough=True).signatures
    assert 0 == filled.audit().signatures


@pytest.mark.parametrize("table", _GROWING)
@pytest.mark.parametrize("act", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"])
@pytest.mark.usefixtures("filled")
def test_what_only_grows_cannot_be_changed(place, table, act):
    column = {"ledger": "id", "entries": "day", "leaves": "hash", "vouchers": "content"}
    statement = act.format(table, column.get(table, "note"))
    with behind(place) as execute:
        with pytest.raises(Exception, match="append-only"):
            execute(statement)
        for allowed in without_triggers(place, table):
            execute(allowed)
        execute(statement)  # the control: without the trigger nothing refuses it


def test_rows_are_not_replaced_or_emptied(filled, place, writer):
    with behind(place) as execute:
        statement = "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE seq = 2"
        if place.kind == "postgresql":
            statement = "TRUNCATE entries"
        with pytest.raises(Exception, match="append-only"):
            execute(statement)
    assert filled.audit(writer.cards).sound


def test_a_missing_trigger_is_found(filled, place, writer):
    forged(place, "leaves")
    assert {"a trigger that refuses changes is missing"} == _messages(filled, writer)
    assert 10 == len(NAMES[place.kind])


_ZEROS = {"sqlite": f"x'{'00' * 32}'", "postgresql": f"'\\x{'00' * 32}'::bytea"}
_CONTINUE = "it does not continue the version before it"
_IN_LOG = "it is not what stands in the log"
_MISSING = "it follows version 2: one is missing"
_UNSIGNED = "its author has not signed it, or is not known"


@pytest.mark.parametrize(
    ("forgery", "messages"),
    [
        ("UPDATE entries SET day = '2026-11-04' WHERE seq = 2", {_CONTINUE, _IN_LOG}),
        ("UPDATE entries SET previous = {0} WHERE seq = 3", {_CONTINUE, _IN_LOG}),
        ("UPDATE entries SET digests = '[]' WHERE seq = 5", {_IN_LOG, _UNSIGNED}),
        ("UPDATE entries SET day = '2026-11-04' WHERE seq = 7", {_UNSIGNED}),
        ("UPDATE entries SET version = 9 WHERE seq = 7", {_UNSIGNED, "v"}),
        ("UPDATE entries SET day = 'x' WHERE seq = 7", {"it is damaged"}),
        ("UPDATE entries SET digests = digests || ' ' WHERE seq = 7", {"it is damaged"}),
        ("DELETE FROM entries WHERE seq = 3", {_MISSING, "its entry is missing"}),
        ("DELETE FROM entries WHERE seq = 5", {"its entry is missing"}),
        ("DELETE FROM leaves WHERE place = 2", {"it is missing", "log", "leaves"}),
        ("UPDATE leaves SET hash = {0} WHERE place = 4", {_IN_LOG, "root"}),
        ("UPDATE checkpoints SET root = {0}", {"root", "note"}),
        ("UPDATE checkpoints SET frontier = {0}", {"root"}),
        ("UPDATE checkpoints SET note = 'other'", {"note"}),
    ],
)  # fmt: skip
def test_a_change_is_found(filled, place, writer, forgery, messages):
    meanings = {
        "v": "it follows version 1: one is missing",
        "log": "it is not in the log, and does not wait for it",
        "leaves": "the log has only 4 leaves",
        "note": "what was signed is another log",
        "root": "the leaves do not lead to its root",
    }
    table = next(name for name in _GROWING if name in forgery)
    forged(place, table, forgery.format(_ZEROS[place.kind]))
    expected = {meanings.get(message, message) for message in messages}
    found = _messages(filled, writer) - {"a trigger that refuses changes is missing"}
    assert expected == found


def test_an_entry_that_was_slipped_in_has_no_signature(filled, writer):
    """A stranger who can write rows makes chains and hashes that fit; only a key is missing."""
    stranger = Writer(filled, writer.id)
    filled.append([stranger.after(filled.head(B), B)])
    assert {_UNSIGNED} == _messages(filled, writer)
    filled.append([writer.after(filled.head(B), B)])
    assert set() == _messages(filled, writer)  # the next author has vouched for what stood there
    assert {_UNSIGNED} == _messages(filled, writer, thorough=True)


def test_an_author_without_a_card_is_found(filled):
    assert {_UNSIGNED} == {one.message for one in filled.audit({bytes(16): bytes(32)}).findings}


def test_a_signature_that_was_taken_away_is_found(filled, place, writer):
    empty = {"sqlite": "x''", "postgresql": "''"}[place.kind]
    forged(place, "entries", f"UPDATE entries SET signature = {empty} WHERE seq = 7")  # noqa: S608 - a test's own words
    assert "no signature of its author covers it" in _messages(filled, writer)
    other = Writer(filled)
    filled.append([other.after(filled.head(B), B)])
    cards = writer.cards | other.cards
    found = [one.message for one in filled.audit(cards).findings]
    assert "no signature of its author covers it" in found


def test_a_part_without_an_entry_is_found(filled, place, writer):
    with behind(place) as execute:
        execute("INSERT INTO parts SELECT 100000, sealed FROM parts WHERE place = 16")
    assert set() == _messages(filled, writer)
    assert {"there are parts without an entry"} == _messages(filled, writer, thorough=True)


def test_history_rewritten_by_who_holds_every_key_is_not_found(ledger, place, writer):
    """The control for witnesses: whoever can write rows and sign can make another sound ledger."""
    entries = writer.chain(A, 2)
    ledger.append(entries)
    ledger.seal(note)
    before = ledger.leaves()
    for table in ("leaves", "checkpoints", "entries"):
        forged(place, table, f"DELETE FROM {table}")  # noqa: S608 - a test's own words
    with behind(place) as execute:
        execute("DELETE FROM parts")
    ledger.append(writer.chain(A, 2))
    ledger.seal(note)
    assert {"a trigger that refuses changes is missing"} == _messages(ledger, writer)
    assert before != ledger.leaves()


def test_what_is_found_names_its_entry(filled, place, writer):
    second = list(filled.entries(A))[1]
    forged(place, "entries", "UPDATE entries SET day = '2026-11-04' WHERE seq = 2")
    found = [one for one in filled.audit(writer.cards).findings if one.message == _IN_LOG]
    expected = f"version 2 of stream {A.hex()}: {_IN_LOG} (entry {second.id.hex()})"
    assert [expected] == [str(one) for one in found]


def test_an_erased_stream_audits_as_before(filled, writer):
    before = filled.audit(writer.cards, thorough=True)
    filled.erase([A])
    assert before == filled.audit(writer.cards, thorough=True)


@pytest.mark.parametrize("thorough", [False, True])
def test_a_flipped_byte_of_the_file_is_found(tmp_path, thorough):
    from groundrules.errors import BadInput  # noqa: PLC0415 - only here
    from groundrules.ledger.opening import begin_ledger, open_ledger  # noqa: PLC0415 - likewise
    from ledger_places import file_place  # noqa: PLC0415 - likewise

    place = file_place(tmp_path)
    ledger = begin_ledger(place)
    writer = Writer(ledger)
    ledger.append(writer.chain(A, 40, parts={"words": os.urandom(3000)}))
    ledger.close()
    sound = place.path.read_bytes()
    for offset in range(2_000, len(sound), len(sound) // 12):
        damaged = bytearray(sound)
        damaged[offset] ^= 1
        place.path.write_bytes(damaged)
        try:
            again = open_ledger(place)
            found = again.audit(writer.cards, thorough=thorough).findings
            again.close()
        except BadInput:
            continue
        assert found
    place.path.write_bytes(sound)
    assert open_ledger(place).audit(writer.cards, thorough=thorough).sound

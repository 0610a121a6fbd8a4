from __future__ import annotations

import os

import pytest
from ledger_writer import Writer, note

from groundrules.errors import BadInput
from groundrules.ledger.opening import begin_ledger, open_ledger
from groundrules.ledger.rows import Form, Wrap
from ledger_places import file_place

A, B = b"a" * 16, b"b" * 16
OTHER = bytes(range(32, 64))


@pytest.fixture
def filled(ledger, writer):
    wrap, form = Wrap(A, "words", A, A, b"w"), Form(A, "name", A, "1")
    ledger.append(
        writer.chain(A, 600, parts={"words": os.urandom(200)}), wraps=[wrap], forms=[form]
    )
    ledger.seal(note)
    ledger.add_token(600, b"\x30")
    ledger.append(writer.chain(B, 3))
    ledger.keep("log", b"1")
    return ledger


def _all(ledger):
    return (
        ledger.id,
        list(ledger.entries()),
        list(ledger.wraps()),
        list(ledger.forms([A])),
        ledger.leaves(),
        list(ledger.checkpoints()),
        ledger.kept("log"),
    )


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_copy_equals_the_first_and_goes_on(filled, writer, tmp_path, server, kind):
    place = file_place(tmp_path, "copy.db", OTHER) if kind == "sqlite" else server.place()
    filled.backup(place)
    copy = open_ledger(place)
    assert _all(filled) == _all(copy)
    assert filled.audit(writer.cards) == copy.audit(writer.cards, thorough=True)._replace(
        signatures=2
    )
    for one in (filled, copy):
        one.append([writer.after(one.head(B), B)])
        assert one.seal(note)
    assert 604 == len(copy.leaves())
    assert copy.audit(writer.cards, thorough=True).sound
    copy.close()


def test_a_copy_has_a_key_of_its_own_and_holds_nothing_erased(filled, tmp_path, place):
    filled.erase([A])
    copy = file_place(tmp_path, "copy.db", OTHER)
    filled.backup(copy)
    with pytest.raises(BadInput, match="this key does not open it"):
        open_ledger(file_place(tmp_path, "copy.db"))
    again = open_ledger(copy)
    assert 3 == sum(bool(entry.parts) for entry in again.entries())
    again.close()
    assert 0o600 == copy.path.stat().st_mode & 0o777
    left = {path.name for path in tmp_path.iterdir()} - {place.path.name}
    assert {"copy.db"} == {name for name in left if not name.startswith("ledger.db")}


def test_a_copy_replaces_nothing(filled, place, tmp_path):
    copy = file_place(tmp_path, "copy.db", OTHER)
    copy.path.write_bytes(b"something")
    for taken in (place, copy):
        with pytest.raises(BadInput, match="already"):
            filled.backup(taken)
    assert b"something" == copy.path.read_bytes()
    assert 603 == len(list(filled.entries()))


def test_a_copy_that_fails_leaves_nothing(filled, tmp_path, monkeypatch):
    from groundrules.ledger import copying  # noqa: PLC0415 - only here

    def fail(*_given):
        raise BadInput

    monkeypatch.setattr(copying, "_copy_all", fail)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(BadInput):
        filled.backup(file_place(tmp_path, "copy.db", OTHER))
    assert before == sorted(path.name for path in tmp_path.iterdir())


def test_a_source_that_is_damaged_is_named_itself(tmp_path):
    place = file_place(tmp_path)
    ledger = begin_ledger(place)
    ledger.append(Writer(ledger).chain(A, 40, parts={"words": os.urandom(3000)}))
    ledger.close()
    content = bytearray(place.path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 8_192] = bytes(8_192)
    place.path.write_bytes(content)
    with pytest.raises(BadInput, match="damaged") as caught:
        open_ledger(place).backup(file_place(tmp_path, "copy.db", OTHER))
    assert [place.shown] == [fault.path for fault in caught.value.faults]

from __future__ import annotations

import os
from pathlib import Path

import pytest
from ledger_writer import Writer, behind, forged

from groundrules.errors import BadInput
from groundrules.ledger.backends import postgresql, sqlcipher
from groundrules.ledger.opening import begin_ledger, open_ledger
from groundrules.ledger.places import Place
from ledger_places import KEY, Server, file_place

A = b"a" * 16


def _refusal(call, *values):
    with pytest.raises(BadInput) as refused:
        call(*values)
    (fault,) = refused.value.faults
    return fault


def test_a_ledger_is_begun_once(ledger, place):
    assert "already" in _refusal(begin_ledger, place).message
    again = open_ledger(place)
    assert ledger.id == again.id
    again.close()


def test_every_ledger_has_another_id(tmp_path):
    ids = {begin_ledger(file_place(tmp_path, f"{n}.db")).id for n in range(3)}
    assert 3 == len(ids)


def test_only_its_owner_reads_the_file(tmp_path):
    before = os.umask(0)
    try:
        ledger = begin_ledger(file_place(tmp_path))
        ledger.append(Writer(ledger).chain(A, 1))
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    finally:
        os.umask(before)
    names = {"ledger.db", "ledger.db-wal", "ledger.db-shm"}
    assert dict.fromkeys(names, 0o600) == modes
    ledger.close()
    assert ["ledger.db"] == [path.name for path in tmp_path.iterdir()]


def test_another_key_opens_nothing(tmp_path, capfd):
    begin_ledger(file_place(tmp_path)).close()
    fault = _refusal(open_ledger, file_place(tmp_path, key=bytes(32)))
    assert "this key does not open it, or it is no ledger" == fault.message
    assert str(tmp_path / "ledger.db") == fault.path
    assert ("", "") == tuple(capfd.readouterr())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "there is no ledger here"),
        (b"", "it is no ledger"),
        (b"no ledger at all" * 512, "this key does not open it, or it is no ledger"),
    ],
    ids=["missing", "empty", "other"],
)
def test_what_is_no_ledger_is_refused(tmp_path, content, message):
    place = file_place(tmp_path)
    if content is not None:
        place.path.write_bytes(content)
    assert message == _refusal(open_ledger, place).message
    assert (content is not None) == place.path.exists()


def test_a_folder_that_is_not_there_is_named(tmp_path):
    place = file_place(tmp_path / "nowhere")
    assert "it cannot be made here" == _refusal(begin_ledger, place).message


def test_a_beginning_that_fails_leaves_nothing(tmp_path, monkeypatch):
    from groundrules.ledger import triggers  # noqa: PLC0415 - only here

    monkeypatch.setattr(triggers, "sqlite_triggers", lambda: ["no statement"])
    with pytest.raises(BadInput):
        begin_ledger(file_place(tmp_path))
    assert [] == list(tmp_path.iterdir())


def test_a_later_format_is_refused(place):
    begin_ledger(place).close()
    forged(place, "ledger", "UPDATE ledger SET format = 2")
    assert "its format is not known to this version" == _refusal(open_ledger, place).message


def test_the_file_is_kept_as_the_library_promises(tmp_path):
    place = file_place(tmp_path)
    begin_ledger(place).close()
    expected = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "temp_store": 2}
    with behind(place) as execute:
        found = {name: execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    assert expected == found


def test_a_setting_that_does_not_hold_is_refused(tmp_path, monkeypatch):
    begin_ledger(file_place(tmp_path)).close()
    monkeypatch.setattr(sqlcipher, "SETTINGS", {"journal_mode": ("DELETE", "wal")})
    assert "does not keep to journal_mode" in _refusal(open_ledger, file_place(tmp_path)).message


def test_a_version_of_sqlite_that_damages_files_is_refused():
    sqlcipher.refuse_old((3, 51, 3))
    for version in ((3, 51, 2), (3, 40, 1), (3, 7, 0)):
        assert "damage" in _refusal(sqlcipher.refuse_old, version).message


def test_a_place_shows_neither_key_nor_password():
    with pytest.raises(ValueError, match="32 bytes"):
        Place.file(Path("x"), b"short")
    shown = repr([file_place(Path("x")), Place.server("postgresql://u:pw@h/d")])
    assert KEY.hex() not in shown
    assert repr(KEY) not in shown
    assert "pw" not in shown


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("no address", "its address cannot be read"),
        ("postgresql://u@/d?host=/nowhere", "the connection to the server was lost"),
    ],
)
def test_a_server_that_cannot_be_reached_is_named(url, message):
    fault = _refusal(open_ledger, Place.server(url))
    assert (message, "the ledger's server") == (fault.message, fault.path)


def test_a_database_without_a_ledger_is_refused(server):
    assert "this database holds no ledger" == _refusal(open_ledger, server.place()).message


@pytest.mark.parametrize("setting", ["fsync", "full_page_writes"])
def test_a_server_that_would_lose_entries_is_refused(setting):
    unsafe = Server({setting: "off"})
    try:
        place = unsafe.place()
        assert f"with {setting} off" in _refusal(begin_ledger, place).message
    finally:
        unsafe.remove()


def test_a_server_that_acknowledges_early_is_told_not_to(server):
    place = server.place()
    with behind(place) as execute:
        execute("ALTER ROLE postgres SET synchronous_commit = off")
    try:
        engine = postgresql.engine_of(place.url, place.shown)
        with engine.connect() as connection:
            found = connection.exec_driver_sql("SHOW synchronous_commit").scalar_one()
        engine.dispose()
    finally:
        with behind(place) as execute:
            execute("ALTER ROLE postgres RESET synchronous_commit")
    assert "on" == found


def test_a_server_that_ends_a_connection_is_asked_again(server):
    place = server.place()
    ledger = begin_ledger(place)
    writer = Writer(ledger)
    ledger.append(writer.chain(A, 1))
    with behind(place) as execute:
        execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    following = writer.after(None, b"b" * 16)
    fault = _refusal(ledger.append, [following])
    assert "the connection to the server was lost" == fault.message
    ledger.append([following])
    assert 2 == len(list(ledger.entries()))
    ledger.close()

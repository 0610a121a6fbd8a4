from __future__ import annotations

import os

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from ledger_writer import Writer, behind

from groundrules.ledger.backends import sqlcipher
from groundrules.ledger.opening import begin_ledger
from groundrules.ledger.rows import Form, Wrap
from ledger_places import KEY, file_place

A, B, C = b"a" * 16, b"b" * 16, b"c" * 16
_PAGE, _RESERVE, _IV = 4096, 48, 16


def _fill(ledger, canary):
    """Write three streams in turn, so that their rows lie between each other."""
    writer = Writer(ledger)
    heads = {}
    for turn in range(12):
        for stream in (A, B, C):
            own = canary + stream + bytes([turn])
            parts = {"terms": own * 3, "words": own * 200}
            entry = writer.after(heads.get(stream), stream, parts=parts)
            wrap = Wrap(stream, "words", bytes([turn]) * 16, b"m" * 16, own * 20)
            form = Form((canary[:14] + bytes([turn]) + stream[:1]), "name", stream, "1")
            ledger.append([entry], wraps=[wrap], forms=[form])
            heads[stream] = writer.head_of(entry)
    return writer


def test_a_stream_that_is_erased_keeps_its_entries_and_nothing_else(ledger):
    canary = os.urandom(16)
    writer = _fill(ledger, canary)
    before = list(ledger.entries())
    erased = ledger.erase([A, C, A, b"x" * 16])
    assert (48, 24, 24) == erased[:3]
    bare = [one if one.stream == B else one._replace(parts=()) for one in before]
    assert bare == list(ledger.entries())
    assert {B} == {wrap.stream for wrap in ledger.wraps()}
    asked = [canary[:14] + bytes([turn]) + stream[:1] for turn in range(12) for stream in (A, B, C)]
    assert {B} == {form.stream for form in ledger.forms(asked)}
    assert ledger.audit(writer.cards, thorough=True).sound
    assert (0, 0, 0) == ledger.erase([A])[:3]


def _plain(folder):
    """Return the file and its log, decrypted page by page.

    SQLCipher 4 encrypts each page with AES-256-CBC; its last 48 bytes hold the IV and an
    HMAC-SHA256, and the first page begins with 16 bytes of salt. A log has 32 bytes before its
    frames, and each frame 24 before its page.
    """
    content = []
    database = (folder / "ledger.db").read_bytes()
    pages = [database[at : at + _PAGE] for at in range(0, len(database), _PAGE)]
    log = folder / "ledger.db-wal"
    frames = log.read_bytes()[32:] if log.exists() else b""
    pages += [frames[at + 24 : at + 24 + _PAGE] for at in range(0, len(frames), _PAGE + 24)]
    for page in pages:
        body, iv = page[: _PAGE - _RESERVE], page[_PAGE - _RESERVE : _PAGE - _RESERVE + _IV]
        for start in (0, 16):
            decryptor = Cipher(algorithms.AES(KEY), modes.CBC(iv)).decryptor()
            content.append(decryptor.update(body[start:]))
    return b"".join(content)


@pytest.mark.parametrize("secure", [True, False], ids=["secure_delete", "control"])
def test_no_byte_of_it_is_left_in_the_file(tmp_path, monkeypatch, secure):
    if not secure:
        settings = {**sqlcipher.SETTINGS, "secure_delete": ("OFF", 0)}
        monkeypatch.setattr(sqlcipher, "SETTINGS", settings)
    ledger = begin_ledger(file_place(tmp_path))
    canary = os.urandom(12)
    _fill(ledger, canary)
    assert canary + A in _plain(tmp_path)
    erased = ledger.erase([A])
    left = _plain(tmp_path)
    assert erased.overwritten
    assert canary + B in left
    assert secure == (canary + A not in left)
    assert 0 == (tmp_path / "ledger.db-wal").stat().st_size
    ledger.close()


def test_no_byte_of_it_stands_in_the_file_unencrypted(tmp_path):
    ledger = begin_ledger(file_place(tmp_path))
    canary = os.urandom(12)
    _fill(ledger, canary)
    for path in tmp_path.iterdir():
        assert canary not in path.read_bytes()
    ledger.close()


def test_a_reader_in_the_way_is_told_of(tmp_path, monkeypatch):
    from groundrules.ledger import erasing  # noqa: PLC0415 - only here

    monkeypatch.setattr(erasing, "_PATIENCE_MILLISECONDS", 50)
    place = file_place(tmp_path)
    ledger = begin_ledger(place)
    _fill(ledger, os.urandom(12))
    with behind(place) as execute:
        cursor = execute("SELECT sealed FROM parts")
        cursor.fetchone()
        assert not ledger.erase([A]).overwritten
    assert ledger.erase([A]).overwritten
    ledger.close()


def test_a_server_forgets_its_rows_but_says_that_its_log_keeps_them(server):
    place = server.place()
    ledger = begin_ledger(place)
    canary = os.urandom(12)
    _fill(ledger, canary)
    assert not ledger.erase([A]).overwritten
    with behind(place) as execute:
        (dead,) = execute(
            "SELECT sum(n_dead_tup) FROM pg_stat_user_tables WHERE relname IN ('wraps', 'forms')"
            " AND schemaname = current_schema()"
        ).fetchone()
        path = execute("SELECT pg_relation_filepath('parts')").fetchone()[0]
        execute("CHECKPOINT")
    assert 0 == dead
    ledger.close()
    assert canary + B in (server.folder / "files" / path).read_bytes()

"""A new epoch shuts what is not renewed, and a crash at any moment of its beginning loses nothing.

The crashes are real: a child process ends at the nth thing that it does to a file, for every n.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import threading
from itertools import count

import pytest
from kept_keys import LEDGER, REPORTER, context_of

from groundrules.errors import BadInput
from groundrules.keys import epoch, private_file
from groundrules.keys.envelope import Unopenable
from groundrules.keys.epoch_key import EpochKey, EpochKeys
from groundrules.keys.secret import Secret
from groundrules.keys.wraps import epoch_of, renewed, unwrapped, wrap
from groundrules.proofs.canonical import canonical

TOUCHES = ("open", "os.rename", "os.link", "os.remove")
ROWS = 2
LOST = 3


class Shelf:
    """Wraps in a file that is replaced as a whole, as a transaction does it."""

    def __init__(self, folder):
        self.path = folder / "wraps"
        self.epoch_path = folder / "state" / "epoch.json"
        self.secrets = [Secret(bytes((number,)) * 32) for number in range(ROWS)]

    def fill(self):
        keys = epoch.begin(self.epoch_path, LEDGER)
        rows = [
            wrap(one, REPORTER.card, context_of(REPORTER), keys.current) for one in self.secrets
        ]
        self.write(rows)
        return keys

    def rows(self):
        return [bytes.fromhex(line) for line in self.path.read_text().split()]

    def write(self, rows):
        part = self.path.with_suffix(".part")
        part.write_text("\n".join(row.hex() for row in rows))
        part.replace(self.path)

    def renew(self, keys):
        self.write([self.in_epoch(row, keys) for row in self.rows()])

    def in_epoch(self, row, keys):
        if epoch_of(row) == keys.current.number:
            return row
        old = keys.of(epoch_of(row))
        return renewed(row, context_of(REPORTER, epoch=old.number), old, keys.current)

    def opened(self, keys, rows=None):
        found = []
        for row in rows or self.rows():
            number = epoch_of(row)
            context = context_of(REPORTER, epoch=number)
            found.append(unwrapped(row, REPORTER, context, keys.of(number)))
        return found

    def read(self):
        return epoch.read(self.epoch_path, LEDGER)

    def rotate(self):
        return epoch.rotate(self.epoch_path, LEDGER, self.renew)

    def resume(self):
        return epoch.resume(self.epoch_path, LEDGER, self.renew)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)


def test_a_new_epoch_opens_what_was_renewed_and_nothing_else(shelf):
    before = shelf.fill()
    copy = shelf.rows()
    after = shelf.rotate()
    assert (2, None) == (after.current.number, after.previous)
    assert shelf.secrets == shelf.opened(after) == shelf.opened(shelf.read())
    with pytest.raises(Unopenable):
        shelf.opened(after, copy)
    forged = EpochKeys(EpochKey(1, after.current.secret))  # nor under the old key's number
    with pytest.raises(Unopenable):
        shelf.opened(forged, copy)
    assert shelf.secrets == shelf.opened(before, copy)  # whoever had kept the old key could


def test_the_old_key_stands_in_no_file_after_a_new_epoch(shelf, tmp_path):
    before = shelf.fill()
    old = before.current.secret.reveal().hex()
    assert [shelf.epoch_path] == holding(tmp_path, old)
    shelf.rotate()
    assert [] == holding(tmp_path, old)


def test_the_bytes_of_the_old_key_are_overwritten_where_they_lay(shelf, tmp_path):
    before = shelf.fill()
    witness = tmp_path / "witness"
    os.link(shelf.epoch_path, witness)  # holds on to the bytes, as the bare disk does
    assert before.current.secret.reveal().hex() in witness.read_text()
    shelf.rotate()
    assert {0} == set(witness.read_bytes())


def holding(folder, text):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if text.encode() in path.read_bytes()]


def ending(shelf, act, touch):
    """Do something in a child that ends at the nth touch of a file; tell whether it came so far."""
    child = os.fork()
    if not child:
        left = count(1)

        def watch(event, _arguments):
            if event in TOUCHES and next(left) == touch:
                os._exit(9)

        sys.addaudithook(watch)
        try:
            act(shelf)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def crashes(tmp_path, act):
    """Yield a shelf as every possible crash has left it."""
    for touch in count(1):
        folder = tmp_path / str(touch)
        folder.mkdir()
        shelf = Shelf(folder)
        before = shelf.fill()
        if not ending(shelf, act, touch):
            assert touch > 10
            return
        yield shelf, before


def test_a_crash_at_any_moment_loses_nothing_and_is_resumed(tmp_path):
    ended = set()
    for shelf, before in crashes(tmp_path, Shelf.rotate):
        keys = shelf.read()
        assert shelf.secrets == shelf.opened(keys)
        began = keys.current.number == 2
        ended.add((began, keys.previous is not None))
        after = shelf.resume()
        assert shelf.secrets == shelf.opened(after)
        assert epoch.is_settled(shelf.epoch_path, LEDGER)
        assert [2 if began else 1] == [epoch_of(row) for row in shelf.rows()][:1]
        if began:
            assert [] == holding(shelf.path.parent, before.current.secret.reveal().hex())
    assert {(False, False), (True, True), (True, False)} == ended


def test_a_crash_while_resuming_loses_nothing_either(tmp_path):
    def stop(_keys):
        raise KeyboardInterrupt

    def interrupted(shelf):
        with pytest.raises(KeyboardInterrupt):
            epoch.rotate(shelf.epoch_path, LEDGER, stop)
        shelf.resume()

    for shelf, _before in crashes(tmp_path, interrupted):
        after = shelf.rotate()
        assert after.current.number in (2, 3)
        assert shelf.secrets == shelf.opened(after)


def test_the_other_order_of_the_steps_would_lose_all(tmp_path):
    def careless(shelf):
        old, new = shelf.read().current, EpochKey(2, Secret.new())
        value = json.loads(shelf.epoch_path.read_text())
        value["current"] = {"epoch": 2, "key": new.secret.reveal().hex()}
        del value["digest"]
        value["digest"] = hashlib.sha256(canonical(value)).hexdigest()
        private_file.replace(shelf.epoch_path, json.dumps(value).encode())
        shelf.renew(EpochKeys(new, old))

    lost = 0
    for shelf, _before in crashes(tmp_path, careless):
        try:
            shelf.opened(shelf.read())
        except Unopenable:
            lost += 1
    assert lost >= LOST


def test_a_transaction_that_fails_leaves_both_keys_and_is_repeated(shelf):
    shelf.fill()

    def refuse(_keys):
        raise BadInput

    with pytest.raises(BadInput):
        epoch.rotate(shelf.epoch_path, LEDGER, refuse)
    keys = shelf.read()
    assert (2, 1) == (keys.current.number, keys.previous.number)
    assert not epoch.is_settled(shelf.epoch_path, LEDGER)
    assert shelf.secrets == shelf.opened(keys)
    assert keys.current.secret == shelf.rotate().current.secret
    assert epoch.is_settled(shelf.epoch_path, LEDGER)


def test_resuming_where_nothing_was_interrupted_does_nothing(shelf):
    shelf.fill()
    content = shelf.epoch_path.read_bytes()
    assert 1 == shelf.resume().current.number
    assert content == shelf.epoch_path.read_bytes()


def test_nobody_changes_the_epoch_while_wraps_are_written(shelf):
    shelf.fill()
    turning = threading.Thread(target=shelf.rotate)
    with epoch.held(shelf.epoch_path, LEDGER) as keys:
        turning.start()
        turning.join(0.2)
        assert turning.is_alive()
        late = wrap(Secret(bytes(32)), REPORTER.card, context_of(REPORTER), keys.current)
        shelf.write([*shelf.rows(), late])
    turning.join(10)
    assert [*shelf.secrets, Secret(bytes(32))] == shelf.opened(shelf.read())
    assert 2 == shelf.read().current.number


def test_two_may_write_wraps_at_once(shelf):
    shelf.fill()
    with (
        epoch.held(shelf.epoch_path, LEDGER) as one,
        epoch.held(shelf.epoch_path, LEDGER) as two,
    ):
        assert one.current.secret == two.current.secret


@pytest.mark.parametrize("name", ["epoch.json", "epoch.json.lock"])
def test_the_files_are_their_owners_alone(shelf, name):
    shelf.fill()
    folder = shelf.epoch_path.parent
    assert 0o600 == stat.S_IMODE((folder / name).stat().st_mode)
    assert 0o700 == stat.S_IMODE(folder.stat().st_mode)


def refused(shelf, **keywords):
    with pytest.raises(BadInput) as caught:
        epoch.read(shelf.epoch_path, keywords.get("ledger", LEDGER))
    assert [str(shelf.epoch_path)] == [fault.path for fault in caught.value.faults]
    return str(caught.value)


def test_a_missing_file_and_another_vaults_are_named(shelf):
    assert "is not there" in refused(shelf)
    shelf.fill()
    assert "another vault's" in refused(shelf, ledger="5f" * 16)


def test_a_key_that_others_may_read_is_refused(shelf):
    shelf.fill()
    for mode in (0o640, 0o604, 0o660):
        shelf.epoch_path.chmod(mode)
        assert "chmod 600" in refused(shelf)
    shelf.epoch_path.chmod(0o600)
    assert shelf.secrets == shelf.opened(shelf.read())


def test_every_changed_byte_of_the_file_is_noticed(shelf):
    shelf.fill()
    sound = shelf.epoch_path.read_bytes()
    key = shelf.read().current.secret.reveal().hex()
    for place in range(len(sound) - 1):  # the last byte ends the line
        shelf.epoch_path.write_bytes(
            sound[:place] + bytes((sound[place] ^ 1,)) + sound[place + 1 :]
        )
        assert key not in refused(shelf)
    shelf.epoch_path.write_bytes(sound)
    assert 1 == shelf.read().current.number


@pytest.mark.parametrize("number", [0, -1, True, "1", None])
def test_an_epoch_that_is_no_number_is_refused(shelf, number):
    shelf.fill()
    value = json.loads(shelf.epoch_path.read_text())
    value["current"]["epoch"] = number
    del value["digest"]
    value["digest"] = hashlib.sha256(canonical(value)).hexdigest()
    shelf.epoch_path.write_bytes(canonical(value))
    assert "is damaged" in refused(shelf)


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_ordinary_file_is_refused_without_waiting(shelf, make):
    shelf.epoch_path.parent.mkdir()
    make(shelf.epoch_path)
    assert "no ordinary file" in refused(shelf)


def test_where_no_lock_can_be_had_nothing_begins(shelf):
    shelf.epoch_path.parent.write_text("in the way")
    with pytest.raises(BadInput, match="cannot be used"):
        epoch.begin(shelf.epoch_path, LEDGER)


def test_a_second_beginning_is_refused(shelf):
    shelf.fill()
    with pytest.raises(BadInput, match="an epoch key already"):
        epoch.begin(shelf.epoch_path, LEDGER)


def test_where_nothing_can_be_written_nothing_is_lost(shelf):
    shelf.fill()
    content = shelf.epoch_path.read_bytes()
    shelf.epoch_path.with_name("epoch.json.part").mkdir()  # in the way of what is to be written
    with pytest.raises(BadInput, match="cannot be used"):
        shelf.rotate()
    assert content == shelf.epoch_path.read_bytes()
    assert shelf.secrets == shelf.opened(shelf.read())

"""Whoever looks for the damage must see it: each kind of damage, made on purpose."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from random import Random

import pytest

from faults_entries import (
    Appended,
    Author,
    head_of,
    held,
    ids_of_append,
    next_append,
    seal,
    sealed_as,
)
from faults_rounds import troubles
from faults_scripts import SOAK
from faults_writers import BROKEN, CLEAN, Ended, Writer
from groundrules.ledger.opening import begin_ledger
from groundrules.ledger.places import Place


@pytest.fixture
def ledger(tmp_path):
    begun = begin_ledger(Place.file(tmp_path / "ledger.db", bytes(32)))
    yield begun
    begun.close()


def appended_to(ledger, seed: int, most: int = 9) -> Appended:
    """Append what `next_append` makes, of at least two entries; only the first `most` of them."""
    author, random = Author(0, ledger.id), Random(seed)  # noqa: S311 - which streams
    heads = {stream: head_of(ledger, stream) for stream in author.streams()}
    made = next_append(author, heads, random)
    while len(made.entries) < 2:
        made = next_append(author, heads, random)
    ledger.append(made.entries[:most], wraps=made.wraps, forms=made.forms)
    return made


def test_what_is_whole_is_found_whole(ledger):
    made = appended_to(ledger, 1)
    sealed = seal(ledger)
    assert ([], 0) == (held(ledger, [*made.ids, sealed], thorough=True).wrong, 0)
    assert sealed_as(len(made.ids)) == sealed
    assert 0 == held(ledger, [*made.ids, sealed], thorough=True).lost


def test_an_acknowledged_entry_that_is_not_there_is_lost(ledger):
    made = appended_to(ledger, 1)
    assert 1 == held(ledger, [*made.ids, bytes(range(16))], thorough=False).lost


def test_an_acknowledged_seal_that_is_not_there_is_lost(ledger):
    appended_to(ledger, 1)
    assert 1 == held(ledger, [sealed_as(99)], thorough=False).lost


def test_half_of_an_append_is_seen(ledger):
    made = appended_to(ledger, 2, most=1)
    wrong = held(ledger, made.ids[:1], thorough=False).wrong
    assert [f"half of the append {made.ids[0][:12].hex()}"] == wrong


def test_an_append_without_its_wraps_is_seen(ledger):
    made = appended_to(ledger, 3)
    ledger.drop_wraps(made.wraps)
    assert ["the wraps are not those of the entries"] == held(ledger, [], thorough=False).wrong


def test_an_append_without_its_forms_is_seen(ledger):
    made = appended_to(ledger, 3)
    ledger.drop_forms(made.forms[0].stream)
    assert ["the keyed forms are not those of the entries"] == held(
        ledger, [], thorough=False
    ).wrong


def test_an_erased_part_is_seen(ledger):
    made = appended_to(ledger, 4)
    ledger.erase([made.entries[0].stream])
    assert any("a changed part" in line for line in held(ledger, [], thorough=False).wrong)


def test_an_entry_that_its_author_did_not_sign_is_seen(ledger):
    author, other = Author(0, ledger.id), Author(1, ledger.id)
    forged = author.entry(b"forged entry 001", head_of(ledger, author.streams()[0]))
    ledger.append([forged._replace(signature=other.key.sign(b"something else"))])
    assert any("audit:" in line for line in held(ledger, [], thorough=False).wrong)


def test_what_a_writer_says_too_late_does_not_count():
    reading, writing = os.pipe()
    said = "import os, sys; os.write(1, b'in time in time ' + bytes(16)); sys.stdin.readline()"
    said += "; os.write(1, b'neither nor this'); sys.stdin.read(); os.write(1, b'too late too la ')"
    child = subprocess.Popen([sys.executable, "-c", said], stdin=subprocess.PIPE, stdout=writing)
    os.close(writing)
    writer = Writer(child.pid, reading)
    _wait_for(writer, 2)
    writer.stop_hearing()
    child.stdin.write(b"\n")
    child.stdin.flush()
    _wait_for(writer, 3)
    writer.disk_has_failed()
    child.stdin.close()
    ended = writer.ended()
    child.wait()
    assert ([b"in time in time "], [b"too late too la "]) == (ended.acknowledged, ended.late)


def _wait_for(writer, said):
    while writer.waiting < said:
        time.sleep(0.01)


def test_a_writer_that_fails_without_words_is_broken():
    program = (
        "import sys\n"
        "from faults_writers import READY, begin_writer\n"
        "def job(acknowledge):\n"
        "    acknowledge([READY])\n"
        "    raise LookupError('nobody expects this')\n"
        "writer = begin_writer(job)\n"
        "writer.wait_until_ready()\n"
        "sys.exit(writer.ended().status + 40)\n"
    )
    folder = {**os.environ, "PYTHONPATH": str(SOAK.parent)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=folder, capture_output=True, text=True, check=False)
    assert BROKEN + 40 == done.returncode
    assert "nobody expects this" in done.stderr


def test_a_writer_that_goes_on_when_its_disk_has_failed_is_seen():
    first, second = ids_of_append(1), ids_of_append(1)
    assert [] == troubles(Ended([], first, CLEAN))
    line = "a writer wrote on when the disk had failed"
    assert [line] == troubles(Ended([], first + second, CLEAN))
    assert ["a writer was not told in plain words"] == troubles(Ended([], [], BROKEN))

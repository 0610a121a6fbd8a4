"""Tapes: every chunk once and in order, for whoever may read the words, gone with the talk."""

from __future__ import annotations

import shutil
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from groundrules.errors import BadInput
from groundrules.ledger.tables import PARTS
from groundrules.vault import shredding
from groundrules.vault.conversations import begin, talks, texts
from groundrules.vault.copying import back_up
from groundrules.vault.inventory import inventory
from groundrules.vault.keeper.upkeep import audit, seal
from groundrules.vault.leaving import leave
from groundrules.vault.opened import WORDS
from groundrules.vault.papers import begin_paper
from groundrules.vault.sharing import share, take_back
from groundrules.vault.shredding import finish, shred
from groundrules.vault.shredding_acts import shredded_acts
from groundrules.vault.sources import sources
from groundrules.vault.tape_streams import tapes_of
from groundrules.vault.tapes import (
    AT_ONCE,
    MOST_BYTES,
    add_chunk,
    begin_tape,
    mark_tape,
    tape_chunks,
    tapes,
)
from residue_loot import loot
from vault_fixtures import NEWSROOM, alone, newsroom, opened_room, record_text
from vault_rows import all_bytes, raw_rows

__all__ = ["alone", "newsroom"]

NAME, MIME = "harbor-2026-11-03", "audio/webm;codecs=opus"
CANARY = b"vxqzcanary"
WHY = "the day that was promised has come"


def said(number):
    """Return what a chunk of an invented tape holds."""
    return CANARY + b" in chunk %d" % number


def taped(vault, chunks=3, name=NAME):
    """Begin a conversation with a tape of so many chunks; return the tape's id."""
    begin(vault, record_text(name))
    tape = begin_tape(vault, name, MIME)
    for number in range(chunks):
        add_chunk(vault, tape, number, number * 5000, said(number))
    return tape


def stream_of(vault, name=NAME):
    return next(bytes.fromhex(one.stream) for one in talks(vault) if one.name == name)


def test_a_tape_is_heard_as_it_was_recorded(alone):
    vault = alone.vault()
    tape = taped(vault)
    (found,) = tapes(alone.vault(), NAME)

    assert (tape, MIME, "2026-11-03", "Ana", 3, 10_000, ()) == found
    assert [said(0), said(1), said(2)] == tape_chunks(alone.vault(), tape)
    assert [said(1)] == tape_chunks(vault, tape, 1, 1)
    assert [said(2)] == tape_chunks(vault, tape, 2)
    assert [[], []] == [tape_chunks(vault, tape, 3), tape_chunks(vault, tape, 0, 0)]


def test_marks_stand_where_they_were_made(alone):
    vault = alone.vault()
    tape = taped(vault, 2)
    for mark, at_ms in (("stopped", 9000), ("stopped", 9000), ("resumed", 9000)):
        mark_tape(vault, tape, mark, at_ms)
    for number in range(2, 5):
        add_chunk(vault, tape, number, number * 5000, said(number))
    mark_tape(vault, tape, "stopped", 9000)
    (found,) = tapes(vault, NAME)

    assert [("stopped", 9000, 2), ("resumed", 9000, 2), ("stopped", 9000, 5)] == [*found.marks]
    assert (5, 9000) == (found.chunks, found.until_ms)
    assert [said(number) for number in range(5)] == tape_chunks(vault, tape)
    assert [[said(number)] for number in range(5)] == [
        tape_chunks(vault, tape, number, 1) for number in range(5)
    ]


def test_the_same_chunk_twice_is_there_once(alone):
    vault = alone.vault()
    tape = taped(vault)
    mark_tape(vault, tape, "stopped", 14_000)
    before = vault.ledger.head(bytes.fromhex(tape))
    for number in range(3):
        add_chunk(vault, tape, number, number * 5000, said(number))

    assert before == vault.ledger.head(bytes.fromhex(tape))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((1, 5000, b"something else"), "chunk 1 of the tape is there already"),
        ((1, 5001, said(1)), "chunk 1 of the tape is there already"),
        ((4, 20_000, said(4)), "the next chunk of the tape is number 3"),
        ((-1, 0, said(0)), "the next chunk of the tape is number 3"),
        ((3, -1, said(3)), "a number of milliseconds"),
        ((3, 2**60, said(3)), "a number of milliseconds"),
        ((3, 15_000, b""), "from 1 byte to 4 MB"),
        ((3, 15_000, CANARY.ljust(MOST_BYTES + 1)), "from 1 byte to 4 MB"),
    ],
)
def test_another_chunk_a_gap_and_a_wrong_one_are_refused(alone, given, message):
    vault = alone.vault()
    tape = taped(vault)
    with pytest.raises(BadInput, match=message) as refusal:
        add_chunk(vault, tape, *given)

    assert CANARY.decode() not in str(refusal.value)
    assert [said(0), said(1), said(2)] == tape_chunks(vault, tape)


def test_the_largest_chunk_comes_back(alone):
    vault = alone.vault()
    tape = taped(vault, 0)
    add_chunk(vault, tape, 0, 0, CANARY.ljust(MOST_BYTES))

    assert [CANARY.ljust(MOST_BYTES)] == tape_chunks(vault, tape)


@pytest.mark.parametrize("mime", ["", "video/webm", "audio/", "audio/webm\nx", f"audio/{'x' * 41}"])
def test_a_tape_is_of_sound(alone, mime):
    vault = alone.vault()
    begin(vault, record_text())
    with pytest.raises(BadInput, match="begins with audio"):
        begin_tape(vault, NAME, mime)

    assert [] == tapes(vault, NAME)


@pytest.mark.parametrize("mark", ["", "Stopped", "stopped!", "x" * 41])
def test_a_mark_is_a_word_or_two(alone, mark):
    vault = alone.vault()
    tape = taped(vault)
    with pytest.raises(BadInput, match="a word or two in small letters"):
        mark_tape(vault, tape, mark, 0)

    assert () == tapes(vault, NAME)[0].marks


@pytest.mark.parametrize(("first", "count"), [(-1, 1), (0, -1), (0, AT_ONCE + 1)])
def test_no_more_is_given_at_once_than_a_message_holds(alone, first, count):
    vault = alone.vault()
    with pytest.raises(BadInput, match="counted from 0"):
        tape_chunks(vault, taped(vault), first, count)


def test_what_is_no_tape_is_refused(alone):
    vault = alone.vault()
    taped(vault)
    other = begin_paper(vault, "draft", "A draft", "{}").id
    calls = (
        lambda tape: add_chunk(vault, tape, 0, 0, said(0)),
        lambda tape: mark_tape(vault, tape, "stopped", 0),
        lambda tape: tape_chunks(vault, tape),
    )
    for tape in (stream_of(vault).hex(), other, "00" * 16, "f" * 32, "abc", "", CANARY.decode()):
        for call in calls:
            with pytest.raises(BadInput, match="no such tape") as refusal:
                call(tape)
            assert CANARY.decode() not in str(refusal.value)
    with pytest.raises(BadInput, match="no conversation of this name"):
        begin_tape(vault, "nowhere", MIME)


def test_a_tape_is_of_one_conversation(alone):
    vault = alone.vault()
    first, second = taped(vault, 1), taped(vault, 2, "union")
    third = begin_tape(vault, NAME, MIME)

    assert [first, third] == [one.id for one in tapes(vault, NAME)]
    assert [second] == [one.id for one in tapes(vault, "union")]


def hears(room, name, tape):
    """Tell whether a member can hear a tape, by each way that leads to it."""
    answers = set()
    for call in (
        lambda vault: tape_chunks(vault, tape),
        lambda vault: tapes(vault, NAME),
        lambda vault: mark_tape(vault, tape, "agreed", 1),
        lambda vault: begin_tape(vault, NAME, MIME),
    ):
        try:
            call(room.vault(name))
            answers.add("heard")
        except BadInput as refusal:
            answers.add(str(refusal).partition("not shared with you")[1])
    (answer,) = answers
    return answer == "heard"


def test_whoever_may_read_the_words_may_hear_the_tape(newsroom):
    ana = newsroom.vault("Ana")
    tape = taped(ana)
    before = [name for name in NEWSROOM if hears(newsroom, name, tape)]
    share(ana, NAME, "Ben", [WORDS])
    shared = [name for name in NEWSROOM if hears(newsroom, name, tape)]
    take_back(ana, NAME, "Ben")
    taken = [name for name in NEWSROOM if hears(newsroom, name, tape)]

    assert (["Ana"], ["Ana", "Ben"], ["Ana"]) == (before, shared, taken)


def key_of(vault, tape, version):
    """Return the id of the key that seals an entry of a tape."""
    ((_, sealed),) = vault.ledger.entry(bytes.fromhex(tape), version).parts
    return sealed[2:18]


@pytest.mark.parametrize("how", ["taken back", "left"])
def test_who_may_hear_no_more_has_no_key_of_what_is_recorded_afterwards(newsroom, how):
    ana = newsroom.vault("Ana")
    tape = taped(ana)
    share(ana, NAME, "Ben", [WORDS])
    ben = newsroom.vault("Ben")
    stream = stream_of(ana)
    remembered = {
        ben.keyring(stream).secret(place).id for place in ben.keyring(stream).places(stream, WORDS)
    }
    if how == "left":
        leave(newsroom.vault("Eli"), "Ben")
    else:
        take_back(ana, NAME, "Ben")
    add_chunk(ana, tape, 3, 15_000, said(3))
    share(ana, NAME, "Sam", [WORDS])

    assert [True] * 4 + [False] == [
        key_of(ana, tape, version) in remembered for version in range(1, 6)
    ]
    assert [said(number) for number in range(4)] == tape_chunks(newsroom.vault("Sam"), tape)
    assert 4 == tapes(newsroom.vault("Sam"), NAME)[0].chunks


def rows_of(vault, streams):
    """Return how many rows but entries the tables still have of streams."""
    seqs = {row.seq for row in raw_rows(vault, "entries") if row.stream in streams}
    return (
        sum(row.place // 16 in seqs for row in raw_rows(vault, "parts")),
        sum(row.stream in streams for row in raw_rows(vault, "wraps")),
        sum(row.stream in streams for row in raw_rows(vault, "forms")),
    )


def test_a_tape_is_shredded_with_its_conversation(alone):
    vault = alone.vault()
    gone, kept = taped(vault), taped(vault, 1, "union")
    seal(vault)
    stream = bytes.fromhex(gone)
    before = rows_of(vault, {stream})
    shred(vault, [NAME], WHY, early=True)
    (act,) = shredded_acts(vault)

    assert ((4, 0, 1), (0, 0, 0)) == (before, rows_of(vault, {stream}))
    assert stream in act.streams
    assert stream not in act.talks
    assert [said(0)] == tape_chunks(vault, kept)
    assert () == audit(vault, thorough=True).faults
    with pytest.raises(BadInput, match="erased with its conversation"):
        add_chunk(vault, gone, 3, 15_000, said(3))
    assert not finish(vault)


def test_no_old_copy_opens_a_tape_that_was_shredded(newsroom, tmp_path):
    ana = newsroom.vault("Ana")
    stream = bytes.fromhex(taped(ana))
    shutil.copytree(newsroom.folder, tmp_path / "copy.vault")
    shutil.copytree(tmp_path / "state", tmp_path / "old" / "state")
    back_up(ana, str(tmp_path / "backup.vault"))
    shred(ana, [NAME], WHY, early=True)
    vaults = [tmp_path / "copy.vault", tmp_path / "backup.vault", newsroom.folder]
    now = loot(newsroom, NEWSROOM, vaults, [tmp_path / "state"])
    old = loot(newsroom, ["Ana"], vaults, [tmp_path / "old"])

    assert (set(), {stream}) == (now.readable({stream}), old.readable({stream}))


def test_a_tape_that_is_begun_while_its_conversation_goes_goes_too(alone, monkeypatch):
    vault = alone.vault()
    taped(vault)
    talk = stream_of(vault)
    erase, late = vault.ledger.erase, []

    def begun_meanwhile(streams):
        late.append(bytes.fromhex(begin_tape(alone.vault(), NAME, MIME)))
        return erase(streams)

    with monkeypatch.context() as patch:
        patch.setattr(vault.ledger, "erase", begun_meanwhile)
        shred(vault, [NAME], WHY, early=True)
    left = rows_of(vault, set(late))

    assert finish(alone.vault())
    assert ((1, 0, 1), (0, 0, 0)) == (left, rows_of(vault, set(late)))
    assert set() == tapes_of(vault, [talk])
    assert not finish(alone.vault())


class Interrupted(Exception):  # noqa: N818 - it is what a crash looks like from within
    """The process ended here."""


@pytest.mark.parametrize("step", ["erase", "rotate"])
def test_an_interrupted_shredding_takes_the_tapes_along(alone, monkeypatch, step):
    vault = alone.vault()
    streams = {bytes.fromhex(taped(vault)), stream_of(vault)}

    def crash(*_):
        raise Interrupted

    with monkeypatch.context() as patch:
        patch.setattr(vault.ledger if step == "erase" else shredding, step, crash)
        with pytest.raises(Interrupted):
            shred(vault, [NAME], WHY, early=True)
    again = alone.vault()

    assert finish(again)
    assert (0, 0, 0) == rows_of(again, streams)


def test_the_inventory_of_a_source_and_of_a_talk_has_the_tapes(alone):
    vault = alone.vault()
    tape = taped(vault)
    taped(vault, 1, "union")
    (source,) = sources(vault)
    of_talk = {one.stream: one for one in inventory(vault, NAME).streams}
    of_source = [one for one in inventory(vault, source.code).streams if one.what == "tape"]

    assert [("tape", NAME, 4)] == [
        (one.what, one.name, len(one.entries)) for one in of_talk.values() if one.stream == tape
    ]
    assert ["conversation", "source", "tape"] == sorted(one.what for one in of_talk.values())
    assert {NAME, "union"} == {one.name for one in of_source}
    assert rows_of(vault, {bytes.fromhex(tape)}) == (
        sum(part.bytes > 0 for entry in of_talk[tape].entries for part in entry.parts),
        len(of_talk[tape].wraps),
        len(of_talk[tape].forms),
    )


def test_nothing_of_a_tape_stands_in_the_tables(alone):
    vault = alone.vault()
    tape = taped(vault)
    mark_tape(vault, tape, "canarymark", 1)
    kept = all_bytes(vault)
    vault.ledger.keep("left on purpose", CANARY)

    assert [] == [one for one in (CANARY, b"canarymark", b"codecs=opus") if one in kept]
    assert CANARY in all_bytes(vault), "the control"


def test_a_tape_is_no_conversation(alone):
    vault = alone.vault()
    taped(vault)

    assert [NAME] == [one.name for one in talks(vault)] == [one.name for one in texts(vault)]
    assert 1 == len(sources(vault))


def test_to_add_a_chunk_no_earlier_one_is_read(alone):
    vault = alone.vault()
    tape = taped(vault, 5)
    entry = vault.ledger.entry(bytes.fromhex(tape), 3)
    (seq,) = [row.seq for row in raw_rows(vault, "entries") if row.id == entry.id]
    with vault.ledger._database.writing() as connection:  # noqa: SLF001 - it is damaged on purpose
        connection.execute(delete(PARTS).where(PARTS.c.place == 16 * seq))
    add_chunk(vault, tape, 5, 25_000, said(5))

    assert [said(5)] == tape_chunks(vault, tape, 5)
    with pytest.raises(BadInput, match="no such tape"):
        tape_chunks(vault, tape)


@pytest.fixture(scope="module")
def one_vault(tmp_path_factory):
    """Give a vault with one conversation, to which many tapes are made."""
    with opened_room(tmp_path_factory.mktemp("many")) as room:
        vault = room.vault()
        begin(vault, record_text())
        yield vault


@given(st.lists(st.sampled_from(["chunk", "mark", "again"]), max_size=12))
@settings(max_examples=25, deadline=None)
def test_whatever_the_order_each_chunk_is_found_by_its_number(one_vault, steps):
    tape, chunks, marks = begin_tape(one_vault, NAME, MIME), [], []
    for at_ms, step in enumerate(steps):
        if step == "mark":
            marks.append(("stopped", at_ms, len(chunks)))
            mark_tape(one_vault, tape, "stopped", at_ms)
        elif step == "chunk":
            chunks.append((at_ms, said(at_ms)))
            add_chunk(one_vault, tape, len(chunks) - 1, *chunks[-1])
        else:
            for number, chunk in enumerate(chunks):
                add_chunk(one_vault, tape, number, *chunk)
    found = next(one for one in tapes(one_vault, NAME) if one.id == tape)
    contents = [content for _, content in chunks]

    assert (len(chunks), marks) == (found.chunks, [*found.marks])
    assert contents == tape_chunks(one_vault, tape)
    assert [[one] for one in contents] == [
        tape_chunks(one_vault, tape, number, 1) for number in range(len(chunks))
    ]


def test_the_last_chunk_of_a_long_tape_costs_what_the_first_does(alone):
    vault, chunk = alone.vault(), bytes(20_000)
    tape = taped(vault, 0)
    times = []
    for number in range(300):
        begun = time.perf_counter()
        add_chunk(vault, tape, number, number * 5000, chunk)
        times.append(time.perf_counter() - begun)

    assert min(times[-60:]) < 4 * min(times[:60])
    assert 300 == tapes(vault, NAME)[0].chunks

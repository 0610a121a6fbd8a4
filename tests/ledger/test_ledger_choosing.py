"""Some streams without the others, and some parts without the rest, in both databases."""

from __future__ import annotations

import os

TALK, TAPE, LATE = b"t" * 16, b"c" * 16, b"l" * 16


def bare(entries, *kept):
    """Return entries with those of their parts that are named."""
    return [
        entry._replace(parts=tuple(part for part in entry.parts if part[0] in kept))
        for entry in entries
    ]


def filled(ledger, writer):
    """Append two streams that take turns and a third; return their entries."""
    tape = writer.chain(TAPE, 3, parts={"tape": b"sealed tape"})
    talk = writer.chain(TALK, 3)
    late = [writer.after(None, LATE, parts={"tape-mark": b"sealed", "tape": b"more"})]
    for pair in zip(tape, talk, strict=True):
        ledger.append(pair)
    ledger.append(late)
    return talk, tape, late


def test_streams_are_told_by_the_parts_of_their_first_entries(ledger, writer):
    filled(ledger, writer)

    assert [TAPE, LATE] == ledger.streams_with("tape")
    assert [TALK] == ledger.streams_with("words")
    assert [] == ledger.streams_with("mark")


def test_a_stream_is_told_also_when_its_parts_were_erased(ledger, writer):
    talk, _, _ = filled(ledger, writer)
    ledger.erase([TALK])

    assert [TALK] == ledger.streams_with("words")
    assert bare(talk) == list(ledger.entries_of([TALK]))
    assert bare(talk)[1] == ledger.entry(TALK, 2)


def test_the_entries_of_some_streams_come_in_the_order_of_the_ledger(ledger, writer):
    talk, tape, late = filled(ledger, writer)
    turns = [entry for pair in zip(tape, talk, strict=True) for entry in pair]

    assert turns == list(ledger.entries_of([TALK, TAPE, TALK]))
    assert talk == list(ledger.entries_of([TALK]))
    assert [*tape, *late] == list(ledger.entries_of([LATE, TAPE]))
    assert [] == list(ledger.entries_of([]))


def test_only_the_parts_that_are_named_are_read(ledger, writer):
    talk, _, late = filled(ledger, writer)

    assert bare(talk, "terms") == list(ledger.entries_of([TALK], ["terms"]))
    assert bare(late, "tape-mark") == ledger.last_entries([LATE], ["tape-mark", "words"])


def test_one_entry_and_the_last_ones(ledger, writer):
    talk, tape, late = filled(ledger, writer)

    assert [talk[1], None] == [ledger.entry(TALK, 2), ledger.entry(TALK, 4)]
    assert ledger.entry(b"n" * 16, 1) is None
    assert sorted([talk[2], tape[2], *late]) == sorted(ledger.last_entries([TALK, TAPE, LATE]))
    assert [] == ledger.last_entries([b"n" * 16])


def test_more_streams_and_entries_than_one_statement_names(ledger, writer):
    streams = [os.urandom(16) for _ in range(450)]
    first = [writer.after(None, stream, parts={"paper": stream}) for stream in streams]
    ledger.append([*first, *writer.chain(TALK, 500)])

    assert streams == ledger.streams_with("paper")
    assert first == list(ledger.entries_of(streams))
    assert sorted(first) == sorted(ledger.last_entries(streams))
    assert 950 == len(list(ledger.entries_of([*streams, TALK])))

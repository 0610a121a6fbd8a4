from __future__ import annotations

import os

import pytest
from ledger_writer import Writer, reopened

from groundrules.ledger.entries import HOUSE
from groundrules.ledger.refusals import Conflict, Taken
from groundrules.ledger.rows import Form, Wrap

A, B = b"a" * 16, b"b" * 16
WRAP = Wrap(A, "words", b"k" * 16, b"m" * 16, b"wrapped", "2026-12-01")
FORM = Form(b"f" * 16, "name", A, "1")


def test_what_was_appended_is_there_after_opening_again(ledger, place, writer):
    entries = [*writer.chain(A, 3), *writer.chain(HOUSE, 2)]
    ledger.append(entries, wraps=[WRAP], forms=[FORM])
    again = reopened(ledger, place)
    assert entries == list(again.entries())
    assert entries[:3] == list(again.entries(A))
    assert entries[1:3] == list(again.entries(A, after=1))
    assert entries[3:] == list(again.entries(after=3))
    assert [WRAP] == list(again.wraps())
    assert [FORM] == list(again.forms([FORM.form, b"g" * 16]))
    assert writer.head_of(entries[2]) == again.head(A)
    assert [writer.head_of(entries[2]), writer.head_of(entries[4])] == list(again.heads())
    assert ledger.id == again.id
    again.close()


def test_an_empty_ledger_has_nothing(ledger):
    assert ledger.head(A) is None
    assert [] == list(ledger.heads())
    assert [] == list(ledger.entries())
    ledger.append([])
    assert ledger.audit().sound


def test_more_entries_than_one_slice_come_in_order(ledger, writer):
    streams = [os.urandom(16) for _ in range(450)]
    entries = [writer.after(None, stream, parts={"words": stream}) for stream in streams]
    entries += writer.chain(A, 700, parts={})
    ledger.append(entries)
    assert entries == list(ledger.entries())
    assert entries[450:] == list(ledger.entries(A))
    assert 451 == len(list(ledger.heads()))
    following = [writer.after(ledger.head(stream), stream) for stream in streams]
    ledger.append(following)
    assert following == list(ledger.entries(after=1150))


def test_the_same_entries_again_change_nothing(ledger, writer):
    entries = writer.chain(A, 3)
    ledger.append(entries, wraps=[WRAP])
    ledger.drop_wraps([WRAP])
    for again in (entries, entries[:1], entries[2:], [entries[1], entries[1]]):
        ledger.append(again, wraps=[WRAP])
    assert entries == list(ledger.entries())
    assert [] == list(ledger.wraps())  # a wrap that was dropped does not come back with a retry


def test_a_retry_may_bring_more(ledger, writer):
    entries = writer.chain(A, 3)
    ledger.append(entries[:2])
    ledger.append(entries, wraps=[WRAP])
    assert entries == list(ledger.entries())
    assert [WRAP] == list(ledger.wraps())


def test_an_entry_whose_parts_were_erased_is_still_the_same(ledger, writer):
    entries = writer.chain(A, 2)
    ledger.append(entries)
    ledger.erase([A])
    ledger.append(entries)
    assert [entry._replace(parts=()) for entry in entries] == list(ledger.entries())


@pytest.mark.parametrize(
    "change",
    [{"day": "2026-11-04"}, {"stream": B}, {"parts": ()}, {"signature": bytes(64)}],
    ids=["day", "stream", "parts", "signature"],
)
def test_an_id_is_taken_once(ledger, writer, change):
    (entry,) = writer.chain(A, 1)
    ledger.append([entry])
    other = entry._replace(**change)
    with pytest.raises(Taken) as refused:
        ledger.append([writer.after(None, b"c" * 16), other])
    assert entry.id == refused.value.entry
    assert [entry] == list(ledger.entries())


def test_an_id_is_taken_once_where_its_entry_would_follow(ledger, writer):
    first, second = writer.chain(A, 2)
    ledger.append([first])
    with pytest.raises(Taken):
        ledger.append([writer.signed(second._replace(id=first.id))])


@pytest.mark.parametrize(("after", "expected"), [(0, 3), (1, 3), (3, 3)])
def test_a_version_is_taken_once_and_leaves_no_gap(ledger, writer, after, expected):
    entries = writer.chain(A, 4)
    ledger.append(entries[:2])
    stale = writer.after(writer.head_of(entries[after - 1]) if after else None, A)
    with pytest.raises(Conflict) as refused:
        ledger.append([writer.after(None, B), stale], wraps=[WRAP], forms=[FORM])
    found = refused.value
    assert (A, expected, after + 1) == (found.stream, found.expected, found.found)
    assert entries[:2] == list(ledger.entries())
    assert [] == [*ledger.wraps(), *ledger.forms([FORM.form])]


def test_a_version_continues_the_chain_that_is_there(ledger, writer):
    ledger.append(writer.chain(A, 2))
    other = writer.chain(A, 3)[2]
    with pytest.raises(Conflict) as refused:
        ledger.append([other])
    assert (3, 3) == (refused.value.expected, refused.value.found)


def test_within_one_batch_versions_continue_each_other(ledger, writer):
    first, second, third = writer.chain(A, 3)
    for batch in ([first, third], [second, first], [first, second._replace(previous=bytes(32))]):
        with pytest.raises(Conflict):
            ledger.append(batch)
    assert [] == list(ledger.entries())
    ledger.append([first, second, third])


def test_one_signature_may_cover_a_batch_of_its_author(ledger, writer):
    first, second, third = writer.chain(A, 3)
    bare = [first._replace(signature=b""), second._replace(signature=b""), third]
    other = Writer(ledger).signed(third._replace(author=bytes(16)))
    for batch in (bare[:2], [bare[0], bare[1], other], [bare[0], second._replace(stream=B)]):
        with pytest.raises(ValueError, match="not signed"):
            ledger.append(batch)
    ledger.append(bare)
    assert bare == list(ledger.entries())
    assert ledger.audit(writer.cards, thorough=True).sound


def test_what_a_message_says_names_no_stream(ledger, writer):
    ledger.append(writer.chain(A, 1))
    with pytest.raises(Conflict) as refused:
        ledger.append(writer.chain(A, 1))
    assert "version 1 cannot be added: the ledger takes 2 next" == str(refused.value)
    assert f"Ledger('{ledger.id}')" == repr(ledger)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept_keys import HEADER, flipped

from groundrules.keys.envelope import OVERHEAD, Header, Unopenable, _bound, key_id_of, opened, seal
from groundrules.keys.padding import BUCKETS, bucket_of, padded, unpadded
from groundrules.keys.secret import Secret
from groundrules.proofs.canonical import canonical

SECRET = Secret.new()
ELSEWHERE = [
    HEADER._replace(ledger="5f" * 16),
    HEADER._replace(stream="c1" * 16),
    HEADER._replace(version=2),
    HEADER._replace(part="terms"),
]


@given(st.binary(max_size=3000), st.sampled_from([0, 256, 4096]))
def test_what_is_sealed_opens_again(document, least):
    assert document == opened(seal(document, SECRET, HEADER, least=least), SECRET, HEADER)


@pytest.mark.parametrize("header", ELSEWHERE)
def test_a_document_moved_to_another_place_does_not_open(header):
    sealed = seal(b"said at the harbor", SECRET, HEADER)
    with pytest.raises(Unopenable):
        opened(sealed, SECRET, header)
    assert b"said at the harbor" == opened(sealed, SECRET, HEADER)


def test_another_secret_does_not_open_it_even_under_the_same_id():
    sealed, other = seal(b"said", SECRET, HEADER), Secret.new()
    with pytest.raises(Unopenable):
        opened(sealed, other, HEADER)
    with pytest.raises(Unopenable):
        opened(sealed[:2] + other.id + sealed[18:], other, HEADER)


def test_every_changed_byte_is_refused():
    sealed = seal(b"said", SECRET, HEADER)
    for place in range(len(sealed)):
        with pytest.raises(Unopenable):
            opened(flipped(sealed, place), SECRET, HEADER)
    assert b"said" == opened(sealed, SECRET, HEADER)


def test_every_cut_and_every_tail_is_refused():
    sealed = seal(b"", SECRET, HEADER)
    for size in range(len(sealed)):
        with pytest.raises(Unopenable):
            opened(sealed[:size], SECRET, HEADER)
    with pytest.raises(Unopenable):
        opened(sealed + b"\0", SECRET, HEADER)


def test_the_first_bytes_say_version_suite_and_key():
    sealed = seal(b"said", SECRET, HEADER)
    assert b"\1\1" + SECRET.id == sealed[:18]
    assert SECRET.id == key_id_of(sealed)


def test_two_seals_of_one_document_have_nothing_in_common_but_the_first_bytes():
    one, two = (seal(b"said", SECRET, HEADER) for _ in range(2))
    assert one[:18] == two[:18]
    assert one[18:30] != two[18:30]
    assert one[30:] != two[30:]


@given(st.binary(max_size=255), st.binary(max_size=255))
def test_short_documents_are_of_one_size(one, two):
    assert len(seal(one, SECRET, HEADER)) == len(seal(two, SECRET, HEADER)) == OVERHEAD + 256


def test_a_least_bucket_makes_an_empty_document_as_long_as_a_long_one():
    empty, full = (seal(text, SECRET, HEADER, least=4096) for text in (b"", bytes(4095)))
    assert len(empty) == len(full) == OVERHEAD + 4096
    assert len(seal(bytes(4096), SECRET, HEADER, least=4096)) > len(full)


@pytest.mark.parametrize(
    ("size", "bucket"),
    [
        (0, 256),
        (255, 256),
        (256, 1024),
        (1023, 1024),
        (4095, 4096),
        (16383, 16384),
        (65535, 65536),
        (65536, 131072),
        (131071, 131072),
        (131072, 196608),
    ],
)
def test_a_document_fills_the_smallest_bucket_that_has_room(size, bucket):
    assert bucket == bucket_of(size) == len(padded(bytes(size)))


@given(st.binary(max_size=700).map(lambda text: text + b"\x80\0\0"))
def test_padding_is_undone_whatever_the_last_bytes_are(document):
    assert document == unpadded(padded(document))
    assert len(padded(document)) in BUCKETS


@pytest.mark.parametrize("content", [b"", b"\0", bytes(256), b"said"])
def test_what_was_not_padded_is_refused(content):
    with pytest.raises(ValueError, match="not padded"):
        unpadded(content)


@given(
    st.builds(
        Header,
        ledger=st.one_of(st.text(max_size=12), st.just("0f" * 16)),
        stream=st.one_of(st.text(max_size=12), st.just("a1" * 16)),
        version=st.integers(0, 2**53 - 1),
        part=st.one_of(st.text(max_size=12), st.sampled_from(("terms", "words", "identity"))),
    )
)
def test_a_header_is_bound_as_canonical_json_has_it(header):
    first = b"\x01\x01" + bytes(16)
    try:
        expected = canonical(header._asdict())
    except ValueError:  # half a surrogate pair
        return

    assert first + expected == _bound(first, header)

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.ledger.audited_entries import DIGESTS
from groundrules.ledger.entries import (
    Entry,
    chain_of,
    commitment_of,
    digests_text,
    leaf_of,
    require_shape,
)
from groundrules.proofs.canonical import canonical

_LEDGER = "0123456789abcdef" * 2
_NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,31}", fullmatch=True)
_IDS = st.binary(min_size=16, max_size=16)
_HASHES = st.binary(min_size=32, max_size=32)
_DAYS = st.dates().map(lambda day: day.isoformat())


@st.composite
def entries(draw):
    digests = tuple(sorted(draw(st.dictionaries(_NAMES, _HASHES, max_size=16)).items()))
    return Entry(
        id=draw(_IDS),
        stream=draw(_IDS),
        version=draw(st.integers(1, 2**31 - 1)),
        author=draw(_IDS),
        day=draw(_DAYS),
        digests=digests,
        previous=draw(_HASHES),
        signature=bytes(64),
        parts=tuple((name, b"sealed") for name, _ in digests if draw(st.booleans())),
    )


def _hex_pairs(entry):
    return [[name, digest.hex()] for name, digest in entry.digests]


@given(entries())
@settings(max_examples=200)
def test_the_fixed_shapes_are_what_the_canonical_serialiser_writes(entry):
    require_shape(entry)
    commitment = hashlib.sha256(canonical(_hex_pairs(entry))).digest()
    chained = {
        "v": 1,
        "ledger": _LEDGER,
        "id": entry.id.hex(),
        "stream": entry.stream.hex(),
        "version": entry.version,
        "author": entry.author.hex(),
        "day": entry.day,
        "commitment": commitment.hex(),
    }
    chain = hashlib.sha256(entry.previous + canonical(chained)).digest()
    leaf = {
        "v": 1,
        "ledger": _LEDGER,
        "id": entry.id.hex(),
        "day": entry.day,
        "commitment": commitment.hex(),
        "chain": chain.hex(),
    }
    assert canonical(_hex_pairs(entry)) == digests_text(entry.digests).encode()
    assert commitment == commitment_of(entry)
    assert chain == chain_of(entry, _LEDGER)
    assert canonical(leaf) == leaf_of(entry, _LEDGER)


@given(entries())
@settings(max_examples=100)
def test_the_audit_knows_every_text_of_digests_and_no_longer_one(entry):
    text = digests_text(entry.digests)
    assert DIGESTS.fullmatch(text)
    for wrong in (
        f"{text} ",
        text.replace("]]", "],]"),
        text[:-1],
        text.upper() if "a" in text else "[",
    ):
        assert wrong == text or not DIGESTS.fullmatch(wrong)


@given(entries(), st.sampled_from(["stream", "author", "id", "day", "version", "previous"]))
@settings(max_examples=100)
def test_the_chain_binds_every_field(entry, name):
    other = {"day": "1999-12-31", "version": entry.version % 1000 + 1}.get(name)
    value = getattr(entry, name)
    changed = other if other is not None else bytes([value[0] ^ 1]) + value[1:]
    if changed != value:
        assert chain_of(entry, _LEDGER) != chain_of(entry._replace(**{name: changed}), _LEDGER)


_SOUND = Entry(
    bytes(16), bytes(16), 1, bytes(16), "2026-11-03", (("a", bytes(32)), ("b", bytes(32))),
    bytes(32), bytes(64), (("a", b"sealed"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": bytes(15)}, "id, stream or author"),
        ({"stream": bytes(17)}, "id, stream or author"),
        ({"author": b""}, "id, stream or author"),
        ({"previous": bytes(31)}, "chain or signature"),
        ({"signature": bytes(63)}, "chain or signature"),
        ({"version": 0}, "version or day"),
        ({"version": 2**31}, "version or day"),
        ({"day": "3 November"}, "version or day"),
        ({"day": "2026-11-03\n"}, "version or day"),
        ({"digests": (("b", bytes(32)), ("a", bytes(32)))}, "sorted"),
        ({"digests": (("a", bytes(32)), ("a", bytes(32)))}, "sorted"),
        ({"digests": tuple((f"a{n:02}", bytes(32)) for n in range(17))}, "too many"),
        ({"digests": (('a"', bytes(32)),), "parts": ()}, "wrong name"),
        ({"digests": (("a", bytes(31)),), "parts": ()}, "wrong length"),
        ({"parts": (("c", b"sealed"),)}, "no digest"),
        ({"parts": (("b", b""), ("a", b""))}, "no digest"),
    ],
)
def test_a_wrong_shape_is_refused(change, message):
    require_shape(_SOUND)
    with pytest.raises(ValueError, match=re.escape(message)):
        require_shape(_SOUND._replace(**change))

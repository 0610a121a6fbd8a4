from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept_keys import EDITOR, REPORTER

from groundrules.errors import BadInput
from groundrules.keys.cards import MemberCard, Role, read_card
from groundrules.keys.members import MemberKeys

CARD = REPORTER.card


def changed(**fields):
    return json.dumps(json.loads(CARD.document()) | fields).encode()


def test_a_card_is_read_as_it_was_written():
    assert CARD == read_card(CARD.document(), "card.json")


def test_the_keys_are_read_as_they_were_written():
    again = MemberKeys.read(REPORTER.document())
    assert CARD == again.card
    assert REPORTER.document() == again.document()
    assert CARD.has_signed(b"an entry", again.sign(b"an entry"))


def test_a_card_says_nothing_private():
    private = json.loads(REPORTER.document())
    for name in ("mlkem", "x25519", "ed25519"):
        assert private[name].encode() not in CARD.document()
    assert {"v", "id", "name", "roles", "hpke", "signing"} == set(json.loads(CARD.document()))


def test_a_signature_is_of_one_member_over_one_message():
    signature = REPORTER.sign(b"an entry")
    assert CARD.has_signed(b"an entry", signature)
    for card, message, given_one in (
        (CARD, b"another entry", signature),
        (EDITOR.card, b"an entry", signature),
        (CARD, b"an entry", signature[:-1]),
        (CARD, b"an entry", bytes(64)),
        (CARD._replace(signing=b"short"), b"an entry", signature),
    ):
        assert not card.has_signed(message, given_one)


def test_roles_stand_once_and_in_order():
    keys = MemberKeys.new("Ada Quill", [Role.EDITOR, Role.REPORTER, Role.EDITOR])
    assert (Role.REPORTER, Role.EDITOR) == keys.card.roles


@pytest.mark.parametrize(("name", "roles"), [("", [Role.EDITOR]), (" ", [Role.EDITOR]), ("A", [])])
def test_a_member_has_a_name_and_a_role(name, roles):
    with pytest.raises(ValueError, match="a name and at least one role"):
        MemberKeys.new(name, roles)


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        changed(v=2),
        changed(id="5E" * 16),
        changed(id="../../etc"),
        changed(name=""),
        changed(name="a\nb"),
        changed(name="\x1b[2J"),
        changed(name="x" * 201),
        changed(name=None, roles=[]),
        changed(roles=["owner"]),
        changed(roles=[]),
        changed(roles=7),
        changed(hpke="ff" * 1216),
        changed(hpke="00"),
        changed(hpke=CARD.hpke.hex() + "00"),
        changed(signing="zz"),
        changed(signing="00" * 31),
    ],
)
def test_what_is_no_card_is_refused_by_the_name_of_its_file(document):
    with pytest.raises(BadInput) as caught:
        read_card(document, "mara.card")
    assert ["mara.card"] == [fault.path for fault in caught.value.faults]
    assert "no member's card" in str(caught.value)


@given(st.binary(max_size=80))
def test_no_bytes_make_reading_a_card_fail_otherwise(document):
    with pytest.raises(BadInput):
        read_card(document, "x")


def without(name):
    value = json.loads(REPORTER.document())
    del value[name]
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    "document", [b"", b"[]", b"\xff", *map(without, json.loads(REPORTER.document()))]
)
def test_what_are_no_keys_is_refused_without_a_word_of_them(document):
    with pytest.raises(ValueError, match="no keys of a member") as caught:
        MemberKeys.read(document)
    assert caught.value.__suppress_context__


def test_ids_are_drawn_anew():
    ids = {MemberKeys.new("Ada Quill", [Role.LEGAL]).card.id for _ in range(3)}
    assert 3 == len(ids)
    assert {32} == {len(one) for one in ids}
    assert isinstance(CARD, MemberCard)

"""What somebody puts into the ledger who is no member, or who changes what a member has signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from groundrules.errors import BadInput
from groundrules.keys.cards import Role
from groundrules.keys.envelope import Unopenable
from groundrules.keys.members import MemberKeys
from groundrules.keys.secret import Secret
from groundrules.ledger.entries import HOUSE
from groundrules.vault import house
from groundrules.vault.conversations import begin, texts
from groundrules.vault.entering import Part, digest_of, new_entry, opened_part, sealed_part
from groundrules.vault.finding import stream_named
from groundrules.vault.folding import fold
from groundrules.vault.opened import OF_THE_HOUSE, TERMS, WORDS
from vault_fixtures import alone, record_text

__all__ = ["alone"]

NAME = "harbor-2026-11-03"


@pytest.fixture
def begun(alone):
    vault = alone.vault()
    begin(vault, record_text())
    return vault


def first_entry(vault):
    """Return the first entry of the conversation."""
    return next(iter(vault.ledger.entries(stream_named(vault, NAME))))


def with_part(entry, name, sealed):
    """Return an entry with another sealed part."""
    return entry._replace(
        parts=tuple((one, sealed if one == name else old) for one, old in entry.parts)
    )


def test_a_part_is_what_its_author_signed(begun):
    entry = first_entry(begun)

    document = opened_part(begun, entry, WORDS, begun.secret(entry.stream, WORDS))

    salt = bytes.fromhex(document["salt"])
    assert dict(entry.digests)[WORDS] == digest_of(salt, sealed_part(entry, WORDS))


def test_a_part_that_a_holder_of_its_key_has_exchanged_is_refused(begun):
    entry = first_entry(begun)
    secret = begun.secret(entry.stream, WORDS)
    other = new_entry(begun, entry.stream, {WORDS: Part({"v": 1, "words": None}, secret)}, None)
    forged = with_part(entry, WORDS, sealed_part(other, WORDS))

    with pytest.raises(BadInput, match="not what its author signed"):
        opened_part(begun, forged, WORDS, secret)
    with pytest.raises(BadInput, match="not what its author signed"):
        fold(begun, begun.keyring(), [forged])


@pytest.mark.parametrize("kind", [TERMS, WORDS])
def test_a_changed_byte_is_told_without_a_word(begun, kind):
    entry = first_entry(begun)
    sealed = bytearray(sealed_part(entry, kind))
    sealed[-1] ^= 1

    with pytest.raises(BadInput, match="does not open: it was changed") as refusal:
        fold(begun, begun.keyring(), [with_part(entry, kind, bytes(sealed))])
    assert NAME not in str(refusal.value)


def test_a_part_of_another_place_is_refused(begun):
    entry = first_entry(begun)
    secret = begun.secret(entry.stream, TERMS)

    with pytest.raises(Unopenable):
        opened_part(begun, entry._replace(version=2), TERMS, secret)
    with pytest.raises(Unopenable):
        opened_part(begun, entry._replace(stream=bytes(16)), TERMS, secret)
    with pytest.raises(Unopenable):
        opened_part(begun, with_part(entry, TERMS, sealed_part(entry, WORDS)), TERMS, secret)
    with pytest.raises(Unopenable):
        opened_part(begun, entry, TERMS, Secret.new())


def test_changes_that_do_not_fit_together_are_refused(begun):
    entry = first_entry(begun)
    secrets = {kind: begun.secret(entry.stream, kind) for kind in (TERMS, WORDS)}
    document = opened_part(begun, entry, TERMS, secrets[TERMS])
    torn = {**document, "template": [3, 0, "x"]}
    forged = new_entry(begun, entry.stream, {TERMS: Part(torn, secrets[TERMS])}, None)
    fewer = {
        TERMS: Part(document, secrets[TERMS]),
        WORDS: Part({"v": 1, "words": [0, 0, []]}, secrets[WORDS]),
    }

    for one in (forged, new_entry(begun, entry.stream, fewer, None)):
        with pytest.raises(BadInput, match="do not fit together"):
            fold(begun, begun.keyring(), [one])


def joined_by(vault, writer, card, secret):
    """Append the act by which somebody joins, as written by whoever it is."""
    entry = house.joining(
        replace(vault, member=writer), card, vault.ledger.head(HOUSE), Part({}, secret)
    )
    vault.ledger.append([entry])


def test_nobody_lets_herself_in(begun):
    stranger = MemberKeys.new("Stranger", [Role.EDITOR])

    joined_by(begun, stranger, stranger.card, begun.secret(HOUSE, OF_THE_HOUSE))

    with pytest.raises(BadInput, match="made by nobody who was a member"):
        begun.cards()


def test_nobody_lets_somebody_in_under_a_members_name(begun):
    stranger = MemberKeys.new("Stranger", [Role.EDITOR])
    pretended = replace(stranger, card=stranger.card._replace(id=begun.member.card.id))

    joined_by(begun, pretended, stranger.card, begun.secret(HOUSE, OF_THE_HOUSE))

    with pytest.raises(BadInput, match="made by nobody who was a member"):
        begun.cards()


def test_the_control_a_member_lets_somebody_in(begun):
    newcomer = MemberKeys.new("Newcomer", [Role.EDITOR])

    joined_by(begun, begun.member, newcomer.card, begun.secret(HOUSE, OF_THE_HOUSE))

    assert {"Ana", "Newcomer"} == {card.name for card in begun.cards().values()}


def test_an_act_that_does_not_open_is_refused_and_not_passed_over(begun):
    act = {"act": Part({"do": "joined"}, begun.secret(HOUSE, OF_THE_HOUSE))}
    head = begun.ledger.head(HOUSE)
    sound = new_entry(begun, HOUSE, act, head)
    sealed = bytearray(sealed_part(sound, "act"))
    sealed[-1] ^= 1
    begun.ledger.append([sound._replace(parts=(("act", bytes(sealed)),))])

    with pytest.raises(BadInput, match="made by nobody who was a member"):
        begun.cards()
    assert 1 == len(texts(begun)), "who may read is still able to"

"""Tokens of a time-stamping authority of our own: what they prove, and every bit of them."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from groundrules.errors import BadInput
from groundrules.proofs.timestamps import dated, dated_text, query
from groundrules.proofs.verdict import Outcome, Point, Trust, trust_of, verify
from sealed_receipts import log_key, made, sealed
from time_stamping import Authority

_FLIPS = 1_500


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("time") / "office")


@pytest.fixture(scope="module")
def dated_receipt(authority):
    one = made(21, witnesses=1)
    reply = authority.reply(query(one.receipt.logged.note))
    return sealed(one.receipt._replace(token=reply), log_key())


def test_a_receipt_with_a_token_is_dated(dated_receipt, authority):
    verdict = verify(dated_receipt.content, _trust(dated_receipt, authority))
    assert (Outcome.HOLDS, ()) == (verdict.outcome, verdict.faults)
    assert Point.DATED is verdict.proved[-1].point
    assert "Invented Root" in verdict.proved[-1].words
    now = dt.datetime.now(dt.UTC)
    found = dated(dated_receipt.receipt.token, _note(dated_receipt), [authority.certificate])
    assert dt.timedelta(minutes=5) > abs(now - found.instant)


def test_a_token_that_nobody_verifies_is_named_as_not_verified(dated_receipt):
    verdict = verify(dated_receipt.content, Trust((log_key().verifier,)))
    assert Outcome.HOLDS is verdict.outcome
    assert any("a token that was not verified" in one for one in verdict.unproved)


def test_a_token_of_another_authority_is_refused(dated_receipt, tmp_path):
    other = Authority(tmp_path / "other", "Somebody Else")
    assert Outcome.REFUSED is verify(dated_receipt.content, _trust(dated_receipt, other)).outcome


def test_a_token_of_another_checkpoint_is_refused(dated_receipt, authority):
    other = made(22, witnesses=1)
    moved = sealed(other.receipt._replace(token=dated_receipt.receipt.token), log_key())
    assert Outcome.REFUSED is verify(moved.content, _trust(moved, authority)).outcome


def test_a_receipt_without_a_token_is_refused_where_one_is_asked_for(authority):
    one = made(23, witnesses=1)
    assert Outcome.REFUSED is verify(one.content, _trust(one, authority)).outcome


def test_cosignatures_that_come_later_leave_the_token_good(authority):
    bare, cosigned = made(24, witnesses=0), made(24, witnesses=2)
    note, later = bare.receipt.logged.note, cosigned.receipt.logged.note
    assert (dated_text(note), 1, 3) == (
        dated_text(later),
        len(note.signatures),
        len(later.signatures),
    )
    assert dated(authority.reply(query(note)), later, [authority.certificate])


def test_no_changed_bit_of_a_token_changes_its_time(dated_receipt, authority):
    """A token's encoding can be varied without harm, so its bytes are no id; its time cannot."""
    token, note = dated_receipt.receipt.token, _note(dated_receipt)
    real = dated(token, note, [authority.certificate]).instant
    chance = random.Random(3)  # noqa: S311 - which bits are changed
    refused, accepted = 0, 0
    for _ in range(_FLIPS):
        changed, at = bytearray(token), chance.randrange(len(token))
        changed[at] ^= 1 << chance.randrange(8)
        try:
            found = dated(bytes(changed), note, [authority.certificate])
        except BadInput:
            refused += 1
            continue
        accepted += 1
        assert real == found.instant
    assert _FLIPS == refused + accepted
    assert _FLIPS * 0.9 < refused


@pytest.mark.parametrize("content", [b"", b"no reply", b"0" * 70_000])
def test_what_is_no_reply_is_refused(content, authority):
    with pytest.raises(BadInput, match="no reply"):
        dated(content, made(1).receipt.logged.note, [authority.certificate])


@pytest.mark.parametrize("content", [b"", b"-----BEGIN CERTIFICATE-----", b"\x30\x00"])
def test_what_is_no_certificate_is_refused(content):
    with pytest.raises(BadInput, match="no certificate"):
        trust_of([], [], certificates=(content,))


def _note(one):
    return one.receipt.logged.note


def _trust(one, authority):
    keys = [str(key) for key in one.witnesses]
    return trust_of([str(one.key.verifier)], keys, certificates=(authority.certificate,))

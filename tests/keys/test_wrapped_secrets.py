from __future__ import annotations

import pytest
from kept_keys import EDITOR, REPORTER, context_of, epoch_key, flipped

from groundrules.keys.cards import Role
from groundrules.keys.envelope import Unopenable
from groundrules.keys.halves import identity_key
from groundrules.keys.members import MemberKeys
from groundrules.keys.secret import Secret
from groundrules.keys.wraps import epoch_of, renewed, unwrapped, wrap

SECRET = Secret.new()
KEY = epoch_key()
CONTEXT = context_of(REPORTER)
WRAPPED = wrap(SECRET, REPORTER.card, CONTEXT, KEY)
ELSEWHERE = {
    "ledger": "5f" * 16,
    "stream": "c1" * 16,
    "kind": "terms",
    "recipient": EDITOR.card.id,
    "epoch": 2,
    "extra": "release 7 until 2027-12-01",
}


def test_a_wrap_opens_for_whom_it_is_and_for_what_it_is():
    assert SECRET == unwrapped(WRAPPED, REPORTER, CONTEXT, KEY)


@pytest.mark.parametrize("changed", ELSEWHERE)
def test_a_wrap_opens_for_nothing_else(changed):
    moved = CONTEXT._replace(**{changed: ELSEWHERE[changed]})
    with pytest.raises(Unopenable):
        unwrapped(WRAPPED, REPORTER, moved, KEY)


@pytest.mark.parametrize("changed", sorted(set(ELSEWHERE) - {"epoch", "recipient"}))
def test_a_wrap_renewed_for_something_else_does_not_open_either(changed):
    # Whoever has both epoch keys could put an inner layer behind another outer one.
    moved, new = CONTEXT._replace(**{changed: ELSEWHERE[changed]}), epoch_key(2)
    honest = renewed(WRAPPED, CONTEXT, KEY, new)
    assert SECRET == unwrapped(honest, REPORTER, CONTEXT._replace(epoch=2), new)
    forged = honest
    if changed != "extra":
        with pytest.raises(Unopenable):
            renewed(WRAPPED, moved, KEY, new)
        forged = outer_again(honest, CONTEXT._replace(epoch=2), moved._replace(epoch=2), new)
    with pytest.raises(Unopenable):
        unwrapped(forged, REPORTER, moved._replace(epoch=2), new)


def outer_again(wrapped, context, moved, key):
    from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV  # noqa: PLC0415 - a forger's

    first, nonce, cipher = wrapped[:6], wrapped[6:18], AESGCMSIV(key.secret.reveal())
    inner = cipher.decrypt(nonce, wrapped[18:], first + context.passing())
    return first + nonce + cipher.encrypt(nonce, inner, first + moved.passing())


def test_another_member_with_the_same_name_opens_nothing():
    twin = MemberKeys.new(REPORTER.card.name, REPORTER.card.roles)
    impostor = MemberKeys(twin.card._replace(id=REPORTER.card.id), *private_parts(twin))
    for member, context in ((twin, context_of(twin)), (impostor, CONTEXT)):
        with pytest.raises(Unopenable):
            unwrapped(WRAPPED, member, context, KEY)
    twin_again = MemberKeys(twin.card, *private_parts(twin))
    own = wrap(SECRET, twin.card, context_of(twin), KEY)
    assert SECRET == unwrapped(own, twin_again, context_of(twin), KEY)


def private_parts(member):
    return [getattr(member, name) for name in ("_mlkem", "_x25519", "_ed25519")]


def test_every_changed_byte_of_a_wrap_is_refused():
    for place in range(len(WRAPPED)):
        with pytest.raises(Unopenable):
            unwrapped(flipped(WRAPPED, place), REPORTER, CONTEXT, KEY)


@pytest.mark.parametrize("size", [0, 1, 6, 17, 18, 19, 40, len(WRAPPED) - 1])
def test_a_cut_wrap_is_refused(size):
    with pytest.raises(Unopenable):
        unwrapped(WRAPPED[:size], REPORTER, CONTEXT, KEY)


def test_without_the_epoch_key_a_member_opens_nothing():
    with pytest.raises(Unopenable):
        unwrapped(WRAPPED, REPORTER, CONTEXT, epoch_key())


def test_a_wrap_says_its_epoch_and_has_one_size():
    late = wrap(Secret.new(), EDITOR.card, context_of(EDITOR, epoch=70_000), epoch_key(70_000))
    assert (1, 70_000) == (epoch_of(WRAPPED), epoch_of(late))
    assert len(WRAPPED) == len(late) == 1202


def test_a_wrap_for_somebody_else_than_the_context_says_is_not_made():
    with pytest.raises(ValueError, match="another recipient's or another epoch's"):
        wrap(SECRET, EDITOR.card, CONTEXT, KEY)
    with pytest.raises(ValueError, match="another recipient's or another epoch's"):
        wrap(SECRET, REPORTER.card, CONTEXT, epoch_key(2))


def test_a_new_epoch_needs_nobody_and_shuts_the_old_wraps():
    new = epoch_key(2)
    fresh = renewed(WRAPPED, CONTEXT._replace(extra=""), KEY, new)  # whoever renews knows no extra
    assert SECRET == unwrapped(fresh, REPORTER, CONTEXT._replace(epoch=2), new)
    for context in (CONTEXT, CONTEXT._replace(epoch=2)):
        with pytest.raises(Unopenable):
            unwrapped(WRAPPED, REPORTER, context, new)


def test_one_half_alone_opens_nothing():
    reporters, editors, salt = Secret.new(), Secret.new(), bytes(range(16))
    key = identity_key(reporters, editors, salt)
    alone = [reporters, editors, Secret.new()]
    made = [identity_key(one, Secret.new(), salt) for one in alone]
    made += [identity_key(Secret.new(), one, salt) for one in alone]
    made += [identity_key(editors, reporters, salt), identity_key(reporters, editors, salt * 2)]
    assert key not in [*alone, *made]
    assert key == identity_key(Secret(reporters.reveal()), Secret(editors.reveal()), salt)


def test_two_halves_that_are_one_and_a_short_salt_are_refused():
    half = Secret.new()
    for other, salt in ((half, bytes(16)), (Secret.new(), bytes(15))):
        with pytest.raises(ValueError, match="two different halves"):
            identity_key(half, other, salt)


def test_a_card_with_a_broken_key_gets_no_wrap():
    broken = REPORTER.card._replace(hpke=b"\xff" * 1216)
    with pytest.raises(ValueError, match=r".*"):
        wrap(SECRET, broken, CONTEXT, KEY)
    assert Role.REPORTER in REPORTER.card.roles

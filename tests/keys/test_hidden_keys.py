"""Nothing that holds a key shows it: not by a representation, an exception, a copy or a pickle."""

from __future__ import annotations

import copy
import pickle
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kept_keys import CHEAP, EDITOR, HEADER, PASSPHRASE, REPORTER, bundle, context_of, epoch_key

from groundrules.errors import GroundrulesError
from groundrules.keys.bundle import DATABASE
from groundrules.keys.envelope import opened, seal
from groundrules.keys.epoch_key import EpochKeys
from groundrules.keys.forms import Forms
from groundrules.keys.members import MemberKeys
from groundrules.keys.recovery import Recovery, parse
from groundrules.keys.secret import Secret
from groundrules.keys.slots import Slots
from groundrules.keys.wraps import unwrapped, wrap

SECRET = Secret.new()
KEY = epoch_key()
RECOVERY = Recovery.new()
BUNDLE = bundle()
HOLDERS = [SECRET, KEY, EpochKeys(KEY), Forms(SECRET), REPORTER, RECOVERY, BUNDLE]


def spellings(key):
    """Return how a key could show: as the text of bytes, hexadecimal, or in numbers."""
    return [repr(key)[2:-1], key.hex(), key.hex().upper(), ", ".join(map(str, key))]


def keys_of(holder):
    """Return every key that a holder holds."""
    if isinstance(holder, MemberKeys):
        parts = holder.document()
        return [bytes.fromhex(one) for one in parts.decode().split('"') if len(one) in (64, 128)]
    if holder is BUNDLE:
        secrets = [*BUNDLE.secrets.values(), BUNDLE.key]
        return [one.reveal() for one in secrets] + keys_of(BUNDLE.member)
    if holder is RECOVERY:
        return [RECOVERY.reveal()]
    return [KEY.secret.reveal(), SECRET.reveal()]


@pytest.mark.parametrize("holder", HOLDERS, ids=lambda one: type(one).__name__)
def test_a_representation_shows_no_key(holder):
    shown = [repr(holder), str(holder), f"{holder}", f"{[holder]!r}", f"{(holder,)}"]
    for text in shown:
        assert type(holder).__name__ in text
        assert not [one for key in keys_of(holder) for one in spellings(key) if one in text]


def test_a_plain_holder_would_show_its_key():
    text = repr((SECRET.reveal(),))
    assert [one for one in spellings(SECRET.reveal()) if one in text]


@pytest.mark.parametrize("holder", HOLDERS, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("way", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_holder_is_neither_pickled_nor_copied(holder, way):
    with pytest.raises(TypeError, match="neither copied nor pickled"):
        way(holder)


@pytest.mark.parametrize("holder", HOLDERS, ids=lambda one: type(one).__name__)
def test_a_holder_has_no_dictionary_and_is_not_changed(holder):
    assert not hasattr(holder, "__dict__")
    for name in type(holder).__slots__:
        with pytest.raises(AttributeError, match="cannot assign"):
            setattr(holder, name, None)


def failures():
    other = Secret.new()
    sealed = seal(b"the minister said so", SECRET, HEADER)
    context = context_of(REPORTER)
    wrapped = wrap(SECRET, REPORTER.card, context, KEY)
    slots = Slots(BUNDLE.ledger).with_new_passphrase(BUNDLE, PASSPHRASE, CHEAP, floor=CHEAP)
    slots = slots.with_new_recovery(BUNDLE, RECOVERY)
    line = RECOVERY.lines()[0]
    mistaken = line[:-1] + ("A" if line[-1] != "A" else "B")
    return [
        lambda: opened(sealed, other, HEADER),
        lambda: unwrapped(wrapped, EDITOR, context_of(EDITOR), KEY),
        lambda: slots.opened_with_passphrase(f"{PASSPHRASE}!", floor=CHEAP),
        lambda: slots.opened_with_passphrase(PASSPHRASE),
        lambda: slots.opened_with_recovery(Recovery.new()),
        lambda: slots.with_new_passphrase(BUNDLE, PASSPHRASE[:7], CHEAP, floor=CHEAP),
        lambda: parse("\n".join((mistaken, *RECOVERY.lines()[1:]))),
    ]


def test_an_exception_shows_no_key_no_passphrase_and_no_word():
    hidden = [one for holder in HOLDERS for key in keys_of(holder) for one in spellings(key)]
    hidden += [PASSPHRASE, PASSPHRASE[:7], "minister", *RECOVERY.lines()]
    for fail in failures():
        with pytest.raises(GroundrulesError) as caught:
            fail()
        # Source lines name variables and this test's own constants, so the messages alone count.
        told = traceback.TracebackException.from_exception(caught.value)
        chain = [told, *filter(None, (told.__cause__,))]
        assert told.__context__ is None or told.__suppress_context__
        text = "".join(part for one in chain for part in one.format_exception_only())
        assert text
        assert not [one for one in hidden if one in text]
        assert not [one for one in hidden if one in repr(caught.value)]


@given(st.binary(max_size=64).filter(lambda key: len(key) != 32))
def test_a_key_of_another_length_is_none(key):
    for kind in (Secret, Recovery):
        with pytest.raises(ValueError, match="32 bytes"):
            kind(key)


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_secrets_are_equal_where_their_keys_are(one, two):
    assert (one == two) == (Secret(one) == Secret(two)) == (Secret(one).id == Secret(two).id)
    assert Secret(one) != one
    assert hash(Secret(one)) == hash(Secret(bytes(one)))
    assert 16 == len(Secret(one).id)
    assert Secret(one).id not in one


@given(st.text(), st.text(), st.text(), st.text())
def test_a_form_is_of_one_kind_one_text_and_one_ledger(kind, text, other_kind, other_text):
    forms = Forms(SECRET)
    same = (kind, text) == (other_kind, other_text)
    assert same == (forms.of(kind, text) == forms.of(other_kind, other_text))
    assert forms.of(kind, text) != Forms(BUNDLE.secrets[DATABASE]).of(kind, text)
    assert 16 == len(forms.of(kind, text))


def test_a_form_keeps_the_kind_and_the_text_apart():
    forms = Forms(SECRET)
    assert forms.of("name", "x") != forms.of("nam", "ex")
    assert forms.of("name", "half \ud83d") == forms.of("name", "half \ud83d")

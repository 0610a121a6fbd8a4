"""Notes and keys against the examples of C2SP, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.proofs.keys import Kind, SigningKey, VerifierKey, read_verifier_key
from groundrules.proofs.notes import read_note, signature_by, signed_note, signers_of
from sealed_receipts import ORIGIN, STAMP, log_key, witness_key

# c2sp.org/signed-note@v1.0.0, the example of its section on verifier keys.
_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
_NOTE = """\
This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
"""  # noqa: E501 - one line of the example
_TEXT = "one\n\ntwo\n"


def test_the_example_of_the_specification_is_verified():
    key = read_verifier_key(_KEY)
    assert ("example.com/foo", Kind.NOTE) == (key.name, key.kind)
    assert (key,) == tuple(one.key for one in signers_of(read_note(_NOTE), [key]))
    assert (_KEY, _NOTE) == (str(key), str(read_note(_NOTE)))


def test_the_example_with_one_letter_changed_is_refused_at_its_line():
    note = read_note(_NOTE.replace("an example", "an Example"))
    with pytest.raises(BadInput) as caught:
        signers_of(note, [read_verifier_key(_KEY)], "note.txt", 1)
    assert 3 == caught.value.faults[0].line


def test_lines_of_unknown_keys_say_nothing():
    note = read_note(signed_note(_TEXT, log_key(), log_key("other.example/log", 2)))
    known = log_key("other.example/log", 2).verifier
    assert [known] == [one.key for one in signers_of(note, [known])]
    assert () == signers_of(note, [])


def test_a_key_that_signs_twice_is_refused():
    note = read_note(signed_note(_TEXT, log_key(), log_key()))
    with pytest.raises(BadInput, match="signed above already"):
        signers_of(note, [log_key().verifier])


def test_a_cosignature_says_when_and_is_bound_to_it():
    key = witness_key()
    line = signature_by(key, _TEXT, STAMP)
    assert key.verifier.is_of(_TEXT, line.value)
    later = (STAMP + 1).to_bytes(8, "big") + line.value[8:]
    assert not key.verifier.is_of(_TEXT, later)
    assert not key.verifier.is_of(_TEXT, bytes(8) + line.value[8:])
    assert not key.verifier.is_of(_TEXT, b"")
    with pytest.raises(ValueError, match="has a time"):
        key.signature(_TEXT)
    with pytest.raises(ValueError, match="has a time"):
        log_key().signature(_TEXT, STAMP)


def test_the_same_bytes_as_keys_of_two_kinds_have_two_ids():
    public = log_key().verifier.public
    ids = {VerifierKey(ORIGIN, kind, public).key_id for kind in Kind}
    assert len(Kind) == len(ids)


def test_a_signing_key_shows_its_public_part_alone():
    key = log_key()
    secret = key.encoded()
    assert str(key.verifier) in repr(key)
    assert secret.rsplit("+", 1)[1] not in repr(key)
    assert key.verifier == SigningKey.decoded(secret + "\n").verifier


@pytest.mark.parametrize(
    "change", [("PRIVATE", "PUBLIC"), ("example", "exampel"), ("+c510", "+c511"), ("AQEB", "AQEC")]
)
def test_a_signing_key_with_a_mistake_in_it_is_refused_without_being_shown(change):
    text = log_key().encoded()
    assert change[0] in text
    with pytest.raises(BadInput) as caught:
        SigningKey.decoded(text.replace(*change, 1), "witness.key")
    assert text.rsplit("+", 1)[1] not in str(caught.value)


@given(st.integers(0, len(_KEY) - 1), st.sampled_from("aB3+/ .é"))
def test_a_verifier_key_with_a_mistake_in_it_is_refused(at, letter):
    changed = _KEY[:at] + letter + _KEY[at + 1 :]
    if changed.strip() == _KEY:
        return
    with pytest.raises(BadInput):
        read_verifier_key(changed)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("no signature\n", 1),
        ("no end\n\n— a QUJDREVG", 1),
        ("text\n\n- a QUJDREVG\n", 3),
        ("text\n\n— a QUJD\n", 3),
        ("text\n\n— a+b QUJDREVG\n", 3),
        ("text\n\n— a QUJDREVG=\n", 3),
        ("text\n\n— a QUJDREVH\n— \n", 4),
        ("te\rxt\n\n— a QUJDREVG\n", 1),
        ("te\n\x00xt\n\n— a QUJDREVG\n", 2),
        ("text\n\n" + "— a QUJDREVG\n" * 65, 3),
    ],
)
def test_what_is_no_note_is_refused_at_its_line(text, line):
    with pytest.raises(BadInput) as caught:
        read_note(text)
    assert line == caught.value.faults[0].line


@pytest.mark.parametrize("name", ["", "a b", "a+b", "a\u00a0b", "a\u202eb", "x" * 201])
def test_a_key_without_a_fit_name_is_not_made(name):
    with pytest.raises(ValueError, match="name"):
        SigningKey(name, Kind.NOTE, bytes(32))

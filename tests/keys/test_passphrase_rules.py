from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.errors import BadInput
from groundrules.keys.passphrases import LEAST_CHARACTERS, prepared, refuse_weak

GOOD = [
    "heron lantern ninety quay",
    "ox tea gum at",
    "Tr0ub4dor&3zz",
    "čaj a šípky v zimě",
    "窓 開く 鳥 飛ぶ 夜 空 海 山",
    "correcthorsebattery",
    "\N{DUCK}\N{HONEYBEE}\N{BEAR FACE}\N{SNAIL}\N{OCTOPUS}\N{CACTUS}" * 2,
    "48151623420041999113",
]
WEAK = {
    "": "empty",
    " ": "fewer than 12",
    "heron lantern"[:11]: "fewer than 12",
    "ox tea gum": "fewer than 12",
    "a b c d e": "fewer than 12",
    "ox ox ox ox": "fewer than 12",
    "aaaaaaaaaaaaaaaa": "again and again",
    "abcabcabcabcabc": "again and again",
    "AbCaBcAbCaBcAbC": "again and again",
    "123456789012": "fewer than 20 digits",
    "1234 5678 9012 34": "fewer than 20 digits",
    "heron\x00lantern quay": "not seen",
    "heron\tlantern quay": "not seen",
    "heron\u200blantern quay": "not seen",
    "heron\u00adlantern quay": "not seen",
    "heron\ufe0flantern quay": "not seen",
    "heron\u115flantern quay": "not seen",
    "heron\ud83dlantern quay": "not seen",
    "heron\ue000lantern quay": "not seen",
    "heron\u0378lantern quay": "not seen",
    "heron " * 300: "more than 1,024",
}


@pytest.mark.parametrize("passphrase", GOOD)
def test_a_good_passphrase_is_taken(passphrase):
    refuse_weak(passphrase, "office.vault")
    assert passphrase.encode() == prepared(passphrase)


@pytest.mark.parametrize("passphrase", WEAK)
def test_a_weak_passphrase_is_refused_with_what_to_do_and_no_character_of_it(passphrase):
    with pytest.raises(BadInput) as caught:
        refuse_weak(passphrase, "office.vault")
    messages = str(caught.value)
    assert WEAK[passphrase] in messages
    assert all("take 4 or more words" in fault.remedy for fault in caught.value.faults)
    assert len(passphrase) < 2 or passphrase not in messages
    assert not {one for one in passphrase if ord(one) > 126} & set(messages)


@pytest.mark.parametrize("space", ["\u00a0", "\u2003", "\u202f", "\u3000", "\u1680"])
def test_every_space_is_the_same_space(space):
    assert prepared("heron lantern") == prepared(f"heron{space}lantern")


@pytest.mark.parametrize("tone", ["NFC", "NFD"])
def test_a_letter_is_the_same_however_it_was_put_together(tone):
    assert "čaj šípek žito".encode() == prepared(unicodedata.normalize(tone, "čaj šípek žito"))
    assert "각오".encode() == prepared(unicodedata.normalize(tone, "각오"))


@pytest.mark.parametrize(
    ("one", "two"),
    [("Heron", "heron"), ("ﬁn", "fin"), ("\uff48eron", "heron"), ("heron ", "heron"), ("ß", "ss")],
)
def test_case_width_and_look_are_kept_apart(one, two):
    assert prepared(one) != prepared(two)


@given(st.text(max_size=40))
def test_what_was_prepared_once_stays_as_it_is(text):
    try:
        first = prepared(text)
    except ValueError:
        return
    assert first == prepared(first.decode())


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=40))
def test_what_was_taken_can_be_typed_again(text):
    try:
        refuse_weak(text, "-")
    except BadInput:
        return
    assert len(prepared(text).decode()) >= LEAST_CHARACTERS - 1
    assert prepared(text) == prepared(unicodedata.normalize("NFD", text))

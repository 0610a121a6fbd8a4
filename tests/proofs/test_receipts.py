"""Receipts, by two verifiers that share no line: figures, and what each part of one is for."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from groundrules.errors import BadInput
from groundrules.proofs.keys import VerifierKey
from groundrules.proofs.merkle import leaf_hash
from groundrules.proofs.notes import Note, signature_by
from groundrules.proofs.receipt import signed
from groundrules.proofs.receipt_reading import read_receipt
from groundrules.proofs.spelling import Misspelt
from groundrules.proofs.verdict import Outcome, Point, Trust, trust_of, verify
from receipt_mutants import mutants_of
from sealed_receipts import ORIGIN, STAMP, log_key, logged, made, sealed, witness_key
from second_verifier import Asked, source, verdicts

_MUTANTS, _AGREEMENTS = 5_000, 500
_VAST = {"Cn", "Co", "Cs"}
"""Categories of characters that are not assigned, or no characters."""


def _trust(one):
    return Trust((one.key.verifier,), one.witnesses, len(one.witnesses))


def _asked(one, content=None):
    keys = (str(one.key.verifier), *map(str, one.witnesses))
    return Asked(content or one.content, keys, len(one.witnesses))


def _accepted(mutants):
    return sum(
        verify(content, _trust(one)).outcome is not Outcome.REFUSED for one, content in mutants
    )


def _accepted_by_second(folder, mutants, script=""):
    found = verdicts(folder, [_asked(one, content) for one, content in mutants], script)
    return sum(one["outcome"] != "refused" for one in found)


def test_no_mutant_is_accepted_by_either_verifier(tmp_path):
    mutants = mutants_of(_MUTANTS)
    assert _MUTANTS * 0.99 < len(mutants)
    assert (0, 0) == (_accepted(mutants), _accepted_by_second(tmp_path, mutants))


def test_control_verifiers_without_a_check_accept_mutants(tmp_path, monkeypatch):
    mutants = mutants_of(600)
    careless = source().replace("if (!isBy(signature, owner[1]) ||", "if (false &&")
    assert careless != source()
    assert 0 < _accepted_by_second(tmp_path, mutants, careless)
    monkeypatch.setattr(VerifierKey, "is_of", lambda *_: True)
    assert 0 < _accepted(mutants)


def test_both_verifiers_say_the_same_of_five_hundred_receipts(tmp_path):
    receipts = [made(1_000 + one, witnesses=one % 4) for one in range(_AGREEMENTS)]
    first = [verify(one.content, _trust(one)) for one in receipts]
    second = verdicts(tmp_path, [_asked(one) for one in receipts])
    agreed = sum(_same(one, other) for one, other in zip(first, second, strict=True))
    assert (_AGREEMENTS, {Outcome.HOLDS}) == (agreed, {one.outcome for one in first})


def test_both_verifiers_say_the_same_of_receipts_that_do_not_hold(tmp_path):
    """Trust is taken away, exchanged or asked too much of: not only the bytes can be wrong."""
    other, stranger = log_key(seed=2).verifier, witness_key(9).verifier
    asked = []
    for number in range(60):
        one = made(2_000 + number, witnesses=number % 3)
        outlet, witnesses = one.key.verifier, one.witnesses
        asked += [
            (one, Trust()),
            (one, Trust((other,), witnesses, 0)),
            (one, Trust((outlet,), (*witnesses, stranger), len(witnesses) + 1)),
            (one, Trust((outlet, other), (stranger,), 0)),
        ]
    first = [verify(one.content, trust) for one, trust in asked]
    second = verdicts(
        tmp_path,
        [
            Asked(one.content, (*map(str, trust.outlets), *map(str, trust.witnesses)), trust.wanted)
            for one, trust in asked
        ],
    )
    assert all(_same(one, other) for one, other in zip(first, second, strict=True))
    expected = {Outcome.UNPROVED: 60, Outcome.REFUSED: 120, Outcome.HOLDS: 60}
    assert expected == Counter(one.outcome for one in first)


def _same(first, second):
    statement = first.statement and {**first.statement._asdict(), "kind": "agreement", "v": 1}
    statement = statement and {**statement, "terms": list(statement["terms"])}
    return (
        str(first.outcome) == second["outcome"]
        and statement == second["statement"]
        and [one._asdict() for one in first.proved] == second["proved"]
        and (first.faults[0].line if first.faults else 0) == second["line"]
    )


def test_whoever_holds_the_key_cannot_move_a_receipt_to_other_terms(tmp_path):
    """What the outlet signs anew still has to be in the log: each part is bound to the leaf."""
    one = made(11, witnesses=1)
    receipt = one.receipt
    statement, place = receipt.statement, receipt.place
    others = [
        receipt._replace(statement=statement._replace(terms=("free to use",))),
        receipt._replace(statement=statement._replace(handle="somebody else")),
        receipt._replace(statement=statement._replace(outlet="Another Paper")),
        receipt._replace(statement=statement._replace(agreed="2020-01-01")),
        receipt._replace(salt=bytes(32)),
        receipt._replace(place=place._replace(written="2020-01-01")),
        receipt._replace(place=place._replace(entry="00" * 16)),
        receipt._replace(place=place._replace(ledger="00" * 16)),
        receipt._replace(place=place._replace(chain=bytes(32))),
        receipt._replace(place=place._replace(digests=(("other", bytes(32)),))),
        receipt._replace(logged=receipt.logged._replace(at=receipt.logged.at + 1)),
        receipt._replace(logged=receipt.logged._replace(proof=(*receipt.logged.proof, bytes(32)))),
    ]
    forged = [
        str(Note(other.text, (signature_by(one.key, other.text),))).encode() for other in others
    ]
    first = [verify(content, _trust(one)) for content in forged]
    second = verdicts(tmp_path, [_asked(one, content) for content in forged])
    assert {(Outcome.REFUSED, "refused")} == {
        (mine.outcome, theirs["outcome"]) for mine, theirs in zip(first, second, strict=True)
    }
    assert {"the log at this checkpoint does not hold this agreement"} == {
        mine.faults[0].message for mine in first
    }
    with pytest.raises(ValueError, match="does not hold"):
        signed(others[0], one.key)


def test_a_checkpoint_is_not_taken_for_a_receipts_signature(tmp_path):
    """A receipt whose last line is a good signature of the log over something else."""
    one = made(12)
    checkpoint = one.receipt.logged.note
    content = str(Note(one.receipt.text, checkpoint.signatures[:1])).encode()
    (second,) = verdicts(tmp_path, [_asked(one, content)])
    assert (Outcome.REFUSED, "refused") == (
        verify(content, _trust(one)).outcome,
        second["outcome"],
    )


def test_without_keys_it_says_that_nobody_knows_who_made_it():
    verdict = verify(made(1).content, Trust())
    assert (Outcome.UNPROVED, ()) == (verdict.outcome, verdict.proved)
    assert "who made it" in verdict.unproved[0]
    assert "rewritten" in verdict.unproved[1]


def test_each_thing_that_is_proved_is_named():
    one = made(4, witnesses=2)
    verdict = verify(one.content, _trust(one))
    expected = [Point.OUTLET, Point.LOGGED, Point.WITNESSED, Point.WITNESSED]
    assert expected == [proved.point for proved in verdict.proved]
    assert "2026-11-04 00:00:00 UTC" in verdict.proved[2].words
    assert STAMP == 1_793_750_400


def test_a_receipt_is_the_same_file_after_it_was_read():
    one = made(9, witnesses=3, token=bytes(range(256)))
    found = read_receipt(one.content)
    assert (one.text, one.receipt) == (str(found), found.receipt)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("receipt 1", "receipt 2"), 1),
        (("It names nobody.", "It names you."), 6),
        (("Outlet: ", "Outlet:  "), 8),
        (("Terms:", "Terms: "), 11),
        (("\n", "\r\n"), 1),
    ],
)
def test_what_is_spelt_otherwise_is_refused_at_its_line(change, line):
    text = made(2).text
    assert change[0] in text
    with pytest.raises(BadInput) as caught:
        read_receipt(text.replace(*change).encode(), "receipt.txt")
    fault = caught.value.faults[0]
    assert ("receipt.txt", line) == (fault.path, fault.line)


@pytest.mark.parametrize(
    "change",
    [
        {"handle": ""},
        {"handle": "he\u202eron"},
        {"handle": " heron"},
        {"outlet": "two\nlines"},
        {"agreed": "2026-02-30"},
        {"terms": ()},
        {"terms": ("x" * 1_001,)},
        {"terms": ("x",) * 65},
    ],
)
def test_a_statement_that_cannot_be_read_as_it_is_gets_no_receipt(change):
    one = made(3).receipt
    statement = one.statement._replace(**change)
    leaf = leaf_hash(one.place.leaf(statement.digest(one.salt)))
    receipt = one._replace(statement=statement, logged=logged([leaf], 0, log_key(), 0))
    with pytest.raises(Misspelt):
        sealed(receipt, log_key())


def test_keys_are_given_for_what_they_are():
    outlet, witness = str(log_key().verifier), str(witness_key().verifier)
    assert 1 == trust_of([outlet], [witness]).wanted
    assert 0 == trust_of([outlet], [witness], 0).wanted
    for given in (([witness], []), ([], [outlet]), ([outlet], [witness], 2), (["x"], [])):
        with pytest.raises(BadInput):
            trust_of(*given)
    assert ORIGIN in outlet


def test_both_verifiers_know_the_same_characters_as_unseen(tmp_path):
    """Whatever no letter is, at an end and within, in receipts that are good otherwise."""
    odd = [
        chr(one)
        for one in range(0x30000)
        if unicodedata.category(chr(one))[0] in "CZ" and unicodedata.category(chr(one)) not in _VAST
    ]
    receipts = [_with_handle(handle) for one in odd for handle in (f"{one}heron", f"he{one}ron")]
    first = [verify(content, Trust((log_key().verifier,))) for content in receipts]
    asked = [Asked(content, (str(log_key().verifier),)) for content in receipts]
    second = verdicts(tmp_path, asked)
    assert all(_same(one, other) for one, other in zip(first, second, strict=True))
    refused = {one for one in map(_read_handle, first) if one}
    assert {"\u202f", "\u3000", "\xa0", "\u2003"} <= {handle[2] for handle in refused}
    assert not any(handle[2] in "\n\r\t\u202e\u2066\u200b\ufeff" for handle in refused)


def _with_handle(handle):
    one = made(3).receipt
    statement = one.statement._replace(handle=handle)
    leaf = leaf_hash(one.place.leaf(statement.digest(one.salt)))
    receipt = one._replace(statement=statement, logged=logged([leaf], 0, log_key(), 0))
    return str(Note(receipt.text, (signature_by(log_key(), receipt.text),))).encode()


def _read_handle(verdict):
    return verdict.statement.handle if verdict.outcome is Outcome.HOLDS else ""

"""Receipts and witnesses of a vault, from the record to both verifiers."""

from __future__ import annotations

import re

import pytest

from groundrules.errors import BadInput
from groundrules.proofs.keys import read_verifier_key
from groundrules.proofs.notes import signature_by
from groundrules.proofs.receipt_reading import read_receipt
from groundrules.proofs.verdict import Outcome, Point, trust_of, verify
from groundrules.proofs.witness import cosign, read_request
from groundrules.vault.conversations import begin, history, stream_of_talk, texts
from groundrules.vault.log_signing import checkpoints, log_key
from groundrules.vault.receipts import issue_receipt, receipt_again, receipts
from groundrules.vault.witnessing import (
    add_cosignatures,
    add_token,
    token_request,
    witness_request,
    witnesses,
)
from sealed_receipts import STAMP, witness_key
from second_verifier import Asked, verdicts
from time_stamping import Authority
from vault_fixtures import NEWSROOM, opened_room, record_text

TALK = "harbor-2026-11-03"
_BACKGROUND = (
    "conversation: pier-2026-11-02\n"
    "date: 2026-11-02\n"
    "outlet: The Ledger Post\n"
    "policy: ap\n"
    "parties:\n"
    "  AR: reporter, Ana Ruiz\n"
    "  S1: source, Tom Avery, of Pier Union{described}\n"
    "\n"
    "AR: You can name me when it is out, embargoed till noon?\n"
    "  > offer on-the-record embargo=2026-12-01T12:00+00:00\n"
    "S1: Yes.\n"
    "  > agree\n"
    "S1: The pier will close.\n"
)


@pytest.fixture
def vault(tmp_path):
    with opened_room(tmp_path) as room:
        opened = room.vault()
        begin(opened, record_text(TALK))
        yield opened


def _receipt(vault, **wanted):
    return issue_receipt(vault, TALK, "heron", confidential_too=True, **wanted)


def _verdict(text, vault, *keys, **asked):
    return verify(text.encode(), trust_of([log_key(vault)], map(str, keys), **asked))


def _ask(vault, witness, state="", stamp=STAMP):
    """Carry a request to a witness, and her answer back."""
    request = witness_request(vault, str(witness.verifier))
    given = cosign(read_request(request, read_verifier_key(log_key(vault))), state, witness, stamp)
    return add_cosignatures(vault, given.line), given.state


def test_a_receipt_of_the_vault_holds_by_both_verifiers(vault, tmp_path):
    text = _receipt(vault)
    verdict = _verdict(text, vault)
    (second,) = verdicts(tmp_path, [Asked(text.encode(), (log_key(vault),))])
    assert (Outcome.HOLDS, "holds") == (verdict.outcome, second["outcome"])
    statement = verdict.statement
    assert ("The Ledger Post", "heron", "2026-11-03") == statement[:3]
    assert "off the record, for what was said from 00:13:50 on" in statement.terms[0]
    assert "not to be published" in statement.terms[0]


def test_a_receipt_names_nobody_and_no_word_of_the_talk(vault):
    text = _receipt(vault)
    for word in ("Dana", "Whitfield", "Whit", "Harbor", "Ruiz", "deal", "Friday", TALK):
        assert word not in text
    # In a signature any two characters may stand side by side.
    assert not re.search(r"(?<![\w+/])S1(?![\w+/=])", text)
    assert vault.member.card.id not in text


def test_a_confidential_source_gets_none_unless_it_is_said_so(vault):
    with pytest.raises(BadInput) as caught:
        issue_receipt(vault, TALK, "heron")
    fault = caught.value.faults[0]
    assert "evidence that you spoke" in fault.message
    assert "code word" in fault.remedy
    assert [] == receipts(vault)
    assert 1 == len(history(vault, TALK))


def test_a_source_who_may_be_named_gets_one_at_once(vault):
    begin(vault, _BACKGROUND.format(described=""))
    text = issue_receipt(vault, "pier-2026-11-02", "the union")
    assert "not before 2026-12-01" in text
    assert Outcome.HOLDS is _verdict(text, vault).outcome


@pytest.mark.parametrize(
    "handle",
    [
        *("Dana Whitfield", "dana whitfield", "Ms. Whitfield", "whitfield", "D. Whitfield"),
        *(
            "Dana",
            "dana",
            "Ms. Dana",
            "Dana W.",
            "Whit",
            "the Harbor Authority",
            "harbor authority",
        ),
    ],
)
def test_a_handle_that_is_her_name_is_refused(vault, handle):
    with pytest.raises(BadInput, match="name of the source") as caught:
        issue_receipt(vault, TALK, handle, confidential_too=True)
    assert "hitfield" not in str(caught.value)
    assert [] == receipts(vault)


@pytest.mark.parametrize(
    "described", ["Dana Whitfield, who was there", "Dana, a harbor official", "an aide, dana"]
)
def test_an_agreed_description_with_her_name_in_it_is_refused(vault, described):
    text = record_text("other-2026-11-03").replace(
        "> ask off-the-record", f'> ask background description="{described}"'
    )
    begin(vault, text)
    with pytest.raises(BadInput, match="name of the source"):
        issue_receipt(vault, "other-2026-11-03", "heron", confidential_too=True)


_DOUBLE = [
    "Ngozi",
    "Okonjo",
    "Adebayo",
    "Mr. Okonjo",
    "Ngozi O.",
    "Okonjo-Adebayo",
    "Älvsborg Works",
]


@pytest.mark.parametrize("handle", _DOUBLE)
def test_a_part_of_her_name_and_whom_she_is_with_are_refused(vault, handle):
    text = _BACKGROUND.format(described="").replace("Tom Avery", "Ngozi Okonjo-Adébáyò")
    begin(vault, text.replace("Pier Union", "Älvsborg Works"))
    with pytest.raises(BadInput, match="name of the source"):
        issue_receipt(vault, "pier-2026-11-02", handle)


def test_a_word_that_is_a_name_as_well_stands_in_what_was_agreed(vault):
    text = _BACKGROUND.format(described="").replace("Tom Avery", "Will May")
    asked = 'background description="somebody who will know, of the Pier Union"'
    begin(vault, text.replace("on-the-record embargo=2026-12-01T12:00+00:00", asked))
    issued = issue_receipt(vault, "pier-2026-11-02", "heron", confidential_too=True)
    assert "who will know, of the Pier Union" in issued
    with pytest.raises(BadInput, match="name of the source"):
        issue_receipt(vault, "pier-2026-11-02", "will", confidential_too=True)


@pytest.mark.parametrize("handle", ["", " heron", "he\nron", "he\u202eron", "x" * 1_001])
def test_a_handle_that_cannot_be_read_as_it_is_is_refused(vault, handle):
    with pytest.raises(BadInput, match="cannot stand in one"):
        issue_receipt(vault, TALK, handle, confidential_too=True)


def test_what_has_no_agreement_gets_no_receipt(vault):
    text = record_text("open-2026-11-03").replace("  > agree\n", "")
    begin(vault, text)
    with pytest.raises(BadInput, match="nothing was agreed"):
        issue_receipt(vault, "open-2026-11-03", "heron", confidential_too=True)
    with pytest.raises(BadInput, match="turn 1 stands on no agreement"):
        _receipt(vault, turn=1)
    with pytest.raises(BadInput, match="nobody whom"):
        _receipt(vault, party="AR")
    assert Outcome.HOLDS is _verdict(_receipt(vault, turn=3, party="S1"), vault).outcome


def test_a_record_without_an_outlet_gets_no_receipt(vault):
    begin(vault, record_text("no-outlet").replace("outlet: The Ledger Post\n", ""))
    with pytest.raises(BadInput, match="names no outlet"):
        issue_receipt(vault, "no-outlet", "heron", confidential_too=True)


def test_a_receipt_is_an_entry_that_changes_no_text(vault):
    before = texts(vault, [TALK])
    _receipt(vault)
    assert before == texts(vault, [TALK])
    assert ["begun", "receipt"] == [one.act for one in history(vault, TALK)]
    assert () == tuple(vault.ledger.audit().findings)


def test_a_receipt_can_be_made_again_with_more_proof(vault, tmp_path):
    first = _receipt(vault)
    (issued,) = receipts(vault)
    assert (TALK, "heron", 0, False) == (issued.talk, issued.handle, issued.witnesses, issued.dated)
    assert first == receipt_again(vault, issued.id)

    one, two = witness_key(1), witness_key(2)
    added, state = _ask(vault, one)
    assert ((one.name,), added.size) == (added.by, witnesses(vault)[0].size)
    _ask(vault, two)
    authority = Authority(tmp_path / "office")
    reply = authority.reply(bytes.fromhex(token_request(vault)))
    add_token(vault, reply.hex(), [authority.certificate.hex()])

    later = receipt_again(vault, issued.id[:8])
    asked = {"certificates": (authority.certificate,)}
    verdict = _verdict(later, vault, one.verifier, two.verifier, **asked)
    points = [Point.OUTLET, Point.LOGGED, Point.WITNESSED, Point.WITNESSED, Point.DATED]
    assert points == [proved.point for proved in verdict.proved]
    assert Outcome.REFUSED is _verdict(first, vault, one.verifier).outcome
    assert (2, True) == receipts(vault)[0][4:]
    same = [read_receipt(text.encode()).receipt for text in (first, later)]
    assert same[0].statement == same[1].statement
    assert same[0].place == same[1].place
    # The log goes on, and the same witness with it.
    begin(vault, record_text("later-2026-11-04", "Nora Lindqvist"))
    again, _ = _ask(vault, one, state)
    assert again.size > added.size
    assert {two.name: added.size, one.name: again.size} == {
        read_verifier_key(each.key).name: each.size for each in witnesses(vault)
    }


def test_a_witness_who_is_asked_twice_counts_once_and_from_the_first_time_on(vault):
    text, key = _receipt(vault), witness_key()
    _ask(vault, key, stamp=STAMP + 60)
    for stamp in (STAMP, STAMP + 30):
        _again(vault, key, stamp)
    (issued,) = receipts(vault)
    verdict = _verdict(receipt_again(vault, issued.id), vault, key.verifier)
    assert (Outcome.HOLDS, 1) == (verdict.outcome, issued.witnesses)
    assert "2026-11-04 00:00:00 UTC" in verdict.proved[2].words
    assert Outcome.REFUSED is _verdict(text, vault, key.verifier).outcome


def _again(vault, key, stamp):
    """Have the checkpoint that she cosigned cosigned once more, at another time."""
    note = checkpoints(vault)[-1].note
    add_cosignatures(vault, f"{signature_by(key, note.text, stamp)}\n")


def test_answers_of_nobody_who_was_asked_are_refused(vault):
    _receipt(vault)
    key = witness_key(3)
    request = read_request(
        witness_request(vault, str(witness_key(4).verifier)), read_verifier_key(log_key(vault))
    )
    with pytest.raises(BadInput, match="no witness who was asked"):
        add_cosignatures(vault, cosign(request, "", key, STAMP).line)
    with pytest.raises(BadInput, match="not of a witness"):
        witness_request(vault, log_key(vault))


def test_a_token_about_something_else_is_refused(vault, tmp_path):
    _receipt(vault)
    authority, other = Authority(tmp_path / "a"), Authority(tmp_path / "b", "Somebody Else")
    query = bytes.fromhex(token_request(vault))
    with pytest.raises(BadInput, match="no reply"):
        add_token(vault, query.hex())
    with pytest.raises(BadInput, match="no authority that you trust"):
        add_token(vault, other.reply(query).hex(), [authority.certificate.hex()])
    with opened_room(_made(tmp_path / "second")) as room:
        elsewhere = room.vault()
        begin(elsewhere, record_text(TALK))
        with pytest.raises(BadInput, match="about no checkpoint"):
            add_token(elsewhere, authority.reply(query).hex())


def test_who_may_read_the_terms_gives_a_receipt_and_who_may_not_does_not(tmp_path):
    with opened_room(tmp_path, NEWSROOM) as room:
        ana, sam, ben = room.vault("Ana"), room.vault("Sam"), room.vault("Ben")
        begin(ana, record_text(TALK))
        assert Outcome.HOLDS is _verdict(_receipt(sam), sam).outcome
        with pytest.raises(BadInput):
            _receipt(ben)
        assert ([], 1) == (receipts(ben), len(receipts(ana)))


def test_a_receipt_outlives_what_the_vault_held_of_it(vault):
    text = _receipt(vault)
    vault.ledger.erase([bytes.fromhex(stream_of_talk(vault, TALK))])
    assert ([], ()) == (receipts(vault), tuple(vault.ledger.audit().findings))
    assert Outcome.HOLDS is _verdict(text, vault).outcome


def test_an_unknown_receipt_is_refused(vault):
    _receipt(vault)
    for wrong in ("", "0" * 32, receipts(vault)[0].id[:7]):
        with pytest.raises(BadInput, match="no receipt of this id"):
            receipt_again(vault, wrong)


def _made(folder):
    folder.mkdir()
    return folder

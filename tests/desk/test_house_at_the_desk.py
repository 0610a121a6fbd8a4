"""The desk of the house's pages: the ledger looked into, answers kept, cards, and shredding."""

from __future__ import annotations

import pytest

from groundrules.config.settings import settle
from groundrules.desk.vaults.admit_by_card import admit_by_card, can_admit_cards
from groundrules.desk.vaults.list_readers import shared_talks
from groundrules.desk.vaults.look_into_ledger import history_of, look_into_ledger
from groundrules.desk.vaults.moves import bring
from groundrules.desk.vaults.receipts import Wanted, issue_receipt, outlet_key
from groundrules.desk.vaults.shred_by_name import shred_by_name
from groundrules.desk.vaults.tell_inventory import tell_inventory
from groundrules.desk.vaults.upkeep import own_card
from groundrules.desk.vaults.verify_received import keep_answer, verify_received, witness_request
from groundrules.desk.vaults.witnesses import Cosigning, cosign, list_witnesses, make_key
from groundrules.errors import BadInput
from kept_vault import vault
from vault_fixtures import record_text

__all__ = ["vault"]

NAME = "harbor-2026-11-03"


@pytest.fixture
def filled(vault):
    bring(vault, {"harbor": record_text()})
    return vault


@pytest.fixture
def receipt(filled):
    settings = settle(filled.parent, {"records": (str(filled),)}, {})
    wanted = Wanted("heron", confidential_too=True)
    return issue_receipt(str(filled / NAME), wanted, settings).encode()


def test_the_ledger_shows_days_and_authors_and_no_word(filled):
    found = look_into_ledger(filled)

    assert {("conversation", NAME), ("source", "code")} == {
        (one.kind, "code" if one.kind == "source" else one.name) for one in found.kept
    }
    assert [("Ana", "begun")] == [(one.author, one.act) for one in found.happened]
    assert found.sealed == found.entries - found.waiting
    assert (0, (), ()) == (found.more, found.witnesses, found.receipts)
    shown = f"{tuple(found)}"
    assert [] == [word for word in ("Friday", "Dana", "Whitfield") if word in shown]


def test_the_history_of_a_conversation_has_the_latest_first(filled):
    text = record_text().replace("by Friday", "by Thursday")
    bring(filled, {"harbor": text}, force=True)

    assert ["amended", "begun"] == [one.act for one in history_of(filled, NAME, "")]


def test_an_inventory_says_what_it_comes_to(filled):
    told = tell_inventory(filled, NAME)

    assert f"The words of {NAME} can be opened by Ana alone." in told.comes_to
    assert ["conversation", "source"] == [one.what for one in told.inventory.streams]


def test_a_receipt_is_verified_from_bytes(filled, receipt):
    proved = verify_received(receipt, "r.txt", f"\n {outlet_key(filled)} \n", "")
    unknown = verify_received(receipt, "r.txt", "", "")
    forged = verify_received(receipt.replace(b"heron", b"robin"), "r.txt", outlet_key(filled), "")

    assert ["holds", "unproved", "refused"] == [
        str(one.outcome) for one in (proved, unknown, forged)
    ]
    assert "heron" == proved.statement.handle
    with pytest.raises(BadInput, match="key"):
        verify_received(receipt, "r.txt", "no key", "")


def test_a_witness_is_asked_and_her_answer_is_kept(filled, tmp_path):
    private = tmp_path / "anna.private"
    key = make_key(str(private), "witness.example/anna")
    request = tmp_path / "request.txt"
    request.write_text(witness_request(filled, f" {key}\n"), encoding="utf-8")
    log = tmp_path / "outlet.key"
    log.write_text(outlet_key(filled), encoding="utf-8")
    cosigning = Cosigning(str(private), str(log), str(tmp_path / "seen"), first=True)
    answer = cosign(str(request), cosigning)
    added = keep_answer(filled, answer.encode(), "answer.txt")

    assert ("witness.example/anna",) == added.by
    assert [(key, added.size)] == [(one.key, one.size) for one in list_witnesses(filled)]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"nothing that a witness wrote\n", "no signature"), (b"0" * ((1 << 20) + 1), "larger")],
)
def test_what_is_no_answer_is_refused(filled, content, words):
    with pytest.raises(BadInput, match=words):
        keep_answer(filled, content, "answer.txt")


def test_a_reply_of_nobody_is_refused(filled):
    with pytest.raises(BadInput):
        keep_answer(filled, b"\x30\x03\x02\x01\x00", "reply.tsr")


def test_a_conversation_goes_only_by_its_own_name(filled):
    with pytest.raises(BadInput, match="not the name"):
        shred_by_name(filled, NAME, "harbor", "she asked for it", early=True)
    assert [NAME] == [one.talk.name for one in shared_talks(filled).talks]
    gone = shred_by_name(filled, NAME, f" {NAME} ", "she asked for it", early=True)

    assert (1, 1) == (gone.talks, gone.sources)
    assert () == shared_talks(filled).talks
    assert [True, True] == [one.shredded for one in look_into_ledger(filled).kept]


def test_who_may_read_what_is_listed(filled):
    found = shared_talks(filled)

    assert ("Ana",) == found.members
    (talk,) = found.talks
    assert [("Ana", ("terms", "words"))] == [tuple(one) for one in talk.readers]


def test_nobody_joins_a_vault_in_a_file_by_a_card(filled):
    assert not can_admit_cards(filled)
    with pytest.raises(BadInput, match="is a file"):
        admit_by_card(filled, own_card(filled).encode(), "ana.card")

"""The ledger in the browser: what is kept, the audit, witnesses, receipts and copies."""

from __future__ import annotations

import time

import pytest

from groundrules.desk.vaults.moves import bring
from groundrules.desk.vaults.receipts import outlet_key
from groundrules.desk.vaults.witnesses import Cosigning, cosign, make_key
from served import OURS, empty_office
from vault_fixtures import record_text

__all__ = ["empty_office"]

WORDS = ("by Friday", "Dana Whitfield")


@pytest.fixture
def filled(empty_office):
    bring(empty_office.seat.vault, {"harbor": record_text()})
    return empty_office


def talk_in(office):
    return next(
        one["id"] for one in office.data("/ledger")["kept"] if one["kind"] == "conversation"
    )


def ended(office, task, seconds=30.0):
    """Return a task once it is over."""
    until = time.monotonic() + seconds
    while not (found := office.data(f"/tasks/{task}"))["ended"]:
        assert time.monotonic() < until
        time.sleep(0.05)
    return found


def waiting(office):
    """Begin talks until one waits for the log, and return the ledger as it is then.

    Any door that is hung up takes what waits into it, and now and then one beside ours is.
    """
    form = {"party": ["AR", "S1"], "role": ["reporter", "source"], "policy": "ap"}
    for number in range(20):
        words = f"S1: I will have it {WORDS[0]}."
        office.do("/conversations/new", {**form, "name": f"pier-{number}", "words": words})
        found = office.data("/ledger")
        if found["sealed"] < found["entries"]:
            return found
    pytest.fail("all that was written was in the log at once")


def sent(office, path, name, content, **fields):
    """Send a file as a form does, and return the answer."""
    return office.client.post(path, data=fields, files={"upload": (name, content)}, headers=OURS)


def test_what_is_kept_is_shown_by_day_and_author_without_a_word(filled):
    before = waiting(filled)
    taken = filled.post("/ledger/seal")
    data, page = filled.data("/ledger"), filled.get("/ledger")

    assert "taken into the log" in taken
    assert data["entries"] == data["sealed"] == before["entries"]
    assert {"conversation", "source"} == {one["kind"] for one in data["kept"]}
    assert {"begun"} == {one["act"] for one in data["happened"]}
    assert "All of them are in the log." in page
    assert "Ana" in page
    assert [] == [word for word in WORDS if word in page]


def test_an_empty_ledger_says_what_will_be_there(empty_office):
    assert "Nothing is kept yet" in empty_office.get("/ledger")


def test_an_audit_looks_at_everything_and_says_what_it_found(filled):
    for thorough in (False, True):
        begun = filled.do("/ledger/audit", {"thorough": thorough})
        task = ended(filled, begun["id"])

        assert task["says"].startswith("Nothing is wrong: ")
        assert "/ledger" == task["then"]
        assert "Nothing is wrong" in filled.get(f"/tasks/{begun['id']}")


def test_a_conversation_has_its_history_and_what_a_court_could_get(filled):
    page = filled.get(f"/ledger/conversations/{talk_in(filled)}")

    assert "can be opened by Ana alone." in page
    assert "began it" in page
    assert "as number" in page
    assert [] == [word for word in WORDS if word in page]


def test_a_conversation_that_is_none_is_not_there(filled):
    paths = [f"/ledger/conversations/{talk}" for talk in ("0" * 32, "zz", "0" * 31)]

    assert [404] * 3 == [filled.client.get(path).status_code for path in paths]


def test_a_receipt_is_made_out_listed_made_again_and_verified(filled):
    talk = talk_in(filled)
    path = f"/ledger/conversations/{talk}/receipt"
    plain = filled.client.post(path, data={"handle": "heron"}, headers=OURS)
    form = {"handle": "heron", "confidential_too": "true"}
    made = filled.client.post(path, data=form, headers=OURS)
    (listed,) = filled.data("/ledger/receipts")["receipts"]
    again = filled.client.post(f"/ledger/receipts/{listed['id']}/again", headers=OURS)
    key = outlet_key(filled.seat.vault)
    verify = "/ledger/receipts/verify"

    assert (422, 200, 200) == (plain.status_code, made.status_code, again.status_code)
    assert 'attachment; filename="receipt.txt"' == made.headers["content-disposition"]
    assert "heron" == listed["handle"]
    assert "This receipt holds." in sent(filled, verify, "r.txt", made.content, keys=key).text
    assert "This receipt holds." in sent(filled, verify, "r.txt", again.content, keys=key).text
    assert "nobody knows yet" in sent(filled, verify, "r.txt", made.content).text
    forged = made.content.replace(b"heron", b"robin")
    assert "does not hold" in sent(filled, verify, "r.txt", forged, keys=key).text
    assert "made out a receipt" in filled.get("/ledger")


def test_the_key_and_the_page_that_verifies_are_files(filled):
    key = filled.client.get("/ledger/key")
    page = filled.client.get("/ledger/receipts/page")

    assert outlet_key(filled.seat.vault) == key.text.strip()
    assert "<!doctype html>" in page.text.lower()
    assert key.text.strip() in filled.get("/ledger/receipts")


def test_a_witness_is_asked_and_her_answer_is_kept(filled, tmp_path):
    private, log = tmp_path / "anna.private", tmp_path / "outlet.key"
    witness = make_key(str(private), "witness.example/anna")
    log.write_text(outlet_key(filled.seat.vault), encoding="utf-8")
    asked = filled.client.post("/ledger/witnesses/request", data={"key": witness}, headers=OURS)
    request = tmp_path / "request.txt"
    request.write_bytes(asked.content)
    cosigning = Cosigning(str(private), str(log), str(tmp_path / "seen"), first=True)
    answer = cosign(str(request), cosigning).encode()
    page = sent(filled, "/ledger/witnesses/answer", "answer.txt", answer).text
    (line,) = filled.data("/ledger/witnesses")["witnesses"]

    assert "Kept: witness.example/anna" in page
    assert ("witness.example/anna", line["of"]) == (line["name"], line["size"])
    assert "witness.example/anna has seen" in filled.get("/ledger")
    wrong = filled.client.post(
        "/ledger/witnesses/request", data={"key": "no key at all"}, headers=OURS
    )
    assert 422 == wrong.status_code


def test_a_query_for_a_time_stamp_is_a_file_and_a_wrong_reply_is_refused(filled):
    query = filled.client.post("/ledger/dates/query", headers=OURS)

    assert "application/timestamp-query" == query.headers["content-type"]
    assert b"\x30" == query.content[:1]
    assert 422 == sent(filled, "/ledger/witnesses/answer", "r.tsr", b"\x30\x00").status_code


def test_the_signed_checkpoint_is_a_file(filled):
    found = filled.client.post("/ledger/checkpoint", headers=OURS)

    assert found.text.startswith("groundrules/")
    assert filled.do("/ledger/seal") == {"taken": 0, "size": filled.data("/ledger")["sealed"]}


def test_the_vault_and_its_epoch_key_are_copied_to_places_on_this_machine(filled, tmp_path):
    copy, epoch = tmp_path / "stick" / "copy.vault", tmp_path / "office.epoch"
    copy.parent.mkdir()
    begun = filled.do("/ledger/copies/vault", {"folder": str(copy)})
    task = ended(filled, begun["id"])
    page = filled.post("/ledger/copies/epoch", {"file": str(epoch)})
    taken = filled.client.post("/ledger/copies/epoch", data={"file": str(epoch)}, headers=OURS)
    over = filled.do("/ledger/copies/epoch", {"file": str(epoch), "replace": True})
    faulty = ended(filled, filled.do("/ledger/copies/vault", {"folder": str(copy)})["id"])

    assert "are copied" in task["says"]
    assert (copy / "vault.json").is_file()
    assert "Keep it apart" in page
    assert 0o600 == epoch.stat().st_mode & 0o777
    assert 422 == taken.status_code
    assert {"copied": True} == over
    assert faulty["faults"]


def test_a_path_is_a_whole_one(filled):
    path = "/api/v1/ledger/copies/epoch"
    wrong = [{"file": one} for one in ("office.epoch", "../office.epoch", "/a\0b")]

    assert [422] * 3 == [
        filled.client.post(path, json=one, headers=OURS).status_code for one in wrong
    ]


def test_a_paired_phone_copies_nothing(filled, tmp_path):
    for session in filled.seat.sessions._by_key.values():  # noqa: SLF001 - as if it were a phone
        session.device = "paired"
    target = tmp_path / "office.epoch"
    answer = filled.client.post(
        "/api/v1/ledger/copies/epoch", json={"file": str(target)}, headers=OURS
    )

    assert 422 == answer.status_code
    assert not target.exists()

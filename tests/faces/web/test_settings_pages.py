"""Settings in the browser: what is set, the ways in, members, who reads what, and retention."""

from __future__ import annotations

import re

import pytest

from groundrules.desk.vaults.moves import bring
from served import OURS, empty_office, office_at, seated
from vault_fixtures import NEWSROOM, passphrase_of, record_text

__all__ = ["empty_office"]

NEW = "another passphrase of invented rooms"
NAME = "harbor-2026-11-03"


@pytest.fixture
def filled(empty_office):
    bring(empty_office.seat.vault, {"harbor": record_text()})
    return empty_office


def refused(office, path, document):
    """Return the status of an act that is refused."""
    return office.client.post(f"/api/v1{path}", json=document, headers=OURS).status_code


def test_the_settings_say_what_holds_and_where_it_was_set(empty_office):
    data, page = empty_office.data("/settings"), empty_office.get("/settings")

    assert ("Ana", ["reporter", "editor"]) == (data["member"], data["roles"])
    assert (15.0, True) == (data["minutes"], data["is_here"])
    assert data["policy"] in page
    assert str(empty_office.seat.vault) in page


def test_theme_and_language_are_this_browsers(empty_office):
    form = {"theme": "dark", "language": "en", "back": "/settings"}
    page = empty_office.post("/wishes", form)

    assert 'data-theme="dark"' in page
    assert ("dark", "en") == (
        empty_office.data("/settings")["theme"],
        empty_office.data("/settings")["language"],
    )


def test_it_locks_after_minutes_that_make_sense(empty_office):
    wrong = [{"minutes": minutes} for minutes in (0, -1, 241, "soon")]
    assert [400] * 4 == [refused(empty_office, "/settings/minutes", one) for one in wrong]
    assert "It locks after" in empty_office.post("/settings/minutes", {"minutes": "5"})
    assert 5.0 == empty_office.seat.minutes


def test_the_passphrase_is_changed_by_who_knows_it(empty_office):
    wrong = {"present": "no", "passphrase": NEW, "again": NEW}
    differ = {"present": empty_office.passphrase, "passphrase": NEW, "again": NEW + "!"}
    weak = {"present": empty_office.passphrase, "passphrase": "weak", "again": "weak"}
    right = {"present": empty_office.passphrase, "passphrase": NEW, "again": NEW}

    assert [422] * 3 == [
        refused(empty_office, "/settings/passphrase", one) for one in (wrong, differ, weak)
    ]
    assert "The passphrase is changed." in empty_office.post("/settings/passphrase", right)
    empty_office.do("/lock")
    assert 422 == refused(empty_office, "/unlock", {"passphrase": empty_office.passphrase})
    empty_office.do("/unlock", {"passphrase": NEW})


def test_a_new_sheet_is_shown_once_and_tested(empty_office):
    proving = {"passphrase": empty_office.passphrase}
    page = empty_office.post("/settings/sheet", proving)
    lines = re.findall(r"<li><code>([^<]+)</code></li>", page)
    tested = empty_office.post("/settings/sheet/test", {"lines": "\n".join(lines)})

    assert 3 == len(lines)
    assert "The sheet opens the vault, with the keys of Ana." in tested
    assert lines[0] not in tested
    assert 422 == refused(empty_office, "/settings/sheet/test", {"lines": "AAAA BBBB CCCC"})
    assert 422 == refused(empty_office, "/settings/sheet", {"passphrase": "no"})
    assert 405 == empty_office.client.get("/settings/sheet").status_code


def test_the_setup_is_examined_and_the_licences_are_shown(filled):
    data, page = filled.data("/settings/setup"), filled.get("/settings/setup")

    assert {"groundrules", "house policy", "records"} <= {one["subject"] for one in data["seen"]}
    assert ["1 can be read"] == [
        one["message"] for one in data["seen"] if one["subject"] == "records"
    ]
    assert "htmx" in page
    assert "by Friday" not in page


def test_somebody_is_let_in_and_goes_again(empty_office):
    own = "the passphrase that Eli himself typed"
    form = {"name": "Eli", "roles": ["editor"], "passphrase": own, "again": own}
    page = empty_office.post("/settings/members", form)
    there = [
        (one["name"], one["left"]) for one in empty_office.data("/settings/members")["members"]
    ]
    left = empty_office.post("/settings/members/leave", {"member": "Eli", "successor": "Ana"})
    gone = [one["left"] for one in empty_office.data("/settings/members")["members"]]

    assert "The recovery sheet of Eli" in page
    assert 3 == len(re.findall(r"<li><code>([^<]+)</code></li>", page))
    assert [("Ana", ""), ("Eli", "")] == sorted(there)
    assert "left on" in left
    assert 1 == sum(map(bool, gone))


def test_a_member_has_a_name_roles_and_a_passphrase(empty_office):
    form = {"name": "Eli", "roles": ["editor"], "passphrase": NEW, "again": NEW}
    wrong = [{"roles": []}, {"roles": ["owner"]}, {"again": "x"}, {"name": ""}]

    assert [422, 400, 422, 400] == [
        refused(empty_office, "/settings/members", form | one) for one in wrong
    ]
    assert 1 == len(empty_office.data("/settings/members")["members"])


def test_ones_own_card_is_a_file_and_no_card_opens_a_vault_in_a_file(empty_office):
    card = empty_office.client.get("/settings/card")
    sent = empty_office.client.post(
        "/settings/members/card", files={"upload": ("eli.card", card.content)}, headers=OURS
    )

    assert "Ana" in card.text
    assert 422 == sent.status_code


def test_a_conversation_is_shared_and_taken_back(tmp_path, monkeypatch):
    with seated(tmp_path, monkeypatch, with_records=False, people=NEWSROOM) as seat:
        bring(seat.vault, {"harbor": record_text()})
        with office_at(seat, passphrase_of("Ana")) as desk:
            (talk,) = desk.data("/settings/sharing")["talks"]
            path = f"/settings/sharing/{talk['talk']}"
            shared = desk.post(f"{path}/share", {"member": "Ben", "words": "true"})
            (after,) = desk.data("/settings/sharing")["talks"]
            desk.do(f"{path}/take-back", {"member": "Ben", "terms": True})
            (back,) = desk.data("/settings/sharing")["talks"]
            handed = desk.post("/settings/members/hand-over", {"successor": "Ben"})
            settled = desk.post("/settings/members/settle")
            nobody = refused(desk, f"{path}/share", {"member": "Zoe"})

    assert "Ben may read the words and the terms of it from now on" in shared
    assert {"member": "Ben", "words": True} in after["readers"]
    assert "Ben" not in [one["member"] for one in back["readers"]]
    assert "Ben" in handed
    assert "given." in settled
    assert 422 == nobody


def test_retention_lists_days_and_shreds_in_two_steps(filled):
    filled.do("/settings/retention", {"days": 30})
    (due,) = filled.data("/settings/retention")["due"]
    first = filled.get(f"/settings/retention/{due['talk']}/shred")
    path = f"/settings/retention/{due['talk']}/shred"
    reason = "she asked for it"

    assert ("house", 30) == (due["why"], filled.data("/settings/retention")["days"])
    assert "Type its name once more" in first
    assert 422 == refused(filled, path, {"reason": reason, "name": "other", "early": True})
    assert 422 == refused(filled, path, {"reason": reason, "name": NAME})
    assert 400 == refused(filled, path, {"reason": "", "name": NAME, "early": True})
    assert [NAME] == [one["name"] for one in filled.data("/settings/retention")["due"]]
    gone = filled.post(path, {"reason": reason, "name": NAME, "early": "true"})
    assert "It is gone for good, with 1 source who stood in no other." in gone
    assert [] == filled.data("/settings/retention")["due"]
    assert [True] == [one["erased"] for one in filled.data("/sources")["sources"]]


def test_a_paired_phone_changes_no_way_in(filled):
    for session in filled.seat.sessions._by_key.values():  # noqa: SLF001 - as if it were a phone
        session.device = "paired"
    proving = {"passphrase": filled.passphrase}
    changing = {"present": filled.passphrase, "passphrase": NEW, "again": NEW}
    newcomer = {"name": "Eli", "roles": ["editor"], "passphrase": NEW, "again": NEW}
    tried = {
        "/settings/sheet": proving,
        "/settings/passphrase": changing,
        "/settings/members": newcomer,
        "/settings/members/leave": {"member": "Ana"},
        "/settings/phone": {},
    }

    assert [422] * len(tried) == [refused(filled, path, one) for path, one in tried.items()]
    assert "not from a paired device" in filled.get("/settings")

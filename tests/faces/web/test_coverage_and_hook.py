"""Coverage that was published, and the hook of a content management system."""

from __future__ import annotations

import base64

import pytest

from groundrules.errors import BadInput, Fault
from groundrules.vault.keeper.door import Locked
from kept_drafts import PIER
from served import OURS, office

__all__ = ["office"]

AGREED = "a person involved in the negotiations"
SAID = "I have never seen management so scared of its own attorneys"
PAGE = f"<article><h1>Scared</h1><p>“{SAID},” said Marcus Oyelaran.</p></article>"


def brought(office, path, name, content, **fields):
    answer = office.client.post(path, data=fields, files={"upload": (name, content)}, headers=OURS)
    assert answer.status_code == 200, answer.text[-2000:]
    return answer


def test_published_coverage_is_checked_without_being_kept(office):
    page = brought(office, "/coverage/checked", "page.html", PAGE.encode()).text
    assert "This is not kept" in page
    assert "Names a source who spoke on background" in page
    assert "&lt;article" not in page
    assert office.data("/coverage")["kept"] == []
    pasted = office.post("/coverage/checked", {"text": f"“{SAID},” said Marcus Oyelaran."})
    assert "Names a source who spoke on background" in pasted
    assert office.client.post("/coverage/checked", data={}, headers=OURS).status_code == 422


def test_coverage_can_be_kept_and_removed(office):
    brought(office, "/coverage", "page.html", PAGE.encode(), title="The Courier")
    (kept,) = office.data("/coverage")["kept"]
    assert kept["errors"] >= 1
    assert "The Courier" in office.get(f"/coverage/{kept['id']}")
    assert office.data("/drafts")["drafts"] == []
    assert "Nothing is kept" in office.post(f"/coverage/{kept['id']}/remove", {"reason": "done"})


def test_the_hook_opens_with_a_key_for_the_check_alone(office):
    made = office.do("/settings/hook-keys", {"title": "the content system"})
    page = office.get("/settings/hook-keys")
    assert made["made"] not in page
    assert "the content system" in page
    office.client.cookies.clear()
    key = {"authorization": f"Bearer {made['made']}"}

    def asked(document, headers=key):
        return office.client.post("/api/v1/hook/check", json=document, headers=headers)

    assert asked({"text": PIER}).json()["verdict"] == "fail"
    assert asked({"text": "The harbor is open on Sundays."}).json()["verdict"] == "pass"
    sent = {"name": "page.html", "content": base64.b64encode(PAGE.encode()).decode()}
    assert asked({"upload": sent}).json()["verdict"] == "fail"
    for word in (AGREED, "Oyelaran", "harbor-2026", "Whitfield"):
        assert word not in asked({"text": PIER}).text
    for path in ("/drafts", "/conversations", "/settings/hook-keys", "/approvals"):
        assert office.client.get(f"/api/v1{path}", headers=key).status_code == 401
    assert asked({"text": PIER}, {"authorization": "Bearer gr-hook-none"}).status_code == 403
    for none in ({}, {"authorization": "Bearer "}, {"authorization": "Basic eDp5"}):
        answer = asked({"text": PIER}, none)
        assert (answer.status_code, answer.json()["type"]) == (401, "groundrules:key")


def test_nothing_but_a_pass_looks_like_a_pass(office):
    made = office.do("/settings/hook-keys", {"title": "x"})
    key = {"authorization": f"Bearer {made['made']}"}
    clean = "The harbor is open on Sundays."
    for sent, status in (
        ({"text": ""}, 422),
        ({"text": clean, "as_of": "soon"}, 422),
        ({"text": 5}, 400),
        ({"upload": {"name": "a.pdf", "content": ""}}, 422),
    ):
        answer = office.client.post("/api/v1/hook/check", json=sent, headers=key)
        assert answer.status_code == status
        assert "verdict" not in answer.json()
    office.do("/lock")
    locked = office.client.post("/api/v1/hook/check", json={"text": clean}, headers=key)
    assert locked.status_code == 423
    assert "verdict" not in locked.json()


@pytest.mark.parametrize(
    "fault",
    [
        BadInput(Fault("conversation marta-szollosi-leak", "no policy 'szollosi'", "name one")),
        Locked(Fault("/srv/szollosi/own.vault", "the vault is locked", "unlock it")),
    ],
)
def test_whoever_has_a_key_learns_nothing_of_a_record_that_is_at_fault(office, monkeypatch, fault):
    def broken(*_, **_more):
        raise fault

    made = office.do("/settings/hook-keys", {"title": "x"})
    monkeypatch.setattr("groundrules.desk.checking.kept_record.KeptRecord.promises", broken)
    answer = office.client.post(
        "/api/v1/hook/check",
        json={"text": "The depot opened in March."},
        headers={"authorization": f"Bearer {made['made']}"},
    )
    assert answer.status_code == (423 if isinstance(fault, Locked) else 422)
    assert [one["place"] for one in answer.json()["faults"]] == (
        [] if isinstance(fault, Locked) else ["record"]
    )
    assert "szollosi" not in answer.text


def test_the_description_names_every_status_of_the_hook(office):
    described = office.client.get("/api/v1/openapi.json").json()["paths"]
    statuses = {"200", "400", "401", "403", "404", "413", "415", "421", "422", "423", "500"}
    assert set(described["/hook/check"]["post"]["responses"]) == statuses
    assert set(described["/drafts"]["get"]["responses"]) == statuses - {"413", "415"}


def test_a_key_that_was_taken_back_opens_nothing(office):
    made = office.do("/settings/hook-keys", {"title": "x"})
    (line,) = office.data("/settings/hook-keys")["keys"]
    office.post(f"/settings/hook-keys/{line['id']}/revoke")
    key = {"authorization": f"Bearer {made['made']}"}
    answer = office.client.post("/api/v1/hook/check", json={"text": "x"}, headers=key)
    assert answer.status_code == 403
    assert office.client.post(
        f"/settings/hook-keys/{line['id']}/revoke", headers=OURS
    ).status_code == 404  # fmt: skip

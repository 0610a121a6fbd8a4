"""Who may come in, and what is refused at the door."""

from __future__ import annotations

import pytest

from served import HOST, OURS, empty_office, office

__all__ = ["empty_office", "office"]


def test_a_start_address_counts_once(office):
    ticket = office.seat.sessions.ticket()
    office.client.cookies.clear()
    assert office.client.get(f"/start/{ticket}", follow_redirects=False).status_code == 303
    office.client.cookies.clear()
    assert office.client.get(f"/start/{ticket}").status_code == 401


@pytest.mark.parametrize("path", ["/unlock", "/begin", "/-/patterns"])
def test_nobody_comes_in_without_one(office, path):
    assert office.client.get(path).status_code == 200
    office.client.cookies.clear()
    assert office.client.get(path).status_code == 401
    assert office.client.get(f"/api/v1{path}").status_code == 401


def test_another_name_for_this_machine_is_refused(office):
    answer = office.client.get("/unlock", headers={"host": "elsewhere.example:8742"})
    assert answer.status_code == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (OURS, 200),
        ({"origin": f"http://{HOST}"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "http://elsewhere.example"}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_pages_change_anything(office, headers, status):
    assert office.client.post("/api/v1/lock", json={}, headers=headers).status_code == status
    assert office.seat.is_locked == (status == 200)


def test_locking_forgets_everything_and_the_passphrase_opens_again(office):
    office.seat.keep("words", list)
    office.do("/lock")
    assert office.seat.is_locked
    assert office.client.get("/api/v1/conversations/00").status_code in {404, 423}
    wrong = office.client.post("/api/v1/unlock", json={"passphrase": "no"}, headers=OURS)
    assert wrong.status_code == 422
    assert office.seat.is_locked
    office.do("/unlock", {"passphrase": office.passphrase})
    assert not office.seat.is_locked
    assert office.seat.keep("words", tuple) == ()


def test_a_vault_that_somebody_else_unlocked_needs_the_passphrase_all_the_same(office):
    office.seat.lock()  # and not its keeper
    wrong = office.client.post("/api/v1/unlock", json={"passphrase": "no"}, headers=OURS)
    assert wrong.status_code == 422
    assert office.seat.is_locked


def test_every_answer_says_what_may_run_and_is_kept_nowhere(office):
    for path in ("/unlock", "/nowhere", "/api/v1/unlock", "/tasks/none"):
        headers = office.client.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"

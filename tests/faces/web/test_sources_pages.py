"""Sources in the browser: by code name, with their promises; names by two halves, opened once."""

from __future__ import annotations

import pytest

from groundrules.desk.vaults.moves import bring
from served import OURS, empty_office, office, office_at, seated
from vault_fixtures import NEWSROOM, passphrase_of, record_text

__all__ = ["empty_office", "office"]

WHY = "to check the spelling with counsel"
NAMED = "Dana Whitfield"


@pytest.fixture
def named(empty_office):
    """Give the office of somebody who works alone, with one source whose name is known."""
    bring(empty_office.seat.vault, {"harbor": record_text()})
    return empty_office


def code_in(office):
    return office.data("/sources")["sources"][0]["code"]


def test_every_source_is_listed_by_code_name_with_her_strictest_terms(office):
    data = office.data("/sources")
    page = office.get("/sources")

    assert len(data["sources"]) >= 5
    assert {"off-the-record", "background", "deep-background"} & {
        one["strictest"] for one in data["sources"]
    }
    assert [] == [one["code"] for one in data["sources"] if one["code"] not in page]
    assert "<title>Sources · groundrules</title>" in page


def test_a_source_has_her_agreements_with_the_words_they_were_made_in(named):
    code = code_in(named)
    page = named.get(f"/sources/{code}")
    (talk,) = named.data(f"/sources/{code}")["talks"]
    (agreement,) = talk["agreements"]

    assert ("off-the-record", 1) == (agreement["level"], agreement["statements"])
    assert "Can we go off the record for a second?" in page
    assert "<title>Source · groundrules</title>" in page
    assert NAMED not in page
    assert code not in page.partition("<title>")[2].partition("</title>")[0]


def test_where_there_is_no_source_the_page_says_how_one_comes(empty_office):
    assert "No sources yet" in empty_office.get("/sources")


def test_nobody_is_behind_another_code_name(named):
    paths = ["/sources/ZZZZZZ", "/sources/zz", "/sources/ZZZZZZ/inventory"]

    assert [404, 404, 422] == [named.client.get(path).status_code for path in paths]


def test_alone_a_name_takes_a_purpose_and_is_recorded(named):
    code = code_in(named)
    without = named.client.post(f"/sources/{code}/name", data={}, headers=OURS)
    opened = named.post(f"/sources/{code}/name", {"purpose": WHY})
    after = named.get(f"/sources/{code}")

    assert 422 == without.status_code
    assert NAMED in opened
    assert "That you opened this name is recorded" in opened
    assert "You hold both halves of every name here." in opened
    assert NAMED not in opened.partition("<title>")[2].partition("</title>")[0]
    assert NAMED not in after
    assert WHY in after
    assert "opened" in after


def test_the_page_of_a_name_is_kept_nowhere(named):
    code = code_in(named)
    answer = named.client.post(f"/sources/{code}/name", data={"purpose": WHY}, headers=OURS)

    assert "no-store" == answer.headers["cache-control"]
    assert f"/sources/{code}/name" == answer.url.path
    assert 405 == named.client.get(f"/sources/{code}/name").status_code


def test_a_name_is_asked_for_granted_and_opened_once(tmp_path, monkeypatch):
    with seated(tmp_path, monkeypatch, with_records=False, people=NEWSROOM) as seat:
        bring(seat.vault, {"harbor": record_text()})
        with office_at(seat, passphrase_of("Ana")) as desk:
            code = code_in(desk)
            asked = desk.do(f"/sources/{code}/ask", {"purpose": WHY, "hours": 2})
            early = desk.client.post(
                f"/sources/{code}/name", data={"request": asked["id"]}, headers=OURS
            )
            assert (422, "asked", ["editor"]) == (
                early.status_code,
                asked["state"],
                asked["missing"],
            )
            _sit_down(desk, "Eli")
            waiting = desk.get("/sources")
            assert "Waiting for you" in waiting
            assert "Grant it, once" in waiting
            assert "Your half is released" in desk.post(f"/requests/{asked['id']}/grant")
            _sit_down(desk, "Ana")
            assert "Open the name, once" in desk.get("/sources")
            opened = desk.post(f"/sources/{code}/name", {"request": asked["id"]})
            again = desk.client.post(
                f"/sources/{code}/name", data={"request": asked["id"]}, headers=OURS
            )

    assert NAMED in opened
    assert "You hold both halves" not in opened
    assert 422 == again.status_code
    assert NAMED not in again.text


def test_a_refusal_tells_why(tmp_path, monkeypatch):
    with seated(tmp_path, monkeypatch, with_records=False, people=NEWSROOM) as seat:
        bring(seat.vault, {"harbor": record_text()})
        with office_at(seat, passphrase_of("Ana")) as desk:
            code = code_in(desk)
            request = desk.do(f"/sources/{code}/ask", {"purpose": WHY})["id"]
            _sit_down(desk, "Eli")
            refused = desk.do(f"/requests/{request}/refuse", {"reason": "ask counsel first"})
            _sit_down(desk, "Ana")
            page = desk.get(f"/sources/{code}")

    assert ("refused", "ask counsel first") == (refused["state"], refused["reason"])
    assert "Refused: ask counsel first" in page


def test_a_request_that_lacks_something_is_refused(named):
    path = f"/api/v1/sources/{code_in(named)}/ask"
    hours = [{"purpose": WHY, "hours": hours} for hours in (0, 999)]
    wrong = [{}, {"purpose": "no"}, *hours]

    assert [400] * 4 == [
        named.client.post(path, json=one, headers=OURS).status_code for one in wrong
    ]


def test_the_inventory_says_what_a_court_could_get(named):
    code = code_in(named)
    page = named.get(f"/sources/{code}/inventory")

    assert f"Who {code} is, if it is known, can be opened by Ana alone." in page
    assert NAMED not in page
    assert "by Friday" not in page


def _sit_down(desk, name):
    """Have another member unlock the vault, in the same browser."""
    desk.do("/lock")
    desk.do("/unlock", {"passphrase": passphrase_of(name)})

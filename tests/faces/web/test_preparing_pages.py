"""Preparing, planning and practising in pages: question by question, and kept only where asked."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

import pytest

from groundrules.desk.vaults.doors import doors_kept
from groundrules.desk.vaults.papers import papers
from served import OURS, office_at, seated

MATTER = "a word that gives it away"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    with (
        pytest.MonkeyPatch.context() as patch,
        seated(tmp_path_factory.mktemp("preparing"), patch, with_records=False) as seat,
        office_at(seat) as found,
    ):
        yield found


def kept(office, kind):
    with doors_kept():
        return papers(office.seat.vault, kind)


def begun(office):
    return office.do("/prepare")["preparation"]


def given(office, ident, *answer):
    """Answer the question that waits, and return where to go on."""
    put = office.data(f"/prepare/{ident}")["question"]
    form = {"at": put["at"], "question": put["name"], "answer": list(answer)}
    return office.do(f"/prepare/{ident}/answer", form)["to"]


def defaults(office, ident):
    while put := office.data(f"/prepare/{ident}")["question"]:
        given(office, ident, *put["given"])


def test_questions_come_one_at_a_time_until_all_are_answered(office):
    ident = begun(office)
    put = office.data(f"/prepare/{ident}")["question"]
    assert (1, "outlet") == (put["at"], put["name"])
    assert f"/prepare/{ident}" == given(office, ident, "AP")
    assert "the Associated Press" in office.data(f"/prepare/{ident}")["rules"]
    defaults(office, ident)
    told = office.data(f"/prepare/{ident}/answers")
    assert 0 == told["open"]
    assert all(one["is_answered"] for one in told["answers"])
    assert "Those were all the questions" in office.get(f"/prepare/{ident}")


def test_one_can_go_back_and_change_an_answer(office):
    ident = begun(office)
    for _ in range(3):
        given(office, ident)
    assert "reporter" == given_at(office, ident, 4, "asked_by", "reporter")
    assert "thought_through" == office.data(f"/prepare/{ident}")["question"]["name"]
    assert "me" == given_at(office, ident, 4, "asked_by", "me")
    assert "reasons" == office.data(f"/prepare/{ident}")["question"]["name"]
    names = [one["name"] for one in office.data(f"/prepare/{ident}/answers")["answers"]]
    assert "thought_through" not in names  # a change lets go what it makes moot


def given_at(office, ident, at, name, answer):
    form = {"at": at, "question": name, "answer": [answer]}
    office.do(f"/prepare/{ident}/answer", form)
    return office.data(f"/prepare/{ident}?at={at}")["question"]["given"][0]


def test_every_answer_leads_back_to_its_question(office):
    ident = begun(office)
    page = office.get(f"/prepare/{ident}/answers")
    places = sorted({int(one) for one in re.findall(r"\?at=(\d+)", page)})
    assert list(range(1, len(places) + 1)) == places
    assert 200 == office.client.get(f"/prepare/{ident}?at={places[-1]}").status_code
    assert 404 == office.client.get(f"/prepare/{ident}?at={places[-1] + 1}").status_code


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"at": 1, "question": "outlet", "answer": ["x" * 301]}, 422),
        ({"at": 2, "question": "outlet", "answer": ["x"]}, 422),
        ({"at": 0, "question": "outlet", "answer": ["x"]}, 400),
        ({"at": 1}, 400),
    ],
)
def test_what_does_not_fit_changes_nothing(office, form, status):
    ident = begun(office)
    answer = office.client.post(f"/api/v1/prepare/{ident}/answer", json=form, headers=OURS)
    assert status == answer.status_code
    assert "xxx" not in answer.text
    assert not office.data(f"/prepare/{ident}")["question"]["is_answered"]


def test_saying_nothing_is_always_among_the_ways(office):
    ident = begun(office)
    told = office.data(f"/prepare/{ident}/ways")
    assert 7 == len(told["ways"])
    assert "say-nothing" == told["ways"][-1]["name"]
    assert told["unanswered"] > 20
    page = office.get(f"/prepare/{ident}/ways")
    assert "Do not say it" in page
    assert all(f'id="way-{one["name"]}"' in page for one in told["ways"])
    assert 200 == office.client.get(f"/prepare/{ident}/file?form=txt").status_code


def test_nothing_is_kept_unless_somebody_asks_and_locking_forgets_it(tmp_path, monkeypatch):
    with seated(tmp_path, monkeypatch, with_records=False) as seat, office_at(seat) as office:
        lost, found = begun(office), begun(office)
        for ident in (lost, found):
            given(office, ident)
            given(office, ident)
            given(office, ident, MATTER)
        assert [] == kept(office, "preparation")
        found = office.do(f"/prepare/{found}/keep")["id"]
        office.do("/drill/first-ask/begin")
        office.do("/lock")
        office.do("/unlock", {"passphrase": office.passphrase})
        assert 404 == office.client.get(f"/prepare/{lost}").status_code
        assert office.data("/drill/first-ask")["stage"] is None
        assert "asked_by" == office.data(f"/prepare/{found}")["question"]["name"]
        assert [(found, MATTER)] == [
            (one["id"], one["matter"]) for one in office.data("/prepare")["begun"]
        ]
        office.do(f"/prepare/{found}/forget")
        assert [] == kept(office, "preparation")
        assert 404 == office.client.get(f"/prepare/{found}").status_code


def test_no_address_and_no_title_holds_what_was_answered(office):
    ident = office.do("/plan", {"matter": MATTER, "points": "one"})["preparation"]
    for path in (f"/prepare/{ident}", f"/prepare/{ident}/answers", f"/plan/{ident}", "/prepare"):
        page = office.get(path)
        title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)[1]
        addresses = re.findall(r'(?:href|src|action)="([^"]*)"', page)
        assert "gives" not in title
        assert [] == [one for one in addresses if "gives" in unquote(html.unescape(one))]
    assert MATTER in office.get(f"/plan/{ident}")  # control: it is in the page


def test_a_plan_of_one_form_is_a_page_to_take_along(office):
    form = {"outlet": "AP", "matter": "the ferry", "points": "one\ntwo", "unsaid": "the memo"}
    ident = office.do("/plan", form)["preparation"]
    told = office.data(f"/plan/{ident}")["sheet"]
    assert "My page for the talk: the ferry" == told["title"]
    points = [row[0] for one in told["blocks"] for row in one.get("rows", ())]
    items = [item for one in told["blocks"] for item in one.get("items", ())]
    assert {"one", "two"} <= {*points, *items}
    assert "the memo" in items
    assert ident in {one["id"] for one in office.data("/plan")["begun"]}
    head = office.client.get(f"/plan/{ident}/record")
    assert "matter: the ferry" in head.text
    assert 200 == office.client.get(f"/plan/{ident}/file?form=md").status_code


def test_a_plan_that_fits_nothing_is_refused(office):
    answer = office.client.post("/api/v1/plan", json={"channel": "pigeon"}, headers=OURS)
    assert 422 == answer.status_code


def test_a_talk_begins_under_the_light_with_the_plan(office):
    ident = office.do("/plan", {"outlet": "AP"})["preparation"]
    talk = office.do(f"/plan/{ident}/light", {"policy": "bbc"})["talk"]
    record = office.data(f"/agreements/{talk}")
    assert record["sheet"] is None
    answer = office.client.post(
        f"/plan/{ident}/light", data={}, headers=OURS, follow_redirects=False
    )
    assert 303 == answer.status_code
    assert re.fullmatch(r"/light/[0-9a-f]{32}", answer.headers["location"])


def test_a_scene_is_played_by_numbers_and_by_words(office):
    office.do("/drill/first-ask/begin")
    stage = office.do("/drill/first-ask/answer", {"step": "call", "given": "2"})["stage"]
    assert ("asked", "background") == (stage["step"], stage["brought"]["next_status"])
    given = {"step": "asked", "given": "They hide a loss of two million."}
    stage = office.do("/drill/first-ask/answer", given)["stage"]
    assert stage["brought"]["understood"]
    assert stage["result"]["is_full"]
    (line,) = [one for one in office.data("/drill")["scenes"] if one["name"] == "first-ask"]
    assert (1, "full", False) == (line["plays"], line["best"], line["is_begun"])
    page = office.get("/drill/first-ask")
    assert "Full score" in page
    assert "play-answer" not in page


def test_a_page_that_is_sent_twice_counts_once(office):
    office.do("/drill/first-ask/begin")
    before = office.data("/drill")["scenes"]
    for _ in range(2):
        office.do("/drill/first-ask/answer", {"step": "call", "given": "1"})
    after = office.data("/drill")["scenes"]
    assert sum(one["plays"] for one in before) + 1 == sum(one["plays"] for one in after)


def test_each_answer_has_its_number_as_a_key(office):
    office.do("/drill/first-ask/begin")
    page = office.get("/drill/first-ask")
    stage = office.data("/drill/first-ask")["stage"]
    assert [str(n) for n in range(1, len(stage["choices"]) + 1)] == re.findall(
        r'<button class="play-answer"[^>]*data-key="(\d)"', page
    )


def test_what_was_done_is_kept_and_forgotten_on_demand(office):
    assert {"is_kept": True} == office.do("/drill/keep")
    assert ["self"] == [one.readers for one in kept(office, "practice")]
    assert office.data("/drill")["is_kept"]
    assert {"is_kept": False} == office.do("/drill/forget")
    assert [] == kept(office, "practice")
    assert {0} == {one["plays"] for one in office.data("/drill")["scenes"]}

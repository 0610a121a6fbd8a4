"""The pages about drafts: written, brought, checked, mended, decided on, approved, taken along."""

from __future__ import annotations

import json
import re

import pytest

from groundrules.faces.web.needs import Needs
from groundrules.faces.web.pages import (
    coverage,
    draft_approvals,
    draft_downloads,
    draft_findings,
    draft_provenance,
    draft_versions,
    drafts,
    hook,
)
from kept_drafts import DRAFTS, PIER
from served import OURS, office
from word_drafts import comments, document
from word_files import paragraph

__all__ = ["office"]

AGREED = "a person involved in the negotiations"
SAID = "I have never seen management so scared of its own attorneys"


def begun(office, text=PIER, title="Pier 9"):
    return office.do("/drafts", {"title": title, "text": text})["id"]


def found(office, draft, text=PIER):
    return office.do(f"/drafts/{draft}/check", {"text": text, "version": 7})


def brought(office, path, name, content, **fields):
    answer = office.client.post(path, data=fields, files={"upload": (name, content)}, headers=OURS)
    assert answer.status_code == 200, answer.text[-2000:]
    return answer


def test_an_empty_list_teaches_the_first_step(office):
    assert "/drafts/new" in office.get("/drafts")
    assert "No drafts yet" in office.get("/drafts")
    assert 'name="upload"' in office.get("/drafts/new")


def test_a_draft_is_written_and_listed_with_what_was_found_in_it(office):
    page = office.post("/drafts", {"title": "Pier 9", "text": PIER})
    (line,) = office.data("/drafts")["drafts"]
    assert "Uses words spoken off the record" in page
    assert (line["title"], line["version"], line["readers"]) == ("Pier 9", 1, "house")
    assert line["errors"] > 10
    assert f"{line['errors']} errors" in office.get("/drafts")


def test_no_title_and_no_word_stands_in_the_address_or_the_title_of_a_page(office):
    draft = begun(office)
    for path in ("", "/provenance", "/versions"):
        page = office.get(f"/drafts/{draft}{path}")
        title = re.search(r"<title>(.*?)</title>", page)[1]
        assert title in {
            "Draft · groundrules",
            "Quotations · groundrules",
            "Versions · groundrules",
        }
    assert re.fullmatch("[0-9a-f]{32}", draft)


def test_typing_answers_places_terms_moments_and_remedies(office):
    draft = begun(office)
    answer = found(office, draft)
    (described, *_) = [one for one in answer["findings"] if one["remedy"]]
    (withheld, *_) = [one for one in answer["findings"] if one["rule"] == "withheld-statement"]

    assert answer["version"] == 7
    assert answer["tally"]["errors"] == office.data("/drafts")["drafts"][0]["errors"]
    assert PIER[withheld["from"] : withheld["to"]].startswith("The deal was dead")
    assert withheld["terms"] == "off-the-record"
    assert withheld["moment"] == "harbor-2026-11-03, turn 8, at 00:14:02"
    assert re.fullmatch(r"/conversations/[0-9a-f]{32}#turn-8", withheld["statement"])
    assert described["remedy"]["insert"] == AGREED
    assert AGREED in described["remedy"]["label"]


def test_places_are_counted_in_code_points(office):
    draft, before = begun(office), "🌊🌊 e\u0301 ליד \r\n\r\n"
    moved = found(office, draft, before + PIER.split("---", 2)[2])["findings"]
    text = before + PIER.split("---", 2)[2]
    withheld = next(one for one in moved if one["rule"] == "withheld-statement")
    assert text[withheld["from"] : withheld["to"]].startswith("The deal was dead")


def test_typing_keeps_nothing(office):
    draft = begun(office, "One.")
    found(office, draft, "Two.")
    assert office.data(f"/drafts/{draft}")["text"] == "One."
    assert len(office.data(f"/drafts/{draft}/versions")["versions"]) == 1


def test_without_a_script_the_form_checks_keeps_and_mends(office):
    draft = begun(office, "One.")
    page = office.post(
        f"/drafts/{draft}/checked", {"version": "1", "title": "Pier 9", "text": PIER}
    )
    assert "not kept yet" in page
    assert 'id="finding-0"' in page
    assert "<textarea" in page
    office.post(f"/drafts/{draft}", {"version": "1", "title": "Pier 9", "text": PIER})
    card = next(one for one in office.data(f"/drafts/{draft}")["findings"] if one["remedy"])
    assert AGREED in office.get(f"/drafts/{draft}/findings/{card['card']}")
    office.post(f"/drafts/{draft}/findings/{card['card']}/mend", {"version": "2"})
    assert PIER[: card["from"]] + AGREED in office.data(f"/drafts/{draft}")["text"]


def test_whoever_keeps_an_old_version_is_told_and_nothing_is_changed(office):
    draft = begun(office, "One.")
    office.do(f"/drafts/{draft}", {"version": 1, "title": "A", "text": "Two."})
    answer = office.client.post(
        f"/drafts/{draft}", data={"version": "1", "title": "B", "text": "Three."}, headers=OURS
    )
    assert answer.status_code == 422
    assert "changed meanwhile" in answer.text
    assert office.data(f"/drafts/{draft}")["text"] == "Two."


def test_a_draft_has_a_title_that_can_be_read(office):
    draft = begun(office)
    for path, more in (("/drafts", {}), (f"/drafts/{draft}", {"version": "1"}), ("/coverage", {})):
        form = {"title": "   ", "text": "One.", **more}
        answer = office.client.post(path, data=form, headers=OURS)
        assert answer.status_code == 400
        assert "it is blank" in answer.text


def test_a_planned_instant_is_kept_and_counts(office):
    draft = begun(office)
    kept = {"version": 1, "title": "A", "text": PIER, "as_of": "2036-12-01T06:00"}
    office.do(f"/drafts/{draft}", kept)
    page = office.data(f"/drafts/{draft}")
    assert page["as_of"] == "2036-12-01T06:00"
    assert "2036-12-01T06:00:00" in page["tally"]["checked"]
    wrong = office.client.post(
        f"/api/v1/drafts/{draft}", json={**kept, "version": 2, "as_of": "soon"}, headers=OURS
    )
    assert wrong.status_code == 422


def test_versions_say_what_was_broken_and_mended(office):
    draft = begun(office)
    office.do(f"/drafts/{draft}", {"version": 1, "title": "A", "text": DRAFTS["pier-9-mended"]})
    compared = office.data(f"/drafts/{draft}/versions")
    assert (compared["before"], compared["after"], compared["broken"]) == (1, 2, [])
    assert len(compared["mended"]) > 10
    back = office.data(f"/drafts/{draft}/versions", params={"before": 2, "after": 1})
    assert len(back["broken"]) == len(compared["mended"])
    assert "<del>" in office.get(f"/drafts/{draft}/versions")
    assert office.client.get(f"/drafts/{draft}/versions?before=1&after=9").status_code == 404


def test_an_approval_is_asked_for_and_given_in_place(office):
    draft = begun(office)
    quotations = office.data(f"/drafts/{draft}/provenance")["quotations"]
    one = next(one for one in quotations if SAID in one["quotation"])
    origin = one["origins"][0]
    asked = {"stream": origin["stream"], "turn": origin["turn"], "quotation": one["quotation"]}
    office.post(f"/drafts/{draft}/approvals", {**asked, "whom": "her", "due": "2020-01-01"})
    (waiting,) = office.data("/approvals")["approvals"]
    assert (waiting["state"], waiting["late"]) == ("asked", True)
    assert "it was due" in office.get("/approvals")

    codes = {one["code"] for one in found(office, draft)["findings"]}
    page = office.post(
        f"/approvals/{waiting['id']}", {"state": "approved", "answer": "Yes, print it."}
    )
    assert "Yes, print it." in page
    assert codes - {one["code"] for one in found(office, draft)["findings"]} == {"GR304"}
    again = office.client.post(
        f"/approvals/{waiting['id']}", data={"state": "declined", "answer": "No."}, headers=OURS
    )
    assert again.status_code == 422


def test_a_waiver_and_a_sign_off_become_facts(office):
    draft = begun(office)
    card = found(office, draft)["findings"][0]["card"]
    address = f"/drafts/{draft}/findings/{card}"
    who = {"who": "Eli Editor", "role": "editor", "reason": "The board went public."}
    office.post(f"{address}/waive", {**who, "until": "2036-01-01T00:00"})
    office.post(f"{address}/sign-off", {**who, "purpose": "anonymous"})
    again = found(office, draft)["findings"][0]
    assert again["severity"] == "note"
    assert "waived by an editor" in again["says"]
    assert 'name="until" min="20' in office.get(address)
    for until in ("x", "1999-01-01T00:00"):
        late = office.client.post(f"{address}/waive", data={**who, "until": until}, headers=OURS)
        assert late.status_code == 422


def test_a_finding_about_no_statement_can_not_be_waived(office):
    draft = begun(office)
    card = next(one for one in found(office, draft)["findings"] if not one["statement"])["card"]
    assert "no statement of the record" in office.get(f"/drafts/{draft}/findings/{card}")
    answer = office.client.post(
        f"/drafts/{draft}/findings/{card}/waive",
        data={"who": "E", "role": "editor", "reason": "why not", "until": "2036-01-01T00:00"},
        headers=OURS,
    )
    assert answer.status_code == 422


def test_a_word_file_is_checked_and_given_back_with_comments(office):
    content = document(paragraph(f"“{SAID},” said Marcus Oyelaran."))
    page = brought(office, "/drafts", "draft.docx", content, title="Word").text
    (line,) = office.data("/drafts")["drafts"]
    copy = office.client.get(f"/drafts/{line['id']}/commented")

    assert "Its text is changed there" in page
    assert "<textarea" not in page
    assert "Marcus Oyelaran" in {one.range for one in comments(copy.content).values()}
    assert "attachment" in copy.headers["content-disposition"]
    assert "draft-commented.docx" in copy.headers["content-disposition"]


def test_reports_hold_no_word_of_the_record(office):
    draft = begun(office)
    for kind, media in (("html", "text/html"), ("json", "application/json"), ("sarif", "sarif")):
        answer = office.client.get(f"/drafts/{draft}/report/{kind}")
        assert answer.status_code == 200
        assert media in answer.headers["content-type"]
        assert AGREED not in answer.text
    assert office.client.get(f"/drafts/{draft}/report/pdf").status_code == 404
    assert office.client.get(f"/drafts/{draft}/commented").status_code == 422


def test_a_draft_goes_for_good_and_only_with_a_reason(office):
    draft = begun(office)
    address = f"/drafts/{draft}/remove"
    assert office.client.post(address, data={"reason": ""}, headers=OURS).status_code == 400
    assert "No drafts yet" in office.post(address, {"reason": "it was a try"})
    assert office.client.get(f"/drafts/{draft}").status_code == 404


@pytest.mark.parametrize("ident", ["0" * 32, "x", "0" * 31 + "g", "0" * 33])
def test_what_is_not_there_is_not_there(office, ident):
    for path in ("", "/provenance", "/versions", "/report/html", "/commented", "/findings/GR101"):
        assert office.client.get(f"/drafts/{ident}{path}").status_code == 404
    assert office.client.get(f"/coverage/{ident}").status_code == 404
    answer = office.client.post(
        f"/approvals/{ident}", data={"state": "approved", "answer": "x"}, headers=OURS
    )
    assert answer.status_code == 404


def test_a_finding_that_is_none_is_not_there(office):
    draft = begun(office)
    for key in ("GR101", "x", "GR101-" + "0" * 32 + "-1", "GR204-9"):
        assert office.client.get(f"/drafts/{draft}/findings/{key}").status_code == 404


def test_a_lock_forgets_what_was_checked(office):
    draft = begun(office)
    found(office, draft)
    checker = office.seat.keep("checker", lambda: None)
    office.do("/lock")
    assert office.client.get(f"/api/v1/drafts/{draft}").status_code == 423
    assert office.seat.keep("checker", lambda: None) is not checker


def test_every_route_says_what_it_needs(office):
    modules = (
        coverage,
        draft_approvals,
        draft_downloads,
        draft_findings,
        draft_provenance,
        draft_versions,
        drafts,
        hook,
    )
    routes = [one for module in modules for one in module.routes.all]
    assert {one.needs for one in routes} == {Needs.READ, Needs.WRITE, Needs.HOOK}
    assert [one.path for one in routes if one.needs is Needs.HOOK] == ["/hook/check"]
    described = office.client.get("/api/v1/openapi.json").json()["paths"]
    assert {one.path for one in routes} <= set(described)
    assert json.dumps(described["/hook/check"]).count("key")

"""A form that was refused: its page again, with what was written and what was wrong."""

from __future__ import annotations

import html

import pytest

from every_page import page_of
from furnished import furnished
from groundrules.errors import BadInput, Fault
from groundrules.faces.web import answering
from groundrules.faces.web.app import every_route
from groundrules.faces.web.page_forms import forms_of
from served import OURS, office_at

ROUTES = every_route()
PAGES = [route for route in ROUTES if route.template and route.method == "GET"]
_REFUSED = 'class="refused"'


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    with furnished(tmp_path_factory.mktemp("again")) as seat, office_at(seat) as found:
        yield found


def refuse_acts(patch):
    """Have every act refused; pages are shown."""
    done = answering._done  # noqa: SLF001 - what does what a route is for

    def refuse(call, arguments):
        if call.route.method == "POST":
            raise BadInput(Fault("reason", "it cannot be so", "write it otherwise"))
        return done(call, arguments)

    patch.setattr(answering, "_done", refuse)


def sent_again(office, path, form):
    """Send a form, which is refused, and return the page that comes."""
    answer = office.client.post(path, data=form, headers=OURS, follow_redirects=False)
    assert answer.status_code in {400, 422}, (path, answer.status_code)
    assert "no-store" == answer.headers["cache-control"]
    return answer.text


def typed(form):
    """Return what a test writes into a form: its hidden fields as they are, the rest its own."""
    found = {}
    for tag in form.tags:
        if tag.kind == "hidden":
            found.setdefault(tag.field, []).append(tag.attributes["value"])
        elif tag.name == "textarea" or tag.kind == "text":
            found.setdefault(tag.field, []).append(f'typed <{len(found)}> & "so"')
    return found


def form_to(page, path):
    """Return the form of a page that is sent to an address."""
    return next(one for one in forms_of(page) if path in one.addresses)


def values(form, name):
    """Return what stands in the fields of a name."""
    return [tag.attributes.get("value") for tag in form.tags if tag.field == name]


@pytest.mark.parametrize("route", PAGES, ids=[route.path for route in PAGES])
def test_every_form_of_every_page_comes_back_as_it_was_written(office, route):
    page = office.get(page_of(route, office).path)
    forms = [form for form in forms_of(page) if form.head.attributes.get("method") == "post"]
    for form in forms:
        written = typed(form)
        texts = [one for values in written.values() for one in values if one.startswith("typed")]
        if not texts:
            continue
        with pytest.MonkeyPatch.context() as patch:
            refuse_acts(patch)
            again = sent_again(office, form.head.attributes["action"], written)
        assert _REFUSED in again, form.head.attributes["action"]
        assert [] == [one for one in texts if html.escape(one) not in again]


HAND = {
    "name": "my talk/with slash",
    "party": ["AR", "S1", "", "S9"],
    "role": ["reporter", "negotiator", "source", "other"],
    "person": ["Ana Ruiz", "", "", "Tom & Co"],
    "affiliation": ["", "", "", ""],
    "description": ["", "", "", ""],
    "policy": "ap",
    "words": "AR: Why?\r\nS1: <b>Because</b>.",
}


def test_each_choice_and_each_row_stands_where_it_was(office):
    page = sent_again(office, "/conversations/new", HAND)
    form = form_to(page, "/conversations/new")
    assert HAND["party"] == values(form, "party")
    assert HAND["person"] == values(form, "person")
    chosen = [
        tag.attributes["value"]
        for tag in form.tags
        if tag.name == "option" and "selected" in tag.attributes
    ]
    assert sorted([*HAND["role"], "ap"]) == sorted(chosen)
    assert "AR: Why?\r\nS1: &lt;b&gt;Because&lt;/b&gt;.</textarea>" in page


def test_the_field_that_is_wrong_is_named_and_marked(office):
    page = sent_again(office, "/plan", {"points": "x" * 301, "matter": "the roof"})
    label = 'href="#f-points">'
    assert label in page
    (marked,) = (tag for tag in form_to(page, "/plan").tags if "aria-invalid" in tag.attributes)
    assert "points" == marked.field
    assert page.index('class="refused"') > page.index('action="/plan"')
    assert ["the roof"] == values(form_to(page, "/plan"), "matter")


def test_one_of_several_fields_of_a_name_is_found_by_its_number(office):
    page = sent_again(office, "/conversations/new", {**HAND, "person": ["", "", "y" * 301, ""]})
    form = form_to(page, "/conversations/new")
    marked = [tag for tag in form.tags if "aria-invalid" in tag.attributes]
    assert ["y" * 301] == [tag.attributes["value"] for tag in marked]
    assert "it may have at most 300 characters" in page


def test_a_box_is_ticked_as_it_was_sent(office):
    ticket = office.do("/conversations/import", {"text": "Ana: Well?\nTom: No.\n"})["ticket"]
    path = f"/conversations/import/{ticket}"
    for ticked in ({}, {"cues": "true"}):
        page = sent_again(office, path, {"name": "a/b", **ticked})
        (box,) = (tag for tag in form_to(page, path).tags if tag.field == "cues")
        assert bool(ticked) == ("checked" in box.attributes)


def test_what_was_changed_meanwhile_is_said_and_the_older_text_cannot_be_kept(office):
    draft = office.do("/drafts", {"title": "A", "text": "One."})["id"]
    path = f"/drafts/{draft}"
    office.do(path, {"version": 1, "title": "A", "text": "Two."})
    page = sent_again(office, path, {"version": "1", "title": "B", "text": "Three."})
    assert "changed meanwhile" in page
    assert "Three.</textarea>" in page
    assert f'<a href="{path}" target="_blank" rel="noopener">' in page
    assert ["1"] == values(form_to(page, path), "version")
    assert 'target="_blank"' not in sent_again(office, path, {"version": "2", "title": " "})


def test_a_passphrase_is_not_put_back(office):
    wrong = {"present": "the canary sang", "passphrase": "new", "again": "newer"}
    page = sent_again(office, "/settings/passphrase", wrong)
    assert 'class="refused"' in page
    assert "canary" not in page


def test_what_was_folded_away_is_open(office):
    approvals = office.get("/approvals")
    form = next(one for one in forms_of(approvals) if one.around)
    (path,) = form.addresses
    with pytest.MonkeyPatch.context() as patch:
        refuse_acts(patch)
        page = sent_again(office, path, {"answer": "Yes."})
    assert all("open" in one.attributes for one in form_to(page, path).around)


def test_a_form_without_anything_to_type_is_as_it_is_now(office):
    route = next(one for one in ROUTES if one.path == "/conversations/{talk}/heard/{number}")
    page_path = page_of(route, office).path
    form = form_to(office.get(page_path), page_path)
    (fresh,) = values(form, "version")
    with pytest.MonkeyPatch.context() as patch:
        refuse_acts(patch)
        page = sent_again(office, page_path, {"version": "999", "act": "dismiss"})
    assert 'class="refused"' in page
    assert [fresh] == values(form_to(page, page_path), "version")


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/prepare/nothing/answer", {"answer": "yes"}),
        (f"/conversations/{'0' * 32}/turns/1", {"version": "1", "words": "typed"}),
    ],
)
def test_where_there_is_no_page_of_it_the_problem_is_told(office, path, form):
    answer = office.client.post(path, data=form, headers=OURS)
    assert answer.status_code in {400, 404}
    assert 'class="refused"' not in answer.text
    assert "Nothing was changed." in answer.text


def test_where_it_is_locked_nothing_is_shown_again(office):
    office.seat.is_locked = True
    try:
        answer = office.client.post(
            "/conversations/new", data=HAND, headers=OURS, follow_redirects=False
        )
    finally:
        office.seat.is_locked = False
    assert 303 == answer.status_code
    assert "Why" not in answer.text


def test_a_program_gets_its_problem_document(office):
    answer = office.client.post("/api/v1/conversations/new", json=HAND, headers=OURS)
    assert "application/problem+json" == answer.headers["content-type"]

"""Every route: declared, described, asked for what it needs; and no page says a name in its title.

Whoever adds a route adds an example to `every_page.py`, or these tests fail.
"""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

import pytest

from described import Description
from every_page import (
    EXAMPLES,
    FORMS,
    QUERIES,
    Shown,
    address,
    form_page_of,
    leading,
    linked,
    page_of,
    parts,
)
from furnished import furnished
from groundrules.desk.conversations.folded_talks import FoldedTalks
from groundrules.desk.vaults.doors import doors_kept
from groundrules.desk.vaults.papers import papers
from groundrules.faces.web.app import every_route
from groundrules.faces.web.needs import Needs
from groundrules.faces.web.routing import File, Routes
from served import OURS, office_at

ROUTES = every_route()
IDS = [f"{route.method} {route.path}" for route in ROUTES]
PAGES = [route for route in ROUTES if route.template and route.method == "GET"]
EACH_PAGE = pytest.mark.parametrize("route", PAGES, ids=[route.path for route in PAGES])
_NAMES = ("Whitfield", "Oyelaran", "Amsel", "Kessler", "Marsh", "Nand", "Lena Brandt")
"""Of sources of the newsroom."""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    with furnished(tmp_path_factory.mktemp("routes")) as seat, office_at(seat) as found:
        yield found


@pytest.fixture(scope="module")
def shown(office):
    """Give what returns a route's page and its HTML, which is asked for once."""

    seen = {}

    def look(route):
        if route.path not in seen:
            page = page_of(route, office)
            seen[route.path] = page, office.get(page.path)
        return seen[route.path]

    return look


@pytest.fixture(scope="module")
def described(office):
    """Give the description of the interface."""
    return Description(office.client.get("/api/v1/openapi.json").json())


@pytest.fixture(scope="module")
def protected(office):
    """Give the words that no title and no address may hold: names of talks, people and drafts."""
    with doors_kept():
        talks = FoldedTalks(office.seat.vault, office.seat.settings).now()
        titles = [one.title for one in papers(office.seat.vault)]
    return {*(one.talk.name for one in talks), *titles, *_NAMES}


def test_there_are_routes_and_no_two_alike():
    assert len(ROUTES) > 20
    assert len(IDS) == len(set(IDS))
    names = [route.name for route in ROUTES]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("route", ROUTES, ids=IDS)
def test_a_route_says_what_it_needs_and_what_it_does(route):
    assert isinstance(route.needs, Needs)
    assert route.summary.endswith((".", "?"))
    assert [] == [upto for _, upto in parts(route) if upto not in EXAMPLES and route.template]
    if route.method == "POST" and route.template:
        assert route.path in FORMS


def loose(call: object) -> None:
    """Do nothing."""


def test_a_route_that_says_no_need_cannot_be_declared():
    with pytest.raises(TypeError):
        Routes("loose").page("/loose", template="loose.html")
    with pytest.raises(ValueError, match="whoever"):
        Routes("loose").page("/loose", template="loose.html", needs="whoever")(loose)


OPEN_TO_ALL = {"GET /health"}


def test_only_the_health_is_open_to_everybody():
    open_routes = {f"{one.method} {one.path}" for one in ROUTES if one.needs is Needs.NOBODY}
    assert OPEN_TO_ALL == open_routes


def test_nobody_gets_anything_without_a_seat(office):
    cookies = dict(office.client.cookies)
    office.client.cookies.clear()
    answers = {name: status(office, route) for name, route in zip(IDS, ROUTES, strict=True)}
    for name, value in cookies.items():
        office.client.cookies.set(name, value, domain="127.0.0.1")
    assert {} == {
        name: one for name, one in answers.items() if one != 401 and name not in OPEN_TO_ALL
    }
    assert 200 == office.client.get("/api/v1/").status_code


def test_no_act_is_done_for_another_site(office):
    acts = [route for route in ROUTES if route.method == "POST"]
    foreign = {"sec-fetch-site": "cross-site"}
    statuses = {f"{one.path}": status(office, one, foreign) for one in acts}
    assert {} == {path: one for path, one in statuses.items() if one != 403}


def test_a_locked_vault_tells_nothing(office):
    office.seat.is_locked = True
    try:
        unlocked_alone = [one for one in ROUTES if one.needs in {Needs.READ, Needs.WRITE}]
        statuses = {f"{one.method} {one.path}": status(office, one) for one in unlocked_alone}
    finally:
        office.seat.is_locked = False
    assert {} == {name: one for name, one in statuses.items() if one != 423}


def status(office, route, headers=OURS):
    """Return the status of a route's JSON, asked with nothing in it."""
    path = re.sub(r"\{\w+\}", "0" * 32, route.path)
    if route.method == "GET":
        return office.client.get(f"/api/v1{path}").status_code
    return office.client.post(f"/api/v1{path}", json={}, headers=headers).status_code


@EACH_PAGE
def test_a_page_is_there(shown, route):
    page, text = shown(route)
    assert text.lstrip().startswith("<!doctype html>")
    assert 1 == len(re.findall(r"<h1[\s>]", text)), page.path
    assert "<title>" in text


@EACH_PAGE
def test_neither_title_nor_address_says_a_name(shown, protected, route):
    page, text = shown(route)
    title = html.unescape(re.search(r"<title>(.*?)</title>", text, re.DOTALL)[1])
    assert title.endswith(" · groundrules")
    assert [] == [word for word in protected if word in title]
    addresses = [unquote(html.unescape(one)) for one in [page.path, *linked(text)]]
    assert [] == [one for one in addresses for word in protected if word in one]


def test_the_words_that_are_looked_for_are_in_the_pages(shown, protected):
    """Control: were no protected word in any page, the test above could not fail."""
    texts = " ".join(shown(route)[1] for route in PAGES if not route.in_path)
    assert {"harbor-2026-11-03"} <= {word for word in protected if word in texts}


@EACH_PAGE
def test_a_page_is_kept_nowhere_and_runs_only_our_scripts(office, shown, route):
    headers = office.client.get(shown(route)[0].path).headers
    assert "no-store" == headers["cache-control"]
    assert "nosniff" == headers["x-content-type-options"]
    assert "no-referrer" == headers["referrer-policy"]
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


INLINE = re.compile(
    r"""<[^>]+\s(?:on\w+|style|hx-on[\w:-]*)\s*=|<script(?![^>]*\ssrc=)|javascript:"""
)


@EACH_PAGE
def test_a_page_has_no_script_and_no_style_within(shown, route):
    assert [] == INLINE.findall(shown(route)[1])


@pytest.mark.parametrize(
    "text", ["<p onclick='x'>", '<p style="x">', "<script>x</script>", '<a href="javascript:x">']
)
def test_scripts_and_styles_within_are_found(text):
    assert INLINE.findall(text)


def looked_at():
    return [one for one in ROUTES if one.method == "GET" and one.answers is not File]


@pytest.mark.parametrize("route", looked_at(), ids=[f"GET {one.path}" for one in looked_at()])
def test_what_is_looked_at_is_json_as_it_is_described(office, described, route):
    answer = office.data(address(route, office))
    assert "" == described.wrong_in("GET", route.path, 200, answer)


FORM_PAGES = [one for one in ROUTES if one.method == "POST" and one.template]
FILLED = [one for one in FORM_PAGES if FORMS.get(one.path)]


@pytest.mark.parametrize("route", FILLED, ids=[route.path for route in FILLED])
def test_a_form_answers_with_a_page_and_with_json(office, described, route):
    page = form_page_of(route, office)
    assert "<h1" in office.post(page.path, page.form)
    answer = office.do(page.path, page.form)
    assert "" == described.wrong_in("POST", route.path, 200, answer)


def test_every_schema_is_one(described):
    assert [] == described.faults()


def test_an_answer_that_is_not_as_described_is_found(described):
    """Control of the checks above."""
    assert described.wrong_in("GET", "/", 200, {"items": [{"matter": 3}], "talks": "none"})
    described.document["components"]["schemas"]["Broken"] = {"type": "nothing"}
    assert ["Broken"] == [one.split(":")[0] for one in described.faults()]


def test_every_link_leads_somewhere(office, shown):
    """Follow each address to which somebody can go by a look, once."""
    seen = {}
    for page, text in map(shown, PAGES):
        for one in leading(text):
            seen.setdefault(html.unescape(one).split("#")[0], page.name)
    assert len(seen) > 50
    assert {} == {one: page for one, page in seen.items() if not is_there(office, one)}


def is_there(office, path):
    """Tell whether something is there; a form that is sent without its fields may be refused."""
    queries = [query for way, query in QUERIES.items() if fits(way, path)]
    return office.client.get(path + "".join(queries)).status_code in {200, 400, 422}


def fits(way, path):
    return re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", way), path) is not None


def test_a_link_that_leads_nowhere_is_found(office):
    assert not is_there(office, "/nowhere")
    assert not is_there(office, f"/conversations/{'0' * 32}")
    assert not Shown(ROUTES[0], "/").form

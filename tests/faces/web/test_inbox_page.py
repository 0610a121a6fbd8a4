"""The inbox, the search and the palette as pages: what they show, and what they never show."""

from __future__ import annotations

import pytest

from furnished import furnished
from groundrules.desk.inbox.waiting import Matter
from groundrules.desk.setup.example_newsroom import PASSPHRASE
from groundrules.faces.web.pages.inbox import Item
from groundrules.faces.web.templating import _environment
from served import empty_office, office_at

__all__ = ["empty_office"]


@pytest.fixture(scope="module")
def furnished_office(tmp_path_factory):
    with furnished(tmp_path_factory.mktemp("inbox page")) as seat, office_at(seat) as office:
        yield office


def test_an_empty_vault_teaches_three_ways_to_begin(empty_office):
    page = empty_office.get("/")
    for address in ("/light", "/conversations/new", "/drafts/new"):
        assert f'href="{address}"' in page
    assert "Nothing waits" in page
    assert {"items": [], "talks": 0} == empty_office.data("/")


def test_a_furnished_one_does_not_any_more(furnished_office):
    page = furnished_office.get("/")
    assert "Three ways to begin" not in page
    assert "Nothing waits" not in page


def test_the_page_shows_what_the_interface_tells(furnished_office):
    items = furnished_office.data("/")["items"]
    page = furnished_office.get("/")
    assert len(items) == page.count('class="row waiting-row"')
    assert all(item["address"] in page for item in items)


@pytest.mark.parametrize("matter", list(Matter))
def test_every_matter_has_a_sentence_a_picture_and_a_deed(matter):
    words = _environment().get_template("inbox/matters.html").module
    drawings = _environment().get_template("icons.html").module.drawings
    item = Item(matter.value, "now", "/", "pier", 2, "", "", "words", "")
    assert words.sentence(item).strip()
    assert words.pictogram(item).strip() in drawings
    assert words.deed(item).strip()


def test_what_is_looked_for_stands_in_no_address_and_in_the_page_alone(furnished_office):
    page = furnished_office.post("/search", {"wanted": "soil report june"})
    assert "<mark>June</mark>" in page
    assert "on deep background" in page
    found = furnished_office.do("/search", {"wanted": "soil report june"})
    assert 1 == found["count"]
    assert "soil" not in found["results"][0]["address"]
    assert "<title>Search · groundrules</title>" in page


def test_a_search_without_hits_says_so(furnished_office):
    assert "Nothing was found" in furnished_office.post("/search", {"wanted": "marigold-canary"})
    assert "Nothing was found" not in furnished_office.get("/search")


def test_what_is_looked_for_is_escaped(furnished_office):
    page = furnished_office.post("/search", {"wanted": "<script>alert(1)</script>"})
    assert "<script>alert" not in page


def test_the_palette_knows_places_and_acts_while_the_vault_is_open(furnished_office):
    items = furnished_office.data("/palette")["items"]
    hints = {item["hint"] for item in items}
    assert {"conversation", "source", "policy", "rule", "begin"} <= hints
    assert all(item["address"].startswith("/") for item in items)


def test_nothing_is_told_of_a_locked_vault(empty_office):
    empty_office.do("/lock")
    for path in ("/api/v1/", "/api/v1/palette", "/api/v1/search"):
        assert 423 == empty_office.client.get(path).status_code
    assert empty_office.client.get("/").url.path == "/unlock"
    assert PASSPHRASE not in empty_office.client.get("/unlock").text

"""Searching a vault: what is found, on which terms it stands, and what is shown of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from furnished import furnished
from groundrules.desk.conversations.folded_talks import FoldedTalks
from groundrules.desk.inbox.places_to_go import goals
from groundrules.desk.inbox.search_vault import MOST, excerpt, plain, search_vault
from groundrules.desk.vaults.doors import doors_kept


@pytest.fixture(scope="module")
def seat(tmp_path_factory):
    with furnished(tmp_path_factory.mktemp("search")) as found, doors_kept():
        yield found


@pytest.fixture
def search(seat):
    talks = FoldedTalks(seat.vault, seat.settings)
    return lambda wanted: search_vault(seat.vault, talks, wanted)


def test_words_are_found_with_the_terms_they_stand_on(search):
    found = search("soil report june")
    (hit,) = found.hits
    assert ("statement", "union-2026-11-04", "deep-background") == (hit.kind, hit.title, hit.terms)
    assert hit.address.endswith("#turn-9")
    assert ["soil", "report", "June"] == [one.text for one in hit.pieces if one.hit]


def test_capitals_and_accents_do_not_count(search):
    assert search("SOIL RÉPORT June").of == search("soil report june").of == 1


def test_every_word_must_stand_in_one_statement(search):
    assert search("soil").of > 1
    assert 0 == search("soil marigold").of


@pytest.mark.parametrize("wanted", ["", "   ", "marigold-canary"])
def test_nothing_is_found_where_there_is_nothing(search, wanted):
    assert ((), 0) == search(wanted)


def test_a_source_is_found_by_her_code_name_and_not_by_her_name(search, seat):
    codes = [one.title for one in goals(seat.vault, seat.settings) if one.kind == "source"]
    hits = search(codes[0]).hits
    assert ("source", codes[0]) in [(one.kind, one.title) for one in hits]
    assert "source" not in {one.kind for one in search("Whitfield").hits}


def test_unclear_terms_are_shown_as_such(search):
    (hit,) = search("vote no bring").hits
    assert "unclear" == hit.terms


def test_no_more_is_shown_than_anybody_reads(search):
    found = search("e")
    assert (MOST, True) == (len(found.hits), found.of > MOST)


def test_a_hit_does_not_show_what_was_found(search):
    assert "soil" not in repr(search("soil"))


def test_every_place_is_known_once_and_no_address_says_a_name(seat):
    places = goals(seat.vault, seat.settings)
    assert len(places) == len({one.address for one in places})
    assert {"conversation", "source", "policy", "rule"} <= {one.kind for one in places}
    names = [one.title for one in places if one.kind == "conversation"]
    assert [] == [one.address for one in places if any(name in one.address for name in names)]


@given(st.text(min_size=1), st.integers(0, 400), st.integers(1, 12))
def test_an_excerpt_is_the_text_itself_and_its_hits_are_the_words(text, start, size):
    word = plain(text[start % len(text) :][:size]).strip()
    if not word or len(word.split()) > 1:
        return
    pieces = excerpt(text, [word])
    shown = "".join(one.text for one in pieces)
    assert shown.removeprefix("…").removesuffix("…") in text or shown in text
    assert any(one.hit for one in pieces)
    assert all(plain(one.text) in word or word in plain(one.text) for one in pieces if one.hit)


def test_an_excerpt_of_a_long_text_stands_around_the_first_hit():
    pieces = excerpt(f"{'a' * 500} Pier {'b' * 500}", ["pier"])
    assert "…" == pieces[0].text == pieces[-1].text
    assert ["Pier"] == [one.text for one in pieces if one.hit]
    assert sum(len(one.text) for one in pieces) < 220

"""The three pictures of the README: what each shows is there, and `make pictures` keeps it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lit_page import press as tap
from lit_page import put, read_back, says
from playwright.sync_api import expect

from browsers import DESK, browser, page_of
from every_page import a_draft, talk
from furnished import furnished
from served import listening, office_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from served import Office

KEPT_IN = os.environ.get("GROUNDRULES_PICTURES", "")
"""The folder in which the pictures are kept; "" for none."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, str]]:
    with (
        furnished(tmp_path_factory.mktemp("pictures")) as seat,
        office_at(seat) as office,
        listening(seat) as base,
    ):
        yield office, base


@pytest.fixture
def page(place: tuple[Office, str]) -> Iterator[Page]:
    office, base = place
    with browser() as chrome, page_of(chrome, DESK) as found:
        found.goto(f"{base}/start/{office.seat.sessions.ticket()}")
        yield found


def _keep(page: Page, name: str) -> None:
    if KEPT_IN:
        page.screenshot(path=str(Path(KEPT_IN) / f"{name}.png"), caret="initial")


def test_the_light_says_off_the_record_in_very_large_words(page, place):
    page.goto(f"{place[1]}/light")
    page.select_option("#f-policy", "ap")
    page.get_by_role("button", name="Light it").click()
    page.wait_for_selector("html[data-light=lit]", state="attached")
    put(page, "off-the-record")
    read_back(page)
    tap(page, "yes")
    says(page, "off the record")
    expect(page.locator(".now-rights")).to_contain_text("no")
    page.wait_for_selector('[data-part="slip"]', state="hidden")
    _keep(page, "web-light")


def test_a_conversation_has_its_rail_of_terms(page, place):
    office, base = place
    page.goto(f"{base}/conversations/{talk(office, 'union-2026-11-04')}")
    for level in ("on-the-record", "background", "deep-background"):
        expect(page.locator(f'.terms[data-terms="{level}"]').first).to_be_visible()
    _keep(page, "web-conversation")


def test_a_draft_has_its_findings_in_the_margin(page, place):
    office, base = place
    page.goto(f"{base}/drafts/{a_draft(office)}")
    cards = page.locator("[data-findings] > *")
    expect(cards.first).to_be_visible()
    assert cards.count() > 10
    page.wait_for_selector(".cm-content")
    page.mouse.wheel(0, 420)
    expect(page.locator(".cm-content")).to_contain_text("ELLERY")
    _keep(page, "web-draft")

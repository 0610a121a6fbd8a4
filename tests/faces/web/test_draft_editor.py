"""The editor of a draft in Chromium: findings as one types, and the remedy in one click."""

from __future__ import annotations

import pytest

from browsers import DESK, PHONE, browser, page_of, picture
from groundrules.desk.checking.check_text import TextChecker
from groundrules.desk.checking.drafts_kept import Sent, begin_draft, draft
from kept_drafts import PIER
from served import listening, seated

AGREED = "a person involved in the negotiations"
WIDER = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    folder = tmp_path_factory.mktemp("editor")
    with pytest.MonkeyPatch.context() as patch, seated(folder, patch) as seat:
        ident = begin_draft(TextChecker(seat.vault, seat.settings), "Pier 9", Sent(PIER)).paper.id
        with listening(seat) as address, browser() as found:
            yield seat, address, found, ident


def opened(page, room, path):
    seat, address, _, ident = room
    page.goto(f"{address}/start/{seat.sessions.ticket()}")
    page.goto(f"{address}{path.format(draft=f'/drafts/{ident}')}")


def checked(page):
    page.wait_for_selector("draft-editor[data-checks]")
    return int(page.get_attribute("draft-editor", "data-checks"))


def test_findings_stand_beside_their_words_and_change_as_one_types(room):
    with page_of(room[2], DESK) as page:
        opened(page, room, "{draft}")
        before = checked(page)
        cards = page.locator("[data-findings] > li")
        many = cards.count()
        assert many > 10
        assert cards.first.inner_text().startswith("error")
        picture(page, "draft")
        page.locator(".cm-content").click()
        page.keyboard.press("Control+End")
        page.keyboard.type('\n"I have never seen management so scared," said Marcus Oyelaran.')
        page.wait_for_selector(f"[data-findings] > li:nth-child({many + 1})")
        assert checked(page) > before
        assert page.get_attribute("draft-editor", "data-state") == "unsaved"


def test_the_agreed_words_are_put_in_by_one_click_and_kept(room):
    seat, _, _, ident = room
    with page_of(room[2], DESK) as page:
        opened(page, room, "{draft}")
        before = checked(page)
        page.locator('[data-slot="remedy"]:visible').first.click()
        page.wait_for_selector(f'draft-editor:not([data-checks="{before}"])')
        page.keyboard.press("Control+s")
        page.wait_for_selector('draft-editor[data-state="saved"]')
        with seat.doors.lent():
            kept = draft(seat.vault, ident)
        assert kept.paper.version == 2
        assert AGREED in kept.draft.text


def test_a_card_leads_to_what_can_be_decided_and_to_the_conversation(room):
    with page_of(room[2], DESK) as page:
        opened(page, room, "{draft}")
        checked(page)
        address = page.locator("[data-findings] finding-link a").first.get_attribute("href")
        statement = page.locator('[data-findings] [data-slot="statement"]').first
        assert "/conversations/" in statement.get_attribute("href")
        assert page.goto(f"{room[1]}{address}").status == 200
        assert page.locator("form[action$='/waive']").count() == 1


@pytest.mark.parametrize("path", ["/drafts", "/drafts/new", "{draft}", "{draft}/provenance",
                                  "{draft}/versions", "/approvals", "/coverage",
                                  "/settings/hook-keys"])  # fmt: skip
def test_on_a_phone_nothing_is_wider_than_the_screen(room, path):
    with page_of(room[2], {**PHONE, "width": 360}) as page:
        opened(page, room, path)
        assert page.evaluate(WIDER) <= 0
        picture(page, f"phone-{path.strip('/').replace('{draft}', 'draft').replace('/', '-')}")


def test_without_script_there_are_a_text_a_button_and_the_findings(room):
    with page_of(room[2], DESK, java_script_enabled=False) as page:
        opened(page, room, "{draft}")
        assert page.locator("textarea[name=text]").is_visible()
        assert page.locator("ol.findings > li.finding").count() > 10
        page.locator("textarea[name=text]").fill("The harbor is open on Sundays.")
        page.get_by_role("button", name="Check it").click()
        assert page.locator("ol.findings > li.finding").count() == 0
        assert "No broken promise found" in page.content()

"""Sources, ledger and settings in Chromium: on a phone and a desk, without script, and a name."""

from __future__ import annotations

import pytest

from browsers import DESK, PHONE, browser, page_of, picture, wait_until
from groundrules.desk.vaults.follow_sources import sources_seen
from groundrules.faces.web.pairing import listening_for_phone
from groundrules.faces.web.sessions import PAIRED
from served import listening, seated

NARROW = {"width": 360, "height": 700}
PAGES = (
    "/sources",
    "/ledger",
    "/ledger/receipts",
    "/ledger/witnesses",
    "/ledger/copies",
    "/settings",
    "/settings/members",
    "/settings/sharing",
    "/settings/retention",
    "/settings/phone",
    "/settings/setup",
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """Give a served vault, its address and a browser."""
    with (
        pytest.MonkeyPatch.context() as patch,
        seated(tmp_path_factory.mktemp("house"), patch) as seat,
        listening(seat) as address,
        browser() as found,
    ):
        yield seat, address, found


def code_of(seat):
    return sources_seen(seat.vault, (), None).sources[0].source.code


def come_in(page, seat, address):
    page.goto(f"{address}/start/{seat.sessions.ticket()}")


@pytest.mark.parametrize("size", [DESK, PHONE, NARROW], ids=["desk", "phone", "narrow"])
def test_no_page_is_wider_than_its_screen_and_each_has_one_title(house, size):
    seat, address, found = house
    with page_of(found, size) as page:
        come_in(page, seat, address)
        more = (f"/sources/{code_of(seat)}", f"/sources/{code_of(seat)}/inventory")
        for path in (*PAGES, *more):
            assert 200 == page.goto(f"{address}{path}").status
            assert (path, 0) == (path, page.evaluate(OVERFLOW))
            assert 1 == page.locator("h1").count()
            if size is not NARROW:
                name = path.strip("/").replace("/", "-").replace(code_of(seat), "one")
                picture(page, f"{name}-{size['width']}")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "none"])
def test_a_refused_form_comes_back_filled_in_and_begins_with_what_is_wrong(house, scripts):
    seat, address, found = house
    title = "pier9_sale_FINAL_v7_legal_checked_and_more.docx"
    with page_of(found, PHONE, java_script_enabled=scripts) as page:
        come_in(page, seat, address)
        page.goto(f"{address}/drafts/new")
        page.fill("#f-title", "   ")
        page.fill("#f-text", "The deal was dead.")
        page.click("form.new-draft .button-primary")
        page.wait_for_selector(".refused:focus")
        assert "The deal was dead." == page.input_value("#f-text")
        assert 0 == page.evaluate(OVERFLOW)
        page.fill("#f-title", title)
        page.click("form.new-draft .button-primary")
        page.wait_for_selector("#draft-form")
        assert title == page.locator("h1").inner_text()
        assert 0 == page.evaluate(OVERFLOW)


def test_yes_and_no_do_not_touch(house):
    seat, address, found = house
    with page_of(found, PHONE) as page:
        come_in(page, seat, address)
        page.goto(f"{address}/drill")
        page.evaluate("document.querySelector('dialog#confirm').showModal()")
        no, yes = (one.bounding_box() for one in page.locator("dialog#confirm button").all())
        assert no["x"] + no["width"] + 8 <= yes["x"]


def test_a_name_is_gone_after_a_minute_and_does_not_come_back(house):
    seat, address, found = house
    code = code_of(seat)
    with page_of(found, PHONE) as page:
        come_in(page, seat, address)
        page.clock.install()
        page.goto(f"{address}/sources/{code}")
        page.fill("#f-purpose", "to check the spelling with counsel")
        page.click("form[action$='/name'] button")
        page.wait_for_selector("name-shown .card")
        shown = page.locator("name-shown").inner_text()
        picture(page, "name-390")
        assert code not in page.title()
        page.clock.run_for(59_000)
        assert page.locator("name-shown .card").count()
        page.clock.run_for(2_000)
        page.wait_for_url(f"{address}/sources/{code}")

        assert "Hidden again in 60 seconds." in shown
        assert not page.locator("name-shown").count()
        page.go_back()
        assert not page.locator("name-shown .card").count()


def test_without_script_everything_is_done_all_the_same(house):
    seat, address, found = house
    with page_of(found, DESK, java_script_enabled=False) as page:
        come_in(page, seat, address)
        page.goto(f"{address}/ledger")
        page.click("text=Look at every entry")
        page.wait_for_url("**/tasks/*")
        page.goto(f"{address}/sources/{code_of(seat)}")
        page.fill("#f-purpose", "to check the spelling with counsel")
        page.click("form[action$='/name'] button")
        page.wait_for_selector(".name-large, name-shown")
        assert 'http-equiv="refresh" content="60;' in page.content()
        page.goto(f"{address}/settings")
        page.fill("#f-minutes", "20")
        page.click("form[action='/settings/minutes'] button")
        page.wait_for_selector(".said")

    assert 20.0 == seat.minutes


def test_a_phone_comes_in_over_tls_by_its_code(house):
    seat, address, found = house
    with listening_for_phone(seat, "127.0.0.1"), page_of(found, DESK) as page:
        come_in(page, seat, address)
        page.goto(f"{address}/settings/phone")
        page.click("text=Make a code")
        page.wait_for_selector(".pairing img")
        wait_until(page, "document.querySelector('.pairing img').naturalWidth > 0")
        picture(page, "settings-phone-code-1280")
        with page_of(found, PHONE, ignore_https_errors=True) as phone:
            code, _ = seat.sessions.code
            phone.goto(f"{seat.pairing}{code}")
            base = seat.pairing.removesuffix("/pair/")
            assert f"{base}/" == phone.url
            assert 200 == phone.goto(f"{base}/sources").status
            phone.goto(f"{base}/settings/phone")
            picture(phone, "settings-phone-paired-390")
            assert not phone.locator("text=Make a code").count()
            assert seat.sessions.is_paired
            with phone.expect_request_finished(lambda one: one.url.endswith("/unpair")):
                phone.click("text=Send it away")
            assert 401 == phone.request.get(f"{base}/sources").status
        assert ("", 0.0) == seat.sessions.code
        assert seat.sessions.ticket(PAIRED)

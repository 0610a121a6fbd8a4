"""The light in Chromium: a talk from end to end, on a phone and a laptop, by touch and by key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lit_page import (
    MICROPHONE,
    SENT,
    a_place,
    all_sent,
    axe_script,
    barriers,
    begun,
    kinds,
    least_contrast,
    lit,
    press,
    put,
    read_back,
    record_of,
    says,
)
from playwright.sync_api import expect

from browsers import DESK, PHONE, browser, page_of, picture
from groundrules.desk.light.marks import marks_in
from groundrules.desk.vaults.tapes import tape_content, tapes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from groundrules.faces.web.seat import Seat


LEVELS = (
    "plain-words",
    "not-for-attribution",
    "background",
    "chatham-house",
    "deep-background",
    "off-the-record",
)
AA = 4.5
"""The contrast that text has at least (WCAG 2.2, 1.4.3)."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Seat, str]]:
    """Give a seat with an empty vault, and its address."""
    with a_place(tmp_path_factory.mktemp("lit")) as found:
        yield found


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    """Give Chromium with a microphone that hums."""
    with browser(*MICROPHONE) as found:
        yield found


@pytest.mark.parametrize(
    ("size", "scheme"),
    [(PHONE, "light"), (PHONE, "dark"), (DESK, "light"), (DESK, "dark")],
    ids=["phone-light", "phone-dark", "desk-light", "desk-dark"],
)
def test_a_talk_from_end_to_end(
    chrome: Browser, place: tuple[Seat, str], size: dict[str, int], scheme: str
) -> None:
    tag = f"light-{'phone' if size is PHONE else 'desk'}-{scheme}"
    with page_of(chrome, size, color_scheme=scheme) as page:
        talk = begun(page, place)
        says(page, "on the record")
        picture(page, f"{tag}-on-the-record")
        put(page, "background")
        says(page, "not agreed yet")
        expect(page.locator('[data-part="note"]')).to_contain_text("Still on the record")
        picture(page, f"{tag}-not-agreed")
        read_back(page, "a person briefed on the talks")
        expect(page.locator('[data-part="aloud-words"]')).to_contain_text("So, on background:")
        picture(page, f"{tag}-read-back")
        press(page, "yes")
        says(page, "on background")
        expect(page.locator('[data-part="more"]')).to_contain_text("a person briefed on the talks")
        picture(page, f"{tag}-background")
        put(page, "off-the-record", "reporter")
        says(page, "on background")
        press(page, "yes")
        says(page, "off the record")
        expect(page.locator('[data-part="note"]')).to_contain_text("by its name alone")
        picture(page, f"{tag}-off-the-record")
        press(page, "return")
        page.locator("#return button[value=reporter]").click()
        says(page, "off the record")
        press(page, "yes")
        says(page, "on the record")
        press(page, "wrong")
        page.locator("#wrong button[value=yes]").click()
        says(page, "unclear")
        picture(page, f"{tag}-unclear")
        assert no_wider_than_the_screen(page)
        press(page, "close")
        page.locator("#close button[value=yes]").click()
        expect(page.locator('[data-notice="over"]')).to_be_visible(timeout=SENT)
        picture(page, f"{tag}-over")
    expected = [
        "ask",
        "define",
        "agree",
        "offer",
        "agree",
        "return",
        "return-accept",
        "unclear",
        "close",
    ]
    assert expected == kinds(place, talk)


def no_wider_than_the_screen(page: Page) -> bool:
    """Tell whether nothing scrolls sideways, at 360 pixels and as it is."""
    size = page.viewport_size
    found = []
    for width in (360, size["width"] if size else 360):
        page.set_viewport_size({"width": width, "height": 800})
        found.append(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
    return all(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(
    chrome: Browser, place: tuple[Seat, str], tmp_path: Path, scheme: str
) -> None:
    axe = axe_script(tmp_path)
    found: dict[str, list[str]] = {}
    contrasts: dict[str, float] = {}
    with page_of(chrome, PHONE, color_scheme=scheme, reduced_motion="reduce") as page:
        begun(page, place)
        found["on the record"] = barriers(page, axe)
        for sheet in ("ask", "grace", "record", "close", "keys"):
            page.locator(f'[data-do="{sheet}"], [data-opens="{sheet}"]').last.click()
            found[f"the sheet {sheet}"] = barriers(page, axe)
            page.keyboard.press("Escape")
        for level in LEVELS:
            put(page, level, "reporter")
            found[f"{level} is offered"] = barriers(page, axe)
            press(page, "define")
            found[f"{level} is read back"] = barriers(page, axe)
            page.locator("#define button[value=yes]").click()
            press(page, "yes")
            expect(page.locator("body")).to_have_attribute("data-terms", level)
            found[level] = barriers(page, axe)
            contrasts[level] = least_contrast(page)
        for sheet in ("return", "wrong"):
            press(page, sheet)
            found[f"the sheet {sheet}"] = barriers(page, axe)
            page.keyboard.press("Escape")
        press(page, "wrong")
        page.locator("#wrong button[value=yes]").click()
        says(page, "unclear")
        found["unclear"] = barriers(page, axe)
        contrasts["unclear"] = least_contrast(page)
        for pale in ("#device-head", "#now-level"):  # the controls: both see what is too pale
            page.evaluate(f"document.querySelector('{pale}').style.color = '#777'")
        assert any("contrast" in one for one in barriers(page, axe))
        assert least_contrast(page) < AA
    assert {} == {state: wrong for state, wrong in found.items() if wrong}
    assert {} == {state: ratio for state, ratio in contrasts.items() if ratio < AA}


def test_the_clock_goes_by_the_language_of_the_page(
    chrome: Browser, place: tuple[Seat, str]
) -> None:
    seat, address = place
    with page_of(chrome, PHONE, locale="en-US") as page:
        page.goto(f"{address}/start/{seat.sessions.ticket()}")
        page.request.post(
            f"{address}/wishes", form={"language": "de"}, headers={"sec-fetch-site": "same-origin"}
        )
        page.goto(f"{address}/light")
        page.click("form[action='/light'] button")
        expect(page.locator("[data-part=since]")).to_have_text(
            re.compile(r"seit \d\d:\d\d · \d+ s lang")
        )


def test_a_slip_is_taken_back_and_never_sent(chrome: Browser, place: tuple[Seat, str]) -> None:
    with page_of(chrome, PHONE) as page:
        talk = begun(page, place)
        put(page, "off-the-record")
        press(page, "slip")
        says(page, "on the record")
        put(page, "background")
        expect(page.locator('[data-part="slip"]')).to_be_visible()
        all_sent(page)
        expect(page.locator('[data-part="slip"]')).to_be_hidden()
    assert ["ask"] == kinds(place, talk)


def test_the_keyboard_alone_is_enough(chrome: Browser, place: tuple[Seat, str]) -> None:
    with page_of(chrome, DESK) as page:
        talk = begun(page, place)
        keys = page.keyboard
        keys.press("a")
        expect(page.locator("#ask")).to_be_visible()
        page.locator('#ask button[value="off-the-record"]').focus()
        keys.press("Enter")
        says(page, "not agreed yet")
        keys.press("y")
        says(page, "off the record")
        keys.press("r")
        expect(page.locator("#define")).to_be_visible()
        page.locator("#define button[value=yes]").focus()
        keys.press("Enter")
        expect(page.locator('[data-do="yes"]')).to_be_enabled()
        keys.press("y")
        expect(page.locator('[data-part="note"]')).to_be_hidden()
        keys.press("b")
        expect(page.locator("#return")).to_be_visible()
        keys.press("Escape")
        says(page, "off the record")
        expect(page.locator("#says")).to_contain_text("Now: ")
        all_sent(page)
    assert ["ask", "agree", "define", "agree"] == kinds(place, talk)


def test_enter_in_a_field_logs_nothing(chrome: Browser, place: tuple[Seat, str]) -> None:
    with page_of(chrome, DESK) as page:
        begun(page, place)
        press(page, "grace")
        page.fill("#l-reason", "asked for it a moment too late")
        page.keyboard.press("Enter")
        expect(page.locator("#grace")).to_be_visible()
        press_escape_and_see_nothing(page)


def press_escape_and_see_nothing(page: Page) -> None:
    """Leave a sheet, and hold that nothing was done."""
    page.keyboard.press("Escape")
    expect(page.locator('[data-part="log"] li')).to_have_count(0)


def test_what_cannot_be_done_says_why(chrome: Browser, place: tuple[Seat, str]) -> None:
    with page_of(chrome, DESK) as page:
        begun(page, place)
        for name, why in (
            ("yes", "Nothing waits for an answer."),
            ("return", "You are on the record."),
            ("define", "No terms were put that could be read back."),
        ):
            key = page.locator(f'[data-do="{name}"]')
            expect(key).to_be_disabled()
            expect(key.locator("[data-why]")).to_have_text(why)
        put(page, "background")
        expect(page.locator('[data-do="yes"]')).to_be_enabled()


def test_a_recording_is_kept_and_stops_when_they_say_so(
    chrome: Browser, place: tuple[Seat, str]
) -> None:
    seat, _ = place
    with page_of(chrome, PHONE) as page:
        talk = begun(page, place)
        press(page, "record")
        picture(page, "light-phone-light-record-sheet")
        page.locator("#record button[value=yes]").click()
        expect(page.locator('[data-notice="recording"]')).to_contain_text("Recording,")
        expect(page.locator('.light-act[data-do="record"]')).to_contain_text("Stop recording")
        put(page, "off-the-record")
        press(page, "yes")
        expect(page.locator('[data-notice="recording"]')).to_contain_text("the recording goes on")
        picture(page, "light-phone-light-recording")
        page.wait_for_timeout(5500)
        press(page, "record")
        expect(page.locator('[data-notice="recording"]')).to_have_count(0)
        press(page, "close")
        page.locator("#close button[value=yes]").click()
        expect(page.locator('[data-notice="over"]')).to_be_visible(timeout=SENT)
    record = record_of(place, talk)
    assert ["both agreed to a recording", "", "", "recording stopped", ""] == [
        *marks_in(record.text).values()
    ]
    (tape,) = tapes(seat.vault, record.path.name)
    assert ["agreed", "ask", "agree", "stopped"] == [one.mark for one in tape.marks[1:]]
    assert tape.chunks >= 2
    assert tape_content(seat.vault, tape.id).startswith(b"\x1aE\xdf\xa3")  # EBML, as WebM has it


def test_it_is_lit_in_a_second(chrome: Browser, place: tuple[Seat, str]) -> None:
    with page_of(chrome, PHONE) as page:
        begun(page, place)
        took = []
        for _ in range(4):
            page.reload()
            lit(page)
            took.append(page.evaluate("performance.getEntriesByName('lit')[0].startTime"))
    assert min(took) < 1000

"""The three main flows by keyboard alone: the light, a conversation's review, a draft's mend.

Nothing is clicked. What cannot be reached by a key of its own is reached by Tab, as anybody would.
"""

from __future__ import annotations

import pytest

from browsers import DESK, browser, page_of, picture
from furnished import furnished
from served import listening

MOST_TABS = 250


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    with (
        furnished(tmp_path_factory.mktemp("keys")) as seat,
        listening(seat) as address,
        browser() as chromium,
    ):
        yield seat, address, chromium


@pytest.fixture
def page(place):
    seat, address, chromium = place
    with page_of(chromium, DESK) as found:
        found.goto(f"{address}/start/{seat.sessions.ticket()}")
        found.set_default_timeout(15_000)
        yield found


def tab_to(page, selector):
    """Press Tab until what has the focus is an element of a selector; its outline must show."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("(one) => document.activeElement.matches(one)", selector):
            assert page.evaluate(SEEN), selector
            return
    pytest.fail(f"{selector} is not reached by {MOST_TABS} tabs")


SEEN = """() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
}"""


REMEDY = "ol.findings [data-slot=remedy]:not([hidden])"


def go(page, keys, path):
    """Press two keys, one after the other, and wait for the page that they lead to."""
    with page.expect_navigation(url=f"**{path}"):
        for key in keys:
            page.keyboard.press(key)


def test_a_talk_goes_off_the_record_and_back(page):
    go(page, "gl", "/light")
    page.keyboard.press("b")
    page.wait_for_url("**/light/*")
    level = page.locator("#now-level")
    page.locator("[data-do=ask]:not([disabled])").wait_for()
    before = level.inner_text()
    page.keyboard.press("a")
    tab_to(page, "dialog[open] .light-levels button, dialog[open] .light-levels [tabindex]")
    page.keyboard.press("Enter")
    page.locator("[data-do=define]:not([disabled])").wait_for()
    page.keyboard.press("r")
    tab_to(page, "dialog#define[open] button[value=yes]")
    page.keyboard.press("Enter")
    page.locator("[data-do=yes]:not([disabled])").wait_for()
    page.keyboard.press("y")
    page.locator("[data-do=return]:not([disabled])").wait_for()
    during = level.inner_text()
    picture(page, "keyboard-light")
    page.keyboard.press("b")
    tab_to(page, "dialog#return[open] button[value=source]")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "(was) => document.querySelector('#now-level').innerText !== was", arg=during
    )
    assert before == level.inner_text() != during


def test_what_was_heard_is_confirmed(page):
    tab_to(page, "a.waiting-row:has([data-matter=proposals])")
    page.keyboard.press("Enter")
    page.wait_for_url("**/conversations/**")
    waiting = page.locator("section.heard")
    left = waiting.count()
    assert left > 1
    while left:
        page.keyboard.press("j")
        page.keyboard.press("y")
        page.wait_for_function(
            "(left) => document.querySelectorAll('section.heard').length < left", arg=left
        )
        left = waiting.count()
    assert "off the record" in page.locator("section.turns").inner_text()
    picture(page, "keyboard-review")


def test_a_draft_is_mended_and_kept(page):
    go(page, "gd", "/drafts")
    tab_to(page, "main a[href^='/drafts/']:not([href='/drafts/new'])")
    page.keyboard.press("Enter")
    page.wait_for_url("**/drafts/*")
    found = page.locator("ol.findings > li")
    found.first.wait_for()
    tab_to(page, "ol.findings [data-slot=remedy]:not([hidden])")
    text = page.locator(".cm-content").inner_text()
    remedies = page.locator(REMEDY).count()
    picture(page, "keyboard-draft-before")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "([remedy, count]) => document.querySelectorAll(remedy).length < count",
        arg=[REMEDY, remedies],
    )
    assert text != page.locator(".cm-content").inner_text()
    version = page.locator("[name=version]").input_value()
    page.keyboard.press("Control+s")
    page.wait_for_function(
        "(was) => document.querySelector('[name=version]').value !== was", arg=version
    )
    picture(page, "keyboard-draft")


def test_what_no_key_reaches_is_found(page):
    """Control: a button that is out of the order of tabs is not reached."""
    page.evaluate("document.querySelector('a.waiting-row').setAttribute('tabindex', '-1')")
    page.evaluate("document.querySelector('a.waiting-row').classList.add('unreached')")
    with pytest.raises(pytest.fail.Exception):
        tab_to(page, ".unreached")

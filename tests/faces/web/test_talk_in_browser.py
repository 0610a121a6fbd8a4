"""Practising, preparing and reporting trouble in Chromium: by keys, by taps, and with no script."""

from __future__ import annotations

import pytest

from browsers import DESK, PHONE, browser, page_of, picture
from served import listening, seated

HARBOR = "harbor-2026-11-03"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    with (
        pytest.MonkeyPatch.context() as patch,
        seated(tmp_path_factory.mktemp("talking"), patch) as seat,
        listening(seat) as address,
        browser() as chromium,
    ):
        yield seat, address, chromium


def enter(page, place):
    seat, address, _ = place
    page.goto(f"{address}/start/{seat.sessions.ticket()}")
    return lambda path: page.goto(f"{address}{path}")


def begin_scene(page):
    page.get_by_role("button", name="Begin", exact=True).click()
    page.locator(".play-talk").wait_for()


def test_a_scene_is_played_by_keys_alone(place):
    with page_of(place[2], DESK) as page:
        go = enter(page, place)
        go("/drill/good-time")
        page.keyboard.press("b")
        page.locator(".play-talk").wait_for()
        said = page.locator(".play-turn-you")
        while page.locator(".play-answer").count():
            before = said.count()
            page.keyboard.press("1")
            page.locator(f".play-turn-you >> nth={before}").wait_for()
        assert page.get_by_role("heading", name="How it ended").is_visible()
        picture(page, "drill-ended")
        page.keyboard.press("a")
        page.locator(".play-answer").first.wait_for()
        assert said.count() == 0


def test_a_key_that_somebody_types_in_their_own_words_answers_nothing(place):
    with page_of(place[2], DESK) as page:
        go = enter(page, place)
        go("/drill/first-ask")
        begin_scene(page)
        page.get_by_text("Say it in your own words").click()
        page.get_by_label("What you would say").fill("")
        page.get_by_label("What you would say").press("1")
        assert page.locator(".play-turn-you").count() == 0
        page.get_by_label("What you would say").fill("Can we go off the record?")
        page.get_by_role("button", name="Say it").click()
        page.locator(".play-turn-you").wait_for()
        assert "you asked to talk off the record" in page.locator(".play-lesson").inner_text()


def test_what_an_answer_brought_stands_before_the_next_answers_on_a_phone(place):
    with page_of(place[2], PHONE) as page:
        go = enter(page, place)
        go("/drill/same-word")
        begin_scene(page)
        page.locator(".play-answer").first.tap()
        page.locator(".play-lesson").wait_for()
        lesson = page.locator(".play-lesson").bounding_box()
        talk = page.locator(".play-talk").bounding_box()
        scene = page.locator(".play-scene").bounding_box()
        assert talk["y"] < lesson["y"] < scene["y"]
        picture(page, "drill-phone")


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without"])
def test_one_prepares_question_by_question_and_comes_to_the_ways(place, script):
    with page_of(place[2], PHONE, java_script_enabled=script) as page:
        go = enter(page, place)
        go("/prepare")
        page.get_by_role("button", name="Begin", exact=True).click()
        page.locator("#answer").fill("The Washington Post")
        page.get_by_role("button", name="Go on").click()
        assert "the Washington Post" in page.locator(".notice").inner_text()
        for _ in range(3):
            page.get_by_role("button", name="Go on").click()
        assert "Why do you want to talk?" in page.locator("h1").inner_text()
        page.get_by_text("Something wrong is going on").click()
        picture(page, "prepare-question")
        page.get_by_role("link", name="Back", exact=True).click()
        assert "Who wanted this talk?" in page.locator("h1").inner_text()
        page.get_by_role("button", name="Enough questions").click()
        assert page.get_by_role("heading", name="Do not say it").count() >= 1
        picture(page, "prepare-ways")
        page.get_by_role("link", name="My page for the talk", exact=True).click()
        assert "My page for the talk" in page.locator("h1").inner_text()


def test_trouble_is_put_down_from_its_calm_page(place):
    with page_of(place[2], DESK) as page:
        go = enter(page, place)
        go("/incidents")
        page.get_by_role("link", name="The agreement was broken in print").click()
        page.get_by_label("Conversation").select_option(label=HARBOR)
        page.get_by_label("Turns that are meant").fill("7-9")
        page.get_by_role("button", name="Put it into the record").click()
        page.wait_for_url("**/incidents/in/**")
        assert "No terms were changed" in page.locator("#says").inner_text()
        assert page.locator(".trouble-proven > li").count() == 3
        picture(page, "incident")


def test_a_sheet_prints_itself_alone(place):
    with page_of(place[2], DESK) as page:
        go = enter(page, place)
        go("/incidents/leak")
        page.evaluate("window.print = () => { document.title = 'printed'; }")
        page.get_by_role("button", name="Print").click()
        assert page.title() == "printed"
        page.emulate_media(media="print")
        for hidden in (".places", ".bar", ".take-along", ".side-by-side > aside"):
            assert not page.locator(hidden).first.is_visible(), hidden
        assert page.locator(".reading").is_visible()


def test_the_words_to_say_are_copied(place):
    with page_of(place[2], DESK, permissions=["clipboard-read", "clipboard-write"]) as page:
        go = enter(page, place)
        go("/scripts?level=off-the-record&policy=ap")
        page.get_by_role("button", name="Copy the words").click()
        page.locator("[data-copy][data-state=copied]").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        spoken = page.locator(".spoken").all_inner_texts()
        assert copied.split("\n\n") == [one.strip() for one in spoken]


PATHS = (
    "/policies/uk-lobby",
    "/policies/compare?left=ap&right=uk-lobby",
    "/rules/GR101",
    "/scripts",
    "/drill",
    "/meetings",
    "/meetings/aside",
    "/incidents/subpoena",
    "/plan",
    "/liaisons",
)


def test_nothing_scrolls_sideways_on_the_smallest_phone(place):
    with page_of(place[2], {"width": 360, "height": 640}) as page:
        go = enter(page, place)
        wide = {}
        for path in PATHS:
            go(path)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > 360:
                wide[path] = width
        assert {} == wide
        page.evaluate("document.querySelector('main').style.minWidth = '400px'")
        assert page.evaluate("document.documentElement.scrollWidth") > 360  # control

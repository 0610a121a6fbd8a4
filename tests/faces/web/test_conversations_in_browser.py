"""Conversations in Chromium: keys, ticks, the tape, a phone, no script, and a very long talk."""

from __future__ import annotations

import base64
import re

import pytest
from test_conversations_pages import begun, brought, seen, stream

from browsers import DESK, PHONE, browser, page_of, picture, wait_until
from conversation_room import recording
from served import HOST, listening, office_at, seated

PAGES = ("", "/agreements", "/afterwards", "/readers", "/turns/2", "/terms?turns=2&how=this")

TIMED = (
    "conversation: timed\nparties:\n  AR: reporter\n  S1: source\n\n"
    "[00:00:00] AR: one two three four\n[00:00:04] S1: five six seven eight\n"
    + "".join(f"[00:00:{second:02}] AR: and so on\n" for second in range(8, 58))
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Give an office with the example records, the address at which it is served, and Chromium."""
    with (
        pytest.MonkeyPatch.context() as patch,
        seated(tmp_path_factory.mktemp("place"), patch) as seat,
        listening(seat) as address,
        browser() as chromium,
    ):
        seat.hosts.add(HOST)
        with office_at(seat) as office:
            yield office, address, chromium


def come_in(page, place, path):
    office, address, _ = place
    page.goto(f"{address}/start/{office.seat.sessions.ticket()}")
    page.goto(f"{address}{path}")


def test_acts_are_decided_by_keys_and_undone(place):
    office, _, chromium = place
    talk = brought(office, "by-keys")
    waiting = seen(office, talk)["waiting"]
    with page_of(chromium, DESK) as page:
        come_in(page, place, f"/conversations/{talk}")
        page.keyboard.press("j")
        page.wait_for_selector("#heard-1[data-at-hand] .effects p")
        page.keyboard.press("j")
        page.wait_for_selector("#heard-2[data-at-hand]")
        page.keyboard.press("k")
        page.wait_for_selector("#heard-1[data-at-hand]")
        page.keyboard.press("y")
        page.wait_for_selector(f".heard-bar:has-text('{waiting - 1} act')")
        page.wait_for_selector("#heard-1[data-at-hand] [data-key=y]")
        assert len(seen(office, talk)["acts"]) == 1
        page.keyboard.press("n")
        page.wait_for_selector(f".heard-bar:has-text('{waiting - 2} act')")
        page.keyboard.press("u")
        page.wait_for_selector(f".heard-bar:has-text('{waiting - 1} act')")
        assert seen(office, talk)["waiting"] == waiting - 1
        page.keyboard.press("c")
        page.wait_for_url(re.compile("/heard/1$"))


def test_turns_are_ticked_in_runs_and_by_their_words(place):
    office, _, chromium = place
    talk = stream(office, "harbor-2026-11-03")
    with page_of(chromium, DESK) as page:
        come_in(page, place, f"/conversations/{talk}")
        ways = page.locator(".selection-ways button")
        assert [ways.nth(n).is_disabled() for n in range(3)] == [True] * 3
        page.check("input[name=turns][value='3']")
        page.locator("input[name=turns][value='6']").click(modifiers=["Shift"])
        assert page.inner_text("[data-selected]") == "Turns 3 to 6"
        page.click(".selection-ways [type=reset]")
        page.wait_for_selector("terms-selection:not([data-any])")
        page.evaluate("document.querySelector('#turn-3').scrollIntoView({block: 'center'})")
        page.wait_for_timeout(200)
        first, second = (page.locator(f"#turn-{n} .turn-words").bounding_box() for n in (2, 3))
        page.mouse.move(first["x"] + 5, first["y"] + 14)
        page.mouse.down()
        page.mouse.move(second["x"] + 80, second["y"] + 14, steps=8)
        page.mouse.up()
        assert page.inner_text("[data-selected]") == "Turns 2 to 3"
        picture(page, "conversation-ticked")
        page.click("button[value='from-here']")
        page.wait_for_url(re.compile(r"how=from-here&turns=2&turns=3"))
        assert page.input_value("input[name=first]") == "2"


@pytest.fixture
def taped(place):
    office, _, _ = place
    text = base64.b64encode(TIMED.encode()).decode()
    upload = {"name": "timed.record", "content": text}
    ticket = office.do("/conversations/import", {"upload": upload})["ticket"]
    lines = office.data("/conversations")["conversations"]
    name = f"timed-{len(lines)}"
    talk = office.do(f"/conversations/import/{ticket}", {"name": name})["talk"]
    tape = {"name": "t.wav", "content": base64.b64encode(recording(60)).decode()}
    office.do(f"/conversations/{talk}/tapes", {"upload": tape})
    return talk


def playing(page):
    return page.evaluate(
        "(() => { const a = document.querySelector('audio'); return a.paused; })()"
    )


def at(page):
    return page.evaluate("document.querySelector('audio').currentTime")


def test_a_click_on_a_word_plays_it_and_keys_move_the_tape(place, taped):
    _, _, chromium = place
    with page_of(chromium, DESK) as page:
        come_in(page, place, f"/conversations/{taped}")
        box = page.locator("#turn-2 .turn-words").bounding_box()
        words = page.evaluate(
            """() => { const range = document.createRange();
                const text = document.querySelector('#turn-2 .turn-words').firstChild;
                range.setStart(text, 9); range.setEnd(text, 14);
                const box = range.getBoundingClientRect();
                return [box.x + box.width / 2, box.y + 8]; }"""
        )
        assert box["x"] < words[0]
        page.mouse.click(*words)
        page.wait_for_selector("#turn-2[data-spoken]")
        assert 5.5 < at(page) < 7.5  # "seven" is in the middle of a turn from 4 to 8 seconds
        assert page.evaluate("CSS.highlights.has('spoken-word')")
        page.keyboard.press("Escape")
        wait_until(page, "document.querySelector('audio').paused")
        before = at(page)
        page.keyboard.press("F2")
        assert at(page) == pytest.approx(before + 1.5, abs=0.01)
        page.keyboard.press("F1")
        assert at(page) == pytest.approx(before, abs=0.01)
        page.keyboard.press("F4")
        assert page.evaluate("document.querySelector('audio').playbackRate") == 1.1
        page.keyboard.press("F3")
        page.keyboard.press("F3")
        assert page.evaluate("document.querySelector('audio').playbackRate") == 0.9
        picture(page, "conversation-tape")


def test_the_words_follow_the_tape_until_somebody_scrolls(place, taped):
    _, _, chromium = place
    with page_of(chromium, DESK) as page:
        come_in(page, place, f"/conversations/{taped}")
        page.click("#turn-1 .turn-words")
        wait_until(page, "!document.querySelector('audio').paused")
        page.evaluate("document.querySelector('audio').currentTime = 50")
        page.wait_for_selector(
            "#turn-44[data-spoken], #turn-45[data-spoken], #turn-46[data-spoken]"
        )
        wait_until(page, "scrollY > 500")
        page.wait_for_timeout(500)
        page.mouse.move(500, 400)
        page.mouse.wheel(0, -3000)
        page.wait_for_selector("[data-follow]:not([hidden])")
        page.wait_for_timeout(300)
        where = page.evaluate("scrollY")
        page.wait_for_timeout(1500)
        assert page.evaluate("scrollY") == where
        page.click("[data-follow]")
        page.wait_for_selector("[data-follow]", state="hidden")
        wait_until(page, f"scrollY > {where} + 300")


def test_the_time_is_written_where_somebody_types(place, taped):
    _, _, chromium = place
    with page_of(chromium, DESK) as page:
        come_in(page, place, f"/conversations/{taped}")
        page.click("#turn-2 .turn-clock")
        page.keyboard.press("Escape")
        page.evaluate(
            "document.querySelector('.turns').insertAdjacentHTML('beforebegin', '<textarea id=t>')"
        )
        page.focus("#t")
        page.keyboard.press("Control+j")
        assert page.input_value("#t") == "[0:00:04] "


def test_typed_words_filter_the_list_and_stay_in_the_page(place):
    _, _, chromium = place
    with page_of(chromium, DESK) as page:
        come_in(page, place, "/conversations")
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.fill("#filter", "off the RECORD pier")
        shown = page.locator("[data-row]:visible").all_inner_texts()
        assert [text for text in shown if "harbor-2026-11-03" in text] == shown != []
        page.fill("#filter", "nothing like it")
        page.wait_for_selector("text=Nothing here has these words.")
        assert [one for one in asked if not one.endswith("/static/icon.svg")] == []
        picture(page, "conversations")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_phone_never_scrolls_sideways(place, theme):
    office, address, chromium = place
    talk = stream(office, "union-2026-11-04")
    heard = brought(office, f"phone-{theme}")
    paths = [
        "/conversations",
        "/conversations/new",
        f"/conversations/{heard}",
        f"/conversations/{heard}/heard/1",
        *(f"/conversations/{talk}{sub}" for sub in PAGES),
    ]
    with page_of(chromium, {**PHONE, "width": 360}, color_scheme=theme) as page:
        come_in(page, place, "/conversations")
        for path in paths:
            page.goto(f"{address}{path}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            name = re.sub(r"\W+", "-", re.sub("[0-9a-f]{32}", "one", path)).strip("-")
            picture(page, f"phone-{theme}-{name}")
            assert wide <= 360, path


def test_without_a_script_everything_can_be_done(place):
    office, _, chromium = place
    talk = brought(office, "no-script")
    waiting = seen(office, talk)["waiting"]
    with page_of(chromium, DESK, java_script_enabled=False) as page:
        come_in(page, place, f"/conversations/{talk}")
        page.click("#heard-1 button[value=accepted]")
        assert f"{waiting - 1} act" in page.inner_text(".heard-bar")
        page.click("text=Undo the last change")
        assert f"{waiting} act" in page.inner_text(".heard-bar")
        page.check("input[name=turns][value='2']")
        page.click("button[value='so-far']")
        assert "Terms never reach back." in page.inner_text("main")
        page.goto(page.url.split("/terms")[0] + "/afterwards")
        page.select_option("#f-kind", "hold")
        page.select_option("#f-by", index=0)
        page.fill("[name=words]", "a letter from a lawyer")
        page.click("text=Write it into the record")
        assert "notes that everything must be kept" in page.inner_text(".later-list")


def test_a_talk_of_three_hours_is_drawn_run_by_run(place):
    office, _, chromium = place
    words = "\n".join(f"{'AR' if n % 2 else 'S1'}: {'So it goes on. ' * 8}" for n in range(1600))
    talk = begun(office, "three-hours", words)
    with page_of(chromium, DESK) as page:
        come_in(page, place, f"/conversations/{talk}")
        assert page.locator(".talk-turn").count() == 1600
        runs = page.evaluate(
            """() => [...document.querySelectorAll('.turn-run')].map((run) =>
                [getComputedStyle(run).contentVisibility, run.children.length])"""
        )
        assert runs == [["auto", 20]] * 80
        far = "document.querySelector('#turn-1500').checkVisibility({contentVisibilityAuto: true})"
        assert not page.evaluate(far)
        page.goto(page.url + "#turn-1500")
        wait_until(page, far)

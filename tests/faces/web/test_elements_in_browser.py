"""The small elements of every page in a real browser, under the policy that every page has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from element_pages import Site, Watched, browsing, document, served, watched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

LAYOUT = """
<header><button type="button" data-opens="palette">Go to</button>
<button type="button" data-opens="keys" aria-label="Keys">?</button>
<a href="/inbox" data-key="g i">Inbox</a><a href="/drafts" data-key="g d">Drafts</a></header>
<main id="main"><h1>Page</h1>%s</main>
<dialog id="keys" aria-label="Keys"><dl class="key-list"></dl>
<form method="dialog"><button>Close</button></form></dialog>
<dialog id="palette" aria-label="Go to">
<input role="combobox" aria-label="Where to">
<ul id="palette-list" role="listbox" aria-label="Places"></ul></dialog>
<dialog id="confirm" aria-labelledby="confirm-text"><p id="confirm-text"></p><form method="dialog">
<button value="no">No</button><button value="yes">Yes</button></form></dialog>
<template id="palette-items"><li data-address="/inbox" data-hint="g i">Inbox</li>
<li data-address="/drafts" data-hint="g d">Drafts</li></template>
"""
UNLOCKED = '<idle-lock minutes="15"></idle-lock>'
PLACES = {
    "items": [
        {"title": "Harbour talk", "address": "/conversations/1", "hint": "conversation"},
        {"title": "Elsewhere", "address": "//elsewhere.example/", "hint": ""},
    ]
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all of them."""
    with browsing() as one:
        yield one


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with pages to go to."""
    with served() as one:
        for path in ("/inbox", "/drafts", "/conversations/1", "/unlock"):
            one.pages[path] = document(LAYOUT % f"<p>at {path}</p>")
        one.answers["/api/v1/palette"] = lambda _: (200, PLACES)
        yield one


@pytest.fixture
def watch(browser: Browser, site: Site) -> Iterator[Watched]:
    """A page on which nothing may go wrong."""
    with watched(browser, site) as one:
        yield one


def opened(watch: Watched, body: str = "", attributes: str = "") -> Page:
    """Open a page with a body in the layout."""
    watch.site.pages["/"] = document(LAYOUT % body, attributes=attributes)
    return watch.open()


def path_of(page: Page) -> str:
    """Return where the page is."""
    return str(page.evaluate("location.pathname"))


def test_two_keys_go_places_and_none_does_while_somebody_types(watch: Watched) -> None:
    page = opened(watch, '<input aria-label="Words" id="field">')
    page.locator("#field").focus()
    page.keyboard.type("gi")
    assert path_of(page) == "/"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.type("gi")
    page.wait_for_url("**/inbox")


def test_single_keys_can_be_switched_off(watch: Watched) -> None:
    page = opened(watch, attributes=' data-keys="off"')
    page.keyboard.type("gi")
    page.wait_for_timeout(200)
    assert path_of(page) == "/"


def test_the_keys_of_a_page_are_listed(watch: Watched) -> None:
    page = opened(
        watch,
        '<button data-key="a">Agree <kbd aria-hidden="true">a</kbd></button>'
        '<button data-key="x" disabled>Never</button><span data-key-shown="F8">Next finding</span>',
    )
    page.keyboard.press("?")
    assert page.locator("#keys dt").all_inner_texts() == ["Ctrl K", "?", "g i", "g d", "a", "F8"]
    assert page.locator("#keys dd").all_inner_texts() == [
        "Go to",
        "Keys",
        "Inbox",
        "Drafts",
        "Agree",
        "Next finding",
    ]
    page.keyboard.type("gi")  # behind an open dialog nothing acts
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()
    assert path_of(page) == "/"


def test_the_palette_finds_places_of_the_page_and_of_the_vault(watch: Watched) -> None:
    page = opened(watch, UNLOCKED)
    page.keyboard.press("Control+k")
    page.wait_for_selector("text=Harbour talk")
    assert page.get_by_role("option").count() == 3
    page.keyboard.type("har")
    field = page.get_by_role("combobox")
    chosen = page.get_by_role("option", selected=True)
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/conversations/1")


def test_the_palette_forgets(watch: Watched) -> None:
    page = opened(watch, UNLOCKED)
    page.get_by_role("button", name="Go to").click()
    page.wait_for_selector("text=Harbour talk")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("option", selected=True).inner_text().startswith("Harbour")
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("option", selected=True).inner_text().startswith("Inbox")
    page.keyboard.press("Escape")
    page.wait_for_selector("#palette li", state="detached")
    assert page.get_by_role("combobox", include_hidden=True).input_value() == ""


def test_what_is_to_be_confirmed_happens_only_then(watch: Watched) -> None:
    watch.site.answers["/shred"] = lambda _: (200, document("<h1>Gone</h1>"))
    page = opened(
        watch,
        '<form method="post" action="/shred"><button data-confirm="It cannot be brought back."'
        ' data-confirm-yes="Shred">Shred it</button></form>',
    )
    page.get_by_role("button", name="Shred it").click()
    assert page.locator("#confirm-text").inner_text() == "It cannot be brought back."
    assert page.evaluate("document.activeElement.value") == "no"
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Shred it").click()
    page.get_by_role("button", name="No").click()
    assert watch.site.posted("/shred") == []
    page.get_by_role("button", name="Shred it").click()
    page.get_by_role("button", name="Shred", exact=True).click()
    page.wait_for_selector("text=Gone")
    assert len(watch.site.posted("/shred")) == 1


def test_a_form_that_htmx_sends_is_confirmed_too(watch: Watched) -> None:
    watch.site.answers["/part"] = lambda _: (200, document(LAYOUT % "<h1>Kept</h1>"))
    page = opened(
        watch,
        '<form hx-post="/part" hx-target="#main" hx-select="#main" hx-swap="outerHTML"'
        ' data-confirm="Sure?"><button>Keep</button></form>',
    )
    page.get_by_role("button", name="Keep").click()
    page.wait_for_timeout(200)
    assert watch.site.posted("/part") == []
    page.get_by_role("button", name="Yes").click()
    page.wait_for_selector("h1:has-text('Kept')")
    assert len(watch.site.posted("/part")) == 1


def test_a_swap_is_read_out_and_reading_goes_on_at_its_heading(watch: Watched) -> None:
    new = '<div id="says" role="status"><p class="said">Recorded.</p></div><h2 data-focus>New</h2>'
    watch.site.answers["/part"] = lambda _: (200, document(LAYOUT % new))
    page = opened(
        watch,
        '<button hx-post="/part" hx-target="#main" hx-select="#main" hx-swap="outerHTML">'
        "Do</button>",
    )
    page.get_by_role("button", name="Do").click()
    page.wait_for_selector("#read-out:has-text('Recorded.')", state="attached")
    assert page.evaluate("document.activeElement.textContent") == "New"
    assert page.locator("#main").count() == 1


def test_a_form_that_leads_to_another_page_shows_all_of_it(watch: Watched) -> None:
    site = watch.site
    site.sent_on["/begin"] = "/drafts/1"
    site.pages["/drafts/1"] = document(
        '<nav>places</nav><main id="main"><h1>Draft</h1><draft-editor><textarea aria-label="Text">'
        "words</textarea></draft-editor></main>",
        scripts=("app", "editor"),
        attributes=' data-theme="dark"',
    )
    page = opened(
        watch,
        '<form hx-post="/begin" hx-target="#main" hx-select="#main" hx-swap="outerHTML">'
        "<button>Begin</button></form>",
    )
    page.get_by_role("button", name="Begin").click()
    page.wait_for_selector("draft-editor .cm-content")
    assert path_of(page) == "/drafts/1"
    assert page.locator("nav").inner_text() == "places"
    assert page.locator("header").count() == 0
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.evaluate("document.activeElement.textContent") == "Draft"
    page.go_back()
    page.wait_for_selector("button:has-text('Begin')")
    assert path_of(page) == "/"


def test_a_form_that_leads_back_swaps_its_part(watch: Watched) -> None:
    watch.site.sent_on["/do"] = "/"
    page = opened(
        watch,
        '<form hx-post="/do" hx-target="#main" hx-select="#main" hx-swap="outerHTML">'
        "<button>Do</button></form>",
    )
    page.evaluate("document.querySelector('header').id = 'kept'")
    watch.site.pages["/"] = document(LAYOUT % "<p>done</p>")
    page.get_by_role("button", name="Do").click()
    page.wait_for_selector("text=done")
    assert page.locator("#kept").count() == 1


def test_htmx_runs_no_text_as_a_program(watch: Watched) -> None:
    page = opened(watch, "<button hx-on:click=\"document.title = 'run'\">Run</button>")
    errors: list[str] = []
    page.on("console", lambda said: errors.append(said.text))
    page.get_by_role("button", name="Run").click()
    page.wait_for_timeout(200)
    assert page.title() == "Page"
    assert any("no text is run as a program here" in said for said in errors)


def test_a_locked_vault_leads_away(watch: Watched) -> None:
    watch.site.answers["/part"] = lambda _: (423, {})
    page = opened(watch, '<button hx-get="/part">Do</button>')
    page.get_by_role("button", name="Do").click()
    page.wait_for_url("**/unlock")


IDLE = (
    '<idle-lock minutes="0.05" action="/lock" data-warns="Nobody is there." data-stay="Stay">'
    '</idle-lock><form action="/lock" method="post"><button>Lock</button></form>'
)


def test_nobody_there_locks_every_tab(watch: Watched) -> None:
    watch.site.answers["/lock"] = lambda _: (200, {})
    page = opened(watch, IDLE)
    other = watch.another()
    other.goto(watch.site.address)
    page.wait_for_selector("dialog:has-text('Nobody is there.')", timeout=5000)
    page.wait_for_url("**/unlock", timeout=8000)
    other.wait_for_url("**/unlock", timeout=8000)
    assert len(watch.site.posted("/lock")) >= 1


def test_somebody_there_keeps_it_open_and_a_lock_in_one_tab_locks_all(watch: Watched) -> None:
    watch.site.answers["/lock"] = lambda _: (200, {})
    page = opened(watch, IDLE.replace("0.05", "0.1"))
    other = watch.another()
    other.goto(watch.site.address)
    page.wait_for_selector("dialog:has-text('Nobody is there.')", timeout=9000)
    page.get_by_role("button", name="Stay").click()
    page.wait_for_timeout(1500)
    assert watch.site.posted("/lock") == []
    assert page.locator("idle-lock dialog").is_hidden()
    page.get_by_role("button", name="Lock").click()
    page.wait_for_url("**/unlock")
    other.wait_for_url("**/unlock")
    assert len(watch.site.posted("/lock")) == 1


def test_the_theme_changes_at_once_and_is_kept_by_the_server(watch: Watched) -> None:
    watch.site.answers["/api/v1/wishes"] = lambda _: (200, {})
    page = opened(
        watch,
        '<form action="/wishes"><input type="hidden" name="language" value="de">'
        '<select name="theme" data-theme aria-label="Theme"><option value="">System</option>'
        '<option value="dark">Dark</option></select></form>',
    )
    page.get_by_label("Theme").select_option("dark")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.wait_for_timeout(200)
    page.get_by_label("Theme").select_option("")
    assert page.locator("html").get_attribute("data-theme") is None
    page.wait_for_timeout(200)
    assert watch.site.posted("/api/v1/wishes") == [
        {"language": "de", "theme": "dark"},
        {"language": "de", "theme": ""},
    ]


def test_progress_is_shown_and_then_the_page_says_what_came_of_it(watch: Watched) -> None:
    steps = iter([(1, False), (2, False), (3, True)])

    def look(_: dict[str, object]) -> tuple[int, object]:
        done, ended = next(steps)
        if ended:
            watch.site.pages["/"] = document(LAYOUT % "<h1>Done</h1>")
        return 200, {"done": done, "of": 3, "ended": ended}

    watch.site.answers["/api/v1/tasks/1"] = look
    page = opened(watch, '<progress-of action="/tasks/1"><progress></progress></progress-of>')
    page.wait_for_selector("h1:has-text('Done')")
    asked = [told for to, _, told in watch.site.asked if to == "/api/v1/tasks/1"]
    assert [told.get("x-background") for told in asked] == ["1", "1", "1"]


def test_a_file_is_shown_with_its_size_and_not_sent(watch: Watched) -> None:
    page = opened(
        watch,
        '<drop-file data-wrong="Only Word files."><input type="file" accept=".docx"'
        ' aria-label="File"></drop-file>',
    )
    drop = """name => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(12300)], name));
      document.querySelector("drop-file").dispatchEvent(
        new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      return document.querySelector("input[type=file]").files.length;
    }"""
    assert page.evaluate(drop, "notes.txt") == 0
    page.wait_for_selector("#read-out:has-text('Only Word files.')", state="attached")
    assert page.evaluate(drop, "draft.docx") == 1
    assert page.locator("drop-file output").inner_text() == "draft.docx (12 kB)"
    assert watch.site.asked == []


def test_the_small_ones(watch: Watched) -> None:
    page = opened(
        watch,
        '<time-ago><time datetime="2026-11-22T09:00:00Z">22 Nov, 10:00</time></time-ago>'
        '<secret-field data-show="Show" data-hide="Hide"><input type="password" id="p">'
        "</secret-field>"
        '<undo-toast seconds="2"><p>Done.</p><form><button>Undo</button></form></undo-toast>'
        '<button data-copy="the words" data-copied="Copied.">Copy</button>',
        ' data-now="2026-11-22T09:05:00Z"',
    )
    time = page.locator("time")
    assert (time.inner_text(), time.get_attribute("title")) == ("5 minutes ago", "22 Nov, 10:00")
    page.get_by_role("button", name="Show").click()
    assert page.locator("#p").get_attribute("type") == "text"
    assert page.get_by_role("button", name="Hide").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Undo").focus()
    page.wait_for_timeout(2600)
    assert page.locator("undo-toast").count() == 1
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    page.wait_for_selector("#read-out:has-text('Copied.')", state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == "the words"
    page.wait_for_selector("undo-toast", state="detached", timeout=5000)


def test_unsaved_text_is_kept_before_a_lock_in_another_tab(browser: Browser, site: Site) -> None:
    site.answers["/lock"] = lambda _: (200, {})
    site.answers["/api/v1/drafts/1"] = lambda body: (200, {"version": body["version"] + 1})
    site.pages["/"] = document(
        '<form method="post"><input type="hidden" name="version" value="1">'
        '<draft-editor data-save="/drafts/1"><textarea name="text" aria-label="Draft"></textarea>'
        f"</draft-editor></form>{IDLE.replace('0.05', '5')}",
        scripts=("app", "editor"),
    )
    with watched(browser, site) as watch:
        page = watch.open()
        other = watch.another()
        other.goto(site.address)
        page.locator(".cm-content").focus()
        page.keyboard.type("not yet kept")
        other.get_by_role("button", name="Lock").click()
        other.wait_for_url("**/unlock")
        page.wait_for_url("**/unlock")
    order = [to for to, _, _ in site.asked]
    assert site.posted("/api/v1/drafts/1") == [{"version": 1, "text": "not yet kept"}]
    assert order.index("/api/v1/drafts/1") < order.index("/lock")

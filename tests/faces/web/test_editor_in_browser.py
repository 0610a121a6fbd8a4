"""The editor of drafts in a real browser, under the policy that every page has."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

import pytest
from element_pages import Site, Watched, browsing, document, served, watched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

CHECK, KEEP = "/api/v1/drafts/1/check", "/api/v1/drafts/1"
BODY = """
<template data-badges>
<span class="terms" data-terms="off-the-record">badge: off the record</span></template>
<template data-finding><li><article class="finding" data-severity="">
  <span data-slot="code"></span><span data-slot="severity" data-error="Error"></span>
  <span data-slot="terms"></span><p data-slot="says"></p><a data-slot="moment">listen</a>
  <button type="button" data-slot="remedy"></button><button type="button" data-go>show</button>
</article></li></template>
<div id="two">
<form method="post" action="/drafts/1"><input type="hidden" name="version" value="4">
<label for="t">Draft</label>
<draft-editor action="/drafts/1/check" data-save="/drafts/1" version="4"
  data-says-saved="Kept." data-says-failed="Not kept." data-says-newer="What is kept">
<textarea id="t" name="text" required>%s</textarea></draft-editor>
</form>
<ol data-findings></ol></div>
<p><b data-tally="errors"></b> <i data-save-state></i></p>
"""
NAME = re.compile("Adaeze Okafor")


def check(body: dict[str, Any]) -> tuple[int, object]:
    """Find a name, as code points count, and offer the description that was agreed."""
    findings = [
        {
            "from": found.start(),
            "to": found.end(),
            "severity": "error",
            "code": "GR101",
            "rule": "The name",
            "says": "The name was not released.",
            "terms": "off-the-record",
            "statement": "",
            "moment": "/conversations/1#7",
            "remedy": {
                "label": "Use the agreed words",
                "from": found.start(),
                "to": found.end(),
                "insert": "a person briefed on the talks",
            },
            "card": f"name-{number}",
        }
        for number, found in enumerate(NAME.finditer(body["text"]), 1)
    ]
    tally = {"errors": len(findings), "says": f"{len(findings)} findings"}
    return 200, {"findings": findings, "tally": tally, "version": body["version"]}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all of them."""
    with browsing() as one:
        yield one


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with one draft."""
    with served() as one:
        one.answers = {CHECK: check, KEEP: lambda body: (200, {"version": body["version"] + 1})}
        yield one


@pytest.fixture
def watch(browser: Browser, site: Site) -> Iterator[Watched]:
    """A page on which nothing may go wrong."""
    with watched(browser, site) as one:
        yield one


def opened(watch: Watched, text: str) -> Page:
    """Open a draft with a text, and wait for its first check."""
    watch.site.pages["/"] = document(BODY % text, scripts=("app", "editor"))
    page = watch.open()
    page.wait_for_selector('draft-editor[data-checks="1"]')
    return page


def marks(page: Page) -> list[str]:
    """Return the passages that are marked."""
    return page.locator("mark[data-finding]").all_inner_texts()


def checks(page: Page, count: int) -> None:
    """Wait until a text was checked so many times. (The policy forbids to wait for a function.)"""
    editor = page.locator("draft-editor")
    for _ in range(400):
        if int(editor.get_attribute("data-checks") or 0) >= count:
            return
        page.wait_for_timeout(25)
    raise AssertionError(count)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\U0001f600\U0001f600 ",
        "cafe\u0301 ",
        "\u05d4\u05d5\u05d0 \u05d0\u05de\u05e8 \U0001f600 ",
        "one\r\ntwo\r\n\U0001f600\r\n",
    ],
    ids=["plain", "emoji", "combining", "right to left", "CRLF"],
)
def test_the_very_words_are_marked(watch: Watched, before: str) -> None:
    page = opened(watch, f"{before}Adaeze Okafor said so.")
    assert marks(page) == ["Adaeze Okafor"]
    assert "\r" not in watch.site.posted(CHECK)[0]["text"]


def test_a_card_says_what_the_check_said(watch: Watched) -> None:
    page = opened(watch, "It was Adaeze Okafor.")
    card = page.locator("[data-findings] > li")
    assert card.locator("[data-slot=says]").inner_text() == "The name was not released."
    assert card.locator("[data-slot=severity]").inner_text() == "Error"
    assert card.locator("[data-slot=terms]").inner_text() == "badge: off the record"
    assert card.locator("[data-slot=moment]").get_attribute("href") == "/conversations/1#7"
    assert card.locator("article").get_attribute("data-severity") == "error"
    assert page.locator("[data-tally=errors]").inner_text() == "1"
    assert page.locator("mark").get_attribute("aria-details") == card.get_attribute("id")


def test_the_remedy_is_one_click_and_can_be_undone(watch: Watched) -> None:
    page = opened(watch, "\U0001f600 It was Adaeze Okafor.")
    page.get_by_role("button", name="Use the agreed words").click()
    checks(page, 2)
    text = "document.querySelector('draft-editor').value"
    assert page.evaluate(text) == "\U0001f600 It was a person briefed on the talks."
    assert page.locator("[data-findings] > li").count() == 0
    page.keyboard.press("Control+z")
    checks(page, 3)
    assert page.evaluate(text) == "\U0001f600 It was Adaeze Okafor."
    assert marks(page) == ["Adaeze Okafor"]


def test_typing_is_checked_and_the_newest_text_wins(watch: Watched) -> None:
    site = watch.site

    def slowly(body: dict[str, Any]) -> tuple[int, object]:
        time.sleep(0.3)
        return check(body)

    page = opened(watch, "Nobody said so. ")
    site.answers[CHECK] = slowly
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("Adaeze Okafor said so, she said, and said it again.", delay=25)
    page.wait_for_selector("mark[data-finding]")
    final = "Nobody said so. Adaeze Okafor said so, she said, and said it again."
    page.wait_for_timeout(900)
    sent = [body["text"] for body in site.posted(CHECK)]
    assert sent[-1] == final
    assert len(sent) < 10
    assert marks(page) == ["Adaeze Okafor"]
    headers = [told for to, _, told in site.asked if to == CHECK]
    assert {told.get("x-background") for told in headers} == {"1"}


def test_a_finding_moves_with_its_text_before_the_next_answer(watch: Watched) -> None:
    page = opened(watch, "It was Adaeze Okafor.")
    watch.site.answers[CHECK] = lambda _: (503, {})
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Now: ")
    assert marks(page) == ["Adaeze Okafor"]


def test_from_a_key_to_the_card(watch: Watched) -> None:
    page = opened(watch, "word " * 1500)
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    for count in range(2, 5):
        page.keyboard.type("Adaeze Okafor ")
        checks(page, count)
        page.wait_for_timeout(300)
    latency = float(page.locator("draft-editor").get_attribute("data-latency") or 0)
    assert 120 <= latency < 1000
    assert page.evaluate("performance.getEntriesByName('typed-to-shown').length") >= 3


def test_keys_lead_from_finding_to_finding_and_to_the_panel(watch: Watched) -> None:
    page = opened(watch, "Adaeze Okafor.\n\nAdaeze Okafor again.")
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Home")
    selected = "getSelection().toString()"
    page.keyboard.press("F8")
    assert page.evaluate(selected) == "Adaeze Okafor"
    assert page.locator("li[data-linked]").count() == 1
    page.keyboard.press("F8")
    second = page.locator("li[data-linked]").get_attribute("id")
    page.keyboard.press("Shift+F8")
    assert page.locator("li[data-linked]").get_attribute("id") != second
    page.keyboard.press("Control+Shift+M")
    assert page.locator(".cm-panel-lint li").count() == 2
    page.keyboard.press("Escape")
    page.keyboard.press("Control+.")
    checks(page, 2)
    assert marks(page) == ["Adaeze Okafor"]


def test_a_card_and_its_passage_show_each_other(watch: Watched) -> None:
    page = opened(watch, "Adaeze Okafor. And then Adaeze Okafor again.")
    page.locator("[data-findings] > li").nth(1).hover()
    linked = page.locator("mark[data-linked]")
    assert linked.count() == 1
    assert linked.get_attribute("aria-details") == "finding-name-2-1"
    page.locator("mark[data-finding]").nth(0).hover()
    assert page.locator("li[data-linked]").get_attribute("id") == "finding-name-1-1"
    page.locator("[data-go]").nth(1).click()
    assert page.evaluate("getSelection().toString()") == "Adaeze Okafor"


def test_cards_stand_beside_their_lines_where_there_is_room(watch: Watched) -> None:
    page = opened(watch, "First.\n\n\n\n\nAdaeze Okafor said so.")
    columns = "document.querySelector('#two').style.cssText = 'display: grid; grid: auto / 2fr 1fr'"
    below = page.locator("[data-findings]").get_attribute("data-margin")
    page.evaluate(columns)
    page.evaluate("dispatchEvent(new Event('resize'))")
    page.wait_for_selector("ol[data-margin]")
    line = page.locator("mark[data-finding]").bounding_box()
    card = page.locator("[data-findings] > li").bounding_box()
    assert line is not None
    assert card is not None
    assert below is None
    assert abs(line["y"] - card["y"]) <= 4


def test_what_is_unsaved_is_kept_by_a_key_and_asked_for_on_leaving(watch: Watched) -> None:
    page = opened(watch, "Nobody.")
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Or somebody.")
    assert page.locator("draft-editor").get_attribute("data-state") == "unsaved"
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("location.href = '/elsewhere'")
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    page.keyboard.press("Control+s")
    page.wait_for_selector('draft-editor[data-state="saved"]')
    assert watch.site.posted(KEEP) == [{"version": 4, "text": "Nobody. Or somebody."}]
    assert page.locator("input[name=version]").input_value() == "5"
    assert page.locator("[data-save-state]").inner_text() == "Kept."
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_version_that_is_refused_stays_on_the_page(watch: Watched) -> None:
    page = opened(watch, "Nobody.")
    refusal = {"title": "no", "faults": [{"message": "changed meanwhile", "remedy": "compare"}]}
    watch.site.answers[KEEP] = lambda _: (422, refusal)
    page.locator(".cm-content").focus()
    page.keyboard.type("X")
    page.keyboard.press("Control+s")
    page.wait_for_selector('draft-editor[data-state="failed"]')
    assert page.locator("draft-editor").get_attribute("data-why") == "changed meanwhile (compare)"
    page.wait_for_selector("text=Not kept. changed meanwhile (compare)", state="attached")
    seen = page.locator("[data-save-state][data-failed]")
    assert seen.inner_text() == "Not kept. changed meanwhile (compare) What is kept"
    link = seen.get_by_role("link", name="What is kept")
    assert link.get_attribute("href") == "/drafts/1"
    assert link.get_attribute("target") == "_blank"
    page.locator(".cm-content").focus()
    page.keyboard.type("Y")
    assert page.locator("[data-save-state][data-failed]").count() == 0


def test_what_was_refused_and_is_shown_again_is_not_kept(watch: Watched) -> None:
    refused = BODY.replace('<label for="t">', '<p data-refused>No.</p><label for="t">')
    watch.site.pages["/"] = document(refused % "Nobody.", scripts=("app", "editor"))
    page = watch.page
    page.goto(watch.site.address)
    page.wait_for_selector('draft-editor[data-state="unsaved"]')


def test_the_form_sends_what_the_editor_holds(watch: Watched) -> None:
    page = opened(watch, "Nobody.")
    watch.site.answers["/drafts/1"] = lambda _: (200, document("<h1>Kept</h1>"))
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("X")
    page.evaluate("document.querySelector('form').requestSubmit()")
    page.wait_for_selector("h1")
    assert watch.site.posted("/drafts/1") == [{"form": "version=4&text=Nobody.X"}]


def test_without_script_it_is_a_textarea(browser: Browser, site: Site) -> None:
    site.pages["/"] = document(BODY % "Nobody.", scripts=("app", "editor"))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address)
    assert page.get_by_label("Draft").input_value() == "Nobody."
    assert page.get_by_label("Draft").is_visible()
    context.close()


def test_a_style_of_the_page_itself_breaks_the_policy(browser: Browser, site: Site) -> None:
    """The control: what the editor does without its adopted styles would be seen."""
    site.pages["/"] = document("<style>p { color: red }</style>")
    watch = Watched(browser, site)
    watch.open()
    watch.page.wait_for_timeout(200)
    watch.context.close()
    assert any("style-src" in said for said in watch.wrong)

"""The light in Chromium: without a network, reloaded, killed, locked, and what is left behind."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lit_page import (
    MICROPHONE,
    SENT,
    a_place,
    all_sent,
    begun,
    kinds,
    lit,
    press,
    put,
    read_back,
    record_of,
    says,
)
from playwright.sync_api import expect

from browsers import ARGUMENTS, PHONE, browser, chromium, page_of, picture
from groundrules.desk.light.marks import marks_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext

    from groundrules.faces.web.seat import Seat


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


SHELL_IS_KEPT = """async () => {
  const shelf = await caches.open("groundrules-light-1");
  const kept = (await shelf.keys()).map((one) => new URL(one.url).pathname);
  return navigator.serviceWorker.controller !== null && kept.includes("/light/shell")
    && kept.includes("/static/light.js") && kept.includes("/static/light.css");
}"""

KEPT_SHAPES = """async () => {
  const open = indexedDB.open("groundrules-light");
  const database = await new Promise((done) => open.onsuccess = () => done(open.result));
  const all = (name) => new Promise((done) => {
    const asked = database.transaction(name).objectStore(name).getAll();
    asked.onsuccess = () => done(asked.result);
  });
  const [kept, secrets] = [await all("kept"), await all("secret")];
  database.close();
  const exported = await crypto.subtle.exportKey("raw", secrets[0]).then(() => true, () => false);
  const latin = new TextDecoder("latin1");
  const text = kept.map((one) => latin.decode(one.bytes));
  const shelves = [];
  for (const name of await caches.keys()) {
    const shelf = await caches.open(name);
    for (const one of await shelf.keys()) {
      shelves.push([new URL(one.url).pathname, await (await shelf.match(one)).text()]);
    }
  }
  return { count: kept.length, text: text.join("|"), exported, shelves };
}"""

NOTHING_KEPT = """async () => {
  const bases = (await indexedDB.databases()).map((one) => one.name);
  const workers = (await navigator.serviceWorker.getRegistrations()).length;
  return [bases, workers, await caches.keys(), localStorage.length, sessionStorage.length];
}"""


def test_without_a_network_it_goes_on_and_reloads(chrome: Browser, place: tuple[Seat, str]) -> None:
    with page_of(chrome, PHONE) as page:
        talk = begun(page, place)
        page.wait_for_function(SHELL_IS_KEPT)
        page.context.set_offline(True)
        put(page, "off-the-record")
        press(page, "yes")
        says(page, "off the record")
        kept = page.locator('[data-part="kept-words"]')
        expect(kept).to_contain_text("Nobody answers. Kept here, 2 to send", timeout=SENT)
        picture(page, "light-phone-light-away")
        page.reload()
        lit(page)
        says(page, "off the record")
        expect(kept).to_contain_text("2 to send")
        assert [] == kinds(place, talk)
        page.context.set_offline(False)
        all_sent(page)
    assert ["ask", "agree"] == kinds(place, talk)


def test_what_is_kept_is_enciphered_and_goes_in_the_end(
    chrome: Browser, place: tuple[Seat, str]
) -> None:
    canary = "the marigold canary"
    with page_of(chrome, PHONE) as page:
        begun(page, place)
        page.wait_for_function(SHELL_IS_KEPT)
        put(page, "background")
        read_back(page, canary)
        expect(page.locator('[data-part="aloud-words"]')).to_contain_text(canary)
        found = page.evaluate(KEPT_SHAPES)
        assert found["count"] >= 2
        assert not found["exported"]
        assert "background" not in found["text"]
        assert canary not in found["text"]
        paths = [path for path, _ in found["shelves"]]
        assert {"/light/shell", "/static/light.js"} <= set(paths)
        assert all(path == "/light/shell" or path.startswith("/static/") for path in paths)
        assert all(canary not in text for _, text in found["shelves"])
        press(page, "close")
        page.locator("#close button[value=yes]").click()
        expect(page.locator('[data-notice="over"]')).to_be_visible(timeout=SENT)
        assert [] == page.evaluate(NOTHING_KEPT)[0]


def test_on_a_device_that_is_not_ones_own_nothing_is_kept(
    chrome: Browser, place: tuple[Seat, str]
) -> None:
    with page_of(chrome, PHONE) as page:
        talk = begun(page, place, memory=True)
        put(page, "off-the-record")
        says(page, "not agreed yet")
        assert [[], 0, [], 0, 0] == page.evaluate(NOTHING_KEPT)
        all_sent(page)
    assert ["ask"] == kinds(place, talk)


def test_a_device_can_be_made_to_forget(chrome: Browser, place: tuple[Seat, str]) -> None:
    with page_of(chrome, PHONE) as page:
        begun(page, place)
        page.wait_for_function(SHELL_IS_KEPT)
        page.get_by_label("This is not my device").check()
        page.wait_for_url("**?keeps=memory")
        lit(page)
        nothing = f"JSON.stringify(await ({NOTHING_KEPT})()) === '[[],0,[],0,0]'"
        page.wait_for_function(f"async () => {nothing}")


def test_a_browser_that_is_killed_loses_no_act(
    chrome: Browser, tmp_path: Path, place: tuple[Seat, str]
) -> None:
    seat, base = place
    context = lasting(chrome, tmp_path)
    page = context.pages[0]
    talk = begun(page, place)
    context.set_offline(True)
    put(page, "off-the-record")
    press(page, "yes")
    says(page, "off the record")
    kill(tmp_path)
    assert [] == kinds(place, talk)

    context = lasting(chrome, tmp_path)
    page = context.pages[0]
    page.goto(f"{base}/start/{seat.sessions.ticket()}")
    page.goto(f"{base}/light/{talk}")
    lit(page)
    says(page, "off the record")
    all_sent(page)
    context.close()
    assert ["ask", "agree"] == kinds(place, talk)
    assert 2 == len(marks_in(record_of(place, talk).text))


def lasting(chrome: Browser, folder: Path) -> BrowserContext:
    """Return a browser whose profile outlives it."""
    return chrome.browser_type.launch_persistent_context(
        str(folder), executable_path=chromium(), args=[*ARGUMENTS], headless=True, viewport=PHONE
    )


def kill(folder: Path) -> None:
    """Kill the browser of a profile, as a dead battery would."""
    mark = f"--user-data-dir={folder}".encode()
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if mark in process.read_bytes():
                os.kill(int(process.parent.name), signal.SIGKILL)
        except OSError:
            continue  # it is gone already
    time.sleep(0.5)
    for lock in folder.glob("Singleton*"):
        lock.unlink(missing_ok=True)


def test_a_locked_vault_loses_no_act(chrome: Browser, place: tuple[Seat, str]) -> None:
    seat, _ = place
    with page_of(chrome, PHONE) as page:
        talk = begun(page, place)
        seat.is_locked = True
        try:
            put(page, "background")
            kept = page.locator('[data-part="kept"]')
            expect(kept).to_have_attribute("data-kept", "locked", timeout=SENT)
            expect(page.locator('[data-notice="unlock"] a')).to_have_attribute("href", "/unlock")
            picture(page, "light-phone-light-locked")
        finally:
            seat.unlocked()
        all_sent(page)
    assert ["ask"] == kinds(place, talk)

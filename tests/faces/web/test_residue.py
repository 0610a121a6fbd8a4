"""What a browser and the server leave behind: nothing that was said, by whom, or how it was opened.

The program itself is served, in a process of its own, to a Chromium whose profile lies on the disk.
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from playwright.sync_api import sync_playwright

from browsers import ARGUMENTS, DESK, chromium
from groundrules.desk.vaults.moves import bring
from residues import traces
from vault_fixtures import record_text

NAME = "Oriel Thackwray"
WORDS = "the marigold ledger was burnt"
PASSPHRASE = "quartz heron lantern overcoat"  # noqa: S105 - of a vault of this test
PURPOSE = "to ring about the tangerine file"
UPLOADED = "a receipt in vermilion ink"
TYPED = "VERM ILIO NTYP EDIN SHEE TQ"
PLANTED = "planted by the control"

SECRETS = [NAME, WORDS, PASSPHRASE, PURPOSE, UPLOADED, TYPED]

RECORD = record_text(source=NAME).replace("The deal was dead by Friday.", f"{WORDS}.")

KEPT_BY_PAGES = """async () => JSON.stringify([
  {...localStorage}, {...sessionStorage}, await caches.keys(),
  (await indexedDB.databases()).map((one) => one.name), document.cookie,
])"""


RESTORED = """() => [...document.querySelectorAll("input, textarea")]
  .filter((one) => !/^(hidden|password|checkbox|radio|file|submit)$/.test(one.type))
  .filter((one) => one.autocomplete !== "off" && one.form?.autocomplete !== "off")
  .map((one) => one.name)"""
"""The fields of a page whose content a browser would keep on the disk, to have it after a crash."""

A_PAGE = "data:text/html,<form><input name=seen></form><form autocomplete=off><input></form>"


class Visit(NamedTuple):
    """What was seen from outside while somebody worked.

    Attributes:
        pages: the text of every page that was looked at.
        titles: their titles.
        addresses: of every request.
        kept: what the pages' own storages held, as JSON.
        sheet: the lines of the recovery sheet.
        restored: the names of fields that a browser would keep.
    """

    pages: list[str]
    titles: list[str]
    addresses: list[str]
    kept: list[str]
    sheet: list[str]
    restored: set[str]


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """Give the folder in which everything happened, and what was seen while it did."""
    folder = tmp_path_factory.mktemp("residue")
    with pytest.MonkeyPatch.context() as patch:
        for name, place in _places(folder).items():
            patch.setenv(name, str(place))
        with _served(folder) as start:
            visit = _worked(folder, start)
    return folder, visit


def _places(folder):
    """Return where the process may write at all, by the variables that say so."""
    places = {
        "HOME": folder / "home",
        "TMPDIR": folder / "tmp",
        "XDG_RUNTIME_DIR": folder / "run",
        "XDG_STATE_HOME": folder / "state",
        "XDG_CACHE_HOME": folder / "cache",
        "XDG_CONFIG_HOME": folder / "config",
    }
    for place in places.values():
        place.mkdir(mode=0o700)
    return places


@contextmanager
def _served(folder):
    """Serve a vault that is still to be founded; give the start address."""
    told = folder / "told.txt"
    command = [sys.executable, "-m", "groundrules", "serve", str(folder / "office.vault")]
    with told.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--port", "0"], stdout=out, stderr=subprocess.STDOUT, cwd=folder
        )
    try:
        yield _start_address(told, process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)


def _start_address(told, process):
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        found = re.search(r"http://\S+", told.read_text("utf-8"))
        if found:
            return found[0]
        time.sleep(0.05)
    raise AssertionError(told.read_text("utf-8"))


def _worked(folder, start):
    """Work with the program for a while in a browser, lock it, and go."""
    visit = Visit([], [], [], [], [], set())
    base = start.partition("/start/")[0]
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(folder / "profile"), executable_path=chromium(), args=[*ARGUMENTS], viewport=DESK
        )
        page = context.pages[0]
        page.on("request", lambda request: visit.addresses.append(request.url))

        def look(path=""):
            if path:
                page.goto(f"{base}{path}")
            visit.pages.append(page.content())
            visit.titles.append(page.title())
            visit.restored.update(page.evaluate(RESTORED))

        page.goto(A_PAGE)
        visit.restored.update(page.evaluate(RESTORED))
        page.goto(start)
        look("/begin")
        page.fill("#f-name", "Ana Ruiz")
        page.fill("#f-passphrase", PASSPHRASE)
        page.fill("#f-again", PASSPHRASE)
        page.click("main form button")
        page.wait_for_selector(".sheet-lines")
        visit.sheet.extend(page.locator(".sheet-lines code").all_inner_texts())
        bring(folder / "office.vault", {"harbor": RECORD})
        _looked_around(page, look)
        _typed_and_sent(page, look)
        visit.kept.append(page.evaluate(KEPT_BY_PAGES))
        page.evaluate("(words) => localStorage.setItem('control', words)", PLANTED)
        page.click("form[action='/lock'] button")
        page.wait_for_url("**/unlock")
        page.fill("#f-passphrase", PASSPHRASE)
        page.click("main form button")
        page.wait_for_url(f"{base}/")
        look("/sources")
        page.click("form[action='/lock'] button")
        page.wait_for_url("**/unlock")
        look()
        page.wait_for_timeout(1500)  # what a browser writes, it writes a little later
        context.close()
    return visit


def _looked_around(page, look):
    look("/sources")
    page.click("main a.row")
    page.wait_for_selector(".agreement-made")
    look()
    page.click(".card h3 a")
    page.wait_for_url("**/conversations/*")
    look()
    look("/conversations")
    look("/ledger")
    look("/settings")


def _typed_and_sent(page, look):
    look("/sources")
    page.click("main a.row")
    page.fill("#f-purpose", PURPOSE)
    page.click("form[action$='/name'] button")
    page.wait_for_selector(".name-large")
    look()
    page.get_by_role("link", name="Hide it now").click()
    page.wait_for_selector("#who")
    look()
    look("/ledger/receipts")
    content = f"{UPLOADED}\n".encode()
    page.set_input_files(
        "#f-upload", {"name": "r.txt", "mimeType": "text/plain", "buffer": content}
    )
    page.click("form[action='/ledger/receipts/verify'] button")
    page.wait_for_selector(".notice-bad")
    look()
    look("/drafts/new")
    page.fill("#f-title", TYPED)
    page.fill("#f-text", f"{TYPED}\n")
    page.click("form[action='/drafts'] button")
    page.wait_for_selector("draft-editor .cm-content")
    look()
    for path in ("/conversations/new", "/coverage", "/prepare", "/plan", "/search"):
        look(path)
    look("/settings")
    page.fill("#f-lines", f"{TYPED}\n{TYPED}\n{TYPED}")
    page.wait_for_timeout(500)
    page.click("form[action='/settings/sheet/test'] button")
    page.wait_for_load_state()
    look()


def left_in(folder, texts):
    """Return what stands of some texts in the files below a folder, and in their names."""
    found = set()
    for path in folder.rglob("*"):
        name = str(path.relative_to(folder))
        found |= {(text, name) for text, _ in traces(name.encode(), texts)}
        if path.is_file() and not path.is_symlink():
            found |= {(text, name) for text, _ in traces(path.read_bytes(), texts)}
    return found


def test_no_file_holds_anything_of_it(room):
    folder, visit = room

    assert 3 == len(visit.sheet)
    assert set() == left_in(folder, [*SECRETS, *visit.sheet])


def test_the_control_a_profile_holds_what_a_page_keeps(room):
    folder, _ = room
    found = left_in(folder, [PLANTED])

    assert found
    assert {"profile"} == {name.split("/")[0] for _, name in found}


def test_the_control_the_pages_showed_it(room):
    _, visit = room
    shown = "\n".join(visit.pages)

    assert [NAME, WORDS, PURPOSE] == [one for one in (NAME, WORDS, PURPOSE) if one in shown]


def test_a_locked_page_shows_nothing_of_it(room):
    _, visit = room

    assert set() == traces(visit.pages[-1].encode(), [*SECRETS, *visit.sheet])


@pytest.mark.parametrize("what", ["addresses", "titles", "kept"])
def test_addresses_titles_and_storages_hold_nothing_of_it(room, what):
    folder, visit = room
    found = "\n".join(getattr(visit, what))

    assert found
    assert set() == traces(found.encode(), [*SECRETS, *visit.sheet, "harbor-2026-11-03"])
    assert set() == traces((folder / "told.txt").read_bytes(), SECRETS)


def test_no_page_has_a_field_that_a_browser_keeps(room):
    _, visit = room

    assert {"seen"} == visit.restored  # of the control's own page, and of no other


def test_what_the_server_said_is_its_address_alone(room):
    folder, _ = room
    lines = [*filter(None, (folder / "told.txt").read_text("utf-8").splitlines())]

    assert 2 == len(lines)
    assert re.fullmatch(r"groundrules: open http://127\.0\.0\.1:\d+/start/\S{43}", lines[0])


def test_no_request_left_the_machine(room):
    _, visit = room

    assert {"127.0.0.1"} == {re.match(r"\w+://([^:/]+)", one)[1] for one in visit.addresses}

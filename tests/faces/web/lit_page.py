"""A lit page: a seat with an empty vault, Chromium before it, and what people do at the light."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from groundrules.desk.records.append_to_record import open_record
from groundrules.desk.vaults.doors import door_of
from served import listening, seated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

    from groundrules.desk.records.append_to_record import RecordFile
    from groundrules.faces.web.seat import Seat

MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
WEB = Path(__file__).parents[3] / "web"
SENT = 25_000
"""Milliseconds in which all is sent at last, on a machine that has much else to do."""


@contextmanager
def a_place(folder: Path) -> Iterator[tuple[Seat, str]]:
    """Give a seat with an empty vault, and its address."""
    with (
        pytest.MonkeyPatch.context() as patch,
        seated(folder, patch, with_records=False) as seat,
        listening(seat) as base,
    ):
        yield seat, base


def begun(page: Page, place: tuple[Seat, str], *, memory: bool = False) -> str:
    """Come in, begin a talk and light it; return its stream."""
    seat, base = place
    page.goto(f"{base}/start/{seat.sessions.ticket()}")
    page.goto(f"{base}/light")
    page.select_option("#f-policy", "ap")
    if memory:
        page.get_by_label("This is not my device").check()
    page.get_by_role("button", name="Light it").click()
    lit(page)
    return page.url.split("/light/")[1][:32]


def lit(page: Page) -> None:
    """Wait until the page shows what holds."""
    page.wait_for_selector("html[data-light=lit]", state="attached")
    expect(page.locator("#now-level")).not_to_have_text("…")


def press(page: Page, name: str) -> None:
    """Tap a key."""
    page.locator(f'[data-do="{name}"]').last.click()


def put(page: Page, level: str, by: str = "source") -> None:
    """Bring up terms."""
    press(page, "ask")
    page.locator(f"#ask input[value={by}]").check()
    page.locator(f'#ask button[value="{level}"]').click()


def read_back(page: Page, description: str = "") -> None:
    """Settle what it means, and read it aloud."""
    press(page, "define")
    if description:
        page.fill("#l-description", description)
    page.locator("#define button[value=yes]").click()


def says(page: Page, words: str) -> None:
    """Hold that the page says in large words what holds."""
    expect(page.locator("#now-level")).to_have_text(re.compile(f"^{words}$", re.IGNORECASE))


def all_sent(page: Page) -> None:
    """Wait until all is in the record."""
    expect(page.locator('[data-part="kept"]')).to_have_attribute(
        "data-kept", re.compile("answered|over"), timeout=SENT
    )


def record_of(place: tuple[Seat, str], talk: str) -> RecordFile:
    """Return the record of a talk."""
    vault = place[0].vault
    with door_of(vault) as door:
        name = door.ask(str, "name_of_talk", stream=talk)
    return open_record(str(vault / name))


def kinds(place: tuple[Seat, str], talk: str) -> list[str]:
    """Return what was done, as the record has it."""
    return [fact.kind.value for fact in record_of(place, talk).conversation.facts]


def axe_script(folder: Path) -> str:
    """Return the script of axe: of `web/` where its tools are, or else of a copy that gets them."""
    script = Path("node_modules/axe-core/axe.min.js")
    if not (WEB / script).exists():
        for name in ("package.json", "package-lock.json"):
            shutil.copy(WEB / name, folder)
        npm = shutil.which("npm")
        assert npm, "the tests need npm; on Debian: apt-get install npm"
        subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit"], cwd=folder, check=True)
        return (folder / script).read_text("utf-8")
    return (WEB / script).read_text("utf-8")


def barriers(page: Page, axe: str) -> list[str]:
    """Return what axe finds on the page as it is now."""
    page.evaluate(axe)
    found: list[str] = page.evaluate(
        """async () => (await axe.run(document)).violations.map((one) => {
             const places = one.nodes.slice(0, 3).map((node) => node.target.join(" "));
             return `${one.id}: ${places.join(" | ")}`;
           })"""
    )
    return found


def least_contrast(page: Page) -> float:
    """Return the least contrast of text on the large panel (WCAG 2.2, relative luminance).

    Axe does not judge what lies on a pattern, as the panel's edge does.
    """
    found: float = page.evaluate(
        """() => {
             const canvas = document.createElement("canvas").getContext("2d");
             const shown = (...layers) => {
               for (const one of layers) {
                 canvas.fillStyle = one;
                 canvas.fillRect(0, 0, 1, 1);
               }
               return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
             };
             const light = (rgb) => {
               const [r, g, b] = rgb.map((one) => one / 255)
                 .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
               return 0.2126 * r + 0.7152 * g + 0.0722 * b;
             };
             const colour = (element, what) => getComputedStyle(element)[what];
             const panel = colour(document.querySelector(".now"), "backgroundColor");
             const texts = [...document.querySelectorAll(".now h1, .now p, .now li")];
             const ratios = texts.filter((one) => one.checkVisibility()).map((one) => {
               const below = [panel, colour(one, "backgroundColor")];
               const both = [shown(...below, colour(one, "color")), shown(...below)].map(light);
               const [low, high] = both.sort((one, other) => one - other);
               return (high + 0.05) / (low + 0.05);
             });
             return Math.min(...ratios);
           }"""
    )
    return found

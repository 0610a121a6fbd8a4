"""Chromium for tests: the system's own, headless, in the sizes of a phone and of a desk."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}

SCREENSHOTS = os.environ.get("GROUNDRULES_SCREENSHOTS", "")
"""A folder in which pages that tests look at are kept as pictures; "" for none."""

ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage")


def chromium() -> str:
    """Return the path of the system's Chromium.

    Raises:
        RuntimeError: there is none; the tests need it.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        raise RuntimeError("the tests need Chromium; on Debian: apt-get install chromium")
    return found


@contextmanager
def browser(*more: str) -> Iterator[Browser]:
    """Give a browser."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=chromium(), args=[*ARGUMENTS, *more], headless=True
        )
        try:
            yield found
        finally:
            found.close()


@contextmanager
def page_of(found: Browser, size: dict[str, int], **more: Any) -> Iterator[Page]:
    """Give a page of a size; an error in its scripts, or against its policy, fails the test."""
    context = found.new_context(viewport=size, has_touch=size is PHONE, **more)  # type: ignore[arg-type]
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console",
        lambda line: wrong.append(line.text) if "Content Security Policy" in line.text else None,
    )
    try:
        yield page
    finally:
        context.close()
    assert wrong == []


def wait_until(page: Page, expression: str) -> None:
    """Wait until an expression is true in the page.

    It is put into a function: Playwright evaluates a bare expression anew at each look, which the
    pages' policy forbids, so that only what is true at once would get through.
    """
    page.wait_for_function(f"() => {expression}")


def picture(page: Page, name: str) -> None:
    """Keep a picture of a page, where somebody wants pictures."""
    if SCREENSHOTS:
        folder = Path(SCREENSHOTS)
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(folder / f"{name}.png"), full_page=True, caret="initial")

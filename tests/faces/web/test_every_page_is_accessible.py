"""axe on every page, as a phone and a desk have it, in light and dark: not one violation.

axe-core 4.14 (MPL-2.0) comes with the tools of `web/`. One browser looks at one page after another;
what colours change is asked again in the other theme, and what sizes change at the other size.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from browsers import DESK, PHONE, browser, page_of, picture
from every_page import every_page
from furnished import furnished
from served import HOST, listening, office_at

AXE = Path("node_modules/axe-core/axe.min.js")
WEB = Path(__file__).parents[3] / "web"

WHOLE = {"resultTypes": ["violations"]}
COLOURS = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""What axe is asked for: every rule that it has, or what a theme changes."""

RUN = """async (asked) => (await axe.run(document, asked)).violations.map((one) => {
    const places = one.nodes.slice(0, 3).map((node) => node.target.join(" "));
    return `${one.id} (${one.impact}): ${places.join(" | ")}`;
})"""

POSTED = """([address, form]) => {
    const sent = document.createElement("form");
    sent.method = "post";
    sent.action = address;
    for (const [name, value] of form) {
        const field = document.createElement("input");
        field.name = name;
        field.value = value;
        sent.append(field);
    }
    document.body.append(sent);
    sent.submit();
}"""


@pytest.fixture(scope="module")
def axe(tmp_path_factory):
    """Give the script of axe: of `web/`, where its tools are, or else of a copy that gets them."""
    if not (WEB / AXE).exists():
        folder = tmp_path_factory.mktemp("axe")
        for name in ("package.json", "package-lock.json"):
            shutil.copy(WEB / name, folder)
        npm = shutil.which("npm")
        assert npm, "the tests need npm; on Debian: apt-get install npm"
        subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit"], cwd=folder, check=True)
        return (folder / AXE).read_text("utf-8")
    return (WEB / AXE).read_text("utf-8")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Give every page of a furnished newsroom, and a page of Chromium that came in."""
    with (
        furnished(tmp_path_factory.mktemp("accessible")) as seat,
        listening(seat) as address,
        browser() as chromium,
        page_of(chromium, DESK, color_scheme="light") as page,
    ):
        seat.hosts.add(HOST)
        with office_at(seat) as office:
            page.goto(f"{address}/start/{seat.sessions.ticket()}")
            yield list(every_page(office)), page, address


def violations(page, axe):
    """Return what axe finds in a page at both sizes and in both themes."""
    page.evaluate(axe)
    found = []
    for size, scheme, asked in (
        (DESK, "light", WHOLE),
        (DESK, "dark", COLOURS),
        (PHONE, "dark", WHOLE),
        (PHONE, "light", COLOURS),
    ):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > size["width"]:
            found.append(f"{size['width']} wide: it scrolls sideways to {width}")
        found += [f"{size['width']} {scheme}: {one}" for one in page.evaluate(RUN, asked)]
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return found


def go(page, address, one):
    """Go to a page, or send the form that it answers."""
    if one.form is None:
        answer = page.goto(f"{address}{one.path}")
        assert answer is not None
        assert answer.status == 200, one.name
        return
    page.goto(f"{address}/search")
    fields = [[key, part] for key, value in one.form.items() for part in parts_of(value)]
    with page.expect_navigation():
        page.evaluate(POSTED, [f"{address}{one.path}", fields])
    page.wait_for_load_state()


def parts_of(value):
    return [str(part) for part in value] if isinstance(value, list) else [str(value)]


def test_no_page_keeps_anybody_out(place, axe):
    pages, page, address = place
    found = {}
    for one in pages:
        go(page, address, one)
        if problems := violations(page, axe):
            found[one.name] = problems
        if os.environ.get("GROUNDRULES_SCREENSHOTS"):
            picture(page, one.name.replace("/", "-").replace(" ", ""))
    assert len(pages) > 20
    assert {} == found


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ("document.querySelector('h1').style.color = '#999a9b'", "color-contrast"),
        ("document.querySelector('main').append(document.createElement('input'))", "label"),
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('main').innerHTML = '<img src=/static/icon.svg>'", "image-alt"),
        ("document.querySelector('main').style.minWidth = '2000px'", "sideways"),
    ],
)
def test_what_keeps_somebody_out_is_found(place, axe, fault, rule):
    """Controls: each fault is put into a page that has none."""
    _, page, address = place
    page.goto(f"{address}/search")
    page.evaluate(fault)
    assert any(rule in one for one in violations(page, axe))

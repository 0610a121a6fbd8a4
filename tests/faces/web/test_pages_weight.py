"""What a page's scripts and styles weigh when they are sent compressed: its budget."""

from __future__ import annotations

import gzip
import re

import pytest

from every_page import every_page
from furnished import furnished
from groundrules.faces.web.app import STATIC
from served import office_at

BUDGET, OF_THE_EDITOR = 150_000, 300_000
"""Bytes, gzip -9."""

EDITOR = "/static/editor.js"
_FILES = re.compile(r'<(?:script[^>]*\ssrc|link[^>]*rel="stylesheet"[^>]*\shref)="(/[^"?]+)')


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Give the scripts and styles of each page, by its name."""
    with furnished(tmp_path_factory.mktemp("weight")) as seat, office_at(seat) as office:
        yield {
            one.name: set(_FILES.findall(office.get(one.path)))
            for one in every_page(office)
            if one.form is None
        }


def weight(files):
    return sum(len(gzip.compress(content_of(one), 9)) for one in files)


def content_of(address):
    assert address.startswith("/static/"), address
    return (STATIC / address.removeprefix("/static/")).read_bytes()


def test_every_page_keeps_its_budget(pages):
    heavy = {
        name: weight(files)
        for name, files in pages.items()
        if weight(files) > (OF_THE_EDITOR if EDITOR in files else BUDGET)
    }
    assert {} == heavy


def test_pages_have_scripts_and_styles_and_only_the_editors_has_the_editor(pages):
    assert all("/static/app.css" in files for files in pages.values())
    assert any(EDITOR in files for files in pages.values())
    assert len([name for name, files in pages.items() if EDITOR in files]) < len(pages) / 3


def test_a_page_that_is_too_heavy_is_found():
    """Control: the editor alone is more than an ordinary page may weigh twice over."""
    files = ["/static/app.js", "/static/app.css", EDITOR]
    assert BUDGET < weight(files * 2)

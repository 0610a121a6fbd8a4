"""Every text of the pages stands in every catalogue, and is chosen by whoever looks."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from groundrules.faces.web import languages
from served import empty_office

__all__ = ["empty_office"]

WORDS = runpy.run_path(str(Path(__file__).parents[3] / "web" / "words.py"))
CATALOGUES = WORDS["catalogues"]()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_a_catalogue_has_every_text_of_the_pages(path):
    assert [] == list(WORDS["faults"](path))


def test_there_is_a_catalogue_for_every_language_but_english():
    assert {"en", *(path.parts[-3] for path in CATALOGUES)} == set(languages.LANGUAGES)


def test_a_catalogue_that_lacks_a_text_is_found(tmp_path):
    path = tmp_path / "de" / "LC_MESSAGES" / "groundrules.po"
    path.parent.mkdir(parents=True)
    text = CATALOGUES[0].read_text("utf-8")
    first = text.index('msgid "', text.index("msgid") + 10)
    end = text.index("msgid", first + 10)
    path.write_text(text[:first] + text[end:], "utf-8")
    found = list(WORDS["faults"](path))
    assert any(": missing: " in one for one in found)
    assert any(one.endswith("not compiled from what stands in groundrules.po") for one in found)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("en;q=0.4, de;q=0.5", "de"),
        ("fr, es;q=0.9", "en"),
        ("de;q=x", "de"),
    ],
)
def test_a_browser_says_which_language_it_prefers(header, language):
    assert languages.preferred(header) == language


def test_a_page_is_in_the_language_that_was_chosen(empty_office):
    assert 'lang="en"' in empty_office.get("/unlock")
    german = empty_office.get("/unlock", headers={"accept-language": "de"})
    assert 'lang="de"' in german
    empty_office.post("/wishes", {"language": "de", "back": "/unlock"})
    assert 'lang="de"' in empty_office.get("/unlock")


def test_wishes_lead_nowhere_else(empty_office):
    for back in ("//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"):
        answer = empty_office.client.post(
            "/wishes",
            data={"theme": "dark", "back": back},
            headers={"sec-fetch-site": "same-origin"},
            follow_redirects=False,
        )
        assert answer.headers["location"] == "/settings"

"""What every template keeps to, whatever its page is about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from groundrules.faces import web

TEMPLATES = Path(web.__file__).parent / "templates"
FILES = sorted(TEMPLATES.rglob("*.html"))
_OF_OUR_OWN = '<article class="reading prose" lang="en">{{ it.html|safe }}</article>'
"""A rule's page, which comes with the program, made of Markdown in which HTML stays text."""
_MACRO = re.compile(r"{[{%#].*?[}%#]}", re.DOTALL)


def _tags(path: Path, *names: str) -> list[str]:
    text = _MACRO.sub("", path.read_text("utf-8"))
    return re.findall(rf"<(?:{'|'.join(names)})\b[^>]*>", text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_browser_is_told_to_keep_nothing_that_is_typed(path):
    # Chromium writes what stands in a field into its profile, to restore it after a crash.
    kept = [tag for tag in _tags(path, "form", "textarea") if 'autocomplete="off"' not in tag]
    assert kept == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_nothing_in_a_template_is_script_or_style_of_its_own(path):
    text = path.read_text("utf-8")
    scripts = [tag for tag in _tags(path, "script", "style") if " src=" not in tag]
    assert [one for one in scripts if 'type="application/json"' not in one] == []
    assert re.findall(r"\s(?:on\w+|style|hx-on[\w:-]*)=", _MACRO.sub("", text)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_takes_nothing_as_safe_and_nothing_from_elsewhere(path):
    text = path.read_text("utf-8")
    text = text.replace(_OF_OUR_OWN, "")
    assert re.findall(r"\|\s*safe\b|autoescape false", text) == []
    assert re.findall(r"(?:src|href|action)=\"(?:https?:)?//", text) == []

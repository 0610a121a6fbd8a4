"""Languages: every text of the pages in the language that whoever asks has chosen, or prefers.

The catalogues are gettext's, beside this file. English is what stands in the code.
"""

from __future__ import annotations

import gettext as catalogues
from contextvars import ContextVar
from functools import cache
from pathlib import Path

DOMAIN = "groundrules"
FOLDER = Path(__file__).parent / "translations"
ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch"}
"""Code to name, each in its own language."""

_CHOSEN: ContextVar[str] = ContextVar("language", default=ENGLISH)


def choose(language: str) -> None:
    """Have every text of this request in a language; English where there is no such one."""
    _CHOSEN.set(language if language in LANGUAGES else ENGLISH)


def chosen() -> str:
    """Return the language of this request."""
    return _CHOSEN.get()


def preferred(header: str) -> str:
    """Return the language that a browser would rather have (RFC 9110, `Accept-Language`)."""
    wishes: list[tuple[float, str]] = []
    for part in header.split(","):
        name, _, weight = part.strip().partition(";q=")
        language = name.strip().lower().split("-")[0]
        if language in LANGUAGES:
            wishes.append((_number(weight), language))
    return max(wishes, key=lambda wish: wish[0])[1] if wishes else ENGLISH


def _number(weight: str) -> float:
    try:
        return float(weight) if weight else 1.0
    except ValueError:
        return 0.0


def gettext(message: str) -> str:
    """Return a text in the language of this request."""
    return _catalogue(chosen()).gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the text for a number of things in the language of this request."""
    return _catalogue(chosen()).ngettext(one, many, number)


_ = gettext


@cache
def _catalogue(language: str) -> catalogues.NullTranslations:
    if language == ENGLISH:
        return catalogues.NullTranslations()
    return catalogues.translation(DOMAIN, FOLDER, [language])

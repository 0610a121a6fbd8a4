"""What a field of a request is to be, in plain words: msgspec says it in those of the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.faces.web.languages import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBERS = frozenset({"int", "float"})
_BOUND = re.compile(
    r"Expected `(?P<kind>\w+)`(?P<of> of length)? (?P<side>[<>]=) (?P<bound>[\d.]+)"
)
_MISSING = re.compile(r"Object missing required field `(\w+)`")
_KIND = re.compile(r"Expected `(?P<kind>\w+)")


def in_plain_words(message: str) -> str:
    """Return what is wrong with a field, without what was sent in it.

    Args:
        message: as msgspec has it. It quotes what was sent for an enumeration alone.
    """
    if "Invalid enum" in message:
        return _("it is none of the words that may stand there")
    if missing := _MISSING.match(message):
        return _("%(field)s is missing") % {"field": missing[1]}
    if bound := _BOUND.match(message):
        return _bounded(bound)
    kind = _KIND.match(message)
    if kind and kind["kind"] in _NUMBERS and "regex" not in message:
        return _("it is to be a number")
    if "matching regex '\\\\S'" in message:
        return _("it is blank")
    return _("it is not what may stand there")


def _bounded(bound: re.Match[str]) -> str:
    values = {"bound": bound["bound"].removesuffix(".0")}
    kind = "number" if not bound["of"] else "text" if bound["kind"] == "str" else "list"
    return _TEXTS[kind, bound["side"]]() % values


_TEXTS: dict[tuple[str, str], Callable[[], str]] = {
    ("number", ">="): lambda: _("it is to be a number of at least %(bound)s"),
    ("number", "<="): lambda: _("it is to be a number of at most %(bound)s"),
    ("text", ">="): lambda: _("it needs at least %(bound)s characters"),
    ("text", "<="): lambda: _("it may have at most %(bound)s characters"),
    ("list", ">="): lambda: _("it needs at least %(bound)s entries"),
    ("list", "<="): lambda: _("it may have at most %(bound)s entries"),
}

"""The elements of HTML by what they are to somebody who reads a page.

HTML Living Standard, chapter 4; the roles are those of WAI-ARIA 1.2, section 5.3.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.draft.listed import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

VOID = listed(
    """area base basefont bgsound br col embed frame hr img input keygen link meta param source
    track wbr"""
)
"""Elements without an end."""

PARTING = listed(
    """address article aside blockquote body caption center colgroup dd details dialog dir div dl dt
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr
    html legend li main menu nav ol optgroup option p pre search section summary table tbody td
    tfoot th thead title tr ul"""
)
"""Elements that part paragraphs; every other one stands within a paragraph, as unknown ones do."""

ENDS_BEFORE = {
    "li": listed("li"),
    "dt": listed("dt dd"),
    "dd": listed("dt dd"),
    "tr": listed("tr td th"),
    "td": listed("td th"),
    "th": listed("td th"),
    "tbody": listed("tr td th thead tbody tfoot caption colgroup"),
    "tfoot": listed("tr td th thead tbody tfoot caption colgroup"),
    "option": listed("option"),
    "rt": listed("rt rp"),
    "rp": listed("rt rp"),
    "body": listed("head title"),
}
"""An element to those that end where it begins, though no end is written."""

AROUND = "page around the article"

_SKIPPED = {
    **dict.fromkeys(listed("script style"), "scripts and styles"),
    **dict.fromkeys(listed("noscript template datalist"), "hidden text"),
    **dict.fromkeys(listed("nav aside search menu"), AROUND),
    **dict.fromkeys(listed("button select textarea option"), "controls of forms"),
    **dict.fromkeys(
        listed("iframe object video audio canvas svg math frameset"), "embedded objects"
    ),
    **dict.fromkeys(listed("rt rp"), "reading aids"),
    "head": "head of the page",
    "title": "head of the page",
}
"""An element to what its words are called, which are none of the article's."""

_ROLES = listed(
    "navigation banner contentinfo complementary search menu menubar dialog alertdialog"
)

UNSEEN = listed("scripts hidden reading head comments addresses")
"""How the names begin of what is not read and what readers do not see either."""

MOST_PIECES = 100_000
"""The most tags, texts and references of a page; a long article has some ten thousand."""

MOST_LINES = 1_000_000

MOST_ATTRIBUTES = 5_000
"""The most attributes of a tag that is longer than `LONG_TAG`, or thereabouts."""

LONG_TAG = 65_536

DEEPEST = 1_000
"""The most elements within elements; a page has some forty."""


def hidden_as(name: str, attributes: Mapping[str, str | None], *, inside: bool) -> str:
    """Return what the words of an element are called, if they are none of the article's; or "".

    Args:
        name: the element.
        attributes: its attributes.
        inside: it stands in the article, or in a quotation, whose head and foot are its own.
    """
    style = "".join((attributes.get("style") or "").lower().split())
    if "hidden" in attributes or "display:none" in style or "visibility:hidden" in style:
        return "hidden text"
    if name == "dialog" and "open" not in attributes:
        return "hidden text"
    role = (attributes.get("role") or "").lower()
    if role in _ROLES or (name in {"header", "footer"} and not inside):
        return AROUND
    return _SKIPPED.get(name, "")

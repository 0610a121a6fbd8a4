"""The elements of an OpenDocument text by what they are to somebody who reads it."""

from __future__ import annotations

from groundrules.draft.listed import listed

SPACE = "urn:oasis:names:tc:opendocument:xmlns:"

_SHORT = {
    f"{SPACE}{name}:1.0": prefix
    for name, prefix in {
        "text": "text",
        "table": "table",
        "drawing": "draw",
        "office": "office",
        "style": "style",
        "svg-compatible": "svg",
        "presentation": "presentation",
    }.items()
} | {"http://www.w3.org/1998/Math/MathML": "math"}

PARAGRAPHS = frozenset({"text:p", "text:h"})

CHARACTERS = {"text:tab": "\t", "text:line-break": "\u2028", "text:soft-hyphen": ""}

SILENT = {
    "text:tracked-changes": "deleted passages",
    "office:annotation": "comments",
    "text:ruby-text": "reading aids",
    "text:note-citation": "",
    "text:hidden-text": "hidden text",
    "office:forms": "controls of forms",
    "text:alphabetical-index-mark": "",
    "office:event-listeners": "",
    "office:scripts": "",
    "svg:title": "",
}
"""Elements whose words are not the draft's, and what those are called; "" where they are none."""

COUNTED = {
    "draw:image": "pictures",
    "draw:object": "embedded objects",
    "draw:object-ole": "embedded objects",
    "draw:control": "controls of forms",
    "math:math": "formulas",
}

BOXES = listed("draw:text-box draw:custom-shape draw:rect draw:ellipse draw:g")

MARGINS = {
    "style:header": "page header",
    "style:header-left": "page header",
    "style:header-first": "page header",
    "style:footer": "page footer",
    "style:footer-left": "page footer",
    "style:footer-first": "page footer",
}

UNSEEN = listed("comments hidden deleted reading addresses controls")
"""How the names begin of what is not read and what readers do not see either."""


def short(name: str) -> str:
    """Return the name of an element or an attribute with the customary prefix, or ""."""
    space, _, local = name.rpartition(" ")
    prefix = _SHORT.get(space)
    return f"{prefix}:{local}" if prefix else ""

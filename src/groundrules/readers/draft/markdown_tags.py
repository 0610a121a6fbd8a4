"""The HTML tags in a Markdown file: what readers see of each.

They see nothing of a tag but the description of an image; that of an element which stands by
itself also parts words. What is not the tag of an element of HTML is copy: `<the mayor>`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from groundrules.draft.listed import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

_INLINE = listed(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s
    samp small span strike strong sub sup time tt u var wbr"""
)

_PARTING = listed(
    """address article aside audio blockquote body br button canvas caption center col colgroup dd
    details dialog dir div dl dt embed fieldset figcaption figure footer form frame frameset h1
    h2 h3 h4 h5 h6 head header hgroup hr html iframe img input label legend li link main map
    menu meta nav noscript object ol optgroup option p param picture pre progress section select
    source summary svg table tbody td template textarea tfoot th thead title tr track ul video"""
)


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")


@cache
def _description() -> re.Pattern[str]:
    return re.compile(
        r"""\s(?:alt|title|aria-label)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
    )


def tag_marks(tag: str, offset: int) -> Iterator[tuple[int, int, str | None]]:
    """Yield what of a tag is not seen as it stands: start, end, and what is seen instead.

    Args:
        tag: the tag, from `<` to `>`.
        offset: where it starts.
    """
    name = _name().match(tag)
    if not name or name[1].lower() not in _INLINE | _PARTING:
        return
    at = 0
    for match in _description().finditer(tag):
        start, end = match.span(1) if match[1] is not None else match.span(2)
        yield offset + at, offset + start - 1, None
        yield offset + start - 1, offset + start, " "
        at = end
    last = len(tag) - 1
    yield offset + at, offset + last, None
    shown = None if name[1].lower() in _INLINE and at == 0 else " "
    yield offset + last, offset + last + 1, shown

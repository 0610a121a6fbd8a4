"""A form that was refused: what was sent in its fields again, and what is wrong above them.

A page is taken as it is shown, and its form is filled in: so every form has this, and none has to
care for it. Passphrases and files are not put back.
"""

from __future__ import annotations

from collections import defaultdict, deque
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from groundrules.faces.web.page_forms import Sent, SentForm, Tag

_NOT_PUT_BACK = frozenset({"password", "file", "submit", "button", "image", "reset"})
_TICKED = frozenset({"radio", "checkbox"})


def refilled(page: str, form: SentForm, sent: Sent, wrong: Iterable[str], above: str) -> str:
    """Return a page with what was sent in a form of it.

    Args:
        page: its HTML.
        form: the form, of this page.
        sent: what was sent.
        wrong: the places of the faults, which are marked where one is a field.
        above: the HTML that says what is wrong; it comes first in the form.
    """
    marked = [form.field_at(place) for place in wrong]
    edits = [(tag.end - 1, tag.end - 1, " open") for tag in form.around]
    edits.append((form.head.end, form.head.end, above))
    if form.is_typed:
        edits += _filled(form, sent, [tag for tag in marked if tag])
    for start, end, text in sorted(edits, reverse=True):
        page = page[:start] + text + page[end:]
    return page


def _filled(form: SentForm, sent: Sent, wrong: Sequence[Tag]) -> Iterator[tuple[int, int, str]]:
    """Yield for each field what stands in its place, with the place's start and end."""
    left: Mapping[str, deque[str]] = defaultdict(deque, {n: deque(v) for n, v in sent.items()})
    chosen: str | None = None
    for number, tag in enumerate(form.tags):
        if tag in wrong:
            tag.attributes["aria-invalid"] = "true"
        if tag.name == "select":
            chosen = left[tag.field].popleft() if left[tag.field] else None
        elif tag.name == "option" and chosen is not None:
            _set(tag, "selected", isset=tag.attributes.get("value") == chosen)
        elif tag.name == "textarea" and left[tag.field]:
            # A browser drops the line feed that begins a text.
            yield tag.end, form.tags[number + 1].start, f"\n{escape(left[tag.field].popleft())}"
        elif tag.kind in _TICKED:
            value = tag.attributes.get("value") or "on"
            _set(tag, "checked", isset=value in sent.get(tag.field, ()))
        elif tag.kind and tag.kind not in _NOT_PUT_BACK and left[tag.field]:
            tag.attributes["value"] = left[tag.field].popleft()
        if not tag.name.startswith("/"):
            yield tag.start, tag.end, str(tag)


def _set(tag: Tag, attribute: str, *, isset: bool) -> None:
    tag.attributes.pop(attribute, None)
    if isset:
        tag.attributes[attribute] = None

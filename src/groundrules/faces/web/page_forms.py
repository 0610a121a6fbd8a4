"""The forms of a page: where each stands in its HTML, with its fields and what they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Sent = Mapping[str, Sequence[str]]
    """Name of a field to what it held, in the order in which its fields stand in the form."""

_LOOKED_AT = frozenset({"input", "select", "option", "textarea", "button"})
_PLACE = re.compile(r"(?:form\.)?(?P<name>\w+)(?:\[(?P<number>\d+)\])?")


@dataclass(slots=True)
class Tag:
    """A tag of a page, and where it stands there; `label` is what its field is called."""

    name: str
    attributes: dict[str, str | None]
    start: int
    end: int
    label: str = ""

    @property
    def kind(self) -> str:
        """Return what kind of field it is; "" for no input."""
        return (self.attributes.get("type") or "text") if self.name == "input" else ""

    @property
    def field(self) -> str:
        """Return the name under which it is sent; "" for none."""
        return (self.attributes.get("name") or "") if self.name not in {"option", "button"} else ""

    def __str__(self) -> str:
        """Return it as it is written."""
        pairs = (
            f" {name}" if value is None else f' {name}="{escape(value)}"'
            for name, value in self.attributes.items()
        )
        return f"<{self.name}{''.join(pairs)}>"


@dataclass(slots=True)
class SentForm:
    """A form of a page.

    Attributes:
        head: its own tag.
        around: the details that it stands in, which may be closed.
        tags: those of its fields and buttons, in order.
    """

    head: Tag
    around: tuple[Tag, ...]
    tags: list[Tag] = field(default_factory=list)

    @property
    def addresses(self) -> set[str]:
        """Return where it may be sent."""
        places = [self.head.attributes.get("action")]
        places += [tag.attributes.get("formaction") for tag in self.tags]
        return set(filter(None, places))

    @property
    def has_file(self) -> bool:
        """Tell whether a file may have been chosen in it."""
        return any(tag.kind == "file" for tag in self.tags)

    @property
    def is_typed(self) -> bool:
        """Tell whether somebody can type or choose in it; of others nothing is put back."""
        return any(tag.field and tag.kind not in {"hidden", "submit"} for tag in self.tags)

    def is_older(self, sent: Sent) -> bool:
        """Tell whether it was sent as a change of another version than the page has by now."""
        fresh = [tag for tag in self.tags if tag.kind == "hidden" and tag.field == "version"]
        return any([tag.attributes.get("value")] != [*sent.get("version", ())] for tag in fresh)

    def likeness(self, sent: Sent) -> int:
        """Return how many of its hidden fields were sent so, to tell it from others like it."""
        hidden = (tag for tag in self.tags if tag.kind == "hidden")
        return sum(tag.attributes.get("value") in sent.get(tag.field, ()) for tag in hidden)

    def field_at(self, place: str) -> Tag | None:
        """Return the one field that a fault's place means, such as `form.points[2]`."""
        matched = _PLACE.fullmatch(place)
        named = [tag for tag in self.tags if matched and tag.field == matched["name"]]
        number = int(matched["number"] or 0) if matched else 0
        is_one = len(named) == 1 or bool(matched and matched["number"])
        return named[min(number, len(named) - 1)] if named and is_one else None


def forms_of(page: str) -> list[SentForm]:
    """Return the forms of a page's HTML, in order."""
    return _Forms(page).forms


def form_in(page: str, address: str, sent: Sent) -> SentForm | None:
    """Return the form of a page that was sent to an address; None where there is none.

    Args:
        page: its HTML.
        address: the path to which it was sent.
        sent: what was sent.
    """
    fitting = [form for form in forms_of(page) if address in form.addresses]
    return max(fitting, key=lambda form: form.likeness(sent), default=None)


class _Forms(HTMLParser):
    """Finds the forms of a page, with where each of their fields stands."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[SentForm] = []
        self._lines = [0, *accumulate(len(line) + 1 for line in page.split("\n"))]
        self._details: list[Tag] = []
        self._form: SentForm | None = None
        self._labels: dict[str, str] = {}
        self._label: str | None = None
        self._for = ""
        self.feed(page)
        self.close()
        for tag in (tag for form in self.forms for tag in form.tags):
            tag.label = tag.label or self._labels.get(tag.attributes.get("id") or "", "")

    @property
    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Tag(tag, dict(attrs), self._here, self._here + len(self.get_starttag_text() or ""))
        if tag == "details":
            self._details.append(found)
        elif tag == "label":
            self._label, self._for = "", found.attributes.get("for") or ""
        elif tag == "form":
            self._form = SentForm(found, tuple(self._details))
            self.forms.append(self._form)
        elif self._form and tag in _LOOKED_AT:
            found.label = self._label or ""
            self._form.tags.append(found)

    def handle_endtag(self, tag: str) -> None:
        if tag == "details" and self._details:
            self._details.pop()
        elif tag == "label":
            self._label = None
        elif tag == "form":
            self._form = None
        elif tag == "textarea" and self._form:
            self._form.tags.append(Tag("/textarea", {}, self._here, self._here))

    def handle_data(self, data: str) -> None:
        """Take the first words of a label as what its field is called."""
        if self._label == "" and data.strip():
            self._label = " ".join(data.split())
            self._labels[self._for] = self._label

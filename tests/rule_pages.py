"""Reading a rule's page: its headings, and its examples as records, drafts and marked spans."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from groundrules.draft.document import Span
from groundrules.rules.registry import page_of

if TYPE_CHECKING:
    from groundrules.rules.rule import Rule

AS_OF = datetime(2026, 12, 1, tzinfo=UTC)
"""When an example is published that does not say."""

_FENCE = re.compile(
    r"^```(?P<kind>\w+)(?P<settings>[^\n]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)
_CARETS = re.compile(r"^ *(\^+) (GR\d{3})$")


class Mark(NamedTuple):
    """A finding that an example promises: the span of the draft, and the rule's code."""

    span: Span
    code: str


class Example(NamedTuple):
    """One example: the text of each record, the draft without its carets, and what they promise.

    Attributes:
        story: what the draft declares of itself, in TOML; "" where it declares nothing.
        sealed: no record is opened: there is an index of them alone.
    """

    records: tuple[str, ...]
    draft: str
    marks: tuple[Mark, ...]
    policy: str
    as_of: datetime
    story: str = ""
    sealed: bool = False


def page_text(rule: Rule) -> str:
    """Return the page of a rule."""
    package, name = page_of(rule)
    return (files(package) / name).read_text(encoding="utf-8")


def examples(page: str) -> list[Example]:
    """Return the examples of a page: record blocks, the story, and the draft that follows them."""
    found, records, story = [], [], ""
    for fence in _FENCE.finditer(page):
        if fence["kind"] == "record":
            records.append(fence["body"])
        elif fence["kind"] == "toml":
            story = fence["body"]
        elif fence["kind"] == "draft":
            settings = dict(one.split("=", 1) for one in fence["settings"].split())
            as_of = settings.get("as-of")
            found.append(
                Example(
                    tuple(records),
                    *without_carets(fence["body"]),
                    settings.get("policy", "default"),
                    datetime.fromisoformat(as_of) if as_of else AS_OF,
                    story,
                    settings.get("sealed") == "yes",
                )
            )
            records, story = [], ""
    assert not records, "a record block without a draft block"
    assert not story, "a story without a draft block"
    return found


def without_carets(body: str) -> tuple[str, tuple[Mark, ...]]:
    """Return a draft without its caret lines, and the spans that these mark in the line above."""
    kept: list[str] = []
    marks = []
    start = line_start = 0
    for line in body.splitlines(keepends=True):
        carets = _CARETS.match(line.rstrip("\n"))
        if carets:
            first, last = carets.span(1)
            marks.append(Mark(Span(line_start + first, line_start + last), carets[2]))
        else:
            kept.append(line)
            line_start, start = start, start + len(line)
    return "".join(kept), tuple(sorted(marks))

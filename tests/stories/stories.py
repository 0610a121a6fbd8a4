r"""The invented news stories whose quotations, sources and breaches were marked by hand.

Each folder `newsroom-*` is a small newsroom: settings, a policy of its own, records of talks, and
`stories`. Beside each story lies its marked file, `NAME.expected.toml`:

- `split` (`dev` or `kept`), `style`, and `as_of`, the instant at which it is published. `dev` may
  be looked at by whoever develops the check; `kept` is kept aside, for measuring only.
- `quotations`: the exact `words`, their `source`, and the `record` and `turn` (from 1) where they
  were said, or neither where no record holds them. Indirect ones say `form = "indirect"`.
- `sources`: how the story describes each (`description`), and whether that is a name (`named`).
- `findings`: the `rule`, and the exact `phrase` in which it must find something; `may_also` are
  other rules that have a case there.
- `defensible`: a phrase at which the rules of `may_also` have a case and need not find anything.
- `beyond`: a breach that no rule names, of a `kind`: *restated* in other words, *misattributed* to
  another person, told to the *wrong-outlet*, a *jigsaw* of details, *two-faced* words.
- `near_misses`: a `rule`, and a phrase that comes near its breach, at which it must stay silent.

Where a phrase stands more than once, `occurrence` (from 1) says which is meant.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent
SPLITS = ("dev", "kept")
_SUFFIX = ".expected.toml"


class Span(NamedTuple):
    """A passage of a story: offsets in characters, from 0, the end exclusive."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Tell whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


class Quotation(NamedTuple):
    """Somebody's words in a story; `record` is empty and `turn` 0 where no record holds them."""

    span: Span
    source: str
    record: str
    turn: int
    indirect: bool


class Source(NamedTuple):
    """Somebody whom a story names or describes."""

    description: str
    named: bool


class Mark(NamedTuple):
    """A marked phrase, the rule that it is about, and others that have a case there.

    Attributes:
        span: where it stands.
        rule: its code; "" where the mark is about none.
        may_also: the codes of rules that are right there too.
        kind: of which kind a breach is that no rule names.
    """

    span: Span
    rule: str
    may_also: frozenset[str] = frozenset()
    kind: str = ""


class Story(NamedTuple):
    """One story and its marks."""

    path: Path
    split: str
    style: str
    as_of: str
    text: str
    quotations: tuple[Quotation, ...]
    sources: tuple[Source, ...]
    findings: tuple[Mark, ...]
    defensible: tuple[Mark, ...]
    beyond: tuple[Mark, ...]
    near_misses: tuple[Mark, ...]

    @property
    def newsroom(self) -> Path:
        """Return the folder with the newsroom's settings and records."""
        return self.path.parents[1]


@cache
def stories() -> tuple[Story, ...]:
    """Return every story, in the order of newsrooms and names.

    Raises:
        ValueError: a marked phrase does not stand in its story.
    """
    return tuple(map(_read, sorted(FOLDER.glob(f"newsroom-*/stories/*{_SUFFIX}"))))


def _read(expected: Path) -> Story:
    marks = tomllib.loads(expected.read_text("utf-8"))
    name = expected.name.removesuffix(_SUFFIX)
    path = next(one for one in expected.parent.glob(f"{name}.*") if one.suffix != ".toml")
    text = path.read_text("utf-8")

    def span(entry: dict[str, Any], key: str = "phrase") -> Span:
        return _span(text, entry[key], entry.get("occurrence", 1), expected.name)

    def mark(entry: dict[str, Any]) -> Mark:
        also = frozenset(entry.get("may_also", ()))
        return Mark(span(entry), entry.get("rule", ""), also, entry.get("kind", ""))

    return Story(
        path,
        marks["split"],
        marks["style"],
        marks["as_of"],
        text,
        tuple(_quotation(entry, span(entry, "words")) for entry in marks["quotations"]),
        tuple(Source(entry["description"], entry["named"]) for entry in marks["sources"]),
        *(
            tuple(map(mark, marks.get(key, ())))
            for key in ("findings", "defensible", "beyond", "near_misses")
        ),
    )


def _quotation(entry: dict[str, Any], span: Span) -> Quotation:
    indirect = entry.get("form") == "indirect"
    where = entry.get("record", ""), entry.get("turn", 0)
    return Quotation(span, entry["source"], *where, indirect)


def _span(text: str, phrase: str, occurrence: int, name: str) -> Span:
    start = -1
    for _ in range(occurrence):
        start = text.find(phrase, start + 1)
        if start < 0:
            message = f"{name}: this does not stand in the story: {phrase}"
            raise ValueError(message)
    return Span(start, start + len(phrase))

"""The front matter of a Markdown file: where it ends, and the headline that it holds.

Front matter is the block between two lines of `---` (YAML) or `+++` (TOML) with which many tools
begin a file. It is no copy; of its values only the headline is read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class FrontMatter(NamedTuple):
    """The front matter of a file: where it ends, 0 where there is none, and the headline in it."""

    end: int
    title: str


def front_matter(text: str) -> FrontMatter:
    """Return the front matter of a text. Lines of `---` around prose are none."""
    opening = _opening().match(text)
    closing = opening and _closing().search(text, opening.end() - 1)
    if not opening or not closing:
        return FrontMatter(0, "")
    body = text[opening.end() : closing.start()]
    ends_alike = closing[1] == opening[1] or (opening[1], closing[1]) == ("---", "...")
    if not ends_alike or not all(_is_entry(line) for line in body.splitlines()):
        return FrontMatter(0, "")
    return FrontMatter(closing.end(), _title(body))


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(r"[\r\n](---|\.\.\.|\+\+\+)[ \t]*(?:\r\n|\r|\n|\Z)")


@cache
def _entry() -> re.Pattern[str]:
    return re.compile(
        r"""["']?[\w.-]+["']?\s*[:=](?:\s|\Z)|["']?[\w.-]+["']?\s*=|\[|\]|\}|[-#]|\s"""
    )


def _is_entry(line: str) -> bool:
    return not line.strip() or _entry().match(line) is not None


def _title(body: str) -> str:
    lines = body.splitlines()
    for number, line in enumerate(lines):
        key, mark, value = _divided(line)
        if mark and key.strip("\"' ").lower() in {"title", "headline"}:
            return _value(value.strip(), lines[number + 1 :])
    return ""


def _divided(line: str) -> tuple[str, str, str]:
    """Return key, mark and value, whichever of `:` and `=` comes first."""
    mark = min((mark for mark in ":=" if mark in line), key=line.index, default=":")
    return line.partition(mark)


def _value(written: str, following: list[str]) -> str:
    """Return a value as it reads: without its quotation marks, folded where it runs over lines."""
    if written[:1] in {'"', "'"} and len(written) > 1 and written.endswith(written[0]):
        inner = written[1:-1]
        return inner.replace("''", "'") if written[0] == "'" else inner.replace('\\"', '"')
    folded = [] if written[:1] in {">", "|"} else [written]
    for line in following:
        if not line[:1].isspace():
            break
        folded.append(line.strip())
    return " ".join(part for part in folded if part)

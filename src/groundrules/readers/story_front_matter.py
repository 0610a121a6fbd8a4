"""A story in front matter: the part of YAML, or of TOML, that it is written in.

Of YAML (1.2) the forms that front matter is written in are read: keys with indented keys below
them, one value to a line, lists in brackets or with a dash to a line, texts with or without
quotation marks, `true` and `false`, comments. Anything else is refused, and not guessed at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from groundrules.errors import BadInput, Fault
from groundrules.tables.table import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = "groundrules"

_ENTRY = re.compile(
    r"""(?P<key>"[^"]*"|'[^']*'|[^\s"'\[{#&*!|>%@`-][^:#]*?)\s*:(?:\s+(?P<value>.*))?$"""
)
_ITEM = re.compile(r"-\s+(?P<value>.+)$")
_TEXT = re.compile(r""""(?:[^"\\]|\\["\\])*"|'(?:[^']|'')*'|[^\s"'\[\]{}#&*!|>%@`,][^"\[\]{},]*""")
_DEEPEST = 64
"""The most blanks of indentation; the form needs eight."""

_REMEDY = "write it as the page docs/how-to/declare-a-story.md shows it, or in a file beside it"


class _Line(NamedTuple):
    number: int
    depth: int
    text: str


def declared_in(path: str, front_matter: str) -> Document | None:
    """Return what front matter declares of the story, or None where it declares nothing.

    Args:
        path: the draft, for faults.
        front_matter: the block with the lines around it.

    Raises:
        BadInput: something in the declaration is in no form that is read.
    """
    if front_matter.startswith("+++"):
        return _in_toml(path, front_matter)
    lines = list(_below(front_matter))
    if not lines:
        return None
    if lines[0].text:
        raise _fault(path, lines[0], "nothing stands behind `groundrules:`")
    value, rest = _block(path, lines[1:], 0)
    if rest:
        raise _fault(path, rest[0], "the line is indented otherwise than those above it")
    return Document(path, KEY, value if isinstance(value, dict) else {"": value})


def _in_toml(path: str, front_matter: str) -> Document | None:
    import tomllib  # noqa: PLC0415 - start-up time

    body = "\n".join(front_matter.splitlines()[1:-1])
    try:
        raw = tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError):
        message = "the front matter holds a story, and is not TOML"
        raise BadInput(Fault(path, message, _REMEDY, 1)) from None
    value = raw.get(KEY)
    return Document(path, KEY, value) if isinstance(value, dict) else None


def _below(front_matter: str) -> Iterator[_Line]:
    """Yield what stands behind the key, and the lines below it that are indented."""
    inside = False
    for number, line in enumerate(front_matter.splitlines(), 1):
        bare = line.strip()
        depth = len(line) - len(line.lstrip())
        if not bare or bare.startswith("#"):
            continue
        if not depth:
            entry = _ENTRY.match(bare)
            inside = entry is not None and _unquoted(entry["key"]) == KEY
            if entry and inside:
                yield _Line(number, 0, _uncommented(entry["value"] or ""))
        elif inside:
            yield _Line(number, depth, bare)


def _block(path: str, lines: list[_Line], above: int) -> tuple[object, list[_Line]]:
    """Return the value that deeper lines are, and the lines behind them."""
    if not lines or lines[0].depth <= above:
        return {}, lines
    if lines[0].depth > _DEEPEST:
        raise _fault(path, lines[0], "the line is indented too far")
    if lines[0].text.startswith("-"):
        return _list(path, lines)
    return _mapping(path, lines)


def _list(path: str, lines: list[_Line]) -> tuple[list[object], list[_Line]]:
    found: list[object] = []
    depth = lines[0].depth
    while lines and lines[0].depth == depth:
        item = _ITEM.match(lines[0].text)
        if not item:
            break
        found.append(_value(path, lines[0], item["value"]))
        lines = lines[1:]
    return found, lines


def _mapping(path: str, lines: list[_Line]) -> tuple[dict[str, object], list[_Line]]:
    found: dict[str, object] = {}
    depth = lines[0].depth
    while lines and lines[0].depth == depth:
        line, lines = lines[0], lines[1:]
        entry = _ENTRY.match(line.text)
        if not entry:
            raise _fault(path, line, "this is no key with a value")
        key, value = _unquoted(entry["key"]), _uncommented(entry["value"] or "")
        if key in found:
            raise _fault(path, line, "the key stands there twice")
        if value:
            found[key] = _value(path, line, value)
        else:
            found[key], lines = _block(path, lines, depth)
    return found, lines


def _value(path: str, line: _Line, written: str) -> object:
    text = _uncommented(written)
    if text in {"true", "false"}:
        return text == "true"
    if text.startswith("[") and text.endswith("]"):
        return [_text(path, line, one.strip()) for one in _items(path, line, text[1:-1])]
    return _text(path, line, text)


def _items(path: str, line: _Line, inside: str) -> list[str]:
    """Return the items of a list in brackets: a comma within quotation marks divides nothing."""
    pieces = re.findall(r"""(?:"[^"]*"|'[^']*'|[^,"'])+""", inside)
    if ",".join(pieces) != inside:
        raise _fault(path, line, "this list is in no form that is read here")
    return pieces if inside.strip() else []


def _text(path: str, line: _Line, written: str) -> str:
    if not _TEXT.fullmatch(written):
        raise _fault(path, line, "this value is in no form that is read here")
    return _unquoted(written)


def _unquoted(written: str) -> str:
    if written[:1] == '"':
        return re.sub(r'\\(["\\])', r"\1", written[1:-1])
    return written[1:-1].replace("''", "'") if written[:1] == "'" else written.strip()


def _uncommented(written: str) -> str:
    """Return a value without a comment behind it; `#` in quotation marks or a word is none."""
    if written.startswith("#"):
        return ""
    match = re.match(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\]]*\]|(?:(?!\s#).)*)""", written)
    kept = match[0] if match else ""
    rest = written[len(kept) :].strip()
    return written.strip() if rest and not rest.startswith("#") else kept.strip()


def _fault(path: str, line: _Line, message: str) -> BadInput:
    return BadInput(Fault(path, message, _REMEDY, line.number))

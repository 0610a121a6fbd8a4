"""What a vault answers, for other programs: each tuple with names as an object of those names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules.reporters.lines import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from groundrules.reporters.lines import Line


def json_lines(answer: object) -> Iterator[Line]:
    """Return an answer as JSON."""
    yield plain(json.dumps(_plain(answer), indent=2, ensure_ascii=False))


def _plain(value: object) -> object:
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: _plain(one) for name, one in zip(value._fields, value, strict=True)}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value

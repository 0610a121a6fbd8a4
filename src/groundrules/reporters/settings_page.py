"""The settings as people and other programs read them: each value with where it came from.

This is the one place where a reporter shows configuration; it is handed values and origins, and
knows nothing of how they were found.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules.reporters.lines import Piece, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundrules.reporters.lines import Line

    Values = Mapping[str, tuple[str | tuple[str, ...] | dict[str, str], str]]


def settings_lines(values: Values) -> Iterator[Line]:
    """Yield `key = value` as a configuration file has it, each with its origin."""
    for key, (value, origin) in values.items():
        yield (
            Piece(key, "label"),
            Piece(f" = {json.dumps(value, ensure_ascii=False)}"),
            Piece(f"  ({origin})", "aside"),
        )


def settings_json(values: Values) -> Iterator[Line]:
    """Return the lines of an object: key to value and origin."""
    found = {key: {"value": value, "origin": origin} for key, (value, origin) in values.items()}
    return map(plain, json.dumps(found, ensure_ascii=False, indent=2).split("\n"))

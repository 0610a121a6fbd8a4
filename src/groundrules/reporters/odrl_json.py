"""An export in ODRL as the text of a JSON-LD file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules.reporters.lines import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from groundrules.reporters.lines import Line


def text_of(value: Mapping[str, object]) -> str:
    """Return the text of the file."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def lines(value: Mapping[str, object]) -> Iterator[Line]:
    """Return the lines of the text."""
    return map(plain, text_of(value).split("\n")[:-1])

"""The state of a setup, as people and other programs read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules.reporters.display_width import one_line
from groundrules.reporters.lines import Piece, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.lines import Line

_ROLES = {"fine": "", "doubtful": "warning", "broken": "error"}


def setup_lines(seen: Sequence[tuple[str, str, str]]) -> Iterator[Line]:
    """Yield `state subject: message` for each thing that was looked at."""
    for subject, state, message in seen:
        yield (Piece(f"{state:<8}", _ROLES[state]), Piece(f" {subject}: {one_line(message)}"))


def setup_json(seen: Sequence[tuple[str, str, str]]) -> Iterator[Line]:
    """Return the lines of a list of objects."""
    found = [{"subject": one[0], "state": str(one[1]), "message": one[2]} for one in seen]
    return map(plain, json.dumps(found, ensure_ascii=False, indent=2).split("\n"))

"""The kinds of incident that have a page: as lines, and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from groundrules.reporters.display_width import one_line
from groundrules.reporters.lines import EMPTY, plain
from groundrules.reporters.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from groundrules.reporters.lines import Line
    from groundrules.talk.trouble.page import Trouble


def list_lines(pages: Sequence[Trouble], width: int) -> Iterator[Line]:
    """Yield each kind with what it is about."""
    for page in pages:
        yield plain(one_line(page.name), "label")
        yield from (plain(f"  {row}") for row in wrapped(page.about, "", width - 2))
    yield EMPTY
    yield plain("`groundrules incident show KIND` prints the page of one.")


def list_json(pages: Sequence[Trouble]) -> Iterator[Line]:
    """Yield the same for other programs."""
    found = [{"kind": page.name, "title": page.title, "about": page.about} for page in pages]
    return map(plain, json.dumps(found, ensure_ascii=False, indent=2).split("\n"))

"""Pages that tell a story: their reader writes files and runs commands, one after the other.

A `code-block` with a caption is a file of that name. A `console` block holds commands, each behind
`$ `, with what each prints below it. Such a page begins in an empty folder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docs.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BLOCK = re.compile(
    r"^```(?:\{code-block\} *)?(?P<language>[a-z]+)\n"
    r"(?::caption: (?P<caption>\S+)\n\n?)?"
    r"(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


class ShownFile(NamedTuple):
    """A file that the page has its reader write."""

    name: str
    text: str

    def write(self, folder: Path) -> None:
        """Write it into a folder."""
        path = folder / self.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.text, encoding="utf-8")


class ShownCommand(NamedTuple):
    """A command of the page, and what it is shown to print; "" where the page shows nothing."""

    line: str
    printed: str


def stories() -> list[Path]:
    """Return the pages that have their reader write a file."""
    return [
        page
        for page in PAGES
        if any(isinstance(step, ShownFile) for step in steps(page.read_text(encoding="utf-8")))
    ]


def steps(page: str) -> Iterator[ShownFile | ShownCommand]:
    """Yield what a page has its reader do, in order."""
    for block in _BLOCK.finditer(page):
        if block["caption"]:
            yield ShownFile(block["caption"], block["body"])
        elif block["language"] == "console":
            yield from _commands(block["body"])


def _commands(body: str) -> Iterator[ShownCommand]:
    for shown in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, _, printed = shown.partition("\n")
        yield ShownCommand(line, printed.rstrip())

"""The documentation as the tests read it: pages, fenced blocks, and the commands in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    path for path in DOCS.rglob("*.md") if not path.relative_to(DOCS).parts[0].startswith("_")
)
RULE_PAGES = sorted((ROOT / "src/groundrules/rules").rglob("*.md"))
_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


class Command(NamedTuple):
    """One command line of a page, with what the page shows under it; "" where it shows nothing."""

    page: str
    line: str
    output: str


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def everything() -> str:
    """Return all pages, one after the other, those of the rules included."""
    pages = [*PAGES, *RULE_PAGES, ROOT / "README.md"]
    return "\n".join(path.read_text(encoding="utf-8") for path in pages)


def commands() -> list[Command]:
    """Return every command that a `console` block of a page or of the README shows."""
    found = []
    for path in [*PAGES, ROOT / "README.md"]:
        for block in _CONSOLE.findall(path.read_text(encoding="utf-8")):
            for entry in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                line, _, output = entry.partition("\n")
                name = str(path.relative_to(ROOT))
                found.append(Command(name, line.strip(), output.strip("\n")))
    return found

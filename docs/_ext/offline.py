"""The guard of the output: no page may make a browser fetch anything from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

FETCHED = re.compile(
    r"""(?:\ssrc\s*=\s*["']|<link\b[^>]*\shref\s*=\s*["']|url\(\s*["']?|@import\s+["'])"""
    r"""(?:https?:)?//[^"'\s)>]*""",
    re.IGNORECASE,
)


def check(app: Sphinx, exception: Exception | None) -> None:
    """Fail when a page that was built fetches from elsewhere."""
    if exception is None and app.builder.format == "html":
        strays = sorted(_strays(Path(app.outdir)))
        if strays:
            raise SphinxError("fetched from elsewhere: " + "; ".join(strays))


def _strays(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.suffix in {".html", ".css"}:
            for hit in FETCHED.finditer(path.read_text(encoding="utf-8")):
                yield f"{path.relative_to(folder)}: {hit[0].strip()}"


def setup(app: Sphinx) -> dict[str, bool]:
    """Look through the output once it is there."""
    app.connect("build-finished", check)
    return {"parallel_read_safe": True}

"""An invented newsroom in a folder, and the command run in it as a process of its own."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from typing import TYPE_CHECKING

from groundrules.record.notation import to_text
from harbor_case import CONVERSATION, TEXT

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = "draft.md"
AS_OF = "2026-11-05T09:00+00:00"


def furnish(folder: Path) -> None:
    """Put a draft, and the record that it breaks the promises of, into a folder."""
    (folder / "records").mkdir()
    (folder / DRAFT).write_text(TEXT, encoding="utf-8")
    (folder / "records" / "harbor.record").write_text(to_text(CONVERSATION), encoding="utf-8")


def groundrules(
    folder: Path, *arguments: str, given: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, with nothing of this process's environment that it heeds."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GROUNDRULES_")
        and name not in {"NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"}
    }
    return subprocess.run(
        [sys.executable, "-m", "groundrules", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        encoding="utf-8",
        env={**kept, "PYTHONUTF8": "1", **variables},
        check=False,
        timeout=60,
    )


def at_a_terminal(folder: Path, *arguments: str) -> str:
    """Run the command with a pseudo-terminal for what it prints; return what it showed."""
    reading, writing = os.openpty()
    environment = {**os.environ, "PYTHONUTF8": "1", "TERM": "xterm", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "groundrules", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=writing,
        env=environment,
    )
    os.close(writing)
    shown = b""
    while select.select([reading], [], [], 30)[0]:
        try:
            more = os.read(reading, 1 << 16)
        except OSError:  # the other end is closed
            break
        if not more:
            break
        shown += more
    os.close(reading)
    process.wait(30)
    return shown.decode()

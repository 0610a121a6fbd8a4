"""The page's own code without a screen: bundled by esbuild, run by node, asked a line at a time."""

from __future__ import annotations

import json
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

WEB = Path(__file__).parents[1] / "web"

Answers = "Callable[[dict[str, Any]], dict[str, Any] | None]"
"""What the server answers to a question of the page; None where the page is killed meanwhile."""


class LightNode:
    """A page in node."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Take the process."""
        self._process = process

    def do(self, what: str, answers: Answers | None = None, **more: object) -> Any:
        """Have the page do something; return what it answers, None where it was killed at it."""
        self._say({"do": what, **more})
        while True:
            line = self._process.stdout.readline() if self._process.stdout else ""
            if not line:
                raise AssertionError("the page has ended")
            heard = json.loads(line)
            if "answer" in heard:
                return heard["answer"]
            assert answers, "the page asks the server for something"
            outcome = answers(heard)
            if outcome is None:
                return None
            self._say({"do": "answer", "outcome": outcome})

    def _say(self, what: object) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()


def _esbuild(folder: Path) -> str:
    """Return the program that bundles: the checkout's, or one of its own where there is none."""
    there = WEB / "node_modules" / ".bin" / "esbuild"
    if there.exists():
        return str(there)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        if (WEB / name).exists():
            shutil.copy(WEB / name, folder / name)
    npm = [_program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(npm, cwd=folder, check=True, capture_output=True)
    return str(folder / "node_modules" / ".bin" / "esbuild")


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        message = f"{name} is not installed: the page's code cannot be run"
        raise RuntimeError(message)
    return found


@contextmanager
def light_node(folder: Path) -> Iterator[LightNode]:
    """Give a page in node.

    Args:
        folder: where the bundle is put.
    """
    bundle = folder / "light-walk.mjs"
    how = ("--bundle", "--platform=node", "--format=esm", "--log-level=error")
    source = str(WEB / "test" / "light-walk.ts")
    subprocess.run([_esbuild(folder), source, *how, f"--outfile={bundle}"], check=True)
    with subprocess.Popen(
        [_program("node"), str(bundle)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        try:
            yield LightNode(process)
        finally:
            process.kill()

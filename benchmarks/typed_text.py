"""How long a page waits, from a change of a text to its findings, on a vault that is open.

The draft has 1,500 words; one letter is typed somewhere in it each time, as in `lsp.py`. Beside it
stands the same check with nothing kept between two keystrokes.

    python benchmarks/typed_text.py [CHANGES]
"""

from __future__ import annotations

import importlib
import os
import random
import statistics
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from groundrules.desk.checking.check_draft import check_against, promises_in
from groundrules.desk.checking.check_text import TextChecker
from groundrules.desk.checking.publication_time import publication_time
from groundrules.desk.setup.example_newsroom import example_vault
from groundrules.desk.vaults.doors import doors_kept
from groundrules.rules.registry import all_rules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from groundrules.config.settings import Settings

story = importlib.import_module("lsp").story
MUST = 100.0


class Taken(NamedTuple):
    """Milliseconds of each change: as a page checks it, and with nothing kept."""

    kept: list[float]
    bare: list[float]
    findings: int


def measure(vault: Path, settings: Settings, changes: int) -> Taken:
    """Type letters into a story, and check it each time in both ways."""
    chance, text = random.Random(9), story()
    checker = TextChecker(vault, settings)
    checker.mends("long.md", text, checker.check("long.md", text))  # as the page does when it opens
    taken = Taken([], [], 0)
    for _ in range(changes):
        at = text.index(" ", chance.randrange(len(text) * 9 // 10))
        text = f"{text[:at]}{chance.choice('aeiou')}{text[at:]}"

        def typed(text: str = text) -> int:
            checkup = checker.check("long.md", text)
            checker.mends("long.md", text, checkup)
            return len(checkup.examination.findings) if checkup.examination else -1

        def bare(text: str = text) -> int:
            promises = promises_in((vault,), settings, publication_time(""))
            found, _ = check_against(checker.read("long.md", text), promises, all_rules())
            return len(found.findings)

        many = _timed(typed, taken.kept)
        if many != _timed(bare, taken.bare):
            raise SystemExit("the two ways do not find the same")
        taken = taken._replace(findings=many)
    return taken


def _timed(do: Callable[[], int], into: list[float]) -> int:
    start = time.perf_counter()
    found = do()
    into.append((time.perf_counter() - start) * 1000)
    return found


def main() -> None:
    """Print the figures beside what they must be."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with example_vault() as (vault, settings), doors_kept():
        taken = measure(vault, settings, int(sys.argv[1]) if len(sys.argv) > 1 else 60)
    words = len(story().split())
    print(f"a letter to its findings, {words:,} words, {taken.findings} findings, example vault")
    for name, some in (("as a page checks", taken.kept), ("nothing kept", taken.bare)):
        last = statistics.quantiles(some, n=20)[-1]
        print(f"  {name}: median {statistics.median(some):.0f} ms, p95 {last:.0f} ms")
    ratio = statistics.median(taken.bare) / statistics.median(taken.kept)
    verdict = "met" if statistics.quantiles(taken.kept, n=20)[-1] <= MUST else "MISSED"
    print(f"  {ratio:.1f} times as fast; p95 must be {MUST:g} ms: {verdict}")


if __name__ == "__main__":
    main()

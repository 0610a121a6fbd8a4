"""How long whole commands take, beside what Python itself takes, in the same run.

Every figure is the median over runs of whole processes, taken in turn so that a machine that
slows down slows all of them. Read the ratios: seconds belong to a machine, ratios much less so.

    python benchmarks/check.py [RUNS]
"""

from __future__ import annotations

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
GROUNDRULES = [str(Path(sys.executable).with_name("groundrules"))]
CONVERSATIONS, TURNS, WORDS = 20, 500, 20
ASKED, AGREED = 10, 12
DRAFT_WORDS = 1500
LEAKED_STATEMENTS = 6


class Goal(NamedTuple):
    """What a command may cost: milliseconds at the median, and times `python -c pass`."""

    milliseconds: float
    ratio: float | None = None


GOALS = {
    "groundrules --help": Goal(120),
    "check, example newsroom": Goal(250, 8),
    "check, 10,000 statements": Goal(500),
}


def vocabulary(size: int) -> list[str]:
    """Return invented words, so that the benchmark needs no corpus."""
    letters = random.Random(7)
    return [
        "".join(letters.choice("abcdefghiklmnoprstu") for _ in range(letters.randint(2, 9)))
        for _ in range(size)
    ]


def newsroom_of_ten_thousand(folder: Path) -> list[str]:
    """Write records of 10,000 statements and a draft that leaks a few; return the command."""
    chance = random.Random(11)
    words = vocabulary(6000)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    (folder / "records").mkdir()
    spoken: list[str] = []
    for number in range(CONVERSATIONS):
        lines = [
            f"conversation: talk-{number}\n",
            "date: 2026-11-03\nparties:\n  AR: reporter, Ana Ruiz\n  S1: source, Sam Doe\n",
        ]
        for turn in range(TURNS):
            said = " ".join(chance.choices(words, weights, k=WORDS))
            spoken.append(said)
            lines.append(f"{'S1' if turn % 3 else 'AR'}: {said}.\n")
            if turn == ASKED:
                lines.append("  > ask off-the-record\n")
            if turn == AGREED:
                lines.append("  > agree\n")
        (folder / "records" / f"talk-{number}.record").write_text("".join(lines), "utf-8")
    sentences = [
        " ".join(chance.choices(words, weights, k=WORDS)) for _ in range(DRAFT_WORDS // WORDS)
    ]
    for _ in range(LEAKED_STATEMENTS):
        sentences[chance.randrange(len(sentences))] = f"“{chance.choice(spoken)},” she said"
    paragraphs = [". ".join(sentences[at : at + 3]) + "." for at in range(0, len(sentences), 3)]
    (folder / "draft.md").write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    return [*GROUNDRULES, "check", "draft.md"]


def example_newsroom(folder: Path) -> list[str]:
    """Copy the example newsroom; return the command that checks its draft."""
    shutil.copytree(ROOT / "examples", folder, dirs_exist_ok=True)
    return [*GROUNDRULES, "check", "drafts/pier-9.md", "--as-of", "2026-11-06T09:00-05:00"]


def milliseconds(command: list[str], folder: Path) -> float:
    """Return how long one whole process took; it has to end as a check ends."""
    environment = {**os.environ, "NO_COLOR": "1"}
    start = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, check=False, text=True
    )
    taken = (time.perf_counter() - start) * 1000
    if done.returncode not in {0, 1}:
        sys.exit(f"{command} ended with {done.returncode}: {done.stderr}")
    return taken


def measure(runs: int) -> dict[str, list[float]]:
    """Return the milliseconds of every run of every command, the commands taken in turn."""
    with tempfile.TemporaryDirectory() as name:
        example, large = Path(name, "example"), Path(name, "large")
        example.mkdir()
        large.mkdir()
        commands = {
            "python -c pass": ([sys.executable, "-c", "pass"], example),
            "python, click and rich imported": (
                [sys.executable, "-c", "import click, rich.console"],
                example,
            ),
            "groundrules --help": ([*GROUNDRULES, "--help"], example),
            "check, example newsroom": (example_newsroom(example), example),
            "check, 10,000 statements": (newsroom_of_ten_thousand(large), large),
        }
        taken: dict[str, list[float]] = {label: [] for label in commands}
        for run in range(runs + 1):
            for label, (command, folder) in commands.items():
                once = milliseconds(command, folder)
                if run:  # the first run warms the file cache
                    taken[label].append(once)
        return taken


def main() -> None:
    """Print one line for each command, with its goal where it has one."""
    taken = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
    least = statistics.median(taken["python -c pass"])
    print(f"{'':34}{'median':>10}{'least':>10}{'x pass':>8}  goal")
    for label, runs in taken.items():
        median = statistics.median(runs)
        goal = GOALS.get(label)
        told = ""
        if goal:
            ratio = f", {goal.ratio:g} x pass" if goal.ratio else ""
            met = median <= goal.milliseconds and (not goal.ratio or median / least <= goal.ratio)
            told = f"{goal.milliseconds:g} ms{ratio}: {'met' if met else 'MISSED'}"
        print(f"{label:34}{median:7.0f} ms{min(runs):7.0f} ms{median / least:8.1f}  {told}")


if __name__ == "__main__":
    main()

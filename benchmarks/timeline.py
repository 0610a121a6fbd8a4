"""How long the timeline of a thousand conversations takes, beside reading their records alone.

Every figure is the median over runs of whole processes, taken in turn so that a machine that
slows down slows all of them. Read the ratios: seconds belong to a machine, ratios much less so.

    python benchmarks/timeline.py [RUNS]
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

GROUNDRULES = [str(Path(sys.executable).with_name("groundrules"))]
CONVERSATIONS, TURNS = 1000, 40
MOST_TIMES_READING = 3.0
READ = """\
from groundrules.readers.records import read_records
read_records(["records"])
"""
FOLD = """\
from pathlib import Path
from groundrules.config.settings import settle
from groundrules.desk.records.show_record import show_timelines
for one in show_timelines(["records"], settle(Path.cwd(), {}, {})).shown:
    one.standings
"""
ACTS = {
    4: "  > ask off-the-record\n",
    5: "  > define publish=no pursue=yes\n",
    6: "  > agree\n",
    20: "  > return\n",
    30: "  > ask background\n",
}


def write_records(folder: Path) -> None:
    """Write a thousand records, each with a stretch off the record and a question left open."""
    chance = random.Random(5)
    for number in range(CONVERSATIONS):
        lines = [
            f"conversation: talk-{number:04}\ndate: 2026-{number % 12 + 1:02}-03T09:00Z\n",
            "policy: ap\nparties:\n  AR: reporter, Ana Ruiz\n  S1: source, Sam Doe\n\n",
        ]
        second = 0
        for turn in range(TURNS):
            second += chance.randrange(2, 60)
            clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
            said = "word " * chance.randrange(3, 40)
            lines.append(f"[{clock}] {'AR' if turn % 2 else 'S1'}: {said.rstrip()}.\n")
            lines.append(ACTS.get(turn, ""))
        (folder / f"talk-{number:04}.record").write_text("".join(lines), "utf-8")


def seconds(command: list[str], folder: Path) -> float:
    """Return how long one whole process took; it has to do what it was asked."""
    environment = {**os.environ, "COLUMNS": "120"}
    environment.pop("NO_COLOR", None)
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print one line for each command, as a multiple of reading the records."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    timeline = [*GROUNDRULES, "record", "timeline", "records"]
    commands = {
        "the records read, no more": [sys.executable, "-c", READ],
        "and folded": [sys.executable, "-c", FOLD],
        "record timeline": timeline,
        "record timeline, coloured": [*timeline, "--color", "always"],
        "record timeline --json": [*timeline, "--json"],
    }
    taken: dict[str, list[float]] = {label: [] for label in commands}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "records").mkdir()
        write_records(folder / "records")
        for run in range(runs + 1):
            for label, command in commands.items():
                once = seconds(command, folder)
                if run:  # the first run warms the file cache
                    taken[label].append(once)
    reading = statistics.median(taken["the records read, no more"])
    print(f"{CONVERSATIONS:,} conversations of {TURNS} turns")
    print(f"{'':34}{'median':>10}{'x reading':>11}  goal")
    for label, found in taken.items():
        ratio = statistics.median(found) / reading
        met = "met" if ratio <= MOST_TIMES_READING else "MISSED"
        goal = f"{MOST_TIMES_READING:g} x reading: {met}" if label == "record timeline" else ""
        print(f"{label:34}{statistics.median(found):8.2f} s{ratio:11.2f}  {goal}")


if __name__ == "__main__":
    main()

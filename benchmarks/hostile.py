"""How long the hostile inputs of the tests are refused in, and with how much memory.

python benchmarks/hostile.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from hostile.inputs import GOOD_DRAFT, GOOD_RECORD, GOOD_VTT, INPUTS  # noqa: E402 - the tests' own

SECONDS, MEBIBYTES = 5, 512
SHOWN = 5
REFUSED = 2


class Refusal(NamedTuple):
    """One input: seconds of wall clock, MiB at the peak, and whether it ended with status 2."""

    seconds: float
    mebibytes: float
    name: str
    refused: bool


def refuse(name: str) -> Refusal:
    """Make one input in a folder of its own and let the command refuse it."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "records").mkdir()
        (folder / "records" / "good.record").write_text(GOOD_RECORD, "utf-8")
        (folder / "draft.md").write_text(GOOD_DRAFT, "utf-8")
        (folder / "talk.vtt").write_text(GOOD_VTT, "utf-8")
        command = [sys.executable, "-m", "groundrules", *INPUTS[name](folder)]
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        taken = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        return Refusal(taken, usage.ru_maxrss / 1024, name, process.returncode == REFUSED)


def main() -> None:
    """Print the slowest and the largest refusal as parts of what is allowed."""
    refusals = [refuse(name) for name in INPUTS]
    refused = sum(one.refused for one in refusals)
    print(f"{len(refusals)} hostile inputs, {refused} refused with status 2")
    for one in sorted(refusals, reverse=True)[:SHOWN]:
        print(f"{one.seconds:6.2f} s {one.seconds / SECONDS:6.2f} of {SECONDS} s    {one.name}")
    for one in sorted(refusals, key=lambda each: -each.mebibytes)[:SHOWN]:
        part = one.mebibytes / MEBIBYTES
        print(f"{one.mebibytes:4.0f} MiB {part:6.2f} of {MEBIBYTES} MiB  {one.name}")


if __name__ == "__main__":
    main()

"""The scripts of tests/soak, run with few cycles: what a test run and a soak do is the same."""

from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path

from faults_figures import Figure, NotRunHere, read_figures

SOAK = Path(__file__).parent / "soak"
_SECONDS = 600


def figures_of(script: str, into: Path, *counts: str) -> list[Figure]:
    """Run a script and return its figures.

    Args:
        script: its file's name.
        into: a folder for its answer.
        counts: its arguments.
    """
    answer = into / "figures.json"
    command = [sys.executable, str(SOAK / script), "--into", str(answer), *counts]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)
    assert answer.exists(), done.stderr[-2000:] or done.stdout[-2000:]
    sys.stderr.write(done.stderr)  # which pytest shows where the test fails
    return read_figures(answer)


def assert_nothing_lost(figures: list[Figure], *backends: str) -> None:
    """Every figure is of its backend, nothing was lost or wrong, and each control has lost."""
    assert list(backends) == [figure.backend for figure in figures]
    for figure in figures:
        assert figure.acknowledged > 0, figure
        assert (0, 0) == (figure.lost, figure.wrong), figure
        assert figure.controls, figure
        assert [] == [control for control in figure.controls if control.lost < 1], figure


def not_run_here(what: str, why: str) -> None:
    """Say in pytest's summary that a fault could not be made on this machine, and why."""
    warnings.warn(NotRunHere(f"{what}: not run: {why}"), stacklevel=2)

"""What is left of a vault, by the scripts of tests/soak with few rounds, and their controls.

The raw disk image takes a minute; `make soak` searches it. What needs root is elsewhere a warning
of the category `NotRunHere` in pytest's summary.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from faults_scripts import SOAK, not_run_here
from residue_figures import Control, Left, read_left, told

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("always::faults_figures.NotRunHere")

FOUND, MISSED = Control("left on purpose", 5, 5), Control("left on purpose", 4, 5)


def left(script: str, into: Path, *counts: str) -> list[Left]:
    answer = into / "figures.json"
    command = [sys.executable, str(SOAK / script), "--into", str(answer), *counts]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert 0 == done.returncode, done.stdout + done.stderr[-2000:]
    return read_left(answer)


def test_what_was_shredded_opens_with_nothing_but_the_old_epoch_key(tmp_path: Path) -> None:
    (figure,) = left("soak_shredding.py", tmp_path, "--talks", "5", "--batch", "3")

    assert (0, 10) == (figure.found, figure.of)
    assert [(10, 10), (2, 2)] == [(one.found, one.of) for one in figure.controls]


def test_a_keeper_holds_no_word_and_nothing_of_it_outlives_the_lock(tmp_path: Path) -> None:
    if sys.platform != "linux" or os.geteuid() != 0:
        not_run_here("the memory of a keeper", "this is not Linux, or this user is not root")
        return
    before, after = left("soak_memory.py", tmp_path, "--runs", "1")

    assert ((0, 1), (0, 1)) == ((before.found, before.of), (after.found, after.of))
    assert [(1, 1), (1, 1)] == [(one.found, one.of) for one in before.controls]


@pytest.mark.parametrize(
    ("figure", "good"),
    [
        (Left("traces", 0, 9, (FOUND,)), True),
        (Left("traces", 1, 9, (FOUND,)), False),
        (Left("traces", 0, 0, (FOUND,)), False),
        (Left("traces", 0, 9, (FOUND, MISSED)), False),
        (Left("traces", 0, 9), False),
        (Left("traces", 0, 9, (Control("nothing was left", 0, 0),)), False),
    ],
)
def test_a_figure_without_its_controls_is_not_good(
    figure: Left,
    good: bool,  # noqa: FBT001 - a parameter of pytest
    tmp_path: Path,
) -> None:
    assert good is figure.good
    assert int(not good) == told([figure], tmp_path / "figures.json")
    assert [figure] == read_left(tmp_path / "figures.json")

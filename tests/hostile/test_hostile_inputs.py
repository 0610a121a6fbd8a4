"""Every hostile input is refused in one line, with status 2, in bounded time and memory."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hostile.inputs import GOOD_DRAFT, GOOD_RECORD, GOOD_VTT, INPUTS

if TYPE_CHECKING:
    from pathlib import Path

CPU_SECONDS = 5
"""A child that computes for longer is killed by the kernel, however busy the machine is."""

SECONDS_BEFORE_IT_HANGS = 60
"""How long each takes, `benchmarks/hostile.py` says; here a busy machine decides nothing."""

BYTES = 512 * 1024 * 1024
ONE_LINE = re.compile(r"groundrules: (?!internal error)[^\n]+ \([^\n]+\)\n")
FEWEST_INPUTS = 60


def bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def run(folder: Path, arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "groundrules", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS_BEFORE_IT_HANGS,
        check=False,
        preexec_fn=bounded,
    )


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "good.record").write_text(GOOD_RECORD)
    (tmp_path / "draft.md").write_text(GOOD_DRAFT)
    (tmp_path / "talk.vtt").write_text(GOOD_VTT)
    return tmp_path


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_there_are_enough_of_them():
    assert len(INPUTS) >= FEWEST_INPUTS


def test_the_newsroom_is_good_without_them(newsroom):
    assert run(newsroom, ["check", "draft.md", "--records", "records"]).returncode == 0
    assert run(newsroom, ["import", "talk.vtt", "--out", "imported"]).returncode == 0


@pytest.mark.parametrize("name", INPUTS)
def test_a_hostile_input_is_refused(newsroom, name):
    arguments = INPUTS[name](newsroom)
    before = files(newsroom)

    outcome = run(newsroom, arguments)

    assert ONE_LINE.fullmatch(outcome.stderr), outcome.stderr[-2000:]
    assert (2, "") == (outcome.returncode, outcome.stdout)
    assert before == files(newsroom)
    assert "Whitfield" not in outcome.stderr

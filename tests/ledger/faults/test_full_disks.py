"""No room, or a disk that fails: a clear error, nothing lost, and writes resume; 20 cycles.

That a file may not grow can be made anywhere. The other three troubles need Linux and root, and the
failing disk a loop device as well; elsewhere pytest's summary names what was not run.
"""

from __future__ import annotations

import pytest

from faults_disks import cannot_cut, cannot_mount
from faults_scripts import assert_nothing_lost, figures_of, not_run_here

pytestmark = pytest.mark.filterwarnings("always::faults_figures.NotRunHere")


def test_nothing_is_lost_where_there_is_no_room(tmp_path):
    backends = ["SQLite"]
    for what, why, more in (
        ("full disks", cannot_mount(), ["SQLite", "PostgreSQL"]),
        ("failing disks", cannot_cut(), ["SQLite"]),
    ):
        if why:
            not_run_here(what, why)
        else:
            backends += more
    figures = figures_of("soak_full_disks.py", tmp_path, "--cycles", "20", "--control", "8")
    assert_nothing_lost(figures, *backends)
    assert 20 <= sum(figure.cycles for figure in figures)

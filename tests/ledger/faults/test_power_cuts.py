"""Power cuts: 20 on a file, some on a server; nothing that was acknowledged is lost.

They need Linux, root and a loop device. Elsewhere the outcome of the test is a warning of the
category `NotRunHere` in pytest's summary, which names what is missing.
"""

from __future__ import annotations

import pytest

from faults_disks import cannot_cut
from faults_scripts import assert_nothing_lost, figures_of, not_run_here

pytestmark = pytest.mark.filterwarnings("always::faults_figures.NotRunHere")


def test_no_entry_of_a_file_is_lost_by_a_power_cut(tmp_path):
    why = cannot_cut()
    if why:
        not_run_here("power cuts of SQLite", why)
        return
    counts = ("--sqlite", "20", "--postgresql", "0", "--control", "4")
    figures = figures_of("soak_power_cuts.py", tmp_path, *counts)
    assert_nothing_lost(figures, "SQLite")
    assert 20 == figures[0].cycles


def test_no_entry_of_a_server_is_lost_by_a_power_cut(tmp_path):
    why = cannot_cut()
    if why:
        not_run_here("power cuts of PostgreSQL", why)
        return
    counts = ("--sqlite", "0", "--postgresql", "5", "--control", "3")
    figures = figures_of("soak_power_cuts.py", tmp_path, *counts)
    assert_nothing_lost(figures, "PostgreSQL")


def test_where_no_power_can_be_cut_the_summary_says_so():
    with pytest.warns(match="power cuts of SQLite: not run: this user is not root"):
        not_run_here("power cuts of SQLite", "this user is not root")

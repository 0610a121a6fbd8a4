"""kill -9 while writing: 100 cycles on each backend, and nothing that was acknowledged is lost."""

from __future__ import annotations

from faults_scripts import assert_nothing_lost, figures_of

_COUNTS = ("--cycles", "100", "--control", "5")


def test_no_entry_of_a_file_is_lost_by_killing_its_writers(tmp_path):
    figures = figures_of("soak_kills.py", tmp_path, *_COUNTS, "--backend", "sqlite")
    assert_nothing_lost(figures, "SQLite")
    assert 100 == figures[0].cycles


def test_no_entry_of_a_server_is_lost_by_killing_its_clients_or_itself(tmp_path):
    figures = figures_of("soak_kills.py", tmp_path, *_COUNTS, "--backend", "postgresql")
    assert_nothing_lost(figures, "PostgreSQL")
    assert 100 == figures[0].cycles

"""Sixteen writers at once: of 2,000 changes on each backend none is lost and none is made twice."""

from __future__ import annotations

from faults_scripts import assert_nothing_lost, figures_of

_COUNTS = ("--changes", "2000", "--control", "160")


def test_no_change_to_a_file_is_lost_or_made_twice(tmp_path):
    figures = figures_of("soak_writers.py", tmp_path, *_COUNTS, "--backend", "sqlite")
    assert_nothing_lost(figures, "SQLite")
    assert 2000 == figures[0].acknowledged


def test_no_change_to_a_server_is_lost_or_made_twice(tmp_path):
    figures = figures_of("soak_writers.py", tmp_path, *_COUNTS, "--backend", "postgresql")
    assert_nothing_lost(figures, "PostgreSQL")
    assert 2000 == figures[0].acknowledged

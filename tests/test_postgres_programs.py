"""The programs of PostgreSQL run wherever the checkout lies, also where only its owner gets to."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import postgres_programs
from postgres_programs import RUN_AS, open_to_all, programs


@pytest.fixture
def closed(monkeypatch):
    """Every folder looks as if only its owner got to it."""
    monkeypatch.setattr(postgres_programs, "NOBODY", 65534)
    monkeypatch.setattr(postgres_programs, "open_to_all", lambda _: False)
    programs.cache_clear()
    yield
    programs.cache_clear()


def answers(folder: Path, name: str) -> str:
    asked = [folder / name, "--version"]
    told = subprocess.run(asked, cwd="/", capture_output=True, text=True, check=True, **RUN_AS)
    return told.stdout


@pytest.mark.parametrize("name", ["postgres", "initdb"])
def test_whoever_runs_them_gets_to_them(name):
    assert "(PostgreSQL) 18." in answers(programs(), name)


@pytest.mark.usefixtures("closed")
def test_they_run_from_the_copy_too():
    copied = programs()
    assert "site-packages" not in copied.parts
    assert open_to_all(copied)
    assert all("(PostgreSQL) 18." in answers(copied, name) for name in ("postgres", "initdb"))


def test_a_folder_below_a_closed_one_is_closed(tmp_path):
    below = tmp_path / "closed" / "open"
    below.mkdir(parents=True)
    below.parent.chmod(0o700)
    below.chmod(0o755)
    assert not open_to_all(below)
    assert open_to_all(Path("/usr/bin"))

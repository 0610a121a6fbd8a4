"""Every way in which a command can end."""

from __future__ import annotations

import errno
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from newsroom import DRAFT, furnish, groundrules

from groundrules.errors import BadInput, Fault
from groundrules.faces.cli import main, running
from groundrules.faces.cli.exit_status import ExitStatus
from groundrules.faces.cli.program import program

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "the deal was dead"  # noqa: S105 - words of an invented source


def ends_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    """Return the status where the program ends with this error, whatever it was asked."""

    def failing(*_arguments: object, **_settings: object) -> int:
        raise error

    monkeypatch.setattr(program, "main", failing)
    return main(["doctor"])


def test_an_error_of_the_program_is_one_line_without_its_values(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(running.TRACEBACK, raising=False)

    assert ends_with(monkeypatch, ValueError(SECRET)) == 2

    said = capsys.readouterr().err
    assert said.startswith("groundrules: internal error in running.py:")
    assert "(ValueError); nothing was checked (GROUNDRULES_TRACEBACK=1 shows where)\n" in said
    assert SECRET not in said
    assert said.count("\n") == 1


def test_its_place_is_shown_on_demand_still_without_its_values(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(running.TRACEBACK, "1")

    assert ends_with(monkeypatch, ValueError(SECRET)) == 2

    said = capsys.readouterr().err
    assert 'running.py", line ' in said
    assert SECRET not in said


@pytest.mark.parametrize("error", [MemoryError(), RecursionError(), AssertionError("x")])
def test_no_error_is_a_traceback(
    error: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ends_with(monkeypatch, error) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_every_fault_has_its_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = BadInput(Fault("a\nb.md", "it is bad", "mend it", 3), Fault("c", "it is worse", "too"))

    assert ends_with(monkeypatch, bad) == 2
    assert capsys.readouterr().err == (
        "groundrules: a␊b.md:3: it is bad (mend it)\ngroundrules: c: it is worse (too)\n"
    )


def test_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ends_with(monkeypatch, KeyboardInterrupt()) == ExitStatus.INTERRUPTED


def test_a_broken_pipe_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with (tmp_path / "out").open("w", encoding="utf-8") as output:
        monkeypatch.setattr(sys, "stdout", output)

        assert ends_with(monkeypatch, BrokenPipeError()) == ExitStatus.BROKEN_PIPE


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left"), "standard output: it cannot be written to: no sp"),
        (OSError(errno.ENOSPC, "No space left", "a.md"), "internal error in running.py:"),
        (OSError(errno.EACCES, "Permission denied"), "internal error in running.py:"),
    ],
)
def test_what_is_not_taken_is_told(
    error: OSError,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with (tmp_path / "out").open("w", encoding="utf-8") as output:
        monkeypatch.setattr(sys, "stdout", output)

        assert ends_with(monkeypatch, error) == ExitStatus.INCOMPLETE
    assert capsys.readouterr().err.startswith(f"groundrules: {said}")


@pytest.mark.parametrize(
    ("closed", "status", "said"),
    [
        (">&-", 2, "groundrules: standard output: it is closed (send it to /dev/null, to see "),
        (">&- 2>&-", 2, ""),
        ("2>&-", 1, ""),
    ],
)
def test_what_the_shell_has_closed(tmp_path: Path, closed: str, status: int, said: str) -> None:
    furnish(tmp_path)
    command = f'exec "$0" -m groundrules check {DRAFT} {closed}'

    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable], cwd=tmp_path, capture_output=True, check=False
    )

    assert done.returncode == status
    assert done.stderr.decode().startswith(said)
    assert (said == "") == (done.stderr == b"")


def test_help_is_ready_before_anything_of_the_check_is_loaded(tmp_path: Path) -> None:
    done = groundrules(tmp_path, "--help", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}

    assert "click" in loaded
    assert not loaded & {"rich", "json", "tomllib", "importlib.metadata", "shutil"}
    assert not {name for name in loaded if name.startswith("groundrules.rules")}


@pytest.mark.parametrize("form", ["full", "concise"])
def test_a_check_without_colour_loads_no_more_than_it_needs(tmp_path: Path, form: str) -> None:
    furnish(tmp_path)

    done = groundrules(tmp_path, "check", DRAFT, "--format", form, PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}

    assert done.returncode == 1
    assert not loaded & {"rich", "json", "importlib.metadata", "difflib", "traceback", "tempfile"}

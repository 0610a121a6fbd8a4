"""What must hold for the checkout as a whole: nothing of one machine, nothing without its lock."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import combinations
from pathlib import Path

import pytest

import groundrules

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
MADE = frozenset(
    {
        ".git",
        ".groundrules",
        ".hypothesis",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        ".venv",
        "__pycache__",
        "_build",
    }
)
MOST_BYTES = 1_000_000

# Written in pieces, so that this file does not hold what it looks for.
REGISTRY = re.compile("pypi" + r"\.org|python" + "hosted")
MACHINE = re.compile(r"(?<![\w.])/(ho" + r"me|Us" + r"ers)/\w|(?<![\w./])/ro" + "ot/")
INDEX_OPTION = re.compile(r"(?m)^\s*--(?:(?:extra-)?index-url|find-links|trusted-host)\b")
PIN = re.compile(r"(?m)^([a-z0-9][a-z0-9._-]*)==(\S+)")
TARGET = re.compile(r"(?m)^([a-z]+):")
MADE_WITH = re.compile(r"(?m)(?:^|`|\$ )make ([a-z]+)\b")


def tracked() -> list[Path]:
    """Return every file of the project: what git takes, or the tree without what tools made."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for path in ROOT.rglob("*") if not MADE & set(path.parts)]
    return [path for path in paths if path.is_file()]


def texts() -> list[tuple[str, str]]:
    """Return name and text of every tracked file that is text."""
    found = []
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content:
            found.append((str(path.relative_to(ROOT)), content.decode("utf-8", "replace")))
    return found


def holding(pattern: re.Pattern[str]) -> list[str]:
    return [f"{name}: {hit[0]}" for name, text in texts() if (hit := pattern.search(text))]


def pins(lock: Path) -> dict[str, str]:
    return dict(PIN.findall(lock.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (REGISTRY, "https://files.python" + "hosted" + ".org/packages/"),
        (MACHINE, "/ho" + "me/ana/talks"),
        (MACHINE, "(/ro" + "ot/.cache)"),
        (INDEX_OPTION, "click==8.2\n--extra-index-url " + "https://example.org\n"),
    ],
)
def test_the_searches_find_what_they_look_for(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


def test_no_file_names_a_package_registry() -> None:
    assert holding(REGISTRY) == []


def test_no_file_names_a_place_of_one_machine() -> None:
    assert holding(re.compile(f"{MACHINE.pattern}|{re.escape(str(ROOT))}")) == []


def test_no_file_is_large() -> None:
    large = [str(path) for path in tracked() if path.stat().st_size > MOST_BYTES]

    assert large == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_pinned_with_its_hashes_and_names_no_index(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    logical = re.sub(r"\\\n", " ", text).splitlines()
    requirements = [line for line in logical if line.strip() and not line.startswith("#")]

    assert requirements
    assert [line for line in requirements if not PIN.match(line)] == []
    assert [line for line in requirements if "--hash=sha256:" not in line] == []
    assert INDEX_OPTION.findall(text) == []
    assert "://" not in text


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_what_its_requirements_ask_for(lock: Path) -> None:
    asked = lock.with_suffix(".in").read_text(encoding="utf-8")
    names = re.findall(r"(?m)^([a-z][a-z0-9-]*)", asked)

    assert names
    assert [name for name in names if name not in pins(lock)] == []


@pytest.mark.parametrize(("one", "other"), list(combinations(LOCKS, 2)), ids=lambda lock: lock.name)
def test_two_locks_agree_on_what_they_share(one: Path, other: Path) -> None:
    shared = pins(one).keys() & pins(other).keys()

    assert {name: pins(one)[name] for name in shared} == {
        name: pins(other)[name] for name in shared
    }


def test_the_running_locks_are_those_that_the_package_asks_for() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.search(r"(?ms)^dependencies = \[(.*?)^\]$", project)
    run = (ROOT / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()

    assert wanted
    assert [one for one in re.findall(r'"([^"]+)"', wanted[1]) if one not in run] == []


def test_the_changelog_has_the_version_that_runs() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.search(rf"(?m)^## \[?{re.escape(groundrules.__version__)}\b", changelog)


def test_the_licence_is_mit() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert licence.startswith("MIT License\n")
    assert 'license = "MIT"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_a_page_names_exists(page: str) -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    named = set(MADE_WITH.findall((ROOT / page).read_text(encoding="utf-8")))

    assert named
    assert named - targets == set()


def test_continuous_integration_runs_the_tests_last() -> None:
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
    assert steps[-1] == "make test"

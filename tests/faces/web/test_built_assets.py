"""What the package serves is what its TypeScript builds, and it is small enough.

One test does everything that needs Node, in a copy of web/ with packages of its own: nothing of the
checkout is touched, and several processes of tests cannot get into each other's way.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
WEB = ROOT / "web"
STATIC = ROOT / "src/groundrules/faces/web/static"
EVERY_PAGE = ("app.css", "app.js")
LARGEST, LARGEST_EDITOR = 150_000, 300_000
"""Bytes of script and style that a page may have, as they are with gzip -9."""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program of Node's; fail in one line where there is none."""
    program = shutil.which(words[0])
    if program is None:
        pytest.fail(
            f"{words[0]} is not installed: the built scripts cannot be compared", pytrace=False
        )
    return subprocess.run(
        [program, *words[1:]], cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )


def passes(folder: Path, *words: str) -> None:
    """Hold that a program of Node's finds nothing wrong."""
    done = run(folder, *words)
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"


def copied(folder: Path) -> Path:
    """Copy the source and what was built of it, with packages as the lock has them."""
    web = folder / "web"
    shutil.copytree(WEB, web, ignore=shutil.ignore_patterns("node_modules"))
    shutil.copytree(STATIC, folder / STATIC.relative_to(ROOT))
    passes(web, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
    return web


def compressed(*names: str) -> int:
    """Return how many bytes files of a page are together, compressed each."""
    return sum(len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in names)


def test_what_is_served_is_what_the_source_builds(tmp_path: Path) -> None:
    web = copied(tmp_path)
    static = tmp_path / STATIC.relative_to(ROOT)
    passes(web, "npx", "tsc", "--noEmit")
    passes(web, "node", "build.mjs", "--check")
    passes(web, "node", "test.mjs")

    # The controls: each of the three sees what it is there for.
    app = static / "app.js"
    app.write_bytes(app.read_bytes() + b" ")
    changed = run(web, "node", "build.mjs", "--check")
    assert changed.returncode == 1
    assert changed.stderr.splitlines() == [
        "static/app.js is not what the source builds: run node build.mjs"
    ]
    assert run(web, "node", "build.mjs").returncode == 0
    assert app.read_bytes() == (STATIC / "app.js").read_bytes()
    (static / "stray.js").write_text("1")
    assert "static/stray.js is built by nothing" in run(web, "node", "build.mjs", "--check").stderr
    (web / "src/pure/wrong.ts").write_text("export const wrong: number = [1][0];\n")
    assert "pure/wrong.ts" in run(web, "npx", "tsc", "--noEmit").stdout
    for one in (web / "test").iterdir():
        one.unlink()
    (web / "test/wrong.test.ts").write_text(
        'import { test } from "node:test";\ntest("wrong", () => { throw new Error("seen"); });\n'
    )
    assert run(web, "node", "test.mjs").returncode == 1


def test_every_page_is_within_its_budget() -> None:
    others = {file.name for file in STATIC.glob("*.js")} - set(EVERY_PAGE)
    assert "editor.js" in others
    for name in sorted(others):
        budget = LARGEST_EDITOR if name == "editor.js" else LARGEST
        assert compressed(*EVERY_PAGE, name) <= budget, name
    assert compressed(*EVERY_PAGE) <= LARGEST
    assert compressed("editor.js") > LARGEST / 3  # the control: it is bytes that are counted


def test_the_lock_names_versions_and_no_address() -> None:
    packages = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
    declared = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    wanted = {**declared["dependencies"], **declared["devDependencies"]}
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_the_scripts_name_no_host_but_that_of_a_name_space() -> None:
    found = {
        host
        for file in STATIC.iterdir()
        if file.suffix in {".js", ".css", ".svg"}
        for host in re.findall(r"(?:https?:)?//([\w-]+(?:\.[\w-]+)+)", file.read_text("utf-8"))
    }
    assert found <= {"www.w3.org"}


def test_the_licence_of_everything_that_is_bundled_comes_with_it() -> None:
    licences = (STATIC / "LICENSES.txt").read_text(encoding="utf-8")
    named = re.findall(r"^={72}\n(\S+) \S+ \(([^)]+)\)\n={72}$", licences, re.MULTILINE)
    declared = json.loads((WEB / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert set(declared) <= {name for name, _ in named}
    assert {licence for _, licence in named} <= {"MIT", "0BSD", "BSD-0-Clause"}

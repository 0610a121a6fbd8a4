"""The build steps that the documentation shows: they can be read, and their commands run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from docs.pages import ROOT, text_of
from groundrules.faces.cli.program import program

if TYPE_CHECKING:
    from pathlib import Path

PAGE = text_of("how-to/check-in-the-build.md")
BLOCKS = re.findall(r"(?ms)^```(yaml|make)\n(.*?)^```", PAGE)
STEPS = [yaml.safe_load(block) for kind, block in BLOCKS if kind == "yaml"]


def scripts(node: Any) -> list[str]:
    """Return every command line that a build server would run."""
    if isinstance(node, dict):
        own = [node["run"]] if "run" in node else list(node.get("script", ()))
        return [*own, *(line for child in node.values() for line in scripts(child))]
    return [line for child in node for line in scripts(child)] if isinstance(node, list) else []


RECIPES = [
    line.strip()
    for kind, block in BLOCKS
    if kind == "make"
    for line in block.splitlines()
    if line.startswith("\t")
]
COMMANDS = [*(line for step in STEPS for line in scripts(step)), *RECIPES]


def test_the_page_shows_each_kind_of_build() -> None:
    tops = {key for step in STEPS for key in step}

    assert tops >= {"repos", "jobs", "promises"}
    assert len(COMMANDS) == 4


@pytest.mark.parametrize("line", COMMANDS)
def test_a_step_checks_the_drafts_and_stops_the_build(line: str, tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    shutil.copytree(ROOT / "examples", folder)
    name, *arguments = line.split()

    done = subprocess.run(
        [sys.executable, "-m", name, *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )

    assert (name, done.returncode, done.stderr) == ("groundrules", 1, "")
    if "--output" in arguments:
        assert (folder / arguments[arguments.index("--output") + 1]).read_text("utf-8")


def test_the_hooks_of_the_page_have_options_that_there_are() -> None:
    hooks = [hook for step in STEPS for repo in step.get("repos", ()) for hook in repo["hooks"]]
    command = program.get_command(program.make_context("x", [], resilient_parsing=True), "check")
    assert command
    known = {one for parameter in command.params for one in parameter.opts}

    assert [hook["id"] for hook in hooks] == ["groundrules", "groundrules"]
    assert {one for hook in hooks for one in hook.get("args", ()) if one.startswith("-")} <= known

"""Every command that the documentation shows is run, and prints what the page says it prints."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docs.pages import ROOT, commands
from docs.stories import stories
from word_drafts import document
from word_files import paragraph

TOLD = {str(page.relative_to(ROOT)) for page in stories()}
COMMANDS = [command for command in commands() if command.page not in TOLD]
TRANSCRIPT = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana Ruiz>Where does the sale stand?</v>

00:00:05.000 --> 00:00:09.000
<v Dana Whitfield>The board has not voted.</v>
"""
OURS = re.compile(r"(^|[|;] *|&& *)groundrules\b")
FINDS_SOMETHING = 1


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """Return a copy of the example newsroom with the files that pages take for granted."""
    folder = tmp_path / "newsroom"
    shutil.copytree(ROOT / "examples", folder)
    shutil.copy(folder / "drafts" / "pier-9-mended.md", folder / "draft.md")
    (folder / "draft.docx").write_bytes(document(paragraph("It rained on the pier.")))
    (folder / "talk.vtt").write_text(TRANSCRIPT, encoding="utf-8")
    return folder


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["/bin/bash", "-c", line],
        cwd=folder,
        env={**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_there_are_commands_to_run():
    assert (
        len([command for command in COMMANDS if OURS.search(command.line)]) > 20
    )  # those of the stories come on top


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: f"{one.page}: {one.line}")
def test_a_command_of_the_documentation(command, newsroom):
    if command.line.startswith("make "):
        targets = (ROOT / "Makefile").read_text(encoding="utf-8")
        assert all(f"\n{target}:" in targets for target in command.line.split()[1:])
        return
    outcome = run(command.line, newsroom)

    assert outcome.returncode in {0, FINDS_SOMETHING}, outcome.stderr
    if command.output:
        same = doctest.OutputChecker().check_output(
            command.output + "\n", outcome.stdout + outcome.stderr, doctest.ELLIPSIS
        )
        assert same, f"the page shows\n{command.output}\nthe command printed\n{outcome.stdout}"

"""The pre-commit hook, run by pre-commit itself in a repository of its own.

pre-commit works on git repositories. Where there is no git, nobody has one, and there is nothing
to run; what can be said of the manifest without it is tested all the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from groundrules.record.notation import to_text
from harbor_case import CONVERSATION, SECRET, TEXT

ROOT = Path(__file__).parents[1]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
BIN = Path(sys.executable).parent
GIT = shutil.which("git")
PAGE = ROOT / "docs" / "how-to" / "check-in-the-build.md"


def manifest() -> dict[str, object]:
    (hook,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return dict(hook)


def ran(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command with nothing of this machine's but its programs."""
    kept = {name: os.environ[name] for name in ("LANG", "SYSTEMROOT") if name in os.environ}
    environment = {
        **kept,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder.parent / "nobody"),
        "PRE_COMMIT_HOME": str(folder.parent / "hooks"),
        "GIT_CONFIG_NOSYSTEM": "1",
        **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "Ana Ruiz"),
        **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "ana@ledger.example"),
    }
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """Return a repository with a draft, its record, and the hook as the manifest has it.

    Only the language differs: `system` takes the groundrules that is installed here, where
    `python` would fetch what it needs.
    """
    folder = tmp_path / "newsroom"
    (folder / "records").mkdir(parents=True)
    (folder / "records" / "harbor.record").write_text(to_text(CONVERSATION), encoding="utf-8")
    (folder / "records" / "notes.md").write_text(TEXT, encoding="utf-8")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "draft.md").write_text(TEXT, encoding="utf-8")
    config = {"repos": [{"repo": "local", "hooks": [{**manifest(), "language": "system"}]}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return folder


def test_the_manifest_is_one_that_pre_commit_takes(tmp_path: Path) -> None:
    done = ran(tmp_path, sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_hook_is_the_command_and_is_documented() -> None:
    hook = manifest()

    assert (hook["entry"], hook["language"]) == ("groundrules check", "python")
    assert f"id: {hook['id']}" in PAGE.read_text(encoding="utf-8")


if GIT:

    def test_a_commit_that_breaks_a_promise_is_refused(newsroom: Path) -> None:
        for command in (["git", "init", "--quiet"], ["pre-commit", "install"], ["git", "add", "."]):
            done = ran(newsroom, *command)
            assert done.returncode == 0, done.stderr

        refused = ran(newsroom, "git", "commit", "--message", "a draft")
        told = refused.stdout + refused.stderr

        assert refused.returncode == 1
        assert "groundrules check" in told
        assert "drafts/draft.md:3:1: error GR101" in told
        assert "records/" not in told
        assert [word for word in (SECRET[:-1], "Whitfield") if word in told] == []

    def test_a_commit_that_keeps_every_promise_goes_through(newsroom: Path) -> None:
        (newsroom / "drafts" / "draft.md").write_text("# Rain\n\nIt rained.\n", encoding="utf-8")
        for command in (["git", "init", "--quiet"], ["pre-commit", "install"], ["git", "add", "."]):
            done = ran(newsroom, *command)
            assert done.returncode == 0, done.stderr

        done = ran(newsroom, "git", "commit", "--message", "a draft")

        assert done.returncode == 0, done.stdout + done.stderr
        assert "Passed" in done.stdout + done.stderr
        assert ran(newsroom, "git", "log", "--format=%s").stdout == "a draft\n"

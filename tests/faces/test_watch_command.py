"""`groundrules watch`, at a terminal and in a pipe, while files are saved as editors save them."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

import pytest
from keyboard import PATIENCE, at_the_terminal
from newsroom import groundrules
from pier_room import CODE, DRAFT, MENDED, NAME, RECORD, furnish_pier

if TYPE_CHECKING:
    from pathlib import Path

READY = "^C ends this."
CLEAR = "\x1b[2J\x1b[H"


class Watching:
    """The command at a pseudo-terminal, or with a pipe for what it prints."""

    def __init__(self, folder: Path, *arguments: str, term: str = "xterm") -> None:
        self._screen, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        kept = {name: word for name, word in os.environ.items() if not name.startswith("GROUNDR")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "groundrules", "watch", *arguments],
            cwd=folder,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**kept, "PYTHONUTF8": "1", "TERM": term, "NO_COLOR": "1"},
            start_new_session=True,
            preexec_fn=at_the_terminal,  # noqa: PLW1509 - no threads here
        )
        os.close(theirs)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self._screen)

    def run(self) -> str:
        """Return what one run shows."""
        shown = ""
        while READY not in shown:
            assert select.select([self._screen], [], [], PATIENCE)[0], shown
            shown += os.read(self._screen, 1 << 16).decode()
        return shown.replace("\r\n", "\n")

    def is_quiet(self, seconds: float) -> bool:
        return not select.select([self._screen], [], [], seconds)[0]

    def interrupt(self) -> int:
        """Press ^C; return how it ended, with what it printed behind that."""
        os.write(self._screen, b"\x03")
        return self.process.wait(PATIENCE)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return furnish_pier(tmp_path)


def in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def by_rename(path: Path, text: str) -> None:
    """Save as most editors do: a new file that takes the name of the old one."""
    other = path.with_name(f".{path.name}.new")
    other.write_text(text, encoding="utf-8")
    other.replace(path)


def by_backup(path: Path, text: str) -> None:
    """Save as Vim may do: the old file gets another name, and for a moment there is none."""
    path.replace(path.with_name(f"{path.name}~"))
    time.sleep(0.4)
    path.write_text(text, encoding="utf-8")


def in_pieces(path: Path, text: str) -> None:
    """Save slowly: there is a moment at which half of it is there."""
    with path.open("w", encoding="utf-8") as file:
        file.write(text[: len(text) // 2])
        file.flush()
        time.sleep(0.02)
        file.write(text[len(text) // 2 :])


@pytest.mark.parametrize("save", [in_place, by_rename, by_backup, in_pieces])
def test_a_save_is_checked_and_what_it_mended_and_broke_is_told(story, save):
    with Watching(story.parent, story.name) as watching:
        first = watching.run()
        save(story, MENDED)
        second = watching.run()
        save(story, DRAFT)
        third = watching.run()
        status = watching.interrupt()

    assert CODE in first
    assert " new, " not in first
    assert re.search(r"== \d\d:\d\d:\d\d story.md changed\n", second)
    assert "+ 0 new, 1 mended, " in second
    assert f"  - story.md:3:79: {CODE} describes the source otherwise" in second
    assert "+ 1 new, 0 mended, " in third
    assert f"  + story.md:3:79: {CODE} " in third
    assert 130 == status


def test_a_terminal_is_cleared_and_a_dumb_one_is_not(story):
    shown = []
    for term in ("xterm", "dumb"):
        with Watching(story.parent, story.name, term=term) as watching:
            shown.append(watching.run())
            watching.interrupt()

    assert [True, False] == [one.startswith(CLEAR) for one in shown]
    assert ["== ", "== "] == [one.removeprefix(CLEAR)[:3] for one in shown]


def test_a_record_that_changes_is_checked_against(story):
    record = story.parent / "records" / "union.record"
    with Watching(story.parent, story.name) as watching:
        watching.run()
        by_rename(record, RECORD.replace("> agree", "> decline"))
        changed = watching.run()
        by_rename(record, RECORD.replace("> agree", "> agreee"))
        broken = watching.run()
        by_rename(record, RECORD)
        mended = watching.run()
        in_place(record.with_name("more.record"), RECORD.replace(": union\n", ": guild\n"))
        more = watching.run()

    assert "== " in changed
    assert "records/union.record changed" in changed
    assert " mended, " in changed
    assert "Nothing was checked." in broken
    assert "groundrules: records/union.record:13:" in broken
    assert f"  + story.md:3:79: {CODE} " in mended, "compared with the last run that there was"
    assert "Held against 2 conversations" in more


def test_a_fault_in_the_configuration_is_told_and_mended(story):
    settings = story.parent / "groundrules.toml"
    with Watching(story.parent, story.name) as watching:
        watching.run()
        in_place(settings, "polcy = 1\n")
        broken = watching.run()
        in_place(settings, 'ignore = ["GR2"]\n')
        mended = watching.run()

    assert "'polcy'" in broken
    assert f"error {CODE} " not in mended
    assert "+ 0 new, 0 mended, " in mended
    assert f"  ? story.md:3:79: {CODE} " in mended


def test_a_new_draft_in_a_folder_is_watched_too_and_other_files_are_not(tmp_path):
    story = furnish_pier(tmp_path / "drafts")
    (tmp_path / "drafts" / "records").rename(tmp_path / "records")
    with Watching(tmp_path, "drafts") as watching:
        watching.run()
        in_place(story.with_name("picture.svg"), "<svg/>")
        quiet = watching.is_quiet(1)
        in_place(story.with_name("second.md"), DRAFT)
        shown = watching.run()

    assert quiet
    assert "drafts/second.md changed" in shown
    assert "in 2 drafts." in shown


def test_a_draft_that_is_gone_is_told_and_waited_for(story):
    with Watching(story.parent, story.name) as watching:
        watching.run()
        story.unlink()
        gone = watching.run()
        in_place(story, MENDED)
        back = watching.run()

    assert "story.md: there is no such file" in gone
    assert "1 mended" in back


def test_a_pipe_gets_runs_that_are_set_off_and_covered(story):
    process = subprocess.Popen(
        [sys.executable, "-m", "groundrules", "watch", story.name, "--format", "concise"],
        cwd=story.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    shown = ""
    while READY not in shown:
        shown += process.stdout.readline()
    by_rename(story, MENDED)
    while shown.count(READY) < 2:
        shown += process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=PATIENCE)

    assert ("\x1b" in shown, shown.count("\n== ") + 1) == (False, 2)
    assert NAME not in shown


def test_a_reveal_is_recorded_with_every_run(story):
    register = story.parent / ".groundrules" / "reveals.jsonl"
    with Watching(story.parent, story.name, "--reveal") as watching:
        first = watching.run()
        by_rename(story, f"{DRAFT}\n")
        watching.run()

    assert f"source: {NAME}" in first
    assert 2 == len(register.read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere.md",), "nowhere.md: there is no such file"),
        (("-",), "standard input is never saved again"),
        ((), "no draft was named"),
        (("story.md", "--select", "GR999"), "no rule is called 'GR999'"),
        (("story.md", "--as-of", "soon"), "this is not an instant"),
    ],
)
def test_what_cannot_be_watched_ends_it_at_once(story, arguments, said):
    done = groundrules(story.parent, "watch", *arguments)

    assert (2, "") == (done.returncode, done.stdout)
    assert said in done.stderr

"""A person at a terminal who presses single keys, and types a line where one is asked for."""

from __future__ import annotations

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

from keyboard import PATIENCE, Sitting, at_the_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_ROWS = 24
_LOCAL_FLAGS = 3
_PROMPT = b"\n> "


def press(folder: Path, columns: int, keys: Sequence[str], *arguments: str) -> Sitting:
    """Run the command at a terminal of so many columns.

    Args:
        folder: where it is run.
        columns: how wide the terminal is.
        keys: what is pressed at each prompt in turn; what ends in a line feed is typed as a line.
            When there are no more, the terminal is closed.
        arguments: those of the command.
    """
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    process = subprocess.Popen(
        [sys.executable, "-m", "groundrules", *arguments],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**kept, "PYTHONUTF8": "1", "TERM": "dumb", "NO_COLOR": "1"},
        start_new_session=True,
        preexec_fn=at_the_terminal,  # noqa: PLW1509 - no threads here
    )
    os.close(theirs)
    screen, prompts = _converse(ours, list(keys))
    os.close(ours)
    return Sitting(screen.decode().replace("\r\n", "\n"), process.wait(PATIENCE), prompts)


def _converse(terminal: int, keys: list[str]) -> tuple[bytes, int]:
    """Answer the prompts until the program is gone or the keys are; return screen and prompts."""
    screen, answered, prompts = b"", 0, 0
    while select.select([terminal], [], [], PATIENCE)[0]:
        try:
            more = os.read(terminal, 1 << 16)
        except OSError:  # the other end is closed
            break
        screen += more
        if screen.endswith(_PROMPT) and len(screen) > answered:
            prompts += 1
            if not keys:
                break
            _press(terminal, keys.pop(0))
            answered = len(screen) + 1
    return screen, prompts


def _press(terminal: int, key: str) -> None:
    """Press a key when the program waits for one: what comes earlier is thrown away by it."""
    until = time.monotonic() + PATIENCE
    wanted = key.endswith("\n")
    while _takes_lines(terminal) is not wanted and time.monotonic() < until:
        time.sleep(0.005)
    os.write(terminal, key.encode())


def _takes_lines(terminal: int) -> bool:
    return bool(termios.tcgetattr(terminal)[_LOCAL_FLAGS] & termios.ICANON)

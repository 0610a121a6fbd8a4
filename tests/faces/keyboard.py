"""A person at a terminal: a pseudo-terminal of a given width, at which keys are pressed."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PATIENCE = 60
"""The most seconds that the program may take for anything."""

CTRL_C = "\x03"

_AGAIN = 10
"""Seconds without a word behind a ^C, after which it is pressed again."""

_ROWS = 24


class Sitting(NamedTuple):
    """What was on the screen until the program ended, and how it ended."""

    screen: str
    status: int
    prompts: int


def sit_down(folder: Path, columns: int, keys: Sequence[str], *arguments: str) -> Sitting:
    """Run the command at a terminal of so many columns.

    Args:
        folder: where it is run.
        columns: how wide the terminal is.
        keys: what is typed at each prompt in turn; at further prompts Enter is pressed.
        arguments: those of the command.
    """
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, columns, 0, 0))
    _keep_what_is_written(theirs)
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


def _keep_what_is_written(terminal: int) -> None:
    """Have ^C leave the output: Linux sends the signal first, and then drops what stands there.

    So what a quick program answers to the signal would be dropped now and then.
    """
    modes = termios.tcgetattr(terminal)
    modes[3] |= termios.NOFLSH
    termios.tcsetattr(terminal, termios.TCSANOW, modes)


def at_the_terminal() -> None:
    """Let the terminal send ^C, also where the tests run in the background and ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _converse(terminal: int, keys: list[str]) -> tuple[bytes, int]:
    """Answer every prompt until the program is gone; return the screen and how many there were."""
    screen, answered, prompts, key, waited = b"", 0, 0, "", 0
    while waited < PATIENCE:
        if not select.select([terminal], [], [], _AGAIN)[0]:
            waited += _AGAIN
            # A signal that comes just before Python begins to read ends nothing until there is
            # something to read: whoever sits there presses ^C again.
            if key == CTRL_C:
                os.write(terminal, key.encode())
            continue
        try:
            more = os.read(terminal, 1 << 16)
        except OSError:  # the other end is closed
            break
        if not more:
            break
        screen, waited = screen + more, 0
        if screen.endswith(b"\n> ") and len(screen) > answered:
            prompts += 1
            key = keys.pop(0) if keys else "\n"
            os.write(terminal, key.encode())
            answered = len(screen) + 1
    return screen, prompts

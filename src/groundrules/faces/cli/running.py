"""Running a command: every way in which it can end, each with its status and at most one line."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault
from groundrules.faces.cli.exit_status import ExitStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from click import ClickException

PROGRAM = "groundrules"
TRACEBACK = "GROUNDRULES_TRACEBACK"

COMPLETE = "_GROUNDRULES_COMPLETE"
"""The variable in which a shell asks for completions."""

_UNWRITTEN = frozenset({errno.ENOSPC, errno.EIO, errno.EFBIG, errno.EBADF, errno.EDQUOT})
"""What the system says where it does not take what is written to standard output."""


def run(arguments: Sequence[str] | None) -> int:
    """Run one command and return its exit status; nothing is raised but an exit."""
    try:
        return _status_of(arguments)
    except BrokenPipeError:
        _silence_output()
        return ExitStatus.BROKEN_PIPE
    except BadInput as error:
        complain(*map(str, error.faults))
        return ExitStatus.INCOMPLETE
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: a traceback could hold protected words
        complain(_internal(error))
        return ExitStatus.INCOMPLETE


def _refuse_closed_output() -> None:
    """Refuse to run without standard output; where there are no standard errors, drop them.

    The next file that is opened would take the place of what is closed, and be written into.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - it stays open
    if sys.stdout is None:
        remedy = "send it to /dev/null, to see nothing"
        raise BadInput(Fault("standard output", "it is closed", remedy))


def _refuse_unwritten(error: OSError) -> None:
    """Refuse to go on where standard output does not take what is written to it.

    What keeps a file from being written is told with its name where that is tried.
    """
    if error.filename is None and error.errno in _UNWRITTEN:
        _silence_output()
        reason = f"it cannot be written to: {(error.strerror or 'unknown reason').lower()}"
        raise BadInput(Fault("standard output", reason, "send it elsewhere")) from None


def _status_of(arguments: Sequence[str] | None) -> int:
    import click  # noqa: PLC0415 - loaded here, so that ^C while loading is caught

    from groundrules.faces.cli.program import OutputClosed, program  # noqa: PLC0415 - likewise

    _refuse_closed_output()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a path or a draft may hold what it cannot encode
            stream.reconfigure(errors="backslashreplace")
    try:
        status = program.main(arguments, prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except OutputClosed:
        raise BrokenPipeError from None
    except OSError as error:
        _refuse_unwritten(error)
        raise
    except click.Abort:
        return ExitStatus.INTERRUPTED
    except click.ClickException as error:
        complain(_misuse(error))
        return ExitStatus.INCOMPLETE
    return status or ExitStatus.DONE


def complain(*messages: str) -> None:
    """Write each message to standard error, on one line of its own."""
    from groundrules.reporters.display_width import one_line  # noqa: PLC0415 - only for a fault

    with suppress(OSError):
        for message in messages:
            sys.stderr.write(f"{PROGRAM}: {one_line(message)}\n")
        sys.stderr.flush()


def _misuse(error: ClickException) -> str:
    from click import UsageError  # noqa: PLC0415 - loaded long ago

    message = " ".join(error.format_message().split()).rstrip(".")
    context = error.ctx if isinstance(error, UsageError) else None
    command = context.command_path if context else PROGRAM
    return f"{message[:1].lower()}{message[1:]} (see `{command} --help`)"


def _internal(error: Exception) -> str:
    """Return where the program failed, without its values: they may hold what somebody said."""
    import traceback  # noqa: PLC0415 - start-up time: only for an error of the program

    frames = traceback.extract_tb(error.__traceback__)
    if os.environ.get(TRACEBACK):
        with suppress(OSError):
            sys.stderr.write("".join(traceback.format_list(frames)))
    own = [frame for frame in frames if f"{os.sep}{PROGRAM}{os.sep}" in frame.filename]
    place = f"{os.path.basename(own[-1].filename)}:{own[-1].lineno}" if own else "an unknown place"  # noqa: PTH119 - no Path needed
    return (
        f"internal error in {place} ({type(error).__name__}); nothing was checked "
        f"({TRACEBACK}=1 shows where)"
    )


def _silence_output() -> None:
    """Send what is still unwritten nowhere, so that leaving does not complain about it."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

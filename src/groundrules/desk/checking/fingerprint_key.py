"""The key of the fingerprints: made once for each project, and kept where only its owner reads it.

A build server starts from nothing each time, and has its secrets in the environment. There the key
comes from a variable, so that the same finding keeps the same fingerprint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from groundrules.desk.setup.project_key import ProjectKey

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VARIABLE = "GROUNDRULES_FINGERPRINT_KEY"
"""The variable that holds the key in place of the file."""

FILE = "fingerprint.key"

_KEY = ProjectKey(FILE, VARIABLE, "fingerprints")


def fingerprint_key(folder: Path, environment: Mapping[str, str]) -> bytes:
    """Return the key of a project; where it has none yet, one is made and kept.

    Args:
        folder: the folder of the configuration file, or the working folder.
        environment: the process's variables.

    Raises:
        BadInput: the key that is there is none, or one cannot be kept.
    """
    return _KEY.of(folder, environment)

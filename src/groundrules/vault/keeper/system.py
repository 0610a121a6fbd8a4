"""Which systems a keeper can run on: those with sockets in the file system and with `fork`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from groundrules.errors import BadInput, Fault

if TYPE_CHECKING:
    from pathlib import Path


def need_sockets(folder: Path, system: str = sys.platform) -> None:
    """Refuse a system on which no keeper can run.

    Args:
        folder: the vault's, for the message.
        system: as `sys.platform` has it.

    Raises:
        BadInput: it is such a system.
    """
    if system in {"win32", "cygwin", "emscripten", "wasi"} or not hasattr(os, "fork"):
        message = "a vault cannot be unlocked on this system, which has no fork"
        remedy = "use Linux or macOS (on Windows, the Linux subsystem)"
        raise BadInput(Fault(str(folder), message, remedy))

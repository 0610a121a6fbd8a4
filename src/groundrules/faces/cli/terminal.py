"""What the command line knows of the terminal it is at."""

from __future__ import annotations

import os
import sys

_NOT_A_TERMINAL = 100
_MOST = 120


def width() -> int:
    """Return how many columns a line may take: no more than a person reads with ease."""
    try:
        columns = int(os.environ.get("COLUMNS", "")) or 0
    except ValueError:
        columns = 0
    try:
        columns = columns or os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = _NOT_A_TERMINAL
    return min(columns or _NOT_A_TERMINAL, _MOST)

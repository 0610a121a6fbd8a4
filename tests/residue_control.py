"""A process that reads a vault itself, closes it, drops all it had, and lives on: a control.

It is run with the folder of a vault; the passphrase is its first line of input. It says how many
records it has read, and waits for a second line.
"""

from __future__ import annotations

import gc
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from groundrules.keys.slots import read_slots
from groundrules.vault import founding
from groundrules.vault.conversations import texts
from groundrules.vault.folder import read_public


def read(folder: Path, passphrase: str) -> int:
    """Read every record of a vault, and return how many there are."""
    public = read_public(folder)
    slots = read_slots(public.slots, public.ledger, str(folder))
    around = founding.Surroundings(os.environ, lambda: datetime.now(UTC))
    vault = founding.opened(folder, slots.opened_with_passphrase(passphrase), around)
    try:
        return len(texts(vault))
    finally:
        vault.ledger.close()


if __name__ == "__main__":
    count = read(Path(sys.argv[1]), sys.stdin.readline().rstrip("\n"))
    gc.collect()
    sys.stdout.write(f"{count}\n")
    sys.stdout.flush()
    sys.stdin.readline()

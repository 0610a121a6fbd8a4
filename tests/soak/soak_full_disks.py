"""A full disk, a file that may not grow, a disk that fails: a clear error, and nothing lost.

python tests/soak/soak_full_disks.py [--cycles 200] [--control 20]

The cycles are shared between what can be made here: the limit of a file's size anywhere; a full
disk, a failing one and a server on a full disk on Linux as root. The control acknowledges what was
refused, and must lose.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from faults_disks import cannot_cut, cannot_mount, in_own_mounts
from faults_figures import arguments, reported
from faults_full import FailingSqlite, FullPostgres, FullSqlite, LimitedSqlite, full_figure


def main() -> int:
    """Run, and return 0 where nothing was lost but by the control."""
    asked = arguments(str(__doc__), cycles=200, control=20).parse_args()
    kinds = {"file may not grow": LimitedSqlite}
    if not cannot_mount():
        in_own_mounts()
        kinds |= {"disk full": FullSqlite, "disk full ": FullPostgres}
    if not cannot_cut():
        kinds |= {"disk fails": FailingSqlite}
    random = Random(asked.seed)  # noqa: S311 - how much room is left
    each = [-(-count // len(kinds)) for count in (asked.cycles, asked.control)]
    figures = [
        full_figure(name.strip(), kind, (each[0], each[1]), random) for name, kind in kinds.items()
    ]
    return reported(figures, Path(asked.into) if asked.into else None)


if __name__ == "__main__":
    sys.exit(main())

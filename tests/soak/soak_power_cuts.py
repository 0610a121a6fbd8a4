"""Power cuts: what was not synced is gone, and nothing that was acknowledged is lost.

python tests/soak/soak_power_cuts.py [--sqlite 500] [--postgresql 100] [--control 60]

It needs Linux, root and a loop device. The controls are a file of SQLite that waits for the disk at
checkpoints only (synchronous=NORMAL) or never (OFF), and a server that does not wait for its log;
they must lose.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from faults_disks import cannot_cut, in_own_mounts
from faults_figures import Figure, arguments, reported
from faults_grounds import PostgresCut, SqliteCut
from faults_rounds import Plan, figure


def main() -> int:
    """Run, and return 0 where nothing was lost but by the controls."""
    parser = arguments(str(__doc__), sqlite=500, postgresql=100, control=60)
    asked = parser.parse_args()
    why = cannot_cut()
    if why:
        sys.stdout.write(f"power cut: not run: {why}\n")
        return 1
    in_own_mounts()
    random = Random(asked.seed)  # noqa: S311 - the moments of faults
    figures: list[Figure] = []
    if asked.sqlite:
        off = (SqliteCut, Plan(asked.control, "synchronous=OFF", pages=1000))
        normal = (SqliteCut, Plan(asked.control, "synchronous=NORMAL", pages=1000))
        figures.append(figure("power cut", SqliteCut, asked.sqlite, [off, normal], random))
    if asked.postgresql:
        off = (PostgresCut, Plan(max(3, asked.control // 5), "synchronous_commit=off"))
        figures.append(figure("power cut", PostgresCut, asked.postgresql, [off], random))
    return reported(figures, Path(asked.into) if asked.into else None)


if __name__ == "__main__":
    sys.exit(main())

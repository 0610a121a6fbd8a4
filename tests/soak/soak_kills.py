"""kill -9 at any moment: nothing that was acknowledged is lost.

python tests/soak/soak_kills.py [--cycles 2000] [--control 200] [--backend sqlite|postgresql|both]

Two writers of a file, or four of a server, append as fast as they can and are killed; in every
tenth cycle all processes of the server are killed first. Then the ledger is opened as the next
process would, read whole and audited. The controls acknowledge before the commit, or tell the
server not to wait for its log, and must lose.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from faults_figures import Figure, arguments, reported
from faults_grounds import PostgresKill, SqliteKill
from faults_rounds import Plan, figure
from faults_ways import EARLY


class ServerKill(PostgresKill):
    """Every cycle kills the server: only that can take what its log had not yet."""

    def __init__(self, folder: Path) -> None:
        """Make it in `folder`."""
        super().__init__(folder, every=1, wal_writer_delay="2s")


def main() -> int:
    """Run, and return 0 where nothing was lost but by the controls."""
    parser = arguments(str(__doc__), cycles=2000, control=200)
    parser.add_argument("--backend", choices=("sqlite", "postgresql", "both"), default="both")
    asked = parser.parse_args()
    random = Random(asked.seed)  # noqa: S311 - the moments of faults
    figures: list[Figure] = []
    if asked.backend != "postgresql":
        early = (SqliteKill, Plan(asked.control, EARLY))
        figures.append(figure("kill -9", SqliteKill, asked.cycles, [early], random))
    if asked.backend != "sqlite":
        early = (PostgresKill, Plan(asked.control, EARLY))
        asynchronous = (ServerKill, Plan(max(3, asked.control // 5), "synchronous_commit=off"))
        both = [early, asynchronous]
        figures.append(figure("kill -9", PostgresKill, asked.cycles, both, random))
    return reported(figures, Path(asked.into) if asked.into else None)


if __name__ == "__main__":
    sys.exit(main())

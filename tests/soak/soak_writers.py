"""Sixteen writers at once: no change is lost and none is made twice, also by who was killed at it.

python tests/soak/soak_writers.py [--changes 200000] [--control 2000]
    [--backend sqlite|postgresql|both]

Every tenth of a second or so a writer is killed and another takes its place and tries the same
again; of a server, a client's connection is cut as well. The control is a value that takes whatever
was written last, and must lose.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

import psycopg

from faults_changes import changes_figure
from faults_figures import Figure, arguments, reported
from faults_grounds import PostgresKill, SqliteKill, ground

_CUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1"
)


def on_file(changes: int, control: int, random: Random) -> Figure:
    """Return the figure of a file."""
    with ground(SqliteKill) as where:
        return changes_figure(where, (changes, control), random, lambda: None)


def on_server(changes: int, control: int, random: Random) -> Figure:
    """Return the figure of a server."""
    with ground(PostgresKill) as where:
        url = where.cluster.url  # type: ignore[attr-defined]

        def cut() -> None:
            with contextlib.suppress(psycopg.Error), psycopg.connect(url) as connection:
                connection.execute(_CUT)

        return changes_figure(where, (changes, control), random, cut)


def main() -> int:
    """Run, and return 0 where nothing was lost but by the control."""
    parser = arguments(str(__doc__), changes=200_000, control=2000)
    parser.add_argument("--backend", choices=("sqlite", "postgresql", "both"), default="both")
    asked = parser.parse_args()
    random = Random(asked.seed)  # noqa: S311 - who is killed, and when
    figures = []
    if asked.backend != "postgresql":
        figures.append(on_file(asked.changes, asked.control, random))
    if asked.backend != "sqlite":
        figures.append(on_server(asked.changes, asked.control, random))
    return reported(figures, Path(asked.into) if asked.into else None)


if __name__ == "__main__":
    sys.exit(main())

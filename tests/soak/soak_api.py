"""The interface: 20,000 cases that Schemathesis makes of its description, and not one server error.

python tests/soak/soak_api.py [--cases 20000] [--seed 1]

All of it runs in this process before a real vault with the invented newsroom in it, which the cases
may change; a new one takes its place after every 5,000, since it has been shredded by then. Every
operation is asked but `/lock`, which would leave nothing to ask; `/start` is no operation. Answers
must be as the description says: status, media type and shape. What tests/api_cases.py makes is half
on real ids, and one in three breaks the description on purpose.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from api_cases import Tally, ask_all, asking, operations
from furnished import furnished
from served import office_at

_EACH = 5000
_TOLD_EVERY = 500


def main() -> int:
    """Run, and return 0 where every answer was as described."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    whole, begun = Tally(), time.monotonic()
    while whole.cases < asked.cases:
        left = min(_EACH, asked.cases - whole.cases)
        with tempfile.TemporaryDirectory(prefix="groundrules-soak-") as folder:
            _add(whole, _round(Path(folder), left, asked.seed + whole.cases, whole.cases))
    return _reported(whole, time.monotonic() - begun)


def _round(folder: Path, cases: int, start: int, before: int) -> Tally:
    told = [0]

    def progress(done: int, _of: int) -> None:
        if done - told[0] >= _TOLD_EVERY:
            told[0] = done
            print(f"soak_api: {before + done:,} cases", flush=True)  # noqa: T201 - a soak prints

    work = folder / "work"
    work.mkdir()
    with (
        contextlib.chdir(work),
        furnished(folder) as seat,
        office_at(seat) as office,
        asking(seat) as (asker, schema),
    ):
        return ask_all(asker, list(operations(office, schema)), cases, start, progress)


def _add(whole: Tally, one: Tally) -> None:
    whole.cases += one.cases
    whole.statuses += one.statuses
    for name, wrong in one.wrong.items():
        whole.wrong.setdefault(name, set()).update(wrong)


def _reported(whole: Tally, seconds: float) -> int:
    errors = sum(count for status, count in whole.statuses.items() if status >= 500)
    for name, wrong in whole.wrong.items():
        for one in sorted(wrong):
            print(f"soak_api: {name}: {one}")  # noqa: T201 - likewise
    statuses = ", ".join(f"{count:,} x {one}" for one, count in whole.statuses.most_common())
    print(  # noqa: T201 - likewise
        f"soak_api: {whole.cases:,} cases in {seconds:.0f} s ({statuses}): {errors} server errors, "
        f"{len(whole.wrong)} operations that answer otherwise than described"
    )
    return 1 if errors or whole.wrong else 0


if __name__ == "__main__":
    sys.exit(main())

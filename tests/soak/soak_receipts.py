"""Receipts, for as long as one likes: mutants of them, and what two verifiers say of good ones.

    python tests/soak/soak_receipts.py [MUTANTS [AGREEMENTS]]

Without numbers: 500,000 mutants and 20,000 agreements. It prints what was found, and fails if a
verifier accepted a mutant, or if the two did not say the same.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from groundrules.proofs.verdict import Outcome, Trust, verify
from receipt_mutants import mutants_of
from sealed_receipts import Made, made
from second_verifier import Asked, verdicts

_MUTANTS, _AGREEMENTS = 500_000, 20_000
_MOST = 2_000_000
_AT_ONCE = 5_000


def _trust(one: Made) -> Trust:
    return Trust((one.key.verifier,), one.witnesses, len(one.witnesses))


def _asked(one: Made, content: bytes) -> Asked:
    keys = (str(one.key.verifier), *map(str, one.witnesses))
    return Asked(content, keys, len(one.witnesses))


def _accepted(folder: Path, count: int) -> tuple[int, int, int]:
    """Return how many mutants there were, and how many of them each verifier accepted."""
    tried = first = second = 0
    for seed, _ in enumerate(range(0, count, _AT_ONCE)):
        mutants = mutants_of(min(_AT_ONCE, count - seed * _AT_ONCE), 10_000 + seed)
        first += sum(verify(one, _trust(of)).outcome is not Outcome.REFUSED for of, one in mutants)
        found = verdicts(folder, [_asked(of, one) for of, one in mutants])
        second += sum(one["outcome"] != "refused" for one in found)
        tried += len(mutants)
    return tried, first, second


def _agreed(folder: Path, count: int) -> int:
    """Return of how many receipts both say that they hold, and that they hold the same."""
    agreed = 0
    for start in range(0, count, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, count))
        receipts = [made(1_000_000 + one, witnesses=one % 4) for one in numbers]
        first = [verify(one.content, _trust(one)) for one in receipts]
        second = verdicts(folder, [_asked(one, one.content) for one in receipts])
        agreed += sum(
            mine.outcome is Outcome.HOLDS
            and theirs["outcome"] == "holds"
            and [one._asdict() for one in mine.proved] == theirs["proved"]
            for mine, theirs in zip(first, second, strict=True)
        )
    return agreed


def main(mutants: int = _MUTANTS, agreements: int = _AGREEMENTS) -> int:
    """Return 0 where nothing was accepted and everything agreed."""
    started = time.monotonic()
    mutants, agreements = min(mutants, _MOST), min(agreements, _MOST)
    with tempfile.TemporaryDirectory() as folder:
        tried, first, second = _accepted(Path(folder), mutants)
        agreed = _agreed(Path(folder), agreements)
    seconds = time.monotonic() - started
    sys.stdout.write(
        f"mutants of receipts: {first} and {second} of {tried:,} accepted\n"
        f"two verifiers: {agreed:,} of {agreements:,} receipts agreed upon ({seconds:.0f} s)\n"
    )
    return int(bool(first or second) or agreed != agreements)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

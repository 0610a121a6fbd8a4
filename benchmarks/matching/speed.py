"""The speed: how long building takes and a search, all systems in turn in one process."""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching.bodies import DRAFT_WORDS
from benchmarks.matching.measures import quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.matching.cases import TrialDraft
    from benchmarks.matching.measures import Reported
    from benchmarks.matching.systems.system import System

    from groundrules.matching.index.talks import Talk

_ABOUT = 100
"""Words that a draft may have more or less to be one of the usual length."""

_PEAK = Path("/proc/self/clear_refs")
_STATUS = Path("/proc/self/status")


class Built(NamedTuple):
    """What it took to build a system.

    Attributes:
        seconds: scaled up where only a part was built.
        bytes: on disk.
        megabytes: of memory at the peak, over what there was before; None where it is not known.
    """

    seconds: float
    bytes: int
    megabytes: float | None


class Searched(NamedTuple):
    """What a system found in drafts, and how long it took.

    Attributes:
        milliseconds: for each draft.
        words: how many words each has.
        found: in each, by its name.
    """

    milliseconds: list[float]
    words: list[int]
    found: dict[str, list[Reported]]

    @property
    def usual(self) -> float:
        """Return the median of drafts of about `DRAFT_WORDS` words, or of all if there are none.

        Drafts are whole texts, so that many are longer.
        """
        about = range(DRAFT_WORDS - _ABOUT, DRAFT_WORDS + _ABOUT + 1)
        pairs = zip(self.milliseconds, self.words, strict=True)
        return quantile([taken for taken, many in pairs if many in about] or self.milliseconds, 0.5)

    @property
    def p50(self) -> float:
        """Return the median, in milliseconds."""
        return quantile(self.milliseconds, 0.5)

    @property
    def p95(self) -> float:
        """Return what 95 of 100 drafts stay under, in milliseconds."""
        return quantile(self.milliseconds, 0.95)


def build(system: System, talks: Sequence[Talk], folder: Path) -> Built:
    """Build a system in a new folder.

    What was made before is kept out of the garbage collector's way, for every system alike.
    """
    folder.mkdir(parents=True)
    gc.collect()
    gc.freeze()
    before = _memory("VmRSS")
    if before is not None:
        _PEAK.write_text("5", "ascii")  # Linux: start the peak anew
    began = time.perf_counter()
    system.build(talks, folder)
    seconds = (time.perf_counter() - began) * system.scaled.build
    peak = _memory("VmHWM")
    grown = None if peak is None or before is None else peak - before
    say(f"{system.name}: built in {seconds:.1f} s")
    return Built(seconds, size_of(folder), grown)


def size_of(folder: Path) -> int:
    """Return how many bytes the files of a folder have."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _memory(line: str) -> float | None:
    if not _STATUS.exists():
        return None
    status = _STATUS.read_text("ascii").splitlines()
    return next(int(one.split()[1]) / 1024 for one in status if one.startswith(line))


def search_in_turn(
    systems: Sequence[System], drafts: Sequence[TrialDraft], seconds: float
) -> dict[str, Searched]:
    """Search drafts with each system in turn, until it has had its seconds or all are searched.

    The first draft is searched once before, so that nothing is paid for twice or cold.
    """
    searched = {system.name: Searched([], [], {}) for system in systems}
    for draft in drafts:
        for system in systems:
            times, words, found = searched[system.name]
            if sum(times) > seconds * 1000:
                continue
            if not times:
                system.search(draft.text)
            taken, reported = timed(system, draft.text)
            times.append(taken)
            words.append(len(draft.text.split()))
            found[draft.name] = reported
    for system in systems:
        factor = system.scaled.search
        times = searched[system.name].milliseconds
        times[:] = [taken * factor for taken in times]
        say(f"{system.name}: {len(times)} drafts searched")
    return searched


def timed(system: System, draft: str) -> tuple[float, list[Reported]]:
    """Return how many milliseconds a search took, and what it found."""
    began = time.perf_counter()
    found = system.search(draft)
    return (time.perf_counter() - began) * 1000, found


def say(line: str) -> None:
    """Tell the progress, where it is in nobody's way."""
    print(line, file=sys.stderr, flush=True)

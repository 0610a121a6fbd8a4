"""The cold start: whole processes, from nothing to the answer, with the files in the cache."""

from __future__ import annotations

import sqlite3
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching.systems.own import SECRET

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from groundrules.matching.index.talks import Talk

RUNS = 21

_ANSWER = """
import sqlite3, sys
from pathlib import Path
from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import find_quotations
from groundrules.matching.find_indexed import find_in_index
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.record.transcript import Place, Statement

index, said, draft, secret = sys.argv[1:]
spoken = sqlite3.connect(said)

def opened(names):
    asked = "select id, talk, turn, speaker, text from said where id = ?"
    rows = (spoken.execute(asked, (name,)).fetchone() for name in names)
    return {row[0]: Statement(row[0], row[1], Place(row[2]), *row[3:]) for row in rows}

text = Path(draft).read_text("utf-8")
read = Draft(draft, text, (Span(0, len(text)),))
ledger = IndexedLedger.open(Path(index), bytes.fromhex(secret))
found = find_in_index(read, find_quotations(read), ledger, opened)
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else ["VmHWM: 0 kB"]
print(len(found.matches), *(line.split()[1] for line in lines if line.startswith("VmHWM")))
"""


class Cold(NamedTuple):
    """What whole processes take, in milliseconds at the median.

    Attributes:
        answer: opens the index, reads one draft, opens the candidates, tells the matches.
        nothing: `python -c pass`.
        numpy: `python -c 'import numpy'`.
        matches: how many were found.
        megabytes: of memory at the peak; 0 where it is not known.
    """

    answer: float
    nothing: float
    numpy: float
    matches: int
    megabytes: float


def cold(index: Path, talks: Sequence[Talk], draft: str, folder: Path, runs: int = RUNS) -> Cold:
    """Return what it takes to answer one draft, beside what Python takes to do nothing.

    Args:
        index: the folder of the index.
        talks: what it was built of; they are written into a table, from which what is asked for
            is read by its id.
        draft: the text.
        folder: where to write that table and the draft.
        runs: of each program, in turn.
    """
    folder.mkdir()
    said = _written(talks, folder / "said.sqlite")
    text = folder / "draft.txt"
    text.write_text(draft, "utf-8")
    programs = {
        "answer": [_ANSWER, str(index), str(said), str(text), SECRET.hex()],
        "nothing": ["pass"],
        "numpy": ["import numpy"],
    }
    for program in programs.values():
        _run(program)
    times: dict[str, list[float]] = {name: [] for name in programs}
    told = ""
    for _ in range(runs):
        for name, program in programs.items():
            began = time.perf_counter()
            told = _run(program) or told
            times[name].append((time.perf_counter() - began) * 1000)
    matches, kilobytes = map(int, told.split())
    answer, nothing, numpy = (statistics.median(times[name]) for name in programs)
    return Cold(answer, nothing, numpy, matches, kilobytes / 1024)


def _run(program: list[str]) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", *program], check=True, capture_output=True, text=True
    )
    return ran.stdout


def _written(talks: Sequence[Talk], path: Path) -> Path:
    rows = (
        (name, talk.id, turn, speaker, text)
        for talk in talks
        for turn, (name, speaker, text) in enumerate(
            zip(talk.ids, talk.speakers, talk.texts, strict=True), 1
        )
    )
    with sqlite3.connect(path) as said:
        said.execute("create table said (id primary key, talk, turn, speaker, text) without rowid")
        said.executemany("insert into said values (?, ?, ?, ?, ?)", rows)
    said.close()
    return path

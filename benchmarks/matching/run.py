"""The run: all sizes one after the other, and the baselines at the size that is reported on."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.matching import appending, archive, cases, cold, corpora, measures, speed
from benchmarks.matching.peer import Peer, peer
from benchmarks.matching.sides import Side
from benchmarks.matching.speed import Built
from benchmarks.matching.systems.fts5 import FTS5
from benchmarks.matching.systems.minhash import MinHashIndex
from benchmarks.matching.systems.own import Own, OwnBlind, OwnInArrays
from benchmarks.matching.systems.rapidfuzz_scan import RapidfuzzScan
from benchmarks.matching.systems.tantivy_aligned import TantivyAligned
from benchmarks.matching.systems.tantivy_bm25 import TantivyBM25
from benchmarks.matching.taking import CORE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.matching.appending import Appended
    from benchmarks.matching.archive import Worth
    from benchmarks.matching.cases import Trial, TrialDraft
    from benchmarks.matching.cold import Cold
    from benchmarks.matching.corpora import Material
    from benchmarks.matching.measures import Scores
    from benchmarks.matching.speed import Searched
    from benchmarks.matching.systems.system import System

MILLION = 1_000_000

_UNSCORED = {RapidfuzzScan.name, OwnInArrays.name, TantivyAligned.name}
"""The first is asked about a few sentences, so that its recall says nothing; the second finds what
we find; and the third is scored on all drafts, above a threshold."""


class Plan(NamedTuple):
    """What is to be run.

    Attributes:
        sizes: statements of the ledgers, smallest first.
        passages: of each class.
        nulls: the most null drafts.
        seconds: that each system may search while they are compared.
        reported: the size that is reported on, at which the baselines run, too.
        side: of the material.
    """

    sizes: Sequence[int]
    passages: int
    nulls: int
    seconds: float
    reported: int
    side: Side = Side.REPORTED


class AtSize(NamedTuple):
    """Our own system at one size.

    Attributes:
        statements: with those of the pairs.
        opened: statements opened for a draft, on average.
    """

    size: int
    statements: int
    built: Built
    searched: Searched
    scores: Scores
    opened: float


class Compared(NamedTuple):
    """All systems at the size that is reported on, by name.

    Attributes:
        scores: over the drafts that each had time for; for baselines, whether the statement is
            among the first that they name for a sentence.
        notes: what was scaled.
    """

    built: dict[str, Built]
    searched: dict[str, Searched]
    scores: dict[str, Scores]
    notes: dict[str, str]


class Rest(NamedTuple):
    """What is measured at the size that is reported on alone."""

    compared: Compared
    aligned: Peer
    blind: Scores
    archive: Worth | None
    cold: Cold
    appended: Appended


class Results(NamedTuple):
    """All that was measured."""

    plan: Plan
    sizes: list[AtSize]
    compared: Compared
    aligned: Peer
    blind: Scores
    archive: Worth | None
    cold: Cold
    appended: Appended

    @property
    def reported(self) -> AtSize:
        """Return our own system at the size that is reported on."""
        return next(one for one in self.sizes if one.size == self.plan.reported)

    @property
    def small(self) -> AtSize | None:
        """Return it in a story's own ledger."""
        return next((one for one in self.sizes if one.size == CORE), None)


class Bench(NamedTuple):
    """Where and with what it is run; files are written into the folder."""

    material: Material
    plan: Plan
    folder: Path

    def run(self) -> Results:
        """Run it all."""
        plan = self.plan
        first = cases.trial(self.material, plan.side, plan.sizes[0], plan.passages, plan.nulls)
        sizes: list[AtSize] = []
        rest: list[Rest] = []
        for size in plan.sizes:
            speed.say(f"{size:,} statements")
            trial = cases.enlarged(first, self.material, size)
            own, place = Own(), self.folder / f"own-{size}"
            sizes.append(_at_size(own, trial, size, place))
            if size == plan.reported:
                rest.append(self._rest(own, sizes[-1], trial))
            del own, trial
            gc.unfreeze()
            gc.collect()
        return Results(plan, sizes, *rest[0])

    def _rest(self, own: Own, at_size: AtSize, trial: Trial) -> Rest:
        tantivy = TantivyBM25()
        aligned, blind = TantivyAligned(tantivy), OwnBlind(own)
        compared = self._compared(own, at_size, trial, [tantivy, aligned])
        searched = speed.search_in_turn([blind, aligned], trial.drafts, float("inf"))
        index, text = self.folder / f"own-{at_size.size}", _telling(trial)[0].text
        return Rest(
            compared,
            peer(aligned.name, trial, searched[aligned.name].found),
            measures.score(trial, searched[blind.name].found),
            archive.worth(own, self.material.texts, trial, self.folder / "archive"),
            cold.cold(index, trial.talks, text, self.folder / "cold"),
            appending.append(own, self.material, trial.drafts[-1].text),
        )

    def _compared(
        self, own: Own, at_size: AtSize, trial: Trial, peers: Sequence[System]
    ) -> Compared:
        baselines: list[System] = [*peers, FTS5(), MinHashIndex(), RapidfuzzScan()]
        built = {own.name: at_size.built}
        for number, system in enumerate(baselines):
            place = self.folder / f"baseline-{number}"
            built[system.name] = speed.build(system, trial.talks, place)
        built[OwnInArrays.name] = at_size.built
        built[TantivyAligned.name] = _both(built[TantivyBM25.name], built[TantivyAligned.name])
        systems: list[System] = [own, OwnInArrays(own), *baselines]
        searched = speed.search_in_turn(systems, _telling(trial), self.plan.seconds)
        scores = {
            name: measures.score(_only(trial, one), one.found)
            for name, one in searched.items()
            if name not in _UNSCORED
        }
        notes = {system.name: system.scaled.note for system in systems if system.scaled.note}
        return Compared(built, searched, scores, notes)


def _at_size(own: Own, trial: Trial, size: int, folder: Path) -> AtSize:
    built = speed.build(own, trial.talks, folder)
    searched = speed.search_in_turn([own], trial.drafts, float("inf"))[own.name]
    scores = measures.score(trial, searched.found)
    opened = own.opened / len(trial.drafts)
    return AtSize(size, corpora.statements(trial.talks), built, searched, scores, opened)


def _both(one: Built, other: Built) -> Built:
    """Return what it took to build an index and what is kept beside it."""
    memory = [built.megabytes for built in (one, other) if built.megabytes is not None]
    return Built(one.seconds + other.seconds, one.bytes + other.bytes, sum(memory) or None)


def _telling(trial: Trial) -> list[TrialDraft]:
    return [draft for draft in trial.drafts if draft.golds and not draft.near]


def _only(trial: Trial, searched: Searched) -> Trial:
    return trial._replace(
        drafts=tuple(draft for draft in trial.drafts if draft.name in searched.found)
    )

"""Through any sequence of changes, a store answers as a scan of the talks does."""

from __future__ import annotations

import contextlib
import random
import shutil
import tempfile
from pathlib import Path

from failing_disk import Disk, Stopped
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from stored_talks import (
    FINGERPRINTS,
    KEY,
    Said,
    Talks,
    batch,
    frequencies_expected,
    hits_expected,
    hits_found,
    segment_files,
    talks_in,
)

from groundrules.matching.index.store import Store
from groundrules.matching.index.writing import Writing

_IDS = st.sampled_from([f"talk-{number}" for number in range(9)])


def _drawn(seed: int) -> Said:
    """Return a talk of up to six statements; some share much, and some have nothing at all."""
    chance = random.Random(seed)  # noqa: S311 - any talks will do
    sizes = [chance.randrange(7) for _ in range(chance.randrange(7))]
    statements = (frozenset(chance.sample(FINGERPRINTS, size)) for size in sizes)
    return Said(str(seed), "the desk", tuple(statements))


_TALKS = st.dictionaries(
    _IDS, st.sampled_from(list(map(_drawn, range(20)))), min_size=1, max_size=3
)
_SOME = st.sets(_IDS, max_size=3)
_OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("append or replace"), _TALKS),
        st.tuples(st.just("append or replace"), _TALKS),
        st.tuples(st.just("remove"), _SOME),
        st.tuples(st.just("erase"), _SOME),
        st.tuples(st.sampled_from(["commit", "merge"]), st.none()),
    ),
    max_size=6,
)


class _Change:
    """What one writer does, and what the index shall hold before and after each commit."""

    def __init__(self, writing: Writing, talks: Talks) -> None:
        self._writing = writing
        self.committed = talks
        self.pending = dict(talks)
        self.erased: set[str] = set()

    def carry_out(self, operation: str, given: Talks | set[str] | None) -> None:
        if operation == "append or replace":
            assert given.keys() & self.pending.keys() == self._writing.remove(given)
            self._writing.append(*batch(given))
            self.pending |= given
        elif operation == "merge":
            self._writing.merge()
        elif operation == "commit":
            self._writing.commit()
            self.committed = dict(self.pending)
        else:
            take_out = {"remove": self._writing.remove, "erase": self._writing.erase}[operation]
            assert given & self.pending.keys() == take_out(given)
            self.pending = {talk: said for talk, said in self.pending.items() if talk not in given}
            self.erased |= given if operation == "erase" else set()


class Changes(RuleBasedStateMachine):
    """An index that is changed by one writer after another, some of which come to no end."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp()) / "index"
        self.talks: Talks = {}
        self.swept = True
        self.earlier: list[tuple[Store, Talks]] = []
        Store.create(self.folder, KEY).close()

    @rule(operations=_OPERATIONS)
    def change(self, operations: list[tuple]) -> None:
        with Writing(self.folder, KEY) as writing:
            change = _Change(writing, self.talks)
            for operation, given in [*operations, ("commit", None)]:
                change.carry_out(operation, given)
        self.talks, self.swept = change.committed, True
        for talk in change.erased - self.talks.keys():
            for path in segment_files(self.folder):
                assert talk.encode() not in path.read_bytes()

    @rule(operations=_OPERATIONS)
    def abandon(self, operations: list[tuple]) -> None:
        with Writing(self.folder, KEY) as writing:
            change = _Change(writing, self.talks)
            for operation, given in operations:
                change.carry_out(operation, given)
        self.talks, self.swept = change.committed, True

    @rule(operations=_OPERATIONS, step=st.integers(1, 120), is_lost=st.booleans())
    def crash(self, operations: list[tuple], step: int, is_lost: bool) -> None:  # noqa: FBT001 - by name
        disk = Disk(step)
        change = None
        with disk.at_work(), contextlib.suppress(Stopped), Writing(self.folder, KEY) as writing:
            change = _Change(writing, self.talks)
            for operation, given in [*operations, ("commit", None)]:
                change.carry_out(operation, given)
        disk.lose(lambda: is_lost)
        with Store.open(self.folder, KEY) as store:
            found = talks_in(store)
        assert found in ([change.committed, change.pending] if change else [self.talks])
        self.talks, self.swept = found, False

    @rule()
    def read(self) -> None:
        """A store that is open goes on showing what was there when it was opened."""
        self.earlier.append((Store.open(self.folder, KEY), self.talks))
        if len(self.earlier) > 2:
            self.earlier.pop(0)[0].close()

    @invariant()
    def the_index_answers_as_a_scan_does(self) -> None:
        with Store.open(self.folder, KEY) as store:
            store.verify()
            self._answers(store, self.talks)
            assert not self.swept or store.segments == len(segment_files(self.folder))
        for store, talks in self.earlier:
            self._answers(store, talks)

    @staticmethod
    def _answers(store: Store, talks: Talks) -> None:
        assert talks == talks_in(store)
        queries = [*FINGERPRINTS, FINGERPRINTS[3], 12_345]
        for most in (1, 3, 100):
            assert hits_expected(talks, queries, most) == hits_found(store, queries, most)
        asked = batch({"q": Said("", "", (frozenset(queries),))})[0].fingerprints
        assert (
            frequencies_expected(talks, asked.tolist())
            == store.sought(asked).frequencies().tolist()
        )
        statements = [one for said in talks.values() for one in said.statements]
        assert (len(statements), sum(map(len, statements))) == (store.size, store.words)

    def teardown(self) -> None:
        for store, _ in self.earlier:
            store.close()
        shutil.rmtree(self.folder.parent)


TestChanges = Changes.TestCase
TestChanges.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)

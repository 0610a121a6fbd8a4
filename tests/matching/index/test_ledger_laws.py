"""Through any sequence of changes, a ledger finds what one built from the living talks finds."""

from __future__ import annotations

import random
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from ledgers import SECRET, Slow, Turn, found, scanned, sealed, talk_of

from groundrules.draft.quotation import find_quotations
from groundrules.evidence.case import Reuse
from groundrules.matching.index.drafted import fingerprinted
from groundrules.matching.index.fingerprints import Fingerprints
from groundrules.matching.index.indexed import IndexedLedger
from groundrules.matching.index.keys import key_check
from groundrules.matching.index.store import Store
from groundrules.matching.index.talks import Talk
from groundrules.matching.passages import passages
from invented_talk import draft, talk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from groundrules.evidence.case import Match

_NAMES = [f"talk-{number}" for number in range(6)]
_TEXTS = [*talk(14, seed=3), "Mm-hm.", "Um", "we never", "voted on"]
_SLOW, _FAST = Slow(SECRET), Fingerprints(SECRET)

DRAFT = "\n\n".join(
    [f"“{text}”" for text in _TEXTS[:5]]
    + [f"One said that {text[0].lower()}{text[1:]}" for text in _TEXTS[5:8]]
    + [" ".join(text.split()[:12]) for text in _TEXTS[8:11]]
    + ["“We never voted on the lease,” one said."]
)


def _drawn(name: str, seed: int) -> Talk:
    chance = random.Random(f"{name} {seed}")  # noqa: S311 - any talk will do
    size = chance.randint(0, 6)
    turns = [Turn(chance.choice(["S1", "R1"]), chance.choice(_TEXTS)) for _ in range(size)]
    if not turns:
        return Talk(name, str(seed), "the desk", (), (), ())
    return talk_of(name, turns, stamp=str(seed))


_TALKS = st.dictionaries(st.sampled_from(_NAMES), st.integers(0, 30), min_size=1, max_size=3).map(
    lambda drawn: [_drawn(name, seed) for name, seed in drawn.items()]
)
_SOME = st.sets(st.sampled_from(_NAMES), max_size=3)


@cache
def _shingles() -> np.ndarray:
    """Return the fingerprints of every shingle of the draft."""
    story = draft(DRAFT)
    asked = fingerprinted(passages(story, find_quotations(story)), _FAST)
    return np.unique(np.concatenate([asked.runs.fingerprints, asked.pairs.fingerprints]))


@cache
def _scanned(one: Talk) -> tuple[tuple[str, frozenset[int]], ...]:
    return tuple((name, frozenset(has)) for name, has in scanned(one, _SLOW))


def _clear(matches: Iterable[Match]) -> set[tuple]:
    """Return the matches that no estimate of how often a word was said makes or unmakes."""
    return {
        (one.span, one.statement, one.words)
        for one in matches
        if one.reuse is Reuse.VERBATIM and one.shared >= 12
    }


class StoppedError(Exception):
    """What happens in the middle of a write."""


def _stop(_):
    raise StoppedError


class Changes(RuleBasedStateMachine):
    """A ledger that is changed, and the talks that are alive in it."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.talks: dict[str, Talk] = {}
        self.ledger = IndexedLedger.build(self.home / "index", [], SECRET)
        self.nothing_gone = True

    @rule(talks=_TALKS)
    def append(self, talks: list[Talk]) -> None:
        self.nothing_gone &= self.talks.keys().isdisjoint(one.id for one in talks)
        self.ledger.append(talks)
        self.talks |= {one.id: one for one in talks}

    @rule(talks=_TALKS)
    def fail_to_append(self, talks: list[Talk]) -> None:
        try:
            self.ledger.append(talks, _stop)
        except StoppedError:
            return
        assert not any(one.texts for one in talks)
        self.nothing_gone &= self.talks.keys().isdisjoint(one.id for one in talks)
        self.talks |= {one.id: one for one in talks}

    @rule(names=_SOME)
    def remove(self, names: set[str]) -> None:
        self.nothing_gone &= self.talks.keys().isdisjoint(names)
        self.ledger.remove(names)
        self._take_out(names)

    @rule(names=_SOME)
    def erase(self, names: set[str]) -> None:
        self.nothing_gone &= self.talks.keys().isdisjoint(names)
        self.ledger.erase(names)
        self._take_out(names)

    def _take_out(self, names: set[str]) -> None:
        self.talks = {name: one for name, one in self.talks.items() if name not in names}

    @rule()
    def merge(self) -> None:
        self.ledger.merge()

    @rule()
    def reopen(self) -> None:
        self.ledger.close()
        self.ledger = IndexedLedger.open(self.home / "index", SECRET)

    @precondition(lambda self: not self.nothing_gone)
    @rule()
    def rebuild(self) -> None:
        self.ledger.close()
        self.ledger = IndexedLedger.build(self.home / "index", self.talks.values(), SECRET)
        self.nothing_gone = True

    @invariant()
    def every_shingle_is_found_where_a_scan_finds_it(self) -> None:
        having: dict[int, set[str]] = {}
        for one in self.talks.values():
            for name, has in _scanned(one):
                for fingerprint in has:
                    having.setdefault(fingerprint, set()).add(name)
        asked = _shingles()
        with Store.open(self.home / "index", key_check(SECRET)) as store:
            for most in (2, 300):
                hits = store.sought(asked).find(most)
                pairs = zip(hits.queries.tolist(), hits.statements.tolist(), strict=True)
                expected = sorted(
                    (query, name)
                    for query, fingerprint in enumerate(asked.tolist())
                    if len(having.get(fingerprint, ())) <= most
                    for name in having.get(fingerprint, ())
                )
                assert expected == sorted((one, self.ledger.statement(at)) for one, at in pairs)

    @invariant()
    def the_draft_is_found_as_in_a_ledger_built_from_what_is_alive(self) -> None:
        living = list(self.talks.values())
        with IndexedLedger.build(self.home / "anew", living, SECRET) as anew:
            expected, blind = found(DRAFT, anew, living), sealed(DRAFT, anew)
        matches = found(DRAFT, self.ledger, living)

        assert 0 == matches.capped
        assert _clear(expected.matches) == _clear(matches.matches)
        assert {name for one in living for name in one.ids} >= {
            one.statement for one in (*matches.matches, *sealed(DRAFT, self.ledger))
        }
        if self.nothing_gone:
            assert expected == matches
            assert blind == sealed(DRAFT, self.ledger)

    @invariant()
    def it_holds_what_is_alive(self) -> None:
        self.ledger.verify()
        assert {one.id: one.stamp for one in self.talks.values()} == self.ledger.talks()
        assert sum(len(one.ids) for one in self.talks.values()) == self.ledger.size

    def teardown(self) -> None:
        self.ledger.close()
        shutil.rmtree(self.home)


TestChanges = Changes.TestCase
TestChanges.settings = settings(max_examples=10, stateful_step_count=12, deadline=None)


def test_the_draft_of_the_laws_has_something_of_most_statements(tmp_path):
    every = [talk_of("every", [Turn("S1", text) for text in _TEXTS[:14]])]
    with IndexedLedger.build(tmp_path / "index", every, SECRET) as ledger:
        matches = found(DRAFT, ledger, every).matches

    assert 11 <= len({match.statement for match in matches})

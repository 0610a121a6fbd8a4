"""The postings: every shingle of every statement, as found one statement at a time."""

from __future__ import annotations

import itertools
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledgers import BIGRAM, SECRET, WORD, Slow, Turn, everyday, scanned, stem_of, talk_of, words_of

from groundrules.matching.index import lexicon, postings
from groundrules.matching.index.fingerprints import Fingerprints
from groundrules.matching.index.postings import postings_of

SPOKEN = """
    the of harbor harbors lease bids voted um you know don't 25 mayor ferry
""".split()  # noqa: SIM905 - words read best as words
TEXT = st.lists(st.sampled_from(SPOKEN), max_size=8).map(" ".join)
TURN = st.builds(Turn, st.sampled_from(["S1", "S2", "R1"]), TEXT)
TALKS = st.lists(st.lists(TURN, min_size=1, max_size=7), max_size=4).map(
    lambda talks: [talk_of(f"talk-{number}", turns) for number, turns in enumerate(talks)]
)
FAST, SLOW = Fingerprints(SECRET), Slow(SECRET)


def having(found):
    """Return the fingerprints of each statement that has any."""
    expected = {}
    pairs = zip(found.fingerprints.tolist(), found.statements.tolist(), strict=True)
    for fingerprint, statement in pairs:
        expected.setdefault(statement, set()).add(fingerprint)
    return expected


def scanned_in_order(talks):
    every = [has for one in talks for _, has in scanned(one, SLOW)]
    return {number: has for number, has in enumerate(every) if has}


def counted_expected(talks):
    texts = [words_of(text) for one in talks for text in one.texts]
    words = Counter(SLOW.of(WORD, SLOW.code(word)) for text in texts for word in text)
    rows = (row for text in texts for row in itertools.pairwise(text))
    return words + Counter(SLOW.of(BIGRAM, *map(SLOW.code, row)) for row in rows)


def holds_what_a_scan_finds(talks):
    taken = postings_of(talks, FAST)
    found = taken.postings
    texts = [words_of(text) for one in talks for text in one.texts]

    assert scanned_in_order(talks) == having(found)
    keys = list(zip(found.fingerprints.tolist(), found.statements.tolist(), strict=True))
    assert sorted(set(keys)) == keys
    assert sorted(counted_expected(talks).items()) == list(
        zip(found.counted.tolist(), found.counts.tolist(), strict=True)
    )
    assert list(map(len, texts)) == found.lengths.tolist()
    stems = [SLOW.stem_code(stem_of(word)) % (1 << 16) for text in texts for word in text]
    assert stems == taken.stems.tolist()


@settings(max_examples=150)
@given(TALKS)
def test_postings_are_what_a_scan_finds(talks):
    holds_what_a_scan_finds(talks)


def test_postings_of_everyday_talk():
    holds_what_a_scan_finds(everyday(90))


@settings(max_examples=50)
@given(TALKS, st.integers(1, 6))
def test_it_does_not_matter_how_many_are_spelled_at_once(talks, batch):
    expected = postings_of(talks, FAST)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings, "_BATCH", batch)
        patch.setattr(lexicon, "FULL", 12 if batch % 2 else 10_000)
        found = postings_of(talks, FAST)

    assert all(map(np.array_equal, expected.postings, found.postings))
    assert np.array_equal(expected.stems, found.stems)


def test_progress_is_told_every_statement(monkeypatch):
    monkeypatch.setattr(postings, "_BATCH", 7)
    told = []

    postings_of(everyday(60), FAST, told.append)

    assert 60 == sum(told)
    assert len(told) == 2


def test_a_talk_in_which_nothing_was_said_has_no_number():
    nothing = everyday(1)[0]._replace(id="nothing", ids=(), speakers=(), texts=())
    talks = everyday(30)

    expected = postings_of(talks, FAST)

    for among in ([nothing, *talks], [*talks, nothing]):
        found = postings_of(among, FAST)
        assert all(map(np.array_equal, expected.postings, found.postings))


def seam(speakers, texts):
    """Return what the first statement has across its seam: more than it has on its own."""
    talk = talk_of("harbor", map(Turn, speakers, texts))
    alone = talk_of("harbor", [Turn(speakers[0], texts[0])])
    together = having(postings_of([talk], FAST).postings).get(0, set())
    return together - having(postings_of([alone], FAST).postings).get(0, set())


BEFORE, BEHIND = "we never voted", "until friday came"
ACROSS = {
    SLOW.trigram(("never", "voted", "until")),
    SLOW.trigram(("voted", "until", "friday")),
}


def test_a_run_goes_on_in_the_next_statement_of_the_speaker():
    assert ACROSS == seam(("S1", "S1"), (BEFORE, BEHIND))


def test_a_run_goes_on_behind_one_statement_of_another():
    assert ACROSS == seam(("S1", "R1", "S1"), (BEFORE, "mm-hm", BEHIND))


def test_a_run_goes_on_with_the_nearest_statement_alone():
    assert ACROSS == seam(("S1", "S1", "S1"), (BEFORE, BEHIND, "the ferry sank"))


def test_a_run_does_not_go_on_behind_two_others():
    assert set() == seam(("S1", "R1", "R1", "S1"), (BEFORE, "mm-hm", "well", BEHIND))


def test_a_run_does_not_go_on_with_another_speaker():
    assert set() == seam(("S1", "S2"), (BEFORE, BEHIND))


def test_a_run_does_not_go_on_in_another_talk():
    one, other = talk_of("a", [Turn("S1", BEFORE)]), talk_of("b", [Turn("S1", BEHIND)])

    found = postings_of([one, other], FAST).postings

    assert ACROSS.isdisjoint(found.fingerprints.tolist())


def test_of_a_statement_without_end_every_shingle_is_kept_and_as_many_words_as_a_length_says():
    words = [f"{'abcdefgh'[at % 8]}{at}x" for at in range(70_000)]
    talks = [talk_of("long", [Turn("S1", " ".join(words)), Turn("S1", "nobody voted again")])]

    taken = postings_of(talks, FAST)

    assert [0xFFFF, 3] == taken.postings.lengths.tolist()
    assert 0xFFFF + 3 == len(taken.stems)
    last = SLOW.trigram(words[-3:])
    assert 0 in taken.postings.statements[taken.postings.fingerprints == last].tolist()
    assert [SLOW.stem_code(stem_of(word)) % (1 << 16) for word in ("again",)] == (
        taken.stems[-1:].tolist()
    )

"""What a peer that gives spans is held to: few false alarms, and its spans in their places."""

from __future__ import annotations

import pytest
from benchmarks.matching import measures
from benchmarks.matching.cases import Gold, Trial, TrialDraft
from benchmarks.matching.measures import Reported
from benchmarks.matching.musts import BUDGET
from benchmarks.matching.peer import of_peer, peer
from benchmarks.matching.sides import Side
from benchmarks.matching.systems.system import folded, surplus
from hypothesis import given
from hypothesis import strategies as st

from groundrules.matching.index.talks import Talk

TALK = Talk("pier", "1", "desk", ("pier#1",), ("S1",), ("the crane fell at noon",))
GOLDS = tuple(
    Gold(kind, start, start + 20, ("pier#1",), "crane fell at noon")
    for kind, start in (("verbatim", 0), ("fragment", 40))
)
TRIAL = Trial(
    Side.REPORTED,
    [TALK],
    (TrialDraft("one", "x" * 100, GOLDS), TrialDraft("null", "word " * 15_000)),
)
HITS = [Reported(0, 20, "pier#1", 9.0), Reported(40, 60, "pier#1", 2.0)]
ALARMS = [Reported(at * 100, at * 100 + 9, "pier#1", float(at)) for at in range(1, 6)]


def test_a_peer_is_scored_at_the_lowest_threshold_that_keeps_to_the_budget():
    scored = peer("other", TRIAL, {"one": HITS, "null": ALARMS})
    assert 4.0 == scored.threshold  # one alarm in ten drafts' words is left, the one above it
    assert BUDGET == pytest.approx(scored.scores.false_alarms.per_draft)
    assert [0.0, 1.0] == [scored.scores.recall[kind].share for kind in ("fragment", "verbatim")]
    loose = measures.score(TRIAL, measures.above({"one": HITS, "null": ALARMS}, 3.0))
    assert loose.false_alarms.per_draft > BUDGET


def test_a_peer_without_false_alarms_keeps_all_that_it_reports():
    scored = peer("other", TRIAL, {"one": HITS})
    assert float("-inf") == scored.threshold
    assert [1.0, 1.0] == [scored.scores.recall[kind].share for kind in ("fragment", "verbatim")]


def test_the_table_has_both_and_says_that_the_peer_is_flattered():
    ours = measures.score(TRIAL, {"one": HITS[:1]})
    table = of_peer("ours", ours, peer("other", TRIAL, {"one": HITS, "null": ALARMS}))
    assert "threshold, 4, is the lowest that keeps to 0.1 false alarms" in table
    assert "which flatters it" in " ".join(table.split())
    row = next(line for line in table.splitlines() if line.startswith("false alarms"))
    assert ["0.000", "0.100"] == [cell.split("[")[0].split()[-1] for cell in row.split("]")[:2]]


@given(st.text())
def test_folding_leaves_each_character_in_its_place(text):
    assert len(text) == len(folded(text))
    assert [folded(one) for one in text if one != "Σ"] == [
        found for one, found in zip(text, folded(text), strict=True) if one != "Σ"
    ]


def test_folding_makes_letters_small_and_signs_plain():
    assert '"i\'ll sink it" - ink' == folded("“I’ll sink it” – İnk")
    assert len("İnk") < len("İnk".lower())  # what `lower` alone does to places


def test_a_short_word_that_is_all_alike_says_less_than_a_long_sentence_that_is_mostly():
    assert surplus(1.0, len("right")) < surplus(0.8, 60)
    assert 0.0 == surplus(0.5, 200)
    assert 10.0 == surplus(0.75, 40)

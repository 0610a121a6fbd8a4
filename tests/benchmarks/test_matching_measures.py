from __future__ import annotations

from itertools import pairwise

import pytest
from benchmarks.matching import measures, showing, tables
from benchmarks.matching.cases import Gold, Texts, Trial, TrialDraft
from benchmarks.matching.measures import Recall, Reported
from benchmarks.matching.plagdet import Plagdet, merged, plagdet
from benchmarks.matching.poisson import poisson_interval
from benchmarks.matching.sides import Side
from hypothesis import given
from hypothesis import strategies as st

from groundrules.matching.index.talks import Talk

TALK = Talk(
    "pier",
    "1",
    "desk",
    ("pier#1", "pier#2", "pier#3"),
    ("S1", "S1", "S1"),
    ("the crane fell at noon", "Yes: the crane fell, at noon!", "nobody saw it"),
)
TEXT = "x" * 100
GOLD = Gold("verbatim", 10, 20, ("pier#1",), "crane fell at noon")
TRIAL = Trial(
    Side.TUNING,
    [TALK],
    (
        TrialDraft("one", TEXT, (GOLD, GOLD._replace(kind="trimmed", start=40, end=60))),
        TrialDraft("near", TEXT, (GOLD._replace(same=False),), near=True),
        TrialDraft("null", "word " * 3000),
    ),
)

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda one: (one[0], sum(one)))
)


# The limits are those that are printed in tables of Garwood's intervals.
@pytest.mark.parametrize(
    ("seen", "low", "high"),
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (4, 1.090, 10.242), (10, 4.795, 18.391)],
)
def test_the_interval_of_a_count_is_garwoods(seen, low, high):
    assert (low, high) == pytest.approx(poisson_interval(seen), abs=0.001)


def test_recall_counts_a_case_once_and_tells_right_from_flagged():
    found = {"one": [Reported(15, 18, "pier#1", 1.0)] * 2 + [Reported(50, 70, "pier#3", 1.0)]}
    recall = measures.recall(TRIAL.drafts[:1], found, Texts([TALK]))
    assert Recall(1, 1, 1) == recall["verbatim"] == recall["verbatim, plain"]
    assert Recall(0, 1, 1) == recall["trimmed"]


def test_a_statement_with_the_very_same_words_is_right_too():
    one = Reported(10, 20, "pier#2", 1.0)
    assert measures.right(one, GOLD, Texts([TALK]))
    assert not measures.right(one._replace(statement="pier#3"), GOLD, Texts([TALK]))


def test_spans_that_only_touch_share_nothing():
    assert not measures.overlap(Reported(20, 25, "pier#1", 1.0), GOLD)
    assert measures.overlap(Reported(19, 25, "pier#1", 1.0), GOLD)


def test_false_alarms_are_merged_passages_in_null_drafts_per_1500_words():
    null = [Reported(0, 10, "pier#1", 0.5), Reported(5, 20, "pier#2", 0.9)]
    found = {"null": [*null, Reported(50, 60, "pier#3", 0.2)], "one": null}
    alarms = measures.false_alarms(TRIAL.drafts, found)
    assert (2, 3000, 1.0) == alarms[:3]
    assert alarms.low < alarms.per_draft < alarms.high


def test_the_threshold_is_the_lowest_that_keeps_to_the_budget():
    null = [Reported(at * 10, at * 10 + 5, "pier#1", at / 10) for at in range(1, 6)]
    hit = [Reported(10, 20, "pier#1", 0.45), Reported(40, 60, "pier#1", 0.35)]
    bar, kept = measures.threshold(TRIAL, {"null": null, "one": hit}, 0.5)
    assert 0.4 == bar
    assert {"null": null[4:], "one": hit[:1]} == kept
    assert float("-inf") == measures.threshold(TRIAL, {"null": null}, 9.0)[0]
    assert 0.5 == measures.threshold(TRIAL, {"null": null}, 0.0)[0]


def test_plagdet_of_what_is_found_exactly_is_1():
    assert Plagdet(1.0, 1.0, 1.0) == plagdet([([(0, 10), (20, 30)], [(20, 30), (0, 10)])])


def test_plagdet_by_hand():
    # One case of 10 characters is found in two pieces of 4 in all, one is not found, and one
    # detection of 4 is beside every case.
    cases, detections = [(0, 10), (50, 60)], [(0, 2), (4, 6), (80, 84)]
    found = plagdet([(cases, detections)])
    assert pytest.approx((2 / 3, 0.2, 2.0)) == tuple(found)
    assert pytest.approx(2 * (2 / 3) * 0.2 / (2 / 3 + 0.2)) == found.f1
    assert pytest.approx(found.f1 / 1.5849625) == found.score


def test_nothing_found_scores_nothing():
    assert plagdet([([(0, 10)], [])]).score == 0.0


@given(SPANS, SPANS)
def test_the_measures_of_pan_keep_to_their_ranges(cases, detections):
    found = plagdet([(merged(cases), detections)])
    assert 0 <= found.precision <= 1
    assert 0 <= found.recall <= 1
    assert found.granularity >= 1
    assert found.score <= found.f1


@given(SPANS)
def test_merged_spans_cover_the_same_characters_and_lie_apart(spans):
    found = merged(spans)
    covered = {at for span in spans for at in range(*span)}
    assert covered == {at for span in found for at in range(*span)}
    assert all(one[1] < other[0] for one, other in pairwise(found))


def test_the_scores_of_a_perfect_search():
    found = {
        draft.name: [Reported(gold.start, gold.end, "pier#1", 1.0) for gold in draft.golds]
        for draft in TRIAL.drafts
    }
    scores = measures.score(TRIAL, found)
    assert {1.0} == {one.share for one in scores.recall.values()}
    assert 1.0 == scores.draft_side.score == scores.with_statement.score
    assert 0 == scores.false_alarms.passages
    assert Recall(1, 1, 1) == scores.near["verbatim"]


def test_a_wrong_statement_takes_from_plagdet_only_where_it_must_be_right():
    golds = TRIAL.drafts[0].golds
    wrong = [Reported(gold.start, gold.end, "pier#3", 1.0) for gold in golds]
    scores = measures.score(TRIAL, {"one": wrong})
    assert 1.0 == scores.draft_side.score
    assert 0.0 == scores.with_statement.score
    also = [*wrong, *(one._replace(statement="pier#1") for one in wrong)]
    assert 1.0 == measures.score(TRIAL, {"one": also}).with_statement.score


def test_the_table_has_a_row_for_each_class_and_names_quoted_only_where_some_are():
    table = tables.of_scores({"own": measures.score(TRIAL, {})})
    rows = [line.split("  ")[0] for line in table.splitlines()]
    assert ["", "trimmed", "verbatim", "verbatim, not the same"] == rows[1:5]
    assert "false alarms per 1,500 words" in rows


def test_what_was_missed_and_what_was_falsely_flagged_is_shown():
    found = {
        "one": [Reported(10, 20, "pier#1", 1.0), Reported(40, 60, "pier#3", 1.0)],
        "null": [Reported(0, 4, "pier#3", 0.25), Reported(5, 9, "pier#2", 0.5)],
    }
    missed = list(showing.missed(TRIAL._replace(drafts=TRIAL.drafts[:1]), found))
    assert 1 == len(missed)
    assert missed[0].startswith("one [trimmed] ")
    assert missed[0].endswith("pier#3")
    assert [] == list(showing.missed(TRIAL._replace(drafts=TRIAL.drafts[:1]), found, "verbatim"))
    assert ["0.500", "0.250"] == [line[:5] for line in showing.alarmed(TRIAL, found)]

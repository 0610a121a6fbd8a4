"""What the trees are fitted on, and how passages side by side are measured."""

from __future__ import annotations

import pytest
from benchmarks.matching import measures
from benchmarks.matching.cases import Gold, Trial, TrialDraft, in_folds
from benchmarks.matching.corpora import material
from benchmarks.matching.measures import Reported
from benchmarks.matching.sides import Side, side_of

from groundrules.matching.index.talks import Talk

TALK = Talk("pier", "1", "desk", ("pier#1",), ("S1",), ("The crane fell. It fell at noon.",))
FOLDS = 2


@pytest.fixture(scope="module")
def made():
    return material(invented=10_000)


def test_no_text_is_in_two_folds(made):
    _, drafts = in_folds(made, Side.TUNING, 8, FOLDS)

    folds = {}
    for fold, draft in drafts:
        for name, text in made.texts.items():
            if text[:80] in draft.text:
                folds.setdefault(name, set()).add(fold)
    assert {1} == {len(some) for some in folds.values()}
    assert {0, 1} == set.union(*folds.values())
    assert {Side.TUNING} == {side_of(name) for name in folds}


def test_each_fold_has_passages_and_null_drafts(made):
    _, drafts = in_folds(made, Side.TUNING, 8, FOLDS)

    assert {(fold, told) for fold in range(FOLDS) for told in (False, True)} == {
        (fold, bool(draft.golds)) for fold, draft in drafts
    }


@pytest.mark.parametrize(("between", "pieces"), [(".” “", 1.0), (" yet ", 2.0)])
def test_what_has_no_word_between_is_one_detection(between, pieces):
    one, two = "The crane fell", "It fell at noon"
    text = f"{one}{between}{two} and no more."
    end = len(one) + len(between) + len(two)
    gold = Gold("verbatim", 0, end, ("pier#1",), text[:end])
    trial = Trial(Side.TUNING, [TALK], (TrialDraft("draft", text, (gold,)),))
    found = [Reported(0, len(one), "pier#1", 1.0), Reported(end - len(two), end, "pier#1", 1.0)]

    scores = measures.score(trial, {"draft": found})

    assert (2.0, pieces) == (scores.draft_side.granularity, scores.as_read.granularity)

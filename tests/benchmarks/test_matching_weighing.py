"""What the trees are fitted on, and how passages side by side are measured."""

from __future__ import annotations

import pytest
from benchmarks.matching import cases, measures
from benchmarks.matching.cases import Gold, Trial, TrialDraft, in_folds
from benchmarks.matching.corpora import material
from benchmarks.matching.edits.passage import Class
from benchmarks.matching.measures import Reported
from benchmarks.matching.sides import Side, side_of

from groundrules.draft.wording import word_list
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


def test_what_goes_on_in_the_next_statement_is_two_cases():
    one, two = "The crane fell", "It fell at noon"
    text = f"{one}. {two} and no more."
    seam, end = len(one) + 2, len(one) + 2 + len(two)
    gold = Gold("verbatim", 0, end, ("pier#1",), text[:end])
    found = [Reported(0, len(one), "pier#1", 1.0), Reported(seam, end, "pier#1", 1.0)]

    def granularity(gold):
        trial = Trial(Side.TUNING, [TALK], (TrialDraft("draft", text, (gold,)),))
        return measures.score(trial, {"draft": found}).draft_side.granularity

    assert 2.0 == granularity(gold)
    assert 1.0 == granularity(gold._replace(seam=seam))


def test_a_passage_across_two_statements_is_cut_where_the_second_begins(made):
    trial = cases.trial(made, Side.REPORTED, 10_000, 20, 1)
    texts = trial.texts
    golds = [
        (draft.text, gold)
        for draft in trial.drafts
        for gold in draft.golds
        if gold.kind == Class.SEAM and gold.seam
    ]

    assert len(golds) > 10
    for text, gold in golds:
        ahead, behind = (text[start:end].split() for start, end in gold.spans)
        first, then = (texts[name].split() for name in gold.statements)
        assert word_list(" ".join(first[-len(ahead) :])) == word_list(" ".join(ahead))
        assert word_list(" ".join(then[: len(behind)])) == word_list(" ".join(behind))

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise

import pytest
from benchmarks.matching import cases, corpora, measures, speed
from benchmarks.matching.bodies import PASSAGES
from benchmarks.matching.corpora import Pair
from benchmarks.matching.edits.passage import Class
from benchmarks.matching.measures import Reported
from benchmarks.matching.musts import Must, of_musts, recalls
from benchmarks.matching.sides import Side, side_of
from benchmarks.matching.systems.system import Scaled, content_words, sentences
from benchmarks.matching.taking import CORE, PAIRS_TALK

from groundrules.draft.wording import word_list

SIDES = list(Side)


@cache
def material():
    made = corpora.material(invented=CORE)
    pairs = [
        Pair("sums", at % 2 == 0, f"The sum of {at} and one is known.", f"One and {at} make {at}.")
        for at in range(40)
    ]
    return made._replace(pairs=pairs)


@cache
def trial(side):
    return cases.trial(material(), side, CORE, passages=12, nulls=5)


@pytest.mark.parametrize("side", SIDES)
def test_every_class_has_its_passages_and_the_golds_hold_them(side):
    golds = [gold for draft in trial(side).drafts for gold in draft.golds]
    counted = {kind: sum(gold.kind == kind for gold in golds) for kind in Class}
    assert dict.fromkeys(Class, 12) == counted
    for draft in trial(side).drafts:
        assert len(draft.golds) <= PASSAGES
        for gold in draft.golds:
            assert gold.kind != Class.VERBATIM or gold.taken[1:] == draft.text[
                gold.start + 1 : gold.end
            ].replace("\n", " ")


@pytest.mark.parametrize("side", SIDES)
def test_golds_name_where_in_the_statement_the_words_stand(side):
    texts = trial(side).texts
    for draft in trial(side).drafts:
        for gold in draft.golds:
            assert (gold.said is None) == (gold.kind == Class.SEAM)
            if gold.said:
                said = texts[gold.statements[0]][slice(*gold.said)]
                assert gold.taken.split() == said.split()


@pytest.mark.parametrize("side", SIDES)
def test_golds_stand_apart_and_a_draft_without_them_is_the_published_text(side):
    for draft in trial(side).drafts:
        assert all(one.end < other.start for one, other in pairwise(draft.golds))
        left, last = [], 0
        for gold in draft.golds:
            left.append(draft.text[last : gold.start])
            last = gold.end
        assert any(
            "".join([*left, draft.text[last:]]).startswith(text[:40])
            for text in material().texts.values()
        )


def test_null_drafts_are_whole_texts_of_their_side():
    for side in SIDES:
        own = [text for name, text in material().texts.items() if side_of(name) is side]
        nulls = [draft for draft in trial(side).drafts if not draft.golds]
        assert 5 == len(nulls)
        for draft in nulls:
            assert all(part in "\n\n".join(own) for part in draft.text.split("\n\n"))
            assert 1350 <= len(draft.text.split()) < 3000


def test_the_sides_share_no_statement_and_no_pair():
    taken = [
        {
            name
            for draft in trial(side).drafts
            for gold in draft.golds
            for name in gold.statements[:1]
            if not name.startswith(PAIRS_TALK)
        }
        for side in SIDES
    ]
    assert set() == taken[0] & taken[1]
    pairs = [set(trial(side).talks[-1].texts) for side in SIDES]
    assert set() == pairs[0] & pairs[1]


def test_pairs_that_do_not_mean_the_same_are_in_drafts_of_their_own():
    for draft in trial(Side.TUNING).drafts:
        assert {draft.near} >= {not gold.same for gold in draft.golds}


def test_a_larger_ledger_begins_with_the_smaller_and_has_the_same_drafts():
    small = trial(Side.TUNING)
    large = cases.enlarged(small, material(), 2 * CORE + 7)
    assert 2 * CORE + 7 == corpora.statements(large.talks[:-1])
    assert small.drafts == large.drafts
    assert material().talks == large.talks[: len(material().talks)]
    assert len({name for talk in large.talks for name in talk.ids}) == corpora.statements(
        large.talks
    )
    for draft in small.drafts:
        for gold in draft.golds:
            assert large.texts[gold.statements[0]] == small.texts[gold.statements[0]]


def test_a_ledger_that_has_not_all_passages_is_refused():
    with pytest.raises(ValueError, match="9999"):
        cases.enlarged(trial(Side.TUNING), material(), CORE - 1)


def test_noised_copies_are_other_statements():
    large = material().ledger(CORE + 500)
    copied = [talk for talk in large if "~1" in talk.id]
    assert 500 == corpora.statements(copied)
    before = material().talks[0].texts
    same = sum(one == other for one, other in zip(before, copied[0].texts, strict=False))
    assert same < len(before) / 5


class Exhaustive:
    """It names every statement that has any five words in a row of a sentence."""

    name = "exhaustive"
    scaled = Scaled()

    def build(self, talks, folder):
        self._said = defaultdict(set)
        for talk in talks:
            for name, text in zip(talk.ids, talk.texts, strict=True):
                for run in runs_of_five(text):
                    self._said[run].add(name)
        (folder / "index").write_text("kept")

    def search(self, draft):
        return [
            Reported(sentence.start, sentence.end, name, 1.0)
            for sentence in sentences(draft)
            for run in runs_of_five(sentence.text)
            for name in self._said.get(run, ())
        ]


def runs_of_five(text):
    words = word_list(text)
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def test_an_exhaustive_search_finds_every_verbatim_passage(tmp_path):
    tried = trial(Side.REPORTED)
    telling = [
        draft for draft in tried.drafts if any(gold.kind == Class.VERBATIM for gold in draft.golds)
    ][:3]
    system = Exhaustive()
    built = speed.build(system, tried.talks, tmp_path / "index")
    assert 4 == built.bytes
    searched = speed.search_in_turn([system], telling, 60.0)[system.name]
    assert len(telling) == len(searched.milliseconds)
    recall = measures.recall(telling, searched.found, tried.texts)
    assert 1.0 == recall[Class.VERBATIM].share


def test_each_system_searches_for_its_seconds_only(tmp_path):
    tried = trial(Side.TUNING)
    system = Exhaustive()
    speed.build(system, tried.talks[:1], tmp_path / "index")
    searched = speed.search_in_turn([system], tried.drafts, 0.0)[system.name]
    assert 1 == len(searched.milliseconds) == len(searched.found)


def test_sentences_are_cut_behind_stops_and_titles_are_none():
    text = "Gov. Hale met the envoy. “We counted ships.” Yes.\n\nThe harbor closed"
    assert ["Gov. Hale met the envoy.", "“We counted ships.”", "The harbor closed"] == [
        one.text for one in sentences(text)
    ]
    assert ["counted", "harbor", "ships"] == content_words("We counted the harbor’s ships, counted")


def test_musts_are_met_within_their_false_alarms_only():
    assert "met" == Must("what", 25, 5, 20.0).verdict
    assert "met, and the aim" == Must("what", 25, 5, 5.0).verdict
    assert "missed" == Must("what", 25, 5, 25.1).verdict
    assert "missed" == Must("what", 0.9, 0.99, 1.0, least=True, alarms=0.2).verdict
    assert "met" == Must("what", 0.9, 0.99, 1.0, least=True, alarms=0.05).verdict
    assert "not measured" == Must("what", 0.9, 0.99, None, least=True).verdict


def test_the_musts_about_what_is_found_take_all_pairs_together():
    scores = measures.score(trial(Side.REPORTED), {})
    musts = {one.what: one for one in recalls(scores, scores, None)}
    assert 0.0 == musts["paraphrase pairs"].value
    assert musts["blind, verbatim"].value is None
    assert "paraphrase pairs" in of_musts(musts.values())


def test_ledgers_texts_and_pairs_are_read_from_files(tmp_path):
    (tmp_path / "talk.txt").write_text("First words.\n\nSecond words.\n", "utf-8")
    (tmp_path / "pairs.tsv").write_text(
        "label\tone\ttwo\nsums+\ta b\tb a\n0\tc\td\nbad line\n", "utf-8"
    )
    talk = corpora.read_talks(tmp_path)[0]
    assert ("talk.txt#1", "talk.txt#2") == talk.ids
    assert [talk] == corpora.read_talks(tmp_path / "talk.txt")
    assert {"talk.txt": "First words.\n\nSecond words."} == corpora.read_texts(tmp_path)
    pairs = corpora.read_pairs(tmp_path / "pairs.tsv")
    assert [
        Pair("sums", same=True, one="a b", two="b a"),
        Pair("pairs", same=False, one="c", two="d"),
    ] == pairs

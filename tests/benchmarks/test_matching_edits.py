from __future__ import annotations

import random
import re

import pytest
from benchmarks.matching.edits import changes, reported, tuning
from benchmarks.matching.edits.passage import Class, Told
from benchmarks.matching.lexicon import bare, has_content, lexicon
from hypothesis import given
from hypothesis import strategies as st

STATEMENTS = """
Well, we have been counting the containers at the northern pier since March, and you know, the \
numbers I see today do not match what my colleagues reported to the harbor board.
I think the second inspection will show that our pumps are older than the contract says, um, and \
nobody at the company wants to be the one who tells the minister about it.
The auditors asked me for the ledger twice, so I gave them copies, kind of reluctantly, because \
the original carries the signature of a person who never worked in this building.
""".strip().splitlines()
KNOWN = lexicon([*STATEMENTS, "reading writing falling towns rivers plates doctors letters"])
SETS = [tuning, reported]


def seeded(seed):
    return random.Random(seed)  # noqa: S311 - it draws examples, and no secrets


def passages(generators, kind, *, quoted=False):
    for seed in range(30):
        for text in STATEMENTS:
            told = Told(text, KNOWN, seeded(seed), quoted)
            found = generators.EDITS[kind](told)
            if found is not None:
                yield text, found


@pytest.mark.parametrize("generators", SETS)
@pytest.mark.parametrize("kind", Class)
def test_every_class_makes_passages_of_a_run_of_the_statement(generators, kind):
    made = list(passages(generators, kind))
    assert len(made) > 20
    for text, passage in made:
        assert passage.taken.text == " ".join(text[passage.taken.start : passage.taken.end].split())
        assert passage.sentence == passage.before + passage.words + passage.after


@pytest.mark.parametrize("generators", SETS)
@pytest.mark.parametrize("kind", Class)
def test_the_same_seed_makes_the_same_passage(generators, kind):
    assert list(passages(generators, kind)) == list(passages(generators, kind))


@pytest.mark.parametrize("generators", SETS)
@pytest.mark.parametrize("quoted", [False, True])
@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [(Class.VERBATIM, 8, 25), (Class.FRAGMENT_7_9, 7, 9), (Class.FRAGMENT_5_6, 5, 6)],
)
def test_words_taken_as_they_are_keep_to_the_length(generators, quoted, kind, least, most):
    for _, passage in passages(generators, kind, quoted=quoted):
        assert least <= len(passage.words.split()) <= most
        assert passage.taken.text.lower() == passage.words.lower()
        assert quoted == passage.quoted == bool(re.search('[“"]$', passage.before))


@pytest.mark.parametrize("generators", SETS)
def test_a_trimmed_passage_leaves_out_and_adds_no_word(generators):
    for _, passage in passages(generators, Class.TRIMMED):
        said = iter(map(bare, passage.taken.tokens))
        kept = [bare(token) for token in passage.words.split() if bare(token)]
        assert all(word in said for word in kept)
        assert len(kept) < len(passage.taken.tokens)


@pytest.mark.parametrize("generators", SETS)
def test_indirect_speech_has_no_first_person_and_keeps_the_number_of_content_words(generators):
    for _, passage in passages(generators, Class.INDIRECT):
        words = {bare(token) for token in passage.words.split()}
        assert words.isdisjoint({"i", "me", "my", "we", "our", "is", "are", "have", "will"})


@pytest.mark.parametrize("generators", SETS)
def test_a_substitution_replaces_about_its_share_of_the_content_words(generators):
    for kind, share in ((Class.SUBSTITUTED_25, 0.25), (Class.SUBSTITUTED_45, 0.45)):
        had = kept = 0
        for _, passage in passages(generators, kind):
            before = {bare(token) for token in passage.taken.tokens if has_content(token)}
            after = {bare(token) for token in passage.words.split()}
            had += len(before)
            kept += len(before & after)
        assert 1 - share == pytest.approx(kept / had, abs=0.12)


@pytest.mark.parametrize("share", [0.25, 0.45])
def test_a_reported_substitution_is_never_more_than_a_word_off_its_share(monkeypatch, share):
    off = []
    replaced = changes.replaced

    def counted(tokens, at, *others):
        off.append(len(at) - share * len(changes.content_places(tokens)))
        return replaced(tokens, at, *others)

    monkeypatch.setattr(changes, "replaced", counted)
    kind = Class.SUBSTITUTED_25 if share < 0.45 else Class.SUBSTITUTED_45
    assert len(list(passages(reported, kind))) == len(off) > 20
    assert 1 > max(map(abs, off))
    assert 0.0 == pytest.approx(sum(off) / len(off), abs=0.2)


@pytest.mark.parametrize("generators", SETS)
def test_a_random_passage_keeps_most_words_in_another_order(generators):
    had = kept = 0
    for _, passage in passages(generators, Class.RANDOM):
        before = [bare(token) for token in passage.taken.tokens]
        after = [bare(token) for token in passage.words.split()]
        had += len(before)
        kept += sum(word in before for word in after)
        assert len(after) <= len(before)
    assert 0.62 < kept / had < 0.9


def test_the_two_sets_put_no_frame_alike_around_the_words():
    for one, other in zip(tuning.AROUND, reported.AROUND, strict=True):
        assert set() == set(one) & set(other) - {("", ".")}


@given(st.lists(st.text("abc", min_size=1), max_size=20), st.integers(1, 3), st.integers())
def test_shuffling_in_threes_moves_no_word_far_and_loses_none(tokens, first, seed):
    numbered = [f"{at}-{token}" for at, token in enumerate(tokens)]
    mixed = changes.shuffled_in_threes(numbered, first, seeded(seed))
    assert sorted(numbered) == sorted(mixed)
    assert all(abs(mixed.index(token) - at) <= 2 for at, token in enumerate(numbered))


def test_a_stand_in_is_another_word_and_one_that_rhymes_ends_alike():
    chance = seeded(1)
    assert all(KNOWN.stand_in("ledger", chance) != "ledger" for _ in range(50))
    known = lexicon(["reading writing falling counting standing"])
    found = {known.rhyming_stand_in("reading", chance) for _ in range(50)}
    assert "reading" not in found
    assert all(word.endswith("ing") for word in found)

"""The laws of the search, over generated talk and drafts."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from groundrules.draft.quotation import find_quotations
from groundrules.draft.wording import word_list
from groundrules.evidence.case import Reuse
from groundrules.matching import find_matches
from groundrules.matching.alphabet import Alphabet
from groundrules.matching.bar import SURE
from groundrules.matching.common_words import FILLER_PHRASES, FILLERS, STOP_WORDS
from groundrules.matching.variants import VARIANTS
from invented_talk import draft, statements

SPOKEN = """
    the a of to and in it is was we they you not on at that for so um uh like know mean don't it's
    harbor lease bids families commission engineers auditor mayor ferry company parking homes board
    opened warned voted arguing trusted looked lost twice dead secret 25 three twenty I'm won't
""".split()  # noqa: SIM905 - words read best as words
PRINTED = """
    orchard violin glacier pepper lantern copper thunder meadow saddle walnut feather canyon marble
    pigeon quartz ribbon sparrow timber velvet window yellow zebra anchor basil candle dagger
""".split()  # noqa: SIM905 - likewise
POINTS = [" ", " ", " ", " ", ", ", ". ", "; ", " — ", "\n"]
MARKS = [*POINTS, " “", "” "]


def texts(
    vocabulary: list[str], least: int, most: int, marks: list[str] = MARKS
) -> st.SearchStrategy[str]:
    word = st.tuples(st.sampled_from(vocabulary), st.sampled_from(marks))
    words = st.lists(word, min_size=least, max_size=most)
    return words.map(lambda pairs: "".join(word + mark for word, mark in pairs).strip())


TALK = st.lists(texts(SPOKEN, 9, 30), min_size=1, max_size=8)


def canonical(text: str) -> list[str]:
    """Return the words of a text, a variant as the words that it stands for."""
    return [same for word in word_list(text) for same in VARIANTS.get(word, (word,))]


def spoken(words: list[str]) -> list[str]:
    """Return the words that are no fillers."""
    text = " ".join(word for word in words if word not in FILLERS)
    for phrase in FILLER_PHRASES:
        text = re.sub(rf"\b{phrase}\b", "", text)
    return text.split()


def found_in(text: str, talk: list[str]):
    story = draft(text)
    return find_matches(story, find_quotations(story), statements(talk)).matches


@st.composite
def insertions(draw, printed: list[str]):
    """Return talk, a run of one statement, and a draft with the run in it, and where it starts."""
    said = draw(texts(SPOKEN, 16, 30, POINTS))
    talk = [*draw(st.lists(texts(SPOKEN, 9, 30), max_size=5)), said]
    places = [match.span() for match in re.finditer(r"[\w']+", said)]
    assume(len(places) >= SURE)
    first = draw(st.integers(0, len(places) - SURE))
    last = draw(st.integers(first + SURE - 1, len(places) - 1))
    run = said[places[first][0] : places[last][1]]
    words = spoken(canonical(run))
    assume(len(words) >= SURE and not STOP_WORDS.issuperset(words))
    story = draw(texts(printed, 0, 40))
    at = draw(st.integers(0, len(story)))
    return talk, run, f"{story[:at]} {run} {story[at:]}", at + 1


@settings(max_examples=150, deadline=None)
@given(insertions(PRINTED))
def test_a_long_run_is_found_exactly_wherever_it_stands(case):
    talk, run, text, at = case

    matches = found_in(text, talk)

    exact = [match for match in matches if match.span == (at, at + len(run))]
    assert exact
    assert {Reuse.VERBATIM} <= {match.reuse for match in exact}


@settings(max_examples=150, deadline=None)
@given(insertions([*PRINTED[:5], *SPOKEN]))
def test_a_long_run_is_covered_in_whatever_company(case):
    talk, run, text, at = case

    covered = {
        place for match in found_in(text, talk) for place in range(match.span.start, match.span.end)
    }

    assert set(range(at, at + len(run))) <= covered


@settings(max_examples=100, deadline=None)
@given(TALK, texts(SPOKEN, 0, 60), st.randoms(use_true_random=False))
def test_the_order_of_the_statements_does_not_matter(talk, text, chance):
    story, said = draft(text), statements(talk)
    shaken = list(said)
    chance.shuffle(shaken)
    quotations = find_quotations(story)

    assert find_matches(story, quotations, said) == find_matches(story, quotations, shaken)


@settings(max_examples=150, deadline=None)
@given(TALK, st.lists(st.integers(0, 7), min_size=1, max_size=6), st.data())
def test_what_is_not_edited_has_every_word_of_the_draft_in_order(talk, picks, data):
    words = [word for pick in picks for word in talk[pick % len(talk)].split()]
    kept = [word for word in words if data.draw(st.integers(0, 9))]
    text = " ".join(kept)
    said = {one.id: one.text for one in statements(talk)}

    for match in found_in(text, talk):
        if match.reuse is not Reuse.EDITED:
            drafted = canonical(text[slice(*match.span)])
            source = canonical(said[match.statement][slice(*match.words)])
            rest = iter(source)
            assert all(word in rest for word in drafted)
            if match.reuse is Reuse.VERBATIM:
                assert source == drafted


@settings(max_examples=100, deadline=None)
@given(TALK, texts(PRINTED, 0, 60))
def test_nothing_is_found_where_no_word_is_shared(talk, text):
    assert () == found_in(text, talk)


@settings(max_examples=100, deadline=None)
@given(TALK, texts(SPOKEN, 0, 40))
def test_matches_are_in_order_and_within_the_texts(talk, text):
    said = {one.id: one.text for one in statements(talk)}

    matches = found_in(text, talk)

    assert sorted(matches, key=lambda one: (one.span, one.statement)) == list(matches)
    for match in matches:
        assert 0 <= match.span.start < match.span.end <= len(text)
        assert 0 <= match.words.start < match.words.end <= len(said[match.statement])
        assert 0 < match.confidence <= 1


@settings(deadline=None)
@given(st.lists(st.text(max_size=60) | texts(SPOKEN, 0, 20), max_size=6), texts(SPOKEN, 0, 20))
def test_a_text_is_spelled_the_same_fast_and_with_its_places(said, text):
    alphabet = Alphabet([*word_list(text), *SPOKEN])

    assert [alphabet.read(one).plain for one in said] == alphabet.plain(said)

"""The signs and their weights: each can be found, and none decides anything alone."""

from __future__ import annotations

import re
from itertools import chain, product

import pytest

from groundrules.record.cues.signs.meanings import ACTS, ANSWERS, AWAITED
from groundrules.record.cues.signs.of_replies import OF_REPLIES
from groundrules.record.cues.signs.of_terms import (
    HOW_IT_IS_SAID,
    OF_THE_RECORD,
    OF_WHOM,
    WHERE_WORDS_GO,
    WITHHELD,
)
from groundrules.record.cues.signs.together import (
    BY_KIND,
    BY_SIDE,
    BY_TERMS,
    BY_TOLD,
    IN_ANSWERS,
    IN_REPLIES,
    TOGETHER,
    TOGETHER_IN_REPLIES,
)
from groundrules.record.cues.signs.weights_of_answers import OF_ANSWERS
from groundrules.record.cues.signs.weights_of_sentences import OF_SENTENCES
from groundrules.record.cues.weighing import (
    Answering,
    Surroundings,
    signs_of_reply,
    signs_of_terms,
    weighed,
)

OF_TERMS = {**OF_WHOM, **WHERE_WORDS_GO, **WITHHELD, **HOW_IT_IS_SAID, **OF_THE_RECORD}
LENGTHS = {"a word or two", "few words", "many words", "very many words", "asks"}
ECHOES = {"no weight", "echoes a little", "echoes", "echoes all"}
SIDES = {"bound", "protected"}
LEAST = 6
"""Tenths by which signs must outweigh doing nothing."""


def joined(pairs) -> set[str]:
    return {f"{one} + {other}" for one, other in pairs}


def before(names, heads) -> set[str]:
    return {f"{head}{name}" for head, name in product(heads, names)}


def signs_of_sentences() -> set[str]:
    """Return every sign that a sentence may have."""
    return (
        {*OF_TERMS, "quoted", *LENGTHS, *SIDES, "awaits", "own", "on terms", "told"}
        | joined(TOGETHER)
        | before(BY_SIDE, ("bound: ", "protected: "))
        | before(BY_TERMS, ("on terms: ",))
        | before(BY_TOLD, ("told + ",))
        | before(IN_ANSWERS | ECHOES | {"short", "nothing"}, ("answered: ",))
        | before(ACTS, ("grammar: ",))
    )


def signs_of_answers() -> set[str]:
    """Return every sign that an answer may have."""
    alone = (
        {*OF_REPLIES, *IN_REPLIES, *LENGTHS, *ECHOES, *SIDES, *AWAITED.values()}
        | {"quoted", "ends asking", "quoted + ends asking", "soon", "late", "told since"}
        | joined(TOGETHER_IN_REPLIES)
        | before({*OF_REPLIES, *LENGTHS, "nothing"}, ("then ",))
        | before(ECHOES, ("all ",))
        | before({*IN_ANSWERS, *LENGTHS, "nothing"}, ("followed: ",))
        | before(ANSWERS, ("grammar: ",))
    )
    return alone | before(BY_KIND, [f"{kind}: " for kind in AWAITED.values()])


@pytest.mark.parametrize(
    ("weights", "signs", "does"),
    [
        (OF_SENTENCES, signs_of_sentences(), ACTS),
        (OF_ANSWERS, signs_of_answers(), ANSWERS),
    ],
)
def test_every_weight_is_of_a_sign_that_there_is(weights, signs, does):
    assert set() == set(weights) - signs - {""}
    assert {len(does)} == {len(many) for many in weights.values()}
    assert {0} == {many[0] for many in weights.values()}


def test_a_sign_alone_decides_nothing():
    deciding = [
        sign
        for sign in OF_SENTENCES
        if max(weighed(frozenset((sign,)) - {""}, OF_SENTENCES)) > LEAST
    ]

    assert [] == deciding


def test_what_is_looked_for_elsewhere_is_a_sign():
    told = {*OF_TERMS, "quoted"}

    assert set(chain.from_iterable(TOGETHER)) <= told
    assert set(chain.from_iterable(TOGETHER_IN_REPLIES)) <= {*OF_TERMS, *OF_REPLIES}
    assert told >= BY_SIDE
    assert set(OF_TERMS) >= BY_TERMS | BY_TOLD | IN_REPLIES
    assert set(OF_REPLIES) >= IN_ANSWERS
    assert {*OF_TERMS, *OF_REPLIES, *LENGTHS, *ECHOES} >= BY_KIND


@pytest.mark.parametrize(("name", "words"), [*OF_TERMS.items(), *OF_REPLIES.items()])
def test_no_sign_is_in_words_that_say_nothing(name, words):
    assert not re.search(words, "ferries cross rivers , quickly ."), name


NEAR = Surroundings(bound=False)


@pytest.mark.parametrize(
    ("text", "near", "signs"),
    [
        ("my name is not in it .", NEAR, {"my name", "not", "my name + not", "protected: not"}),
        ("you may print it .", NEAR._replace(bound=True), {"you may", "bound: medium", "bound"}),
        ("leave that out .", NEAR._replace(told=True), {"that", "told", "told + that"}),
        ("on record then .", NEAR._replace(on_terms=True), {"on terms: on record", "on terms"}),
        ("is it ?", NEAR, {"asks", "a word or two", "few words", "answered: nothing"}),
        ("no kiln .", NEAR._replace(reply="no kiln ."), {"answered: echoes all"}),
        ("no kiln .", NEAR._replace(reply="sure ."), {"answered: yes", "answered: no weight"}),
    ],
)
def test_a_sentence_has_the_signs_of_its_words_and_of_its_place(text, near, signs):
    assert signs <= signs_of_terms(text, near, quoted=False)


def test_quotation_marks_are_a_sign():
    assert "quoted" in signs_of_terms("call me a potter .", NEAR, quoted=True)
    assert "quoted" not in signs_of_terms("call me a potter .", NEAR, quoted=False)


AT = Answering("no names please .", "terms", soon=True, bound=True)


@pytest.mark.parametrize(
    ("said", "at", "signs"),
    [
        (("yes .",), AT, {"yes", "terms: yes", "then nothing", "soon", "bound", "no weight"}),
        (("no names .",), AT, {"echoes all", "all echoes all", "terms: echoes"}),
        (("sure .", "but why ?"), AT, {"then turns", "then asks", "ends asking"}),
        (("no .",), AT._replace(soon=False, bound=False), {"late", "protected"}),
        (("no .",), AT._replace(following="all right then , so be it ."), {"followed: yes"}),
        (("no .",), AT, {"followed: nothing"}),
    ],
)
def test_an_answer_has_the_signs_of_its_words_and_of_what_it_answers(said, at, signs):
    assert signs <= signs_of_reply(said, at, quoted=False)


def test_a_quoted_question_is_a_sign_of_its_own():
    signs = signs_of_reply(("could it be a potter ?",), AT, quoted=True)

    assert {"quoted", "ends asking", "quoted + ends asking"} <= signs


def test_unknown_signs_weigh_nothing():
    assert OF_SENTENCES[""] == weighed(frozenset(("there is no such sign",)), OF_SENTENCES)

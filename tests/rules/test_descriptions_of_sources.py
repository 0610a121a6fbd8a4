from __future__ import annotations

import pytest

from groundrules.rules.descriptions import (
    Fit,
    adds_nothing,
    content,
    fit,
    holds,
    in_short,
    tells_nothing,
)

AGREED = "a senior port official"


@pytest.mark.parametrize(
    "used",
    [
        "a senior port official",
        "A Senior Port Official",
        "the senior port official",
        "senior port officials",
        "two senior port officials",
        "several senior port officials",
        "12 senior port officials",
        "a “senior” port-official",
        "an official of the port, who is senior",
        "the port’s senior official",
        "an official who was senior in the port",
    ],
)
def test_the_same_content_words_are_the_same_description(used: str) -> None:
    assert fit(used, [AGREED], opens_sentence=True) is Fit.AGREED


@pytest.mark.parametrize(
    "used",
    [
        "a senior port official in charge of finance",
        "one of three senior port officials",
        "one of 3 senior port officials",
        "a dock worker named Whitfield",
        "a deputy of the harbormaster",
        "an aide to the mayor",
        "a former senior port official",
        "a Norland Bank employee",
    ],
)
def test_more_content_a_name_a_number_or_an_office_is_narrower(used: str) -> None:
    assert fit(used, [AGREED]) is Fit.NARROWER


@pytest.mark.parametrize(
    "used", ["a dock worker", "an official", "a port official", "Dockers", "people on the quay"]
)
def test_anything_else_is_another_description(used: str) -> None:
    assert fit(used, [AGREED], opens_sentence=True) is Fit.OTHER


def test_a_capital_points_at_somebody_unless_it_opens_the_sentence() -> None:
    assert fit("Norlanders", [AGREED]) is Fit.NARROWER
    assert fit("Norlanders", [AGREED], opens_sentence=True) is Fit.OTHER
    assert fit("some Norlanders", [AGREED], opens_sentence=True) is Fit.NARROWER


@pytest.mark.parametrize("used", ["one of three dockers", "one of 30 dockers", "a docker of two"])
def test_a_number_narrows_the_circle_but_for_the_first_count(used: str) -> None:
    assert fit(used, [AGREED]) is Fit.NARROWER
    assert fit("three dockers", [AGREED]) is Fit.OTHER
    assert fit("30 dockers", [AGREED]) is Fit.OTHER


@pytest.mark.parametrize(("text", "expected"), [("cars", "car"), ("gas", "gas"), ("men", "man")])
def test_plurals_count_as_singulars_where_they_can_be_told(text: str, expected: str) -> None:
    assert in_short(text) == (expected,)


def test_what_an_agreed_description_says_itself_points_no_further() -> None:
    assert fit("an aide to the Mayor", ["an aide to the mayor of Larch"]) is Fit.OTHER
    assert fit("a Mayor", ["a mayor’s aide", "a mayor"]) is Fit.AGREED


def test_any_of_several_agreed_descriptions_will_do() -> None:
    assert fit("a dock worker", [AGREED, "a dock worker"]) is Fit.AGREED
    assert fit("a veteran dock worker", [AGREED, "a dock worker"]) is Fit.NARROWER


def test_pointing_back_adds_nothing() -> None:
    assert adds_nothing("the official", [AGREED])
    assert adds_nothing("the person", [AGREED])
    assert adds_nothing("the source", ["a dock worker", AGREED])
    assert not adds_nothing("the mayor", [AGREED])
    assert not adds_nothing("the young official", [AGREED])


@pytest.mark.parametrize("vague", ["a source", "sources", "two people", "an official", "insiders"])
def test_generic_words_tell_nothing(vague: str) -> None:
    assert tells_nothing(vague)


def test_any_other_word_tells_something() -> None:
    assert not tells_nothing("a source at the port")


def test_content_leaves_out_function_words_and_the_first_count() -> None:
    assert content("one of four people who were at the lenders’ talks") == {
        "four",
        "person",
        "lender",
        "talk",
    }
    assert content("") == frozenset()


def test_a_text_in_short_keeps_the_order_and_leaves_out_articles() -> None:
    assert in_short("The officials say a thing") == ("official", "say", "thing")


def test_holding_a_phrase_means_its_words_next_to_each_other() -> None:
    assert holds(("not", "authorized", "to", "speak", "publicly"), ("authorized", "to", "speak"))
    assert not holds(("authorized", "not", "to", "speak"), ("authorized", "to", "speak"))
    assert not holds((), ("speak",))

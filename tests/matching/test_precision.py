"""What everybody says is nobody's words: phrases in common must not pass for reuse."""

from __future__ import annotations

import pytest

from groundrules.draft.quotation import find_quotations
from groundrules.matching import find_matches
from groundrules.rules.rule import Confidence
from groundrules.rules.usage import sureness
from invented_talk import draft, news, statements, talk

PHRASES = (
    "At the end of the day, it was a matter of money.",
    "The plan was announced on Tuesday by the Department of Public Works.",
    "A spokesman for the department said it was looking into the matter.",
    "She declined to comment on the condition of anonymity because she was not authorized.",
    "For the first time in years, the Port Authority and the city council will meet.",
    "In a statement on Monday, the office did not immediately respond to a request for comment.",
    "According to a person familiar with the matter, hundreds of millions of dollars are due.",
    "In the long run, and in the middle of the night, one way or another, it adds up.",
    "The Office of Budget and Management said on Tuesday that it would look into it.",
    "Members of the Committee on Water and Power met at the end of the year.",
    "I think that it is going to be one of the most important things that we do.",
    "There are a lot of people who want to make sure that we get it right.",
)


@pytest.fixture(scope="module")
def record():
    return statements(talk(10_000))


def found_in(text: str, record):
    story = draft(text)
    return find_matches(story, find_quotations(story), record).matches


def test_news_and_talk_that_have_nothing_to_do_with_each_other(record):
    story = news(4500)

    false = {match.span for match in found_in(story, record)}

    assert len(false) <= 0.1 * len(story.split()) / 1500


@pytest.mark.parametrize("said", PHRASES)
def test_a_phrase_that_was_said_does_not_match_where_it_is_written(said):
    others = [phrase for phrase in PHRASES if phrase != said]
    story = "\n\n".join(others)

    assert () == found_in(story, statements([f"Well, {said} But who knows.", *talk(500)]))


def test_the_name_of_an_institution_is_one_word_of_evidence(record):
    text = "Then the Association of County Clerks and the Bureau of Land Records sent letters."

    assert () == found_in(text, record)


def test_a_passage_that_few_say_is_found_in_the_largest_record(record):
    leak = "we burned the second ledger before the auditors landed"
    text = f"It is said that {leak} that spring."

    (match,) = found_in(text, [*record, *statements([f"Look, {leak}, all right?"], "S2")])

    assert leak == text[slice(*match.span)]


def test_the_bar_rises_with_the_record():
    text = "Then they closed the old harbor gate and nobody spoke of it."
    said = "And the old harbor gate was painted."

    assert 1 == len(found_in(text, statements([said])))
    assert 0 == len(found_in(text, statements([said, *talk(2000)])))


IDLE = "The mill will close, and people will have to find other work by then."


@pytest.mark.parametrize(
    ("text", "is_high"),
    [
        ("They knew that people will have to find other work.", False),
        ("They knew that people will have to find other work by then.", False),
        ("They knew that “people will have to find other work.”", True),
        ("They knew that miners will have to find other work in Macau.", True),
    ],
)
def test_everyday_words_are_never_high_but_as_a_quotation(text, is_high):
    said = [IDLE, "And the miners will have to find other work in Macau."]

    matches = found_in(text, statements(said))

    assert {is_high} == {sureness(match.confidence) is Confidence.HIGH for match in matches}


def test_a_few_everyday_words_of_a_short_record_are_not_found():
    said = "Three of the incident reports were rewritten after the coroner asked for them."

    assert [] == list(found_in("The coroner asked for a glass of water.", statements([said])))

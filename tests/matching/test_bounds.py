"""What is empty, huge or made to be slow: an answer all the same, and never silently a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from groundrules.draft.quotation import find_quotations
from groundrules.matching import Matches, find_matches
from invented_talk import draft, news, statements, talk

if TYPE_CHECKING:
    from groundrules.record.transcript import Statement

SAYS_NOTHING = ("the ", "[a] b ")
SENTENCE = "Nobody on the board asked why the bids for the northern ferry were opened twice."
LONG = " ".join(talk(3200))


def search(text: str, said: list[Statement]) -> Matches:
    story = draft(text)
    return find_matches(story, find_quotations(story), said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", []),
        ("", [SENTENCE]),
        (SENTENCE, []),
        (SENTENCE, [""]),
        (SENTENCE, ["", " ", "…", "\u200b", "[ ]"]),
        ("… — “” [ ]", [SENTENCE]),
        ("x", ["x"]),
        ("\u200b", ["\u200b"]),
        ("今日は天気がいい" * 500, ["今日は天気がいい" * 500]),
        ("x" * 1_000_000, ["x" * 1_000_000]),
        ("[" * 50_000, [SENTENCE]),
        ("\x01\x00\x01 \x00 \x01", ["\x01\x00 \x01 \x00\x01"]),
    ],
)
def test_nothing_is_found_in_nothing(text, said):
    assert Matches((), 0) == search(text, statements(said))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the " * 100_000, ["the " * 100_000]),
        ("banana " * 100_000, ["banana " * 100_000]),
        ("banana apple " * 50_000, ["banana apple " * 50_000]),
        ("banana " * 50, ["banana " * 100_000]),
        ("banana " * 100_000, ["banana " * 50]),
        ("[a] b " * 20_000, ["a b " * 50]),
        (LONG[:200_000], [LONG[:200_000]]),
    ],
    ids=["the", "banana", "two words", "in one", "of one", "brackets", "a whole hearing"],
)
def test_repetition_is_answered_or_counted_as_cut_short(text, said):
    """Without a bound on the work each of these would take hours."""
    found = search(text, statements(said))

    assert bool(found.matches or found.capped) is not text.startswith(SAYS_NOTHING)


def test_what_was_looked_at_only_in_part_is_counted():
    assert 1 == search("banana " * 1000, statements(["banana " * 1000, SENTENCE])).capped


def test_a_phrase_met_too_often_to_try_each_time_is_counted():
    said = " ".join(f"The old gate was {word} on {word}." for word in LONG.split()[:1500])

    assert 1 == search("They say the old gate was shut.", statements([said])).capped


def test_the_same_statement_five_thousand_times_is_five_thousand_matches():
    found = search(f"{news(300)}\n\n{SENTENCE}", statements([SENTENCE] * 5000))

    assert 5000 == len(found.matches)
    assert 0 == found.capped


def test_more_statements_than_can_be_aligned_are_counted():
    said = [f"{SENTENCE} And {number} more." for number in range(100_000, 106_000)]

    found = search(SENTENCE, statements(said))

    assert 1000 == found.capped
    assert 5000 == len(found.matches)


def test_thirty_quotations_of_one_statement_of_a_hundred_thousand_words():
    words = LONG.split()
    runs = [" ".join(words[at : at + 12]) for at in range(0, 90_000, 3000)]
    text = "\n\n".join(f"{news(20, seed)} “{run}”" for seed, run in enumerate(runs))

    found = search(text, statements([LONG]))

    spans = [match.span for match in found.matches]
    for run in runs:
        at = text.index(run)
        assert any(span.start <= at and at + len(run) - 1 <= span.end for span in spans)
    assert len(words) >= 100_000


def test_an_oversized_record_is_read_once_for_each_text():
    said = statements([*talk(200), SENTENCE])

    assert search(SENTENCE, said).matches == search(SENTENCE, [*said, *said[:-1]]).matches

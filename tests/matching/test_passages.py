"""The draft as the search sees it: letters, quotations, asides, and what is written two ways."""

from __future__ import annotations

import pytest

from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import find_quotations
from groundrules.draft.wording import word_list
from groundrules.matching.alphabet import BREAK, Alphabet
from groundrules.matching.common_words import STOP_WORDS, WORD_BITS
from groundrules.matching.passages import UNQUOTED, Passages, passages
from groundrules.matching.variants import VARIANTS
from invented_talk import draft


def seen(text: str) -> Passages:
    story = draft(text)
    return passages(story, find_quotations(story))


def read(text: str) -> list[str]:
    shown = seen(text)
    return [
        "|" if letter == BREAK else shown.alphabet.run(letter)[0] for letter in shown.words.letters
    ]


def _between(text: str, marks: str):
    at = 0
    for piece in text.split(marks) if marks else [text]:
        if piece:
            yield Span(at, at + len(piece))
        at += len(piece) + len(marks)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't", "do not"),
        ("can’t", "can not"),
        ("it's", "it is"),
        ("we'll", "we will"),
        ("25", "twenty five"),
        ("7", "seven"),
        ("300", "three hundred"),
        ("12,000", "twelve thousand"),
        ("2nd", "second"),
        ("gonna", "going to"),
        ("52 percent", "fifty two per cent"),
        ("mayor's", "mayor's"),
        ("2019", "2019"),
    ],
)
def test_what_is_written_two_ways_is_read_one_way(text, words):
    assert words.split() == read(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("we [the council] never voted", "we never voted | the council"),
        ("[T]he lease", "the lease"),
        ("they vot[ed] on it", "they voted on it"),
        ("we […] never voted", "we never voted"),
        ("we [] never voted", "we never voted"),
        ("[we never voted](http)", "we never voted http"),
        ("[we never voted on any of it at all]", "we never voted on any of it at all"),
        ("a (b c) d", "a b c d"),
        ("“a (b c) d”", "a d | b c"),
        ("“a (b) c [d] e”", "a c e | d | b"),
    ],
)
def test_asides_stand_behind_the_rest(text, words):
    assert words.split() == read(text)


def test_each_word_knows_its_quotation():
    shown = seen("He “paid, um, twice” and “left [the room]” then.")

    words = [shown.alphabet.run(letter)[0] for letter in shown.words.letters if letter != BREAK]
    quoted = [
        quote
        for letter, quote in zip(shown.words.letters, shown.quoted, strict=True)
        if letter != BREAK
    ]

    assert ["he", "paid", "um", "twice", "and", "left", "then", "the", "room"] == words
    assert [UNQUOTED, 0, 0, 0, UNQUOTED, 1, UNQUOTED, 1, 1] == quoted
    assert [2, 1] == shown.lengths


def test_each_plain_word_knows_its_quotation():
    shown = seen("He “paid, um, twice” and “left [the room]” then.")

    words = ["he", "paid", "twice", "and", "left", "then", "the", "room"]
    quotes = [UNQUOTED, 0, 0, UNQUOTED, 1, UNQUOTED, 1, 1]

    plain = [at for at, letter in enumerate(shown.words.plain) if letter != BREAK]
    assert words == shown.alphabet.run(shown.words.plain[at] for at in plain)
    assert quotes == [shown.quotes[at] for at in plain]


@pytest.mark.parametrize("marks", ["", "**"])
def test_quotations_are_found_in_the_print_of_a_file_with_marks_or_without(marks):
    text = f"{marks}Ana{marks} said it: “The deal was dead.” So it was."
    story = Draft("a.md", text, tuple(_between(text, marks)))
    shown = passages(story, find_quotations(story))

    quoted = shown.words.plain[shown.quotes.index(0) :][: shown.quotes.count(0)]
    assert ["the", "deal", "was", "dead"] == shown.alphabet.run(quoted)


def test_a_span_is_one_of_the_file():
    text = "---\ntitle: x\n---\nThe **deal** was &amp; dead."
    story = Draft("a.md", text, (Span(17, 21), Span(23, 27), Span(29, len(text))))
    shown = passages(story, ())

    assert Span(17, 27) == shown.span(0, 1)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("paid … twice", True),
        ("paid ... twice", True),
        ("paid . . . twice", True),
        ("paid [more than] twice", True),
        ("paid. Twice", False),
        ("paid, twice", False),
    ],
)
def test_what_marks_an_omission(text, marked):
    assert marked is seen(text).is_marked(0, 1)


def test_fillers_are_no_plain_words():
    shown = seen("Um, the deal was, you know, like, dead, I mean.")

    assert ["the", "deal", "was", "dead"] == shown.alphabet.run(shown.words.plain)


def test_no_variant_stands_for_another():
    assert not [word for same in VARIANTS.values() for word in same if word in VARIANTS]


def test_every_variant_and_common_word_is_one_word():
    assert [[word] for word in VARIANTS] == [word_list(word) for word in VARIANTS]
    assert [[word] for word in WORD_BITS] == [word_list(word) for word in WORD_BITS]
    assert STOP_WORDS == {one for word in STOP_WORDS for one in word_list(word)}


def test_a_word_that_the_draft_does_not_have_is_a_blank():
    alphabet = Alphabet(word_list("the deal was dead"))

    assert ["the", "", "was", ""] == alphabet.run(alphabet.read("The lease was old.").letters)

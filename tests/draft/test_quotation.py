from __future__ import annotations

import pytest
from drafted import cut, draft_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import find_quotations

PAIRED = [
    ('"Hello," he said. "Bye."', ["Hello,", "Bye."]),
    ("“Hello,” he said. “Bye.”", ["Hello,", "Bye."]),
    ("''The deal is dead,'' he said.", ["The deal is dead,"]),
    ("``One'' and ``two''", ["One", "two"]),
    (
        "« Mot », »Wort«, „Wort“, „word”, »ord», ”ord”, 「語」, ＂w＂",
        ["Mot", "Wort", "Wort", "word", "ord", "ord", "語", "w"],
    ),
    (
        '“Closed with the wrong mark," he said. "And the other way,” he said.',
        ["Closed with the wrong mark,", "And the other way,"],
    ),
    ('("yes")—"no"', ["yes", "no"]),
    ('a "total mess" and a "joke"', ["total mess", "joke"]),
    ('"I was—" he began.', ["I was—"]),
    ('She said,"No."', ["No."]),
]

SINGLE = [
    ("'It is dead,' he said. 'Gone.'", ["It is dead,", "Gone."]),
    ("‘It’s dead,’ he said.", ["It’s dead,"]),
    ("'It's the workers' deal,' he said.", ["It's the workers' deal,"]),
    ("'Goin' home,' she said.", ["Goin' home,"]),
    ("In the '90s the bosses' club played rock 'n' roll.", []),
    ("Get 'em while they're hot, said O'Neill's aide.", []),
    ("the 'losers' of the harbor", ["losers"]),
    ("the ‘young ones’ of the workers’ union", ["young ones"]),
    ("the workers' union isn't 'dead'", ["dead"]),
    ("‚Wort‘ and ‹mot›", ["Wort", "mot"]),
]

NESTED = [
    ("“He told me ‘never’,” she said.", ["He told me ‘never’,"]),
    ("‘He told me “never”,’ she said.", ["He told me “never”,"]),
    ('"He said "no" to me," she said.', ['He said "no" to me,']),
    ("“He said “no” to me,” she said.", ["He said “no” to me,"]),
    ("“Il a dit « non »,” she said.", ["Il a dit « non »,"]),
    ("''He told me 'never,''' she said.", ["He told me 'never,'"]),
]

ODD = [
    ('"Open to the end.', [("Open to the end.", False)]),
    ('"One. "Two," he said.', [("One.", False), ("Two,", True)]),
    ('A stray " mark.', []),
    ('It ended." Then "this" came.', [("this", True)]),
    ('He is 6\'2" tall and holds a 12" pipe.', []),
    ('<a id="dead">The deal</a>', []),
    ('""', []),
    ('"', []),
    ("", []),
    ('" "', []),
]


@pytest.mark.parametrize(("text", "expected"), [*PAIRED, *SINGLE, *NESTED])
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    draft = draft_of(text)

    assert expected == [cut(draft, one.words) for one in find_quotations(draft)]


@pytest.mark.parametrize(("text", "expected"), ODD)
def test_marks_that_do_not_pair_are_bounded(text: str, expected: list[tuple[str, bool]]) -> None:
    draft = draft_of(text)

    assert expected == [(cut(draft, one.words), one.is_closed) for one in find_quotations(draft)]


def test_an_odd_mark_spoils_only_its_paragraph() -> None:
    draft = draft_of('He said "no.\n\nShe said "yes."\n\n"Why?" they asked.')

    assert ["no.", "yes.", "Why?"] == [cut(draft, one.words) for one in find_quotations(draft)]


def test_a_quotation_that_goes_on_opens_each_paragraph() -> None:
    draft = draft_of("“It was dead.\n\n“It was buried,” she said.")

    assert [("It was dead.", False), ("It was buried,", True)] == [
        (cut(draft, one.words), one.is_closed) for one in find_quotations(draft)
    ]


def test_the_span_has_the_marks_and_the_words_have_not() -> None:
    draft = draft_of("It rained.\n\nHe said “ no ” twice.")
    (found,) = find_quotations(draft)

    assert cut(draft, found.span) == "“ no ”"
    assert cut(draft, found.words) == "no"
    assert cut(draft, found.paragraph) == "He said “ no ” twice."


def _with_block(before: str, block: str) -> Draft:
    text = before + block
    return Draft("-", text, (Span(0, len(text)),), block_quotes=(Span(len(before), len(text)),))


@pytest.mark.parametrize(
    ("before", "block", "expected"),
    [
        ("The letter begins:\n\n", "The deal was dead.", ["The deal was dead."]),
        ("Whitfield wrote to the board.\n\n", "It was dead.\n\nGone.", ["It was dead.", "Gone."]),
        ("It rained.\n\n", "The deal was dead.\n— Dana Whitfield", ["The deal was dead."]),
        ("It rained.\n\n", "It was dead.\n\n-- a harbor official", ["It was dead."]),
        ("", "The deal was dead.\n― Dana Whitfield", ["The deal was dead."]),
        ("It rained.\n\n", "The deal was dead.", []),
        ("", "The deal was dead.", []),
        ("She wrote:\n\n", "“It was dead,” he said.", ["It was dead,"]),
        ("It rained.\n\n", "— Dana Whitfield", []),
    ],
)
def test_a_block_quote_with_an_attribution_is_a_quotation(
    before: str, block: str, expected: list[str]
) -> None:
    draft = _with_block(before, block)

    assert expected == [cut(draft, one.words) for one in find_quotations(draft)]


def test_quotations_are_found_once() -> None:
    draft = draft_of("“No.”")

    assert find_quotations(draft) is find_quotations(draft)


PIECES = (
    """' ’ ‘ ‚ ‛ ‹ › " “ ” '' `` « » ( — _ . , a s n't workers’ O’Neill 'em ‘90s in é 5 𝟗 \u0301"""
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from([*PIECES.split(), " ", " ", "\n"]), max_size=20).map("".join))
@example("“‘No,’ he said”")
@example("a ‹b› _'c'")
def test_an_apostrophe_that_opens_nothing_changes_nothing(text: str) -> None:
    alone, behind = draft_of(f"a {text}"), draft_of(f"'em a {text}")
    expected = [(cut(alone, one.span), one.is_closed) for one in find_quotations(alone)]

    assert expected == [(cut(behind, one.span), one.is_closed) for one in find_quotations(behind)]

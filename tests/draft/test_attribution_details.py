"""What an attribution says besides its source: how many, why unnamed, what it is for, who again."""

from __future__ import annotations

import pytest
from drafted import cases, cut, draft_of

from groundrules.draft.attributing import find_attributions
from groundrules.draft.attribution import SourceForm, attributions_of, tied
from groundrules.draft.document import Draft, Span
from groundrules.draft.quotation import find_quotations


def _span(draft: Draft, words: str) -> Span:
    start = draft.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("source", "plural"),
    [
        ("An official", False),
        ("Officials", True),
        ("Two people briefed on the talks", True),
        ("One of the people briefed on the talks", False),
        ("Several of the people briefed on the talks", True),
        ("A group of aides", True),
        ("An aide and a lawyer", True),
        ("A person", False),
        ("12 engineers", True),
        ("Whitfield and Reyes", True),
        ("The Harbor Authority", False),
        ("Others", True),
        ("The other clerk at the port", False),
        ("A most senior clerk", False),
        ("Both clerks", True),
    ],
)
def test_plural_tells_whether_more_than_one_source_is_claimed(*, source: str, plural: bool) -> None:
    draft = draft_of(f"{source} said the deal was dead.")

    assert [plural] == [one.plural for one in find_attributions(draft)]


@pytest.mark.parametrize(("text", "expected"), cases("reasons.txt"))
def test_the_reason_for_not_naming_a_source_is_found(text: str, expected: tuple[str, ...]) -> None:
    draft = draft_of(text)
    reason = find_attributions(draft)[0].reason

    assert expected == ((f"reason: {cut(draft, reason)}",) if reason else ("none",))


def test_a_reason_belongs_to_the_source_that_it_is_given_for() -> None:
    draft = draft_of(
        "An aide said the deal was dead. A clerk, who asked not to be named because the talks are "
        "private, said it lived. Another aide said so too."
    )

    assert ["", "because the talks are private", ""] == [
        cut(draft, one.reason) for one in find_attributions(draft)
    ]


def test_a_reason_once_given_holds_where_the_source_is_meant_again() -> None:
    draft = draft_of(
        "A harbor official, who asked not to be named because the talks are private, said the deal "
        "was dead.\n\nNobody on the board was told.\n\nNobody asked.\n\n“We all knew,” the "
        "official said."
    )
    last = find_attributions(draft)[-1]

    assert cut(draft, last.refers_to) == "A harbor official"
    assert cut(draft, last.reason) == "because the talks are private"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dana Whitfield said no. She said it twice.", "Dana Whitfield"),
        ("An aide said no. “Never,” the aide said.", "An aide"),
        ("Two people said no. “Never,” the people said.", "Two people"),
        ("The Harbor Authority said no. It said so twice.", "The Harbor Authority"),
        ("An aide said no. “Never,” a lawyer said.", ""),
        ("An aide said no. “Never,” the lawyer said.", ""),
        ("An aide said no. “Never,” I said.", ""),
        ("Two rowers said no. One said it twice.", "Two rowers"),
        ("Two rowers said no. “Never,” both said.", "Two rowers"),
        ("Two rowers said no. “Never,” the two said.", "Two rowers"),
        ("Two rowers said no. “Never,” one of the rowers said.", "Two rowers"),
        (
            "Two rowers of the club said no. The other rower of the club said so.",
            "Two rowers of the club",
        ),
        ("A rower of the club said no. The rower of the old club by the lake said so.", ""),
        ("A rower said no. “Never,” one of the rowers said.", ""),
        ("A rower said no. “Never,” one said.", ""),
        ("Two rowers said no. “Never,” one of the cooks said.", ""),
        ("Two rowers said no. “Never,” another rower said.", ""),
        ("A rower said no. “Never,” the woman said.", "A rower"),
        ("A rower said no. Dana Whitfield said yes. “Never,” the woman said.", ""),
    ],
)
def test_a_source_that_points_back_says_to_whom(text: str, expected: str) -> None:
    draft = draft_of(text)

    assert expected == cut(draft, find_attributions(draft)[-1].refers_to)


def test_they_may_mean_one_person() -> None:
    draft = draft_of("A clerk said no. They said it twice.")

    assert [False, False] == [one.plural for one in find_attributions(draft)]


@pytest.mark.parametrize(("text", "expected"), cases("governed.txt"))
def test_a_passage_is_tied_to_the_attributions_that_it_stands_under(
    text: str, expected: tuple[str, ...]
) -> None:
    draft = draft_of(text)
    found = find_attributions(draft)
    answer: list[str] = []
    for passage in (line for line in expected if not line.startswith(" ")):
        over = attributions_of(_span(draft, passage), found)
        answer += [passage, *(f"  {cut(draft, one.source)}" for one in over)]
        answer += [] if over else ["  none"]

    assert list(expected) == answer


def test_a_quotation_that_is_nobodys_goes_to_the_nearest_and_says_so() -> None:
    draft = draft_of("A clerk said no.\n\nThe mayor was late. “It is dead.”\n\nNobody asked.")
    (clerk,) = find_attributions(draft)

    assert ["“It is dead.”"] == [cut(draft, one) for one in clerk.guessed]
    assert clerk.governs[-1:] == clerk.guessed


def test_a_quotation_of_the_same_paragraph_is_no_guess() -> None:
    draft = draft_of("A clerk said no. The mayor was late. “It is dead.”")
    (clerk,) = find_attributions(draft)

    assert () == clerk.guessed
    assert "“It is dead.”" == cut(draft, clerk.governs[-1])


def test_tied_tells_of_one_attribution() -> None:
    draft = draft_of("A clerk said the deal was dead. A nurse said it lived.")
    clerk, nurse = find_attributions(draft)

    assert tied(clerk, _span(draft, "the deal was dead"))
    assert not tied(nurse, _span(draft, "the deal was dead"))


def test_the_whole_attribution_and_its_sentence_are_given() -> None:
    draft = draft_of("It rained. “It is dead,” said a person briefed on the talks. It rained on.")
    (found,) = find_attributions(draft)

    assert cut(draft, found.span) == "said a person briefed on the talks"
    assert cut(draft, found.sentence) == "“It is dead,” said a person briefed on the talks."


def test_quotations_that_are_known_already_need_not_be_found_again() -> None:
    draft = draft_of("“It is dead,” said a clerk.")

    assert find_attributions(draft) == find_attributions(draft, find_quotations(draft))


def test_other_quotations_than_the_drafts_change_what_is_read() -> None:
    draft = draft_of("“He said it is dead.”")

    assert find_attributions(draft) == ()
    assert [SourceForm.PRONOUN] == [one.form for one in find_attributions(draft, ())]


def test_a_block_quote_is_its_signatures() -> None:
    text = "Whitfield told the board:\n\nThe deal was dead.\n\nIt never lived.\n— a harbor official"
    start = text.index("The deal")
    draft = Draft("-", text, (Span(0, len(text)),), block_quotes=(Span(start, len(text)),))
    found = find_attributions(draft)

    for words in ("The deal was dead.", "It never lived."):
        assert ["a harbor official"] == [
            cut(draft, one.source) for one in attributions_of(_span(draft, words), found)
        ]

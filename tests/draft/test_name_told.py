"""What tells a name in a text that is handed out: any one word of it."""

from __future__ import annotations

import pytest

from groundrules.draft.name_told import as_draft, tells_name, tells_phrase


@pytest.mark.parametrize(
    ("name", "text", "told", "in_any_case"),
    [
        ("Tobias May", "as tobias may said", True, True),
        ("Tobias May", "they may go", False, False),
        ("Tobias May", "an aide, tobias, said", False, True),
        ("Wei Li", "As Mr. Li said", True, True),
        ("Li Wu", "That is Wu's.", True, True),
        ("Tomáš Dvořák", "As Mr. Dvorak said", True, True),
        ("Þórdís Guðmundsdóttir", "As Thordis said", True, True),
        ("Þórdís Guðmundsdóttir", "Þo\u0301rdi\u0301s Guðmundsdo\u0301ttir", True, True),
        ("Jürgen Müller", "Mueller has it", True, True),
        ("李娜", "昨天李娜說", True, True),
        ("bell hooks", "so hooks said", True, True),
        ("bell hooks", "a bell rang", False, False),
        ("Ludwig van Beethoven", "a Van of the town", False, False),
        ("the Quiet Man", "The board met.", False, False),
        ("the Quiet Man", "Quiet, please.", True, True),
        ("Ana D. Ruiz", "Point D of the list", False, False),
        ("Dana Whitfield", "@danawhitfield", True, True),
        ("", "The board met.", False, False),
    ],
)
def test_any_word_of_a_name_tells_it(
    name: str,
    text: str,
    told: bool,  # noqa: FBT001 - a table
    in_any_case: bool,  # noqa: FBT001
) -> None:
    draft = as_draft(text)

    assert tells_name(draft, name) is told
    assert tells_name(draft, name, in_any_case=True) is in_any_case


@pytest.mark.parametrize(
    ("text", "told"),
    [("at alvsborg works", True), ("at Älvsborg", False), ("Works at Aelvsborg Works.", True)],
)
def test_all_words_of_a_body_stand_together(text: str, told: bool) -> None:  # noqa: FBT001
    assert tells_phrase(as_draft(text), "Älvsborg Works") is told

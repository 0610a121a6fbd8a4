"""Titles and nicknames in quotation marks, which nobody said."""

from __future__ import annotations

import pytest
from drafted import draft_of

from groundrules.draft.paragraphs import stretch
from groundrules.draft.printed import printed
from groundrules.draft.quotation import find_quotations
from groundrules.draft.titles import is_title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was a guest on “The Harbor Hour.”", True),
        ("He read Whitfield's “A Life at the Pier” twice.", True),
        ("She wrote the book “Tides,” which nobody read.", True),
        ("Dana “Tig” Whitfield left the board.", True),
        ("She was a guest on “the worst show in the state.”", False),
        ("Whitfield answered “No.”", False),
        ("She starred in “Who Closed the Pier?”", False),
        (
            "She saw “The Record of All That the Board of the Harbor Said in Ten Years.”",
            False,
        ),
    ],
)
def test_a_title_is_told_by_its_capitals_and_what_leads_up_to_it(
    *, text: str, expected: bool
) -> None:
    draft = draft_of(text)
    (found,) = find_quotations(draft)
    shown = printed(draft)

    assert expected is is_title(shown.text, stretch(shown, found.span))

"""A draft is cut into tokens all at once; nothing else comes of it than word by word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from drafted import draft_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from groundrules.draft.paragraphs import paragraph_stretches, stretch
from groundrules.draft.printed import Stretch, printed
from groundrules.draft.quotation import find_quotations
from groundrules.draft.sentences import sentence_stretches, tokenised_paragraphs
from groundrules.draft.tokens import ABBREVIATIONS, QUOTED, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_ONE = re.compile(
    r"(?:[^\W\d_]-)?(?:[^\W\d_]\.){2,}"
    rf"|{_WORD}(?:(?:[-'&/@‑]|[.,](?=[0-9])){_WORD})*(?:'(?!\w))?|-{{2,}}|[^\s.]|\.+"
)
NEWSY = """“ ” " ' ’ ‘ '' ( ) — -- . .. ... , ; ? word Word it's don’t the U.S. U. S. J.F.K. Mr.
No. No nos. said 5 5. 3.5 1,200 -5 e.g. İ É ſ é x-ray X-y. _ * a.b a, a. \u2011 \u00a0 \u0301"""
PIECES = NEWSY.split()
TEXTS = st.one_of(
    st.lists(st.sampled_from([*PIECES, "\n\n", "\n"]), max_size=25).map(" ".join),
    st.lists(st.sampled_from([*PIECES, " ", " ", "\n\n", "\r"]), max_size=40).map("".join),
    st.text(max_size=40),
)


def one_by_one(text: str, part: Stretch, quotations: Sequence[Stretch]) -> Iterator[Token]:
    """Yield the tokens of a paragraph, one behind the other, as the rules of the module say it."""
    at = part.start
    for start, end in quotations:
        yield from _words(text, at, start)
        yield Token(QUOTED, QUOTED, start, end)
        at = end
    yield from _words(text, at, part.end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    part = text[start:end].replace("’", "'").replace("‘", "'") + "  "
    low = part.lower()
    low = low if len(low) == len(part) else "".join(one.lower()[:1] or one for one in part)
    taken = 0
    for match in _ONE.finditer(part, 0, end - start):
        first, last = match.span()
        if first < taken:
            continue
        small = low[first:last]
        if part[last] == ".":
            last += _is_short(part[first:last], small, part[last + 1 : last + 3])
        else:
            small = small.rstrip(".") or small
        taken = last
        yield Token(part[first:last], small, start + first, start + last)


def _is_short(word: str, low: str, behind: str) -> bool:
    if low in {"no", "nos", "fig", "art", "op", "pp", "para"}:
        return behind.strip()[:1].isdigit()
    return low in ABBREVIATIONS or (len(word) == 1 and word.isupper())


@settings(max_examples=200)
@given(TEXTS)
@example("No. 5, No.\n\n5 and No.“5” or No..5")
@example("U.S.. U.S. Mr... J. F. K. “Mr.” x")
@example("ΑΣ.Α ΟΔΟΣ said. “a”")
@example("İSTANBUL. The U.S.")
def test_tokens_are_the_same_as_one_by_one(text: str) -> None:
    draft = draft_of(text)
    shown, found = printed(draft).text, find_quotations(draft)
    whole = [
        stretch(printed(draft), one.span)
        for one in found
        if one.is_closed or one.span.end == one.paragraph.end
    ]
    expected = [
        list(one_by_one(shown, part, [one for one in whole if part.start <= one.start < part.end]))
        for part in paragraph_stretches(draft)
    ]

    told = [[one for cut in part for one in cut] for part in tokenised_paragraphs(draft)]

    assert expected == told


def test_the_tokens_of_a_part_stand_where_the_part_does() -> None:
    text = "Nobody asked. — Mr. İnce of the U.S."

    assert [
        Token("—", "—", 14, 15),
        Token("Mr.", "mr", 16, 19),
        Token("İnce", "ince", 20, 24),
        Token("of", "of", 25, 27),
        Token("the", "the", 28, 31),
        Token("U.S.", "u.s", 32, 36),
    ] == tokens(text, Stretch(14, 36), ())


@pytest.mark.parametrize("text", ["", " \n", "One. Two.\n\n“Three. Four,” she said.\n\nFive"])
def test_sentences_are_from_their_first_token_to_their_last(text: str) -> None:
    draft = draft_of(text)
    expected = [
        Stretch(one[0].start, one[-1].end) for part in tokenised_paragraphs(draft) for one in part
    ]

    assert expected == sentence_stretches(draft)

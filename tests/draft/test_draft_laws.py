"""Laws that hold of any text: nothing raises, and everything found stands where it says."""

from __future__ import annotations

import time

import pytest
from drafted import draft_of
from hypothesis import example, given, settings
from hypothesis import strategies as st

from groundrules.draft.attributing import find_attributions
from groundrules.draft.document import Draft, Span
from groundrules.draft.paragraphs import paragraphs
from groundrules.draft.quotation import find_quotations
from groundrules.draft.sentences import sentences

NEWSY = """“ ” " ' ’ ‘ '' `` « » „ ( ) [ — - – , . : ; ! ? … said says told according to that who
and a an the two people person official officials Dana Whitfield Ms. The Ledger Post asked not be
named because on condition of anonymity declined comment would authorized speak it was learned has
briefed talks in interview Tuesday she he they I saying is was by 52 שלום é"""
PIECES = st.sampled_from(
    [*NEWSY.split(), "\n", "\n\n", "\r\n", "\u200b", "\u202e", "\u0301", "\ud800"]
)
NEWS = st.lists(PIECES, max_size=30).map(" ".join)
TEXTS = st.one_of(NEWS, st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join))


def _in_order(spans: list[Span], length: int) -> bool:
    edges = [edge for span in spans for edge in span]
    return edges == sorted(edges) and all(0 <= edge <= length for edge in edges)


@settings(deadline=None, max_examples=200)
@given(TEXTS)
@example("“He said ” said who said according to")
@example("according to according to according to")
@example("— who asked not to be named — said")
def test_what_is_found_is_in_order_and_in_range(text: str) -> None:
    draft = draft_of(text)
    length = len(text)

    assert _in_order(list(paragraphs(draft)), length)
    assert _in_order(list(sentences(draft)), length)
    assert _in_order([one.span for one in find_quotations(draft)], length)
    starts = [one.span.start for one in find_attributions(draft)]
    assert starts == sorted(starts)


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_every_part_lies_in_its_whole(text: str) -> None:
    draft = draft_of(text)
    inside = paragraphs(draft)

    for quotation in find_quotations(draft):
        assert quotation.words.within(quotation.span)
        assert quotation.span.within(quotation.paragraph)
        assert quotation.words.start < quotation.words.end
    for one in find_attributions(draft):
        assert one.span.within(one.sentence)
        assert one.source.within(one.sentence)
        assert one.source.start < one.source.end
        assert any(one.sentence.within(paragraph) for paragraph in inside)
        for part in (*one.governs, *([one.reason] if one.reason else [])):
            assert 0 <= part.start < part.end <= len(text)


@settings(deadline=None)
@given(NEWS, st.integers(0, 20))
def test_characters_without_width_change_nothing_that_is_found(text: str, place: int) -> None:
    shifted = f"{text[:place]}\u200b{text[place:]}"
    plain, hidden = draft_of(text), draft_of(shifted)

    assert [one.form for one in find_attributions(plain)] == [
        one.form for one in find_attributions(hidden)
    ]
    assert len(find_quotations(plain)) == len(find_quotations(hidden))


@settings(deadline=None)
@given(st.lists(st.integers(0, 60), max_size=8), NEWS)
def test_any_spans_may_be_copy(edges: list[int], text: str) -> None:
    inside = sorted({edge for edge in edges if edge <= len(text)})
    copy = tuple(Span(*pair) for pair in zip(inside[::2], inside[1::2], strict=False))
    draft = Draft("-", text, copy)

    for one in find_attributions(draft, find_quotations(draft)):
        assert 0 <= one.source.start < one.source.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "said " * 6000,
        "“" * 20000,
        "“a” " * 6000,
        "a person who " * 3000 + "said no.",
        "he and " * 4000 + "said no.",
        ", who " * 4000 + "said no.",
        "asked not to be named because " * 2000,
        "according to " * 5000,
        "Dana " * 8000 + "said no.",
        "\n" * 50000,
        " " * 50000 + "x",
        "'a " * 10000,
        "(" * 20000 + "said",
    ],
    ids=lambda text: text[:12],
)
def test_hostile_texts_take_no_longer_than_others(text: str) -> None:
    draft = draft_of(text)
    begun = time.process_time()
    sentences(draft)
    find_attributions(draft)

    assert time.process_time() - begun < 5

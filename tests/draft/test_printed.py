from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.draft.document import Draft, Position, Span, Substitution
from groundrules.draft.paragraphs import paragraphs, stretch
from groundrules.draft.printed import as_printed, printed


def test_an_offset_is_told_as_line_and_column() -> None:
    draft = Draft("-", "one\r\ntwo\rthree\nfour", ())

    assert [Position(1, 1), Position(2, 1), Position(3, 2), Position(4, 4)] == [
        draft.position(offset) for offset in (0, 5, 10, 18)
    ]


def test_the_print_leaves_out_what_is_not_copy_and_what_has_no_width() -> None:
    text = "**Dana** Whit\u200bfield\u00ad"
    draft = Draft("-", text, (Span(2, 6), Span(8, len(text))))

    assert printed(draft).text == "Dana Whitfield"
    assert printed(draft).span(5, 14) == Span(9, 19)


def test_the_print_shows_characters_for_their_references() -> None:
    text = "AT&amp;T &hellip;"
    draft = Draft(
        "-",
        text,
        (Span(0, len(text)),),
        substitutions=(Substitution(Span(2, 7), "&"), Substitution(Span(9, 17), "...")),
    )

    assert printed(draft).text == "AT&T ..."
    assert printed(draft).span(2, 3) == Span(2, 7)
    assert printed(draft).span(6, 7) == Span(9, 17)


def test_blocks_are_apart_in_the_print() -> None:
    text = "Head\nBody <i>text"
    draft = Draft("-", text, (Span(0, 10), Span(13, 17)), blocks=(Span(0, 0), Span(5, 5)))

    assert printed(draft).text == "Head\n\n\nBody text"
    assert paragraphs(draft) == (Span(0, 4), Span(5, 17))


def test_a_span_is_read_as_readers_see_it() -> None:
    text = "a [person](http://x.example/) briefed\non **the** talks"
    draft = Draft("-", text, (Span(0, 2), Span(3, 9), Span(29, 41), Span(43, 46), Span(48, 54)))

    assert as_printed(draft, Span(0, 54)) == "a person briefed on the talks"


def test_a_span_finds_its_stretch_again() -> None:
    draft = Draft("-", "> One\n\n> Two", (Span(2, 6), Span(9, 12)), blocks=(Span(2, 2), Span(9, 9)))
    shown = printed(draft)

    assert shown.text[slice(*stretch(shown, Span(9, 12)))] == "Two"
    assert shown.text[slice(*stretch(shown, Span(6, 9)))].strip() == ""


SPANS = st.lists(st.integers(0, 30), max_size=8).map(sorted)


@settings(deadline=None)
@given(st.text(max_size=30), SPANS)
def test_each_printed_character_stands_in_the_copy(text: str, edges: list[int]) -> None:
    inside = [edge for edge in dict.fromkeys(edges) if edge <= len(text)]
    copy = tuple(Span(*pair) for pair in zip(inside[::2], inside[1::2], strict=False))
    draft = Draft("-", text, copy)
    shown = printed(draft)

    assert list(shown.text) == [
        text[start:end] for start, end in zip(shown.starts, shown.ends, strict=True)
    ]
    assert all(any(start <= place < end for start, end in copy) for place in shown.starts)


def test_what_follows_from_a_draft_is_made_once() -> None:
    draft = Draft("-", "text", (Span(0, 4),))
    made: list[Draft] = []

    assert [draft.keep("made", lambda one: made.append(one) or len(made)) for _ in "ab"] == [1, 1]


def test_what_is_kept_with_a_draft_does_not_make_it_another() -> None:
    one, other = (Draft("-", "text", (Span(0, 4),)) for _ in "ab")
    printed(one)

    assert one == other


def test_a_changed_draft_is_read_anew() -> None:
    draft = Draft("-", "one two", (Span(0, 7),))

    assert printed(draft).text == "one two"
    assert printed(replace(draft, copy=(Span(0, 3),))).text == "one"

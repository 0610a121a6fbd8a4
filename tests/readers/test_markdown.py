from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundrules.draft.attributing import find_attributions
from groundrules.draft.naming import find_name
from groundrules.draft.paragraphs import paragraphs
from groundrules.draft.printed import as_printed, printed
from groundrules.draft.quotation import find_quotations
from groundrules.draft.wording import draft_words
from groundrules.readers.draft.markdown import markdown_draft

if TYPE_CHECKING:
    from groundrules.draft.document import Draft


def _draft(text: str) -> Draft:
    return markdown_draft("draft.md", text)


def _read(text: str) -> str:
    """Return the words that readers see, in one line, with a stroke between blocks."""
    draft = _draft(text)
    return " / ".join(as_printed(draft, one) for one in paragraphs(draft))


def _left_out(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*one.span)], one.what) for one in _draft(text).left_out]


INLINE = [
    ("a **b** *c* _d_ __e__ ~~f~~ ***g***", "a b c d e f g"),
    ("un**believ**able, snake_case_word, 2 * 3 * 4", "unbelievable, snake_case_word, 2 * 3 * 4"),
    ("**bold *and* both** *open", "bold and both *open"),
    ("a \\*star\\* and \\_line\\_ and \\\\", "a *star* and _line_ and \\"),
    ("AT&amp;T caf&eacute; &#8217;&#x201C; &nosuch; &", "AT&T café ’“ &nosuch; &"),
    ('a [link](http://x.example/a_b(c) "title") here', "a link here"),
    ("![A harbor at dusk](harbor.png) behind", "A harbor at dusk behind"),
    ("[![alt](a.png)](http://x.example) end", "alt end"),
    ("he said [the mayor] was [sic] out", "he said [the mayor] was [sic] out"),
    ("code `a*b*` and ``c ` d`` and ` open", "code a*b* and c ` d and ` open"),
    ("``Tex'' and ``two''", "Tex'' and two''"),
    (
        "see <https://x.example/a_b_c> or http://x.example/a_b_c",
        "see https://x.example/a_b_c or http://x.example/a_b_c",
    ),
    ("a<!-- hidden -->b and <!-- open", "ab and <!-- open"),
    ("a <em>b</em><br>c <p>d</p><p>e</p> <the mayor> 1 < 2", "a b c d e <the mayor> 1 < 2"),
    ('<img src="x.png" alt="A harbor">end', "A harbor end"),
    ("text[^1] here[^note].", "text here."),
    ("line one\\\nline two  \nline three", "line one line two line three"),
    ("[a][ref] [ref] [ref][] [other]\n\n[ref]: http://x.example 'T'", "a ref ref [other]"),
]

BLOCKS = [
    ("# Head #\nText", "Head / Text"),
    ("Head\n====\nText\n\nSub\n---\nText", "Head / Text / Sub / Text"),
    ("One\n\n***\n\nTwo\n\n- - -\n\nThree", "One / Two / Three"),
    (
        "- one\n- two\n  goes on\n\n1. three\n2) four\n* [x] five",
        "one / two goes on / three / four / five",
    ),
    ("It was in\n1986. A year.", "It was in 1986. A year."),
    ("> One\n> two\n>\n> three", "One two / three"),
    ("> One\ngoes on\n\nOut", "One goes on / Out"),
    ("| a | b |\n|---|:-:|\n| c | d |", "| a | b | / | c | d |"),
    ("[^1]: The note.\n\nText", "The note. / Text"),
    ("Text\n\n    indented", "Text / indented"),
    ("Open\n\n```\nnever closed", "Open / ``` never closed"),
    ("#hashtag stays", "#hashtag stays"),
    ("#5 stays, ####### too", "#5 stays, ####### too"),
    ("", ""),
    ("\n\n", ""),
    ("***", ""),
]


@pytest.mark.parametrize(("text", "expected"), [*INLINE, *BLOCKS])
def test_copy_is_what_readers_see(text: str, expected: str) -> None:
    assert expected == _read(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_ends_a_line(end: str) -> None:
    text = end.join(["---", "title: T", "---", "# Head", "", "> One", "> two", "", "Text"])

    assert _read(text) == "Head / One two / Text"
    assert _draft(text).title == "T"


LEFT_OUT = [
    ("---\ntitle: T\n---\nText", [("---\ntitle: T\n---\n", "front matter")]),
    ("A\n\n```py\ncode\n```\nB", [("```py\ncode\n```\n", "code between fences")]),
    ("~~~~\n```\n~~~~", [("~~~~\n```\n~~~~", "code between fences")]),
    ("A <!-- one\ntwo --> B", [("<!-- one\ntwo -->", "comments")]),
    ("A [b](http://x.example)", [("](http://x.example)", "addresses of links")]),
    ("[r]: http://x.example\nText", [("[r]: http://x.example\n", "addresses of links")]),
    (
        "<script>x()</script>T<STYLE>p</STYLE>",
        [
            ("<script>x()</script>", "scripts and styles"),
            ("<STYLE>p</STYLE>", "scripts and styles"),
        ],
    ),
    ("Plain text, `code` and [brackets].", []),
]


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT)
def test_what_is_left_out_is_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == _left_out(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: The deal is dead\n---\n# Head", "The deal is dead"),
        ('---\nheadline: "The deal: \\"dead\\""\n---\n', 'The deal: "dead"'),
        ("---\ntitle: 'It''s dead'\n---\n", "It's dead"),
        ("---\ntitle: >\n  The deal\n  is dead\ntags: [a]\n---\n", "The deal is dead"),
        ("---\ntags:\n  - a\n---\n# The **deal** &amp; the [pier](x)", "The deal & the pier"),
        ('+++\ntitle = "The deal"\ndate = 2026-11-03\n+++\n', "The deal"),
        ("The *deal*\n=====\n\nText", "The deal"),
        ("## Not the first level", ""),
        ("Text only", ""),
        ("---\ndate: 2026-11-03\n---\nText", ""),
    ],
)
def test_the_title_is_the_headline(text: str, expected: str) -> None:
    assert expected == _draft(text).title


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe deal was dead.\n---\nText",
        "---\ntitle: never closed\n\nText",
        "--- \n\nThe deal: dead, he said.\nIt rained\n\n---\n",
    ],
)
def test_rules_around_prose_are_no_front_matter(text: str) -> None:
    assert _left_out(text) == []


def test_front_matter_is_no_copy() -> None:
    draft = _draft("---\ntitle: Dana Whitfield\n---\nNobody said so.")

    assert find_name(draft, "Dana Whitfield") == ()
    assert draft_words(draft).texts == ["nobody", "said", "so"]


def test_quotations_and_sources_are_found_across_marks() -> None:
    text = (
        '"The deal was **dead** by\n_Friday_,"\nsaid [a person](http://x.example/p) briefed on'
        " the talks&mdash;twice."
    )
    draft = _draft(text)
    (quotation,) = find_quotations(draft)
    (attribution,) = find_attributions(draft)

    assert text[slice(*quotation.words)] == "The deal was **dead** by\n_Friday_,"
    assert as_printed(draft, quotation.words) == "The deal was dead by Friday,"
    assert as_printed(draft, attribution.source) == "a person briefed on the talks"


def test_names_are_found_across_marks() -> None:
    text = "> **Dana** Whit<!-- x -->field\n\n- Dana\n  *Whitfield*\n\nDana&nbsp;Whitfield"
    draft = _draft(text)

    assert ["Dana Whitfield"] * 3 == [
        as_printed(draft, one.span) for one in find_name(draft, "Dana Whitfield")
    ]


def test_a_block_quote_with_its_source_is_a_quotation() -> None:
    text = (
        "It rained.\n\n> The deal was **dead**.\n> It died on Friday.\n> — Dana Whitfield\n\nEnd."
    )
    draft = _draft(text)

    assert ["The deal was dead. It died on Friday."] == [
        as_printed(draft, one.words) for one in find_quotations(draft)
    ]
    assert ["Dana Whitfield"] == [as_printed(draft, one.source) for one in find_attributions(draft)]


def test_block_quotes_are_told_apart() -> None:
    text = "> One\n\n> Two\n> goes on\n\nOut\n> Three"
    draft = _draft(text)

    assert ["One", "Two goes on", "Three"] == [as_printed(draft, one) for one in draft.block_quotes]


MARKED = """# ## - * + 1. > >> ``` ~~~ ` `` ** _ __ ~~ [ ] ( ) ![ ](u) [^1] [^1]: [r]: http://x.example
<!-- --> <b> </b> <br> <img alt="w"> <script> </script> &amp; &#8217; \\* | |---| --- === +++ word
Dana Whitfield “ ” é"""
MARKS = st.sampled_from([*MARKED.split(), " ", "\n", "\n\n", "\r\n", "\t", "\u200b", "\\"])
MARKDOWN = st.one_of(
    st.lists(MARKS, max_size=30).map("".join),
    st.lists(MARKS, max_size=30).map(" ".join),
    st.text(max_size=60),
)


@settings(deadline=None, max_examples=200)
@given(MARKDOWN)
def test_any_text_has_copy_in_order_and_in_range(text: str) -> None:
    draft = _draft(text)
    edges = [edge for span in draft.copy for edge in span]

    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(start < end for start, end in draft.copy)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in draft.left_out)
    assert all(any(one.span.within(span) for span in draft.copy) for one in draft.substitutions)
    assert len(printed(draft).text) == len(printed(draft).starts) == len(printed(draft).ends)
    find_attributions(draft, find_quotations(draft))


@settings(deadline=None, max_examples=200)
@given(MARKDOWN)
def test_no_copy_is_left_out(text: str) -> None:
    draft = _draft(text)

    assert not any(
        span.overlaps(one.span)
        for span in draft.copy
        for one in draft.left_out
        if one.what != "addresses of links"
    )


PROSAIC = "word Dana Whitfield “ ” ’ . , ? - — * ** _ ~~ ` ( ) [ ] ! # > | é 1986 = + < & \\"
PROSE = st.sampled_from([*PROSAIC.split(), "\n", "\n\n", "\r\n"])


@settings(deadline=None, max_examples=200)
@given(st.lists(PROSE, max_size=40).map(" ".join))
def test_no_word_is_lost_without_being_named(text: str) -> None:
    draft = _draft(text)
    gone = [one.span for one in draft.left_out]
    letters = {at for at, char in enumerate(text) if char.isalpha()}

    assert letters == {
        at for at in letters if any(start <= at < end for start, end in (*draft.copy, *gone))
    }

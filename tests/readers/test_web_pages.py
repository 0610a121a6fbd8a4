"""What of a page is its article, where in the file it stands, and what is named as not read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.draft.block_quotes import block_quotes
from groundrules.draft.printed import printed
from groundrules.draft.quotation import find_quotations
from groundrules.errors import BadInput
from groundrules.readers.draft.web_elements import DEEPEST, MOST_LINES, MOST_PIECES
from groundrules.readers.draft.web_page import web_draft

PATH = "story.html"

SAID = {
    "paragraphs": ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    "paragraphs without ends": ("<p>One<p>Two<div>Three", "One\n\nTwo\n\nThree"),
    "white space": ("<p>The\n   deal \t\r\n\r\n  was dead", "The deal was dead"),
    "inline": ("<p>The <b>de</b>al<i> was</i> <a href='x'>d<span>ea</span>d</a>",
               "The deal was dead"),
    "references": ("<p>&ldquo;A &amp; B&#8221;&#x20AC; &nope; &lt;", "“A & B”€ &nope; <"),
    "reference without an end": ("<p>A &amp B", "A & B"),
    "soft hyphen": ("<p>Whit&shy;field and Whit<wbr>field", "Whitfield and Whitfield"),
    "line breaks": ("<p>One<br>Two<br/>Three", "One\nTwo\nThree"),
    "two line breaks": ("<p>One<br><br>Two", "One\n\nTwo"),
    "quotations": ("<p>He said <q>I <q>quit</q> it</q>.", "He said “I ‘quit’ it”."),
    "list": ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
    "definitions": ("<dl><dt>A<dd>B<dt>C<dd>D</dl>", "A\n\nB\n\nC\n\nD"),
    "table": ("<table><tr><td>A<td>B<tr><th>C</table>", "A\n\nB\n\nC"),
    "figure": ("<figure><img src=x alt='A pier'><figcaption>B</figcaption></figure>",
               "A pier\n\nB"),
    "description with a reference": ("<img alt='A &amp; B'>", "A & B"),
    "preformatted": ("<pre>A\n  B</pre>", "A\n  B"),
    "capitals": ("<P>A<BR>B</P><SCRIPT>x</SCRIPT>", "A\nB"),
    "script": ("<p>A<script>var a = '<p>never</p>';</script>B", "AB"),
    "style": ("<style>p { x: y }</style><p>A", "A"),
    "comment": ("<p>A<!-- never <p> -->B", "AB"),
    "conditional comment": ("<p>A<![if !IE]>B<![endif]>C<![CDATA[never]]>", "ABC"),
    "comment that never ends": ("<p>A<!-- B", "A<!-- B"),
    "sign that is no tag": ("<p>1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
    "reading aid": ("<ruby>東京<rp>(<rt>とう<rp>)</ruby>", "東京"),
    "hidden": ("<p hidden>x</p><p style='display : none'>y</p><dialog>z</dialog><p>A", "A"),
    "open dialog": ("<dialog open>A</dialog>", "A"),
    "page around it": ("<nav>x</nav><aside>y</aside><p>A<footer>z</footer>", "A"),
    "roles": ("<div role=navigation>x</div><div role=main><p>A</div>", "A"),
    "main": ("<div>x</div><main><p>A</main><div>y</div>", "A"),
    "articles": ("<div>x</div><article>A</article><article>B</article>", "A\n\nB"),
    "heading outside": ("<header><h1>A</h1>x</header><article>B</article>", "A\n\nB"),
    "head of the article": ("<article><header>A</header><p>B<footer>C</footer></article>",
                            "A\n\nB\n\nC"),
    "quotation set off": ("<p>x<blockquote>A<footer>— B</footer></blockquote>", "x\n\nA\n\n— B"),
    "end without a beginning": ("</p></div>A</b>B", "AB"),
    "ends in another order": ("<p>The <b><i>deal</b> was</i> dead", "The deal was dead"),
    "link around an article": ("<a><article>A</a><p>B</article>x", "A\n\nB"),
    "element without end in the slash": ("<p/>A<script/>B", "AB"),
    "drawing": ("<p>A<svg><g><text>x</text></g></svg>B", "AB"),
    "element that nobody knows": ("<p>A<my-own>B</my-own>C", "ABC"),
    "cells with paragraphs": ("<table><tr><td><p>A<td><p>B</table>", "A\n\nB"),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_what_readers_see_of_the_article_is_copy(name: str) -> None:
    page, expected = SAID[name]

    assert expected == printed(web_draft(PATH, page)).text.strip()


NAMED = {
    "scripts and styles": "<script>x</script><p>A",
    "comments": "<!-- x --><p>A",
    "head of the page": "<head><title>x</title></head><p>A",
    "page around the article": "<nav>x</nav><p>A",
    "hidden text": "<p hidden>x</p><p>A",
    "pictures": "<img src=x><p>A",
    "embedded objects": "<iframe>x</iframe><p>A",
    "controls of forms": "<button>x</button><p>A",
    "reading aids": "<ruby>A<rt>x</ruby>",
    "addresses of links": "<a href=x>A</a>",
}


@pytest.mark.parametrize("what", NAMED)
def test_what_is_not_read_is_named(what: str) -> None:
    draft = web_draft(PATH, NAMED[what])

    assert [what] == [one.what for one in draft.left_out]
    assert "A" == printed(draft).text.strip()


def test_a_script_that_never_ends_is_named() -> None:
    (one,) = web_draft(PATH, "<p>A<script>x").left_out

    assert ("scripts and styles", False) == (one.what, one.seen)


def test_empty_chrome_and_empty_comments_are_not_named() -> None:
    assert () == web_draft(PATH, "<nav> </nav><!-- --><p>A").left_out


def test_every_place_is_one_of_the_file() -> None:
    page = "<html>\n<script>\nvar a;\n</script>\n<p>The <b>deal</b> &mdash; dead\n</html>"
    draft = web_draft(PATH, page)

    assert len(page) == len(draft.text)
    assert (5, 11) == draft.position(draft.text.index("deal"))
    assert (5, 20) == draft.position(draft.text.index("&mdash;"))


def test_scripts_styles_comments_and_tags_that_hold_pictures_are_blanked() -> None:
    picture = f"<img src='data:{'x' * 3000}'>"
    page = f"<style>p\r\n{{}}</style><!-- secret --><script>secret</script><p>A{picture}B"

    text = web_draft(PATH, page).text

    assert "secret" not in text
    assert "xxx" not in text
    assert text.startswith("<style> \r\n  </style>")
    assert len(page) == len(text)


def test_a_quotation_in_an_element_is_a_quotation() -> None:
    page = "<p>He said <q>The deal was dead.</q>"
    draft = web_draft(PATH, page)

    (found,) = find_quotations(draft)

    assert "The deal was dead." == page[slice(*found.words)]


def test_a_quotation_that_is_set_off_has_its_source() -> None:
    page = "<blockquote><p>The deal</p><p>was dead.</p><footer>— an official</footer></blockquote>"
    draft = web_draft(PATH, page)
    shown = printed(draft).text

    (found,) = block_quotes(draft)

    assert ["The deal", "was dead."] == [shown[slice(*one)] for one in found.paragraphs]
    assert found.source is not None
    assert "an official" == shown[slice(*found.source)]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>T &amp; U</title><p>A", "T & U"),
        ("<title>T</title><h1>The  <i>pier</i>\n</h1><h1>Other</h1>", "The pier"),
        ("<svg><title>x</title></svg><p>A", ""),
        ("<p>A", ""),
    ],
)
def test_the_title_is_the_first_heading_or_that_of_the_page(page: str, title: str) -> None:
    assert title == web_draft(PATH, page).title


REFUSED = {
    f"it has more than {DEEPEST:,} elements within each other": "<div>" * (DEEPEST + 1),
    f"it has more than {MOST_PIECES:,} tags and texts": "<p>x" * (MOST_PIECES // 2 + 1),
    f"it has more than {MOST_LINES:,} lines": "\n" * (MOST_LINES + 1),
    "it has many tags that never end": "<!--" * 1000,
    "a tag has more than 5,000 attributes": "<a " + "b='c' " * 20_000 + ">",
    "an invisible character (U+200B) changes what readers see": "<p>Dana Whit\u200bfield",
}


@pytest.mark.parametrize("message", REFUSED)
def test_a_page_that_would_choke_a_reader_is_refused(message: str) -> None:
    with pytest.raises(BadInput) as caught:
        web_draft(PATH, REFUSED[message])

    (fault,) = caught.value.faults
    assert (PATH, True) == (fault.path, fault.message.startswith(message))


def test_an_invisible_character_beside_the_article_is_nobody_s_concern() -> None:
    assert "A" == printed(web_draft(PATH, "<nav>Da\u200bna</nav><p>A")).text.strip()


PARTS = st.sampled_from(
    ["<p>", "</p>", "<q>", "</q>", "<b>", "</b>", "<div>", "</div>", "<blockquote>", "<li>", "<br>",
     "</blockquote>", "<nav>", "</nav>", "<!--", "-->", "<script>", "</script>", "&amp;", "&#8212;",
     "<h1>", "</h1>", "<main>", "</main>", "<img alt='x'>", "<", ">", "&", "\n", " ", "word", "“",
     "<a "]
)  # fmt: skip


@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_page_is_a_draft_whose_spans_are_in_order(page: str) -> None:
    draft = web_draft(PATH, page)

    assert len(page) == len(draft.text)
    assert sorted(draft.copy) == list(draft.copy)
    assert all(0 <= start <= end <= len(page) for start, end in draft.copy)
    assert sorted(draft.substitutions) == list(draft.substitutions)
    assert sorted(printed(draft).starts) == list(printed(draft).starts)

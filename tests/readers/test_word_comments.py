"""A comment stands on its phrase and nowhere else, and nothing but comments is new in the copy."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.draft.document import Span
from groundrules.errors import BadInput
from groundrules.readers.draft.word import WordDraft, read_word_draft
from groundrules.readers.word.word_comments import Remark, commented
from word_drafts import (
    LONG,
    OTHER,
    RUNNING,
    Comment,
    comments,
    document,
    formula,
    in_paragraph,
    margin,
    members,
    ruby,
)
from word_files import RELATIONSHIPS, package, paragraph, part, run
from word_oddities import ODDITIES

DOCUMENTS = RUNNING | ODDITIES
WHEN = datetime(2026, 11, 6, 6, 0, tzinfo=UTC)


@cache
def read(content: bytes) -> WordDraft:
    return read_word_draft(content, "draft.docx")


def with_remarks(content: bytes, spans: list[Span]) -> bytes:
    word = read(content)
    remarks = [
        Remark(word.layout.bracket(span), [f"Remark {number}", "Why & <how>"])
        for number, span in enumerate(spans)
    ]
    return commented(word.parts, word.layout, remarks, WHEN)


def ours(content: bytes) -> list[Comment]:
    return [one for _, one in sorted(comments(content).items()) if one.author == "groundrules"]


def words(content: bytes) -> list[Span]:
    """Return every word of the copy."""
    draft = read(content).draft
    return [
        Span(span.start + word.start(), span.start + word.end())
        for span in draft.copy
        for word in re.finditer(r"\S+", draft.text[slice(*span)])
    ]


def phrase(content: bytes, text: str) -> Span:
    start = read(content).draft.text.index(text)
    return Span(start, start + len(text))


def test_there_are_enough_documents() -> None:
    assert len(DOCUMENTS) >= 60


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_word_has_its_comment_on_it_and_on_nothing_else(name: str) -> None:
    content = DOCUMENTS[name]
    word = read(content)
    spans = [one for one in words(content) if not word.layout.bracket(one).label]

    found = ours(with_remarks(content, spans))

    assert [word.draft.text[slice(*one)] for one in spans] == [one.range for one in found]
    assert all(one.has_reference for one in found)
    assert {"Why & <how>"} == {one.paragraphs[1] for one in found}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_else_is_as_it_was_byte_for_byte(name: str) -> None:
    before = members(DOCUMENTS[name])
    after = members(with_remarks(DOCUMENTS[name], words(DOCUMENTS[name])))
    changed = {
        "word/document.xml",
        "word/comments.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
    }

    assert list(before) == list(after)[: len(before)]
    assert {} == {
        name: after[name] for name in before.keys() - changed if after[name] != before[name]
    }
    assert after.keys() - before.keys() <= changed


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_copy_reads_as_the_file_does(name: str) -> None:
    content = DOCUMENTS[name]
    before, after = read(content), read(with_remarks(content, words(content)))

    assert (before.draft.text, before.draft.copy) == (after.draft.text, after.draft.copy)


def test_a_comment_that_was_there_stays() -> None:
    content = RUNNING["comments"]
    after = comments(with_remarks(content, [phrase(content, "was dead")]))

    assert comments(content)[4] == after[4] == Comment("Bo", ["Sure?"], "was dead", True)  # noqa: FBT003 - as it is
    assert "was dead" == after[5].range


@pytest.mark.parametrize(
    ("name", "text"),
    [("footnote", "asked for it"), ("box", "asked for it"), ("sections by python-docx", "Monday")],
)
def test_where_word_allows_no_comment_it_stands_at_the_reference(name: str, text: str) -> None:
    content = RUNNING[name]
    bracket = read(content).layout.bracket(phrase(content, text))

    (found,) = ours(with_remarks(content, [phrase(content, text)]))

    assert ("", True) == (found.range, found.has_reference)
    assert (bool(bracket.label), bracket.is_exact) == (True, False)


def test_a_passage_over_two_paragraphs_has_one_comment() -> None:
    content = RUNNING["plain"]

    (found,) = ours(with_remarks(content, [phrase(content, f"said.\n\n{OTHER[:3]}")]))

    assert f"said.\n\n{OTHER[:3]}" == found.range


def test_comments_on_the_same_passage_and_within_each_other_all_stand_on_theirs() -> None:
    content = RUNNING["runs that end within words"]
    texts = ["deal was", "deal was", "eal", "The deal was dead by Friday", "a", "Friday"]

    found = ours(with_remarks(content, [phrase(content, one) for one in texts]))

    assert texts == [one.range for one in found]


WHOLE = {
    "formula": (document(in_paragraph(run("So "), formula("x+y"), run("."))), "+", "x+y"),
    "reading aid": (document(in_paragraph(run("In "), ruby("東京", "とう"))), "東", "東京"),
    "CDATA": (
        document(in_paragraph("<w:r><w:t><![CDATA[The deal]]> was</w:t></w:r>")),
        "deal",
        "The deal was",
    ),
    "white space at the edge that is not kept": (
        document(in_paragraph("<w:r><w:t> The deal </w:t></w:r>")),
        "deal",
        " The deal ",
    ),
    "space by default": (
        document(in_paragraph('<w:r><w:t xml:space="default">The deal</w:t></w:r>')),
        "deal",
        "The deal",
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_what_cannot_be_divided_is_marked_as_a_whole_and_that_is_told(name: str) -> None:
    content, text, whole = WHOLE[name]
    span = phrase(content, text)

    (found,) = ours(with_remarks(content, [span]))

    assert whole == found.range
    assert not read(content).layout.bracket(span).is_exact


def test_a_mark_stands_behind_the_field_that_its_phrase_is_in() -> None:
    content = RUNNING["field"]
    xml = members(with_remarks(content, [phrase(content, "was")]))["word/document.xml"]

    assert xml.index(b'fldCharType="end"') < xml.index(b"commentReference")


@pytest.mark.parametrize(
    "root", ["<w:comments xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"]
)
def test_a_part_without_comments_gets_them(root: str) -> None:
    content = document(paragraph(LONG), comments=root)

    (found,) = ours(with_remarks(content, [phrase(content, "deal")]))

    assert "deal" == found.range


def test_a_file_without_relationships_gets_them() -> None:
    kept = members(document(paragraph(LONG)))
    del kept["word/_rels/document.xml.rels"]
    content = package(kept)

    after = members(with_remarks(content, [phrase(content, "deal")]))

    assert b'Target="comments.xml"' in after["word/_rels/document.xml.rels"]


def test_a_name_that_is_taken_is_left_alone() -> None:
    kept = members(document(paragraph(LONG)))
    content = package({**kept, "word/Comments.xml": "<other/>"})

    after = members(with_remarks(content, [phrase(content, "deal")]))

    assert (b"<other/>", True) == (after["word/Comments.xml"], "word/comments1.xml" in after)


def test_a_comment_without_a_passage_stands_at_the_beginning() -> None:
    content = RUNNING["plain"]
    word = read(content)
    bracket = word.layout.bracket(Span(len(word.draft.text), len(word.draft.text)))

    copy = commented(word.parts, word.layout, [Remark(bracket, ["All of it"])], WHEN)

    (found,) = ours(copy)
    xml = members(copy)["word/document.xml"]
    assert ("", False) == (found.range, bracket.is_exact)
    assert xml.index(b"commentReference") < xml.index(b"The deal")


def test_a_file_without_words_has_no_place_for_a_comment() -> None:
    word = read(document("<w:p/>"))

    with pytest.raises(BadInput, match="no text in which a comment could stand"):
        commented(word.parts, word.layout, [Remark(word.layout.bracket(Span(0, 0)), ["x"])], WHEN)


def test_words_in_a_header_alone_have_no_place_for_a_comment() -> None:
    body = "<w:p/>" + margin("header", "header1")
    content = document(body, header1=part(paragraph(OTHER), "hdr"))

    with pytest.raises(BadInput, match="no text in which a comment could stand"):
        with_remarks(content, [phrase(content, "asked")])


@pytest.mark.parametrize(
    "xml",
    [
        part(paragraph(LONG)).encode("utf-16"),
        part(paragraph(LONG)).replace('"1.0"', '"1.0" encoding="iso-8859-1"').encode("latin-1"),
    ],
)
def test_a_document_in_another_encoding_is_read_and_gets_no_comments(xml: bytes) -> None:
    types = members(document(""))["[Content_Types].xml"]
    content = package(
        {"[Content_Types].xml": types, "_rels/.rels": RELATIONSHIPS, "word/document.xml": xml}
    )

    assert f"{LONG}\n" == read(content).draft.text
    with pytest.raises(BadInput, match=r"word/document.xml in it is not in UTF-8"):
        with_remarks(content, [phrase(content, "deal")])


def test_what_xml_cannot_hold_is_shown_as_a_replacement() -> None:
    word = read(RUNNING["plain"])
    remark = Remark(word.layout.bracket(Span(0, 3)), ["A\x07B\ud800C"])

    (found,) = ours(commented(word.parts, word.layout, [remark], WHEN))

    assert ["A\ufffdB\ufffdC"] == found.paragraphs


PIECES = st.lists(
    st.tuples(
        st.text(
            st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=4
        ),
        st.sampled_from(["plain", "bold", "inserted", "field"]),
    ),
    min_size=1,
    max_size=6,
)


@given(PIECES, st.data())
def test_any_passage_of_any_runs_is_what_its_comment_stands_on(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    wraps = {
        "plain": "{}",
        "bold": "{}",
        "inserted": '<w:ins w:id="9" w:author="A">{}</w:ins>',
        "field": '<w:fldSimple w:instr=" QUOTE x ">{}</w:fldSimple>',
    }
    runs = [wraps[kind].replace("{}", run(text)) for text, kind in pieces]
    content = document(in_paragraph(*runs))
    text = "".join(one for one, _ in pieces)
    places = st.integers(0, len(text))
    spans = data.draw(
        st.lists(
            st.tuples(places, places).map(sorted).filter(lambda one: one[0] < one[1]), max_size=4
        )
    )

    found = ours(with_remarks(content, [Span(*one) for one in spans])) if spans else []

    assert [text[slice(*one)] for one in spans] == [one.range for one in found]

"""What an OpenDocument text says, wherever in it that stands, and what is named as not read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundrules.draft.printed import printed
from groundrules.errors import BadInput
from groundrules.readers.draft.odt import is_odt, odt_draft
from odt_files import KIND, archive, content_xml, odt, p, styles_xml

LONG = "The deal was dead by Friday."

SAID = {
    "paragraphs": (p(LONG) + p("") + p("B"), [LONG, "", "B"]),
    "heading": ('<text:h text:outline-level="1">A</text:h>' + p("B"), ["A", "B"]),
    "spans": (p("The <text:span>de</text:span>al <text:a xlink:href='x'>was</text:a>."),
              ["The deal was."]),
    "an element that nobody knows": (p("The <loext:content-control>deal</loext:content-control>."),
                                     ["The deal."]),
    "white space": (p("\n  The   deal\n<text:s text:c='3'/>was<text:tab/>dead<text:line-break/>by"),
                    ["The deal    was\tdead\u2028by"]),
    "spaces without a sensible number": (p("A<text:s text:c='99999999'/>B"), ["A B"]),
    "list": ("<text:list><text:list-item>" + p("A") + "</text:list-item></text:list>", ["A"]),
    "insertion": (p("A<text:change-start text:change-id='1'/>B<text:change-end "
                    "text:change-id='1'/>C"), ["ABC"]),
    "deletion": ("<text:tracked-changes><text:changed-region><text:deletion>" + p("gone")
                 + "</text:deletion></text:changed-region></text:tracked-changes>"
                 + p("A<text:change text:change-id='1'/>B"), ["AB"]),
    "comment": (p("A<office:annotation>" + p("Sure?") + "</office:annotation>B"), ["AB"]),
    "notes": (
        p("A<text:note text:note-class='endnote'><text:note-citation>i</text:note-citation>"
          "<text:note-body>" + p("Last") + "</text:note-body></text:note>B<text:note><text:note-"
          "citation>1</text:note-citation><text:note-body>" + p("First") + "</text:note-body>"
          "</text:note>C"),
        ["ABC", "[footnote 1] First", "[endnote 1] Last"]),
    "table": (
        "<table:table><table:table-row><table:table-cell>" + p("A") + "</table:table-cell>"
        "</table:table-row><table:table-row><table:table-cell>" + p("B")
        + "</table:table-cell></table:table-row></table:table>" + p("C"),
        ["[table 1, row 1] A", "[table 1, row 2] B", "C"]),
    "box": (p("A<draw:frame><draw:text-box>" + p("B") + "</draw:text-box></draw:frame>C"),
            ["AC", "[text box] B"]),
    "picture": (p("A<draw:frame><draw:image/><svg:title>x</svg:title><svg:desc>A pier</svg:desc>"
                  "</draw:frame>B"), ["AB", "[picture description] A pier"]),
    "reading aid": (p("<text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とう"
                      "</text:ruby-text></text:ruby>"), ["東京"]),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_what_readers_see_is_a_line_each(name: str) -> None:
    body, lines = SAID[name]

    assert [*lines, ""] == odt_draft(odt(body), "draft.odt").text.split("\n")


NAMED = {
    "comments": SAID["comment"][0],
    "deleted passages": SAID["deletion"][0],
    "addresses of links": SAID["spans"][0],
    "pictures": SAID["picture"][0],
    "reading aids": SAID["reading aid"][0],
    "embedded objects": p("<draw:frame><draw:object/></draw:frame>"),
    "formulas": p("<draw:frame><draw:object><math:math/></draw:object></draw:frame>"),
    "hidden text": "<text:section text:display='none'>" + p("never") + "</text:section>",
    "controls of forms": "<office:forms/>" + p("A"),
}


@pytest.mark.parametrize("what", NAMED)
def test_what_is_not_read_is_named(what: str) -> None:
    assert what in [one.what for one in odt_draft(odt(NAMED[what]), "draft.odt").left_out]


def test_a_plain_text_leaves_nothing_out() -> None:
    assert () == odt_draft(odt(p(LONG)), "draft.odt").left_out


STYLES = (
    '<style:style style:name="P1" style:family="paragraph" '
    'style:parent-style-name="Quotations"/>'
    '<style:style style:name="T1" style:family="text"><style:text-properties '
    'text:display="none"/></style:style>'
    '<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>'
)


def test_styles_tell_the_title_quotations_and_hidden_text() -> None:
    body = p("A pier", "Title") + p(LONG, "P1") + p("B", "Quotations") + p("C", "Loop")
    hidden = p("A <text:span text:style-name='T1'>never</text:span>B")
    draft = odt_draft(odt(body + hidden, STYLES), "draft.odt")

    assert "A pier" == draft.title
    assert [f"{LONG}\nB"] == [draft.text[slice(*one)] for one in draft.block_quotes]
    assert (["hidden text"], "A B") == (
        [one.what for one in draft.left_out],
        printed(draft).text.split("\n")[-1],
    )


def test_the_first_heading_is_the_title_where_none_is() -> None:
    body = '<text:h text:outline-level="1">A pier</text:h>' + p(LONG)

    assert "A pier" == odt_draft(odt(body), "draft.odt").title


def test_heads_and_feet_of_pages_are_read_once() -> None:
    head = f"<style:header>{p('Not before Monday')}{p('')}</style:header>"
    foot = f"<style:footer>{p('The desk')}</style:footer>"
    styles = styles_xml(margins=head + foot + head.replace("header", "header-first"))
    draft = odt_draft(odt(p(LONG), more={"styles.xml": styles}), "draft.odt")

    lines = [LONG, "[page header] Not before Monday", "[page footer] The desk", ""]
    assert lines == draft.text.split("\n")


REFUSED = {
    "it is an OpenDocument file, and no text": archive(
        {"content.xml": "<a/>"}, KIND.replace("text", "spreadsheet")
    ),
    "it is protected by a password": odt(
        p("x"), more={"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
    ),
    "it has no content.xml": archive({}),
    "there is no text in it": archive({"content.xml": "<a/>"}),
    "content.xml in it is not well-formed XML at line 1": archive({"content.xml": "<a>"}),
    "content.xml in it declares a document type": archive(
        {"content.xml": f"<!DOCTYPE a [<!ENTITY b 'c'>]>{content_xml(p('&b;'))[21:]}"}
    ),
    "it is a damaged ZIP archive": odt(p(LONG))[:-30],
    "it has a path that leads out": odt(p("x"), more={"../../x": ""}),
    "content.xml in it would be more than 200 times larger": odt(p("a" * 5_000_000)),
}


@pytest.mark.parametrize("message", REFUSED)
def test_a_file_that_must_not_be_opened_is_refused(message: str) -> None:
    with pytest.raises(BadInput) as caught:
        odt_draft(REFUSED[message], "draft.odt")

    (fault,) = caught.value.faults
    assert "draft.odt" == fault.path
    assert message.removeprefix("it has a path") in fault.message
    assert fault.remedy


def test_only_a_file_that_begins_with_its_type_is_one() -> None:
    assert is_odt(odt(p("x")))
    assert not is_odt(b"PK\x03\x04" + bytes(60))


@given(st.binary(max_size=60), st.integers(0, 900))
def test_a_damaged_file_is_read_or_refused(noise: bytes, at: int) -> None:
    good = odt(p(LONG), more={"styles.xml": styles_xml()})
    try:
        draft = odt_draft(good[:at] + noise + good[at + len(noise) :], "draft.odt")
    except BadInput as bad:
        assert {"draft.odt"} == {fault.path for fault in bad.faults}  # noqa: PT017 - either is right
    else:
        assert draft.text.endswith("\n")

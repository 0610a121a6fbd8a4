"""What a Word file says, wherever in it that stands, and what is named because it is not read."""

from __future__ import annotations

import pytest

from groundrules.draft.document import Span
from groundrules.draft.printed import printed
from groundrules.errors import BadInput
from groundrules.readers.draft.word import read_word_draft, word_draft
from word_drafts import (
    LONG,
    OTHER,
    RUNNING,
    box,
    changed,
    deleted,
    document,
    field,
    formula,
    in_paragraph,
    margin,
    note,
    ruby,
    styled,
)
from word_files import paragraph, part, run, table


def printed_of(content: bytes) -> str:
    return printed(word_draft(content, "draft.docx")).text


def named(content: bytes) -> list[str]:
    return [one.what for one in word_draft(content, "draft.docx").left_out]


SAID = {
    "plain": f"{LONG}\n\n{OTHER}",
    "runs that end within words": "The deal was dead by Friday",
    "link": "The deal was dead by Friday.",
    "insertion": "The deal was dead by Friday.",
    "deletion": "The deal was dead.",
    "move": "The deal was dead by Friday.",
    "change of look": LONG,
    "deleted end": "The deal was dead by Friday.",
    "smart tag": "The deal was dead.",
    "control": f"The deal was dead.\n\n{OTHER}\n\n{LONG}",
    "custom XML": LONG,
    "simple field": "The deal was dead.",
    "field": "The deal was dead by Friday.",
    "table": f"{LONG}\n\n{OTHER}\n\nA\n\nB\nC\n\n{OTHER}",
    "table in a table": f"{LONG}\n\n{OTHER}\n\n{OTHER}",
    "entities": "The <deal> & \"all\" was 'dead' >by< Friday & so on",
    "numbered characters": "The deal was “dead”.",
    "tabs and breaks": "The deal\twas dead\nby Friday,\n\tWhitfield said.",
    "hyphens": "half\u2011dead deals of Friday",
    "pretty": f"{LONG}\n\n{OTHER}",
    "another prefix": f"{LONG}\n\n{OTHER}",
    "no prefix": f"{LONG}\n\n{OTHER}",
    "strict": LONG,
    "marks between": "The deal was dead by Friday.",
    "hidden text": "The deal was dead.",
    "hidden again shown": LONG,
    "footnote": f"The deal was dead.\n\n{OTHER}",
    "box": f"The deal was dead.\n\n{OTHER}\n\n{LONG}",
    "comments": LONG,
    "line ends in a text": "The deal was dead.",
    "comment in the XML": "The  deal was",
}


@pytest.mark.parametrize("name", SAID)
def test_what_readers_see_is_copy_wherever_it_stands(name: str) -> None:
    assert SAID[name] == printed_of(RUNNING[name]).replace("B\n\nC", "B\nC")


def test_a_paragraph_is_a_line_and_an_empty_one_counts() -> None:
    draft = word_draft(RUNNING["plain"], "draft.docx")

    assert (3, 5) == draft.position(draft.text.index("had asked"))
    assert (3, 5) == draft.position(draft.text.index("She") + 4)


LABELS = {
    "table 1, row 2": (document(table((LONG,), (OTHER,))), OTHER),
    "footnote 1": (RUNNING["footnote"], OTHER),
    "text box": (RUNNING["box"], OTHER),
    "page header": (RUNNING["sections by python-docx"], "Not before Monday"),
    "page footer": (
        document(
            paragraph(LONG) + margin("footer", "footer1"), footer1=part(paragraph(OTHER), "ftr")
        ),
        OTHER,
    ),
    "endnote 1": (
        document(
            in_paragraph(run("A"), '<w:r><w:endnoteReference w:id="5"/></w:r>'),
            endnotes=part(note("endnote", 5, OTHER), "endnotes"),
        ),
        OTHER,
    ),
    "footnote 1, table 1, row 1": (
        document(
            in_paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'),
            footnotes=part(
                f'<w:footnote w:id="2">{table((OTHER,))}{paragraph("")}</w:footnote>', "footnotes"
            ),
        ),
        OTHER,
    ),
}  # fmt: skip


@pytest.mark.parametrize("label", LABELS)
def test_a_line_outside_of_the_text_begins_with_where_it_stands(label: str) -> None:
    content, words = LABELS[label]
    draft = word_draft(content, "draft.docx")
    start = draft.text.index(words)

    assert f"[{label}] {words}" in draft.text.split("\n")
    assert Span(start, start + len(words)) in draft.copy


def test_notes_come_in_the_order_in_which_the_text_refers_to_them() -> None:
    refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
    notes = note("footnote", 8, "First.") + note("footnote", 3, "Second.")
    content = document(
        in_paragraph(run("A"), refer(3), run("B"), refer(8)), footnotes=part(notes, "footnotes")
    )

    lines = word_draft(content, "draft.docx").text.split("\n")

    assert ["AB", "[footnote 1] Second.", "[footnote 2] First.", ""] == lines


NAMED = {
    "addresses of links": document(
        in_paragraph(
            '<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships" r:id="r9">',
            run("a link"),
            "</w:hyperlink>",
        )
    ),
    "codes of fields": document(in_paragraph(field("shown"))),
    "comments": RUNNING["comments"],
    "deleted passages": RUNNING["deletion"],
    "hidden text": RUNNING["hidden text"],
    "notes that nothing refers to": document(
        paragraph(LONG), footnotes=part(note("footnote", 2, OTHER), "footnotes")
    ),
    "pictures": RUNNING["pictures by python-docx"],
    "reading aids": document(in_paragraph(ruby("東京", "とうきょう"))),
    "symbols of special fonts": document(
        in_paragraph('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>')
    ),
    "embedded documents": document(paragraph(LONG) + "<w:altChunk/>"),
    "embedded objects": document(in_paragraph("<w:r><w:object/></w:r>")),
    "words drawn as a picture": document(
        in_paragraph(
            '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath '
            'string="Draft"/></v:shape></w:pict></w:r>'
        )
    ),
}


@pytest.mark.parametrize("what", NAMED)
def test_what_is_not_read_is_named(what: str) -> None:
    assert what in named(NAMED[what])


@pytest.mark.parametrize(
    ("what", "seen"), [("deleted passages", False), ("pictures", True), ("comments", False)]
)
def test_whether_readers_see_it_is_told(what: str, seen: bool) -> None:  # noqa: FBT001 - a case
    (one,) = [one for one in word_draft(NAMED[what], "d.docx").left_out if one.what == what]

    assert seen == one.seen


def test_a_plain_text_leaves_nothing_out() -> None:
    assert [] == named(RUNNING["plain"])


def test_what_a_field_hides_is_named_and_what_comes_behind_it_is_read() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    begin, end = mark("begin"), mark("end")
    content = document(in_paragraph(run("A"), begin, run("never"), end, run("B")))

    assert ("AB", ["codes of fields"]) == (printed_of(content), named(content))


def test_a_symbol_that_every_font_has_is_read() -> None:
    content = document(in_paragraph(run("Caf"), '<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>'))

    assert ("Café", []) == (printed_of(content), named(content))


def test_the_description_of_a_picture_is_copy() -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="1" name="P" descr="Dana Whitfield at the pier"/>'
        "</wp:inline></w:drawing></w:r>"
    )
    draft = word_draft(document(in_paragraph(run("Seen."), drawing)), "draft.docx")

    assert ["Seen.", "[picture description] Dana Whitfield at the pier", ""] == draft.text.split(
        "\n"
    )
    assert "Dana Whitfield at the pier" in printed(draft).text


def test_formulas_and_base_texts_are_copy() -> None:
    content = document(in_paragraph(run("So "), formula("x+y"), run(" in "), ruby("東京", "とう")))

    assert "So x+y in 東京" == printed_of(content)


STYLES = part(
    '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
    '<w:style w:styleId="Mein"><w:name w:val="My own"/><w:basedOn w:val="Zitat"/></w:style>'
    '<w:style w:styleId="Weg"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Kreis"><w:name w:val="Ring"/><w:basedOn w:val="Kreis"/></w:style>',
    "styles",
)


def of_style(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'


def test_the_title_and_quotations_set_off_are_told_by_the_names_of_styles() -> None:
    body = of_style("Titel", "A pier") + of_style("Zitat", LONG) + of_style("Mein", OTHER)
    draft = word_draft(document(body + of_style("Kreis", "x"), styles=STYLES), "draft.docx")

    assert "A pier" == draft.title
    assert [f"{LONG}\n{OTHER}"] == [draft.text[slice(*one)] for one in draft.block_quotes]


def test_what_a_style_hides_is_hidden_text() -> None:
    body = of_style("Weg", "never") + in_paragraph(
        run("The "), styled("never ", '<w:rStyle w:val="Weg"/>'), run("deal")
    )
    content = document(body, styles=STYLES)

    assert ("The deal", ["hidden text"]) == (printed_of(content), named(content))


def test_a_large_first_letter_belongs_to_its_word() -> None:
    frame = '<w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>'
    content = document(f"<w:p>{frame}{run('D')}</w:p>" + paragraph("ana Whitfield said so."))

    assert "Dana Whitfield said so." == printed_of(content)


def test_a_deleted_reference_takes_its_note_with_it() -> None:
    content = document(
        in_paragraph(
            run("A"),
            changed("del", '<w:r><w:footnoteReference w:id="2"/></w:r>'),
            run("B"),
            deleted("C"),
        ),
        footnotes=part(note("footnote", 2, OTHER), "footnotes"),
    )

    assert "AB" == printed_of(content)
    assert ["deleted passages", "notes that nothing refers to"] == named(content)


def test_a_box_within_a_box_is_read_once() -> None:
    inner = in_paragraph(run("A "), box("B"), run("C"))
    content = document(in_paragraph(run("D "), box("E").replace(paragraph("E"), inner), run("F")))

    lines = word_draft(content, "draft.docx").text.split("\n")

    assert ["D F", "[text box] A C", "[text box] B", ""] == lines


def test_a_paragraph_without_end_is_refused_with_its_number() -> None:
    letters = "".join(map(chr, range(0x4E00, 0x4E00 + 20_000)))
    content = document(paragraph("A") + in_paragraph(*[run(letters)] * 53))

    with pytest.raises(BadInput) as caught:
        word_draft(content, "draft.docx")

    (fault,) = caught.value.faults
    assert ("draft.docx", 2) == (fault.path, fault.line)
    assert fault.message.startswith("the paragraph has more than 1,048,576 characters")


def test_an_invisible_character_in_a_name_is_refused_with_its_paragraph() -> None:
    with pytest.raises(BadInput) as caught:
        word_draft(document(paragraph("A") + paragraph("Dana Whit\u200bfield")), "draft.docx")

    (fault,) = caught.value.faults
    assert ("draft.docx", 2, 10) == (fault.path, fault.line, fault.column)


@pytest.mark.parametrize("name", RUNNING)
def test_every_character_has_a_place_in_the_file(name: str) -> None:
    word = read_word_draft(RUNNING[name], "draft.docx")

    for span in word.draft.copy:
        for offset in range(*span):
            bracket = word.layout.bracket(Span(offset, offset + 1))
            assert bracket.label or bracket.is_exact

"""More Word files: what the makers of real ones come upon, one oddity in each."""

from __future__ import annotations

from word_drafts import (
    CONTROL,
    LONG,
    OTHER,
    box,
    changed,
    deleted,
    document,
    formula,
    in_paragraph,
    note,
    ruby,
    styled,
)
from word_files import paragraph, part, run, table

mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
code = '<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'.format


CONTENTS = (
    in_paragraph(
        mark("begin"),
        code("TOC \\o &quot;1-3&quot; \\h"),
        mark("separate"),
        '<w:hyperlink w:anchor="_T1">',
        run("Chapter one"),
        "<w:r><w:tab/></w:r>",
        mark("begin"),
        code("PAGEREF _T1"),
        mark("separate"),
        run("1"),
        mark("end"),
        "</w:hyperlink>",
    )
    + in_paragraph('<w:hyperlink w:anchor="_T2">', run("Chapter two"), "</w:hyperlink>")
    + in_paragraph(mark("end"))
    + paragraph(LONG)
)
ODDITIES: dict[str, bytes] = {
    "table of contents": document(CONTENTS),
    "inserted and deleted rows": document(
        paragraph("x")
        + "<w:tbl><w:tr><w:trPr>"
        + changed("ins")
        + "</w:trPr><w:tc>"
        + in_paragraph(changed("ins", run("New deal row")))
        + "</w:tc></w:tr><w:tr><w:trPr>"
        + changed("del")
        + "</w:trPr><w:tc>"
        + in_paragraph(deleted("Old row"))
        + "</w:tc></w:tr></w:tbl>"
        + paragraph(LONG)
    ),
    "inserted paragraph": document(
        "<w:p><w:pPr><w:rPr>"
        + changed("ins")
        + "</w:rPr></w:pPr>"
        + changed("ins", run("All new here."))
        + "</w:p>"
        + paragraph(LONG)
    ),
    "inserted link": document(
        in_paragraph(
            run("See "),
            changed("ins", '<w:hyperlink w:anchor="a">' + run("the deal") + "</w:hyperlink>"),
            run(" now."),
        )
    ),
    "insertion in a link": document(
        in_paragraph(
            run("See "),
            '<w:hyperlink w:anchor="a">' + changed("ins", run("the deal")) + "</w:hyperlink>",
            run(" now."),
        )
    ),
    "comments that overlap": document(
        in_paragraph(
            '<w:commentRangeStart w:id="3"/>',
            run("The deal "),
            '<w:commentRangeStart w:id="4"/>',
            run("was dead "),
            '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>',
            run("by Friday."),
            '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>',
        ),
        comments=part(
            f'<w:comment w:id="3" w:author="Bo">{paragraph("One")}{paragraph("Two")}</w:comment>'
            f'<w:comment w:id="4" w:author="Cy">{paragraph("Three")}</w:comment>',
            "comments",
        ),
    ),
    "control in a control": document(
        in_paragraph(
            run("A "),
            CONTROL(run("outer ") + CONTROL(run("inner deal")) + run(" more")),
            run(" end."),
        )
        + paragraph("z")
    ),
    "controls around paragraphs": document(
        paragraph("x") + CONTROL(CONTROL(paragraph(LONG)) + paragraph(OTHER)) + paragraph("z")
    ),
    "control around a table": document(
        paragraph("x") + CONTROL(table((LONG, OTHER))) + paragraph("z")
    ),
    "frame": document(
        '<w:p><w:pPr><w:framePr w:w="2000" w:hSpace="100" w:wrap="around" '
        'w:vAnchor="text" w:hAnchor="margin" w:y="1"/></w:pPr>'
        + run("Framed words here")
        + "</w:p>"
        + paragraph(LONG)
    ),
    "large first letter": document(
        '<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" '
        'w:vAnchor="text" w:hAnchor="text"/></w:pPr>'
        + run("T")
        + "</w:p>"
        + paragraph("he deal was dead.")
    ),
    "floating table": document(
        paragraph("x")
        + table((LONG,)).replace(
            "<w:tbl>",
            '<w:tbl><w:tblPr><w:tblpPr w:leftFromText="141" w:vertAnchor="text" '
            'w:tblpY="1"/></w:tblPr>',
        )
        + paragraph(OTHER)
    ),
    "sections": document(
        '<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/></w:sectPr></w:pPr>'
        + run(LONG)
        + "</w:p>"
        + paragraph(OTHER)
        + '<w:sectPr><w:cols w:num="2"/></w:sectPr>'
    ),
    "footnote in a table": document(
        paragraph("x")
        + "<w:tbl><w:tr><w:tc>"
        + in_paragraph(
            run("The deal"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" was dead.")
        )
        + "</w:tc></w:tr></w:tbl>"
        + paragraph("z"),
        footnotes=part(note("footnote", 2, OTHER), "footnotes"),
    ),
    "permission": document(
        in_paragraph(
            '<w:permStart w:id="1" w:edGrp="everyone"/>',
            run("The deal "),
            '<w:permEnd w:id="1"/>',
            run("was dead."),
        )
    ),
    "link as a field": document(
        in_paragraph(
            run("See "),
            mark("begin"),
            code("HYPERLINK &quot;http://x.example/&quot;"),
            mark("separate"),
            styled("the deal", "<w:u w:val='single'/>"),
            run(" page"),
            mark("end"),
            run(" now."),
        )
    ),
    "field in a field": document(
        in_paragraph(
            run("See "),
            mark("begin"),
            code("IF 1 = 1"),
            mark("begin"),
            code("MERGEFIELD x"),
            mark("separate"),
            run("inner"),
            mark("end"),
            mark("separate"),
            run("deal was"),
            mark("end"),
            run(" dead."),
        )
    ),
    "field over paragraphs": document(
        in_paragraph(run("See "), mark("begin"), code("QUOTE x"), mark("separate"), run("deal one"))
        + in_paragraph(run("deal two"), mark("end"), run(" dead."))
        + paragraph(LONG)
    ),
    "right to left": document(
        "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>שלום עולם</w:t></w:r></w:p>"
        + paragraph(LONG)
    ),
    "capitals": document(
        in_paragraph(
            styled("the deal ", "<w:caps/>"),
            styled("was", "<w:vertAlign w:val='superscript'/>"),
            styled(" dead", "<w:strike/>"),
        )
    ),
    "page break": document(
        in_paragraph(run("The deal"), '<w:r><w:br w:type="page"/></w:r>', run("was dead."))
    ),
    "empty runs": document(
        in_paragraph(
            "<w:r/>",
            "<w:r><w:t/></w:r>",
            run("The deal"),
            "<w:r><w:rPr><w:b/></w:rPr></w:r>",
            run(" was."),
        )
    ),
    "box in a table": document(
        paragraph("x")
        + "<w:tbl><w:tr><w:tc>"
        + in_paragraph(run("The "), box(OTHER), run("deal."))
        + "</w:tc></w:tr></w:tbl>"
        + paragraph("z")
    ),
    "inserted box": document(
        in_paragraph(run("The "), changed("ins", box(OTHER)), run("deal.")) + paragraph("z")
    ),
    "move with its ranges": document(
        in_paragraph(
            '<w:moveFromRangeStart w:id="9" w:name="m" w:author="A"/>',
            changed("moveFrom", run("gone")),
            '<w:moveFromRangeEnd w:id="9"/>',
            run("The deal "),
        )
        + in_paragraph(
            '<w:moveToRangeStart w:id="8" w:name="m" w:author="A"/>',
            changed("moveTo", run("was dead")),
            '<w:moveToRangeEnd w:id="8"/>',
            run(" now."),
        )
    ),
    "deleted paragraph": document(
        "<w:p><w:pPr><w:rPr>"
        + changed("del")
        + "</w:rPr></w:pPr>"
        + deleted("whole gone")
        + "</w:p>"
        + paragraph(LONG)
    ),
    "formula": document(in_paragraph(run("So "), formula("x+y"), run(" is the deal."))),
    "reading aid": document(in_paragraph(run("In "), ruby("東京", "とう"), run(" the deal."))),
    "symbol": document(
        in_paragraph(run("Caf"), '<w:r><w:sym w:font="Arial" w:char="00E9"/></w:r>', run(" deal."))
    ),
    "endnote": document(
        in_paragraph(run("A deal"), '<w:r><w:endnoteReference w:id="5"/></w:r>', run(" made.")),
        endnotes=part(note("endnote", 5, OTHER), "endnotes"),
    ),
    "tabs on the ruler": document(
        '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>'
        + run("\tThe\tdeal")
        + "</w:p>"
    ),
}
"""Every word of their running text can have a comment of its own."""

"""Word files of every make, and what a reader of their XML finds in them.

Most are written by hand, as other programs than Word write them too; the rest is made by
python-docx. `RUNNING` holds one for each thing that text can stand in or beside.
"""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

from docx import Document
from docx.shared import Pt
from lxml import etree

from word_files import RELATIONSHIPS, STRICT, WORDS, package, paragraph, part, run, table

if TYPE_CHECKING:
    from collections.abc import Mapping

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = ("footnotes", "endnotes", "header1", "footer1", "comments", "styles")

LONG = "The deal was dead by Friday, Whitfield said."
OTHER = "She had asked for it to be kept quiet."


def types(members: Mapping[str, object]) -> str:
    """Return the types of the content of a package with these members."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{KINDS}.{kind}+xml"/>'
        for name, kind in [("document", "document.main"), *((n, n.strip("1")) for n in PARTS)]
        if f"word/{name}.xml" in members
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )


def relationships(members: Mapping[str, object]) -> str:
    """Return the relationships of a document to the parts beside it."""
    found = "".join(
        f'<Relationship Id="r{name}" Type="{OFFICE}/{name.strip("1")}" Target="{name}.xml"/>'
        for name in PARTS
        if f"word/{name}.xml" in members
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{found}</Relationships>'


def document(body: str | bytes, **parts: str) -> bytes:
    """Return a Word file of a body (or a whole document) and of parts, such as `footnotes`."""
    whole = body.startswith((b"<", b"\xef")) if isinstance(body, bytes) else body.startswith("<?")
    members: dict[str, str | bytes] = {
        "word/document.xml": body if whole else part(f"{body}", space=WORDS),
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    head = {
        "[Content_Types].xml": types(members),
        "_rels/.rels": RELATIONSHIPS,
        "word/_rels/document.xml.rels": relationships(members),
    }
    return package({**head, **members})


def note(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}">{paragraph(text)}</w:{kind}>'


def in_paragraph(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def styled(text: str, properties: str) -> str:
    return run(text).replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>", 1)


def field(result: str) -> str:
    marks = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = '<w:r><w:instrText xml:space="preserve"> QUOTE "x" </w:instrText></w:r>'
    return marks("begin") + code + marks("separate") + run(result) + marks("end")


def box(text: str) -> str:
    """Return a run with a box of text as Word has it, once for itself and once for older ones."""
    inner = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/"
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-'
        f'compatibility/2006"><mc:Choice xmlns:wps="{shape}" Requires="wps"><w:drawing>'
        f'<wp:inline xmlns:wp="{drawing}wordprocessingDrawing"><wp:extent cx="2000000" '
        'cy="600000"/><wp:docPr id="1" name="Box"/>'
        f'<a:graphic xmlns:a="{drawing}main"><a:graphicData uri="{shape}"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" '
        'cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        f"{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def margin(kind: str, name: str) -> str:
    return (
        f'<w:sectPr><w:{kind}Reference xmlns:r="{OFFICE}" w:type="default" r:id="r{name}"/>'
        "</w:sectPr>"
    )


def formula(text: str) -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    return f'<m:oMath xmlns:m="{space}"><m:r><m:t>{text}</m:t></m:r></m:oMath>'


def ruby(base: str, above: str) -> str:
    align = '<w:rubyPr><w:rubyAlign w:val="center"/><w:lid w:val="ja-JP"/></w:rubyPr>'
    inner = f"<w:rt>{run(above)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase>"
    return f"<w:r><w:ruby>{align}{inner}</w:ruby></w:r>"


def changed(kind: str, *inner: str) -> str:
    mark = f'<w:{kind} w:id="7" w:author="Ana" w:date="2026-11-01T00:00:00Z">'
    return f"{mark}{''.join(inner)}</w:{kind}>"


def deleted(text: str) -> str:
    return changed("del", run(text).replace("w:t", "w:delText"))


def renamed(prefix: str) -> bytes:
    """Return a whole document with another prefix for the elements."""
    colon = f"{prefix}:" if prefix else ""
    whole = part(paragraph(LONG) + paragraph(OTHER))
    declared = f"xmlns:{prefix}" if prefix else "xmlns"
    return (
        whole.replace("<w:", f"<{colon}")
        .replace("</w:", f"</{colon}")
        .replace("xmlns:w", declared)
        .encode()
    )


def with_comments() -> bytes:
    marks = (
        '<w:commentRangeStart w:id="4"/>{}<w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r>'
    ).format(run("was dead"))
    body = in_paragraph(run("The deal "), marks, run(" by Friday, Whitfield said."))
    own = f'<w:comment w:id="4" w:author="Bo" w:initials="B">{paragraph("Sure?")}</w:comment>'
    return document(body, comments=part(own, "comments"))


def pretty() -> bytes:
    lines = [f"<w:p>\n  <w:r>\n    <w:rPr><w:b/></w:rPr>\n    <w:t>{one}</w:t>\n  </w:r>\n</w:p>"
             for one in (LONG, OTHER)]  # fmt: skip
    return document("\n".join(lines))


def picture() -> bytes:
    """Return the smallest picture there is: one dot."""

    def chunk(kind: bytes, inner: bytes) -> bytes:
        size, check = len(inner).to_bytes(4), zlib.crc32(kind + inner).to_bytes(4)
        return size + kind + inner + check

    head = chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0")
    return (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    )


def by_library(kind: str) -> bytes:
    """Return a file that python-docx makes."""
    made = Document()
    made.add_heading("The pier that nobody wanted", 0)
    made.add_paragraph(LONG)
    if kind == "lists":
        for style in ("List Bullet", "List Number", "List Bullet 2", "Intense Quote", "Caption"):
            made.add_paragraph(OTHER, style=style)
    elif kind == "pictures":
        made.add_picture(BytesIO(picture()), width=Pt(30))
        made.add_paragraph(OTHER)
    elif kind == "tables":
        grid = made.add_table(3, 3)
        grid.cell(0, 0).merge(grid.cell(0, 2)).text = LONG
        grid.cell(1, 1).text = OTHER
        grid.cell(2, 2).add_table(1, 1).cell(0, 0).text = OTHER
    elif kind == "sections":
        made.sections[0].header.paragraphs[0].text = "Not before Monday"
        made.add_section().different_first_page_header_footer = True
        made.sections[1].footer.paragraphs[0].text = "Page of the desk"
        made.add_paragraph(OTHER)
    elif kind == "comments":
        one = made.add_paragraph()
        made.add_comment(one.add_run(OTHER), text="Who says so?", author="Bo", initials="B")
    else:
        one = made.add_paragraph()
        for at, letter in enumerate(OTHER):
            letters = one.add_run(letter)
            letters.bold, letters.italic = at % 2 == 0, at % 3 == 0
            letters.font.size = Pt(9 + at % 4)
    content = BytesIO()
    made.save(content)
    return content.getvalue()


SPLIT = run("The de") + styled("al was", "<w:b/>") + run(" dead by Fri") + styled("day", "<w:i/>")
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format

RUNNING: dict[str, bytes] = {
    "plain": document(paragraph(LONG) + paragraph("") + paragraph(OTHER)),
    "runs that end within words": document(in_paragraph(SPLIT)),
    "link": document(in_paragraph(run("The "), '<w:hyperlink w:anchor="a">', run("deal was"),
                                  "</w:hyperlink>", run(" dead by Friday."))),
    "insertion": document(in_paragraph(run("The deal "), changed("ins", run("was dead ")),
                                       run("by Friday."))),
    "deletion": document(in_paragraph(run("The deal wa"), deleted("iting"), run("s dead."))),
    "move": document(in_paragraph(changed("moveFrom", run("was dead")), run("The deal "),
                                  changed("moveTo", run("was dead")), run(" by Friday."))),
    "change of look": document(in_paragraph(styled(
        LONG, "<w:b/>" + changed("rPrChange", "<w:rPr><w:vanish/></w:rPr>")))),
    "deleted end": document("<w:p><w:pPr><w:rPr>" + changed("del") + "</w:rPr></w:pPr>"
                            + run("The deal was ") + "</w:p>" + paragraph("dead by Friday.")),
    "smart tag": document(in_paragraph(
        run("The "), '<w:smartTag w:uri="urn:x" w:element="y">', run("deal"), "</w:smartTag>",
        run(" was dead."))),
    "control": document(in_paragraph(run("The "), CONTROL(run("deal was")), run(" dead."))
                        + CONTROL(paragraph(OTHER)) + paragraph(LONG)),
    "custom XML": document('<w:customXml w:uri="urn:x" w:element="y">' + paragraph(LONG)
                           + "</w:customXml>"),
    "simple field": document(in_paragraph(run("The "), '<w:fldSimple w:instr=" QUOTE x ">',
                                          run("deal was"), "</w:fldSimple>", run(" dead."))),
    "field": document(in_paragraph(run("The "), field("deal was dead"), run(" by Friday."))),
    "table": document(table((LONG, OTHER), ("A", "B\nC")) + paragraph(OTHER)),
    "table in a table": document(
        "<w:tbl><w:tr><w:tc>" + paragraph(LONG) + table((OTHER,)) + paragraph("")
        + "</w:tc></w:tr></w:tbl>" + paragraph(OTHER)),
    "entities": document(paragraph("The <deal> & \"all\" was 'dead' >by< Friday & so on")),
    "numbered characters": document(in_paragraph(
        '<w:r><w:t xml:space="preserve">The d&#101;al&#32;was &#x201C;dead&#x201D;.</w:t></w:r>')),
    "tabs and breaks": document(paragraph("The deal\twas dead\nby Friday,\n\tWhitfield said.")),
    "hyphens": document(in_paragraph("<w:r><w:t>half</w:t><w:noBreakHyphen/><w:t>dead deal</w:t>"
                                     "<w:softHyphen/><w:t>s of Friday</w:t></w:r>")),
    "white space that is not kept": document(in_paragraph(
        f"<w:r><w:t>{LONG}</w:t></w:r><w:r><w:t>{OTHER}</w:t></w:r>")),
    "pretty": pretty(),
    "another prefix": document(renamed("ns0")),
    "no prefix": document(renamed("")),
    "strict": document(part(paragraph(LONG), space=STRICT)),
    "marks between": document(in_paragraph(
        '<w:bookmarkStart w:id="1" w:name="a"/>', run("The deal wa"), '<w:proofErr w:type="'
        'spellStart"/>', run("s de"), '<w:bookmarkEnd w:id="1"/>', "<w:r><w:lastRenderedPageBreak/>"
        "<w:t>ad by</w:t></w:r>", run(" Friday."))),
    "hidden text": document(in_paragraph(run("The deal "), styled("never ", "<w:vanish/>"),
                                         run("was dead."))),
    "hidden again shown": document(in_paragraph(styled(LONG, '<w:vanish w:val="0"/>'))),
    "footnote": document(in_paragraph(run("The deal"), '<w:r><w:footnoteReference w:id="2"/></w:r>',
                                      run(" was dead.")),
                         footnotes=part(note("footnote", 2, OTHER), "footnotes")),
    "box": document(in_paragraph(run("The deal "), box(OTHER), run("was dead.")) + paragraph(LONG)),
    "comments": with_comments(),
    "letters of the world": document(paragraph("Čapek 😀😀 שלום עולם 東京の 👩‍👧 é é fi")),
    "line ends in a text": document(in_paragraph(
        '<w:r><w:t xml:space="preserve">The deal\r\nwas\ndead.</w:t></w:r>')),
    "byte-order mark": document(b"\xef\xbb\xbf" + part(paragraph(LONG)).encode()),
    "comment in the XML": document(in_paragraph(
        '<w:r><w:t xml:space="preserve">The <!-- a --> deal <?b c?>was</w:t><!-- d --></w:r>')),
    "lists by python-docx": by_library("lists"),
    "pictures by python-docx": by_library("pictures"),
    "tables by python-docx": by_library("tables"),
    "sections by python-docx": by_library("sections"),
    "comments by python-docx": by_library("comments"),
    "letters by python-docx": by_library("letters"),
}  # fmt: skip
"""Every word of their running text can have a comment of its own."""


class Comment(NamedTuple):
    """A comment as it stands in a file: its author, what it says, and the text in its range."""

    author: str
    paragraphs: list[str]
    range: str
    has_reference: bool


def members(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def comments(content: bytes) -> dict[int, Comment]:
    """Return the comments of a file by their numbers, read from its XML with lxml."""
    found = members(content)
    name = next((one for one in found if one.startswith("word/comments")), "")
    if not name:
        return {}
    ranges, references = ranges_of(found["word/document.xml"])
    return {
        number(one): Comment(
            str(attribute(one, "author")),
            ["".join(p.itertext()) for p in one if local(p) == "p"],
            ranges.get(number(one), "no range"),
            number(one) in references,
        )
        for one in etree.fromstring(found[name])
    }


def ranges_of(xml: bytes) -> tuple[dict[int, str], set[int]]:
    """Return the text of each range as somebody sees it, and the numbers that are referred to."""
    open_now: dict[int, list[str]] = {}
    done: dict[int, str] = {}
    references: set[int] = set()
    for event, one in etree.iterwalk(etree.fromstring(xml), events=("start", "end")):
        name = local(one)
        words = ""
        if event == "start" and name == "commentRangeStart":
            open_now[number(one)] = []
        elif event == "start" and name == "commentRangeEnd":
            done[number(one)] = "".join(open_now.pop(number(one))).strip("\n")
        elif event == "start" and name == "commentReference":
            assert number(one) in done or number(one) not in open_now
            references.add(number(one))
        elif event == "start":
            words = shown(one, name)
        elif name == "p":
            words = "\n"
        for pieces in open_now.values():
            pieces.append(words)
    assert open_now == {}
    return done, references


def shown(one: etree._Element, name: str) -> str:
    if name == "sym":
        return chr(int(attribute(one, "char") or "0", 16))
    if name not in {"t", "tab", "br", "noBreakHyphen"} or is_unseen(one):
        return ""
    marks = {"tab": "\t", "br": "\u2028", "noBreakHyphen": "\u2011"}
    return marks.get(name) or "".join(one.itertext(etree.Element)) if name != "t" else text_of(one)


def text_of(one: etree._Element) -> str:
    pieces = [one.text or "", *(child.tail or "" for child in one)]
    return "".join(pieces).replace("\r\n", " ").replace("\n", " ")


def is_unseen(one: etree._Element) -> bool:
    around = [local(each) for each in one.iterancestors()]
    if {"del", "moveFrom", "Fallback", "txbxContent", "rt"} & set(around):
        return True
    parent = one.getparent()
    properties = parent.find("{*}rPr") if parent is not None else None
    vanish = properties.find("{*}vanish") if properties is not None else None
    return vanish is not None and attribute(vanish, "val") not in {"0", "false"}


def local(one: etree._Element) -> str:
    return etree.QName(one).localname if isinstance(one.tag, str) else ""


def attribute(one: etree._Element, name: str) -> str | None:
    return next((one.attrib[key] for key in one.attrib if key.endswith(f"}}{name}")), None)


def number(one: etree._Element) -> int:
    return int(attribute(one, "id") or -1)
